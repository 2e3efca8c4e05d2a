using System.Globalization;
using System.Text.Json;
using Planning.Rules.Compiling;
using Planning.Rules.Facts;
using Planning.Rules.Formulas;

namespace Planning.Rules.Evaluation;

/// <summary>Plain text of an error message, or one placeholder of it.</summary>
/// <param name="written">As written, a placeholder with its brackets.</param>
/// <param name="value">What fills it; null for plain text.</param>
/// <param name="isWhole">A name without a path behind it.</param>
internal sealed class MessagePiece(string written, Formula? value = null, bool isWhole = false)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    // Made when a message is told for the first time.
    private Warming<object?>? _value;

    public bool IsFixed => value is null;

    public string Show(object?[] frame, bool json)
    {
        if (value is null)
        {
            return written;
        }

        var found = (_value ??= FormulaCompiler.Operand(value)).Run(frame);
        return json ? found is null ? written : Json(found) : Shown.Value(found);
    }

    // Figures and texts, nearly everything that stands in messages, are told without the serializer as it would.
    private string Json(object found) => found switch
    {
        int or long or decimal => ((IFormattable)found).ToString(null, CultureInfo.InvariantCulture),
        double number when double.IsFinite(number) => number.ToString(CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        string text when !isWhole => text,
        _ => isWhole ? BoundedText.Json(Plain(found)) : Leaf(Plain(found)),
    };

    // Types made for data must not be remembered by the serializer: it would keep them for ever.
    private static object? Plain(object? value) => value switch
    {
        DataRecord record => record.ToSource(),
        IEnumerable<DataRecord> records => records.Select(Plain).ToArray(),
        _ => value,
    };

    private static string Leaf(object? value)
    {
        var json = BoundedText.Element(value);
        return json.ValueKind is JsonValueKind.String ? json.GetString()! : JsonSerializer.Serialize(json, Indented);
    }
}
