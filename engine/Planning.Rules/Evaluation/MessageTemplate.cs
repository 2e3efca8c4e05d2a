using System.Text;
using System.Text.Json;
using Planning.Rules.Facts;
using Planning.Rules.Formulas;

namespace Planning.Rules.Evaluation;

/// <summary>An error message whose <c>$(path)</c> placeholders are filled with the values at hand.</summary>
/// <param name="json">RulesEngine's way: values as JSON, and a missing one leaves its placeholder standing.</param>
internal sealed class MessageTemplate(IReadOnlyList<MessageTemplate.Piece> pieces, bool json)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Whether the text is the same for everybody.</summary>
    public bool IsFixed { get; } = pieces.All(piece => piece.Value is null);

    public string Fill(object?[] frame, Operands operands)
    {
        var text = new StringBuilder();
        foreach (var piece in pieces)
        {
            text.Append(piece.Value is null ? piece.Text : Show(piece, operands.Value(piece.Value, frame)));
        }

        return text.ToString();
    }

    private string Show(Piece piece, object? value) => (json, value) switch
    {
        (false, _) => Shown.Value(value),
        (true, null) => piece.Text,
        (true, _) => piece.IsWhole
            ? JsonSerializer.Serialize(Plain(value))
            : Leaf(JsonSerializer.SerializeToElement(Plain(value))),
    };

    // Types made for data must not be remembered by the serializer: it would keep them for ever.
    private static object? Plain(object? value) => value switch
    {
        DataRecord record => record.Source ?? record.ToDictionary(),
        IEnumerable<DataRecord> records => records.Select(Plain).ToArray(),
        _ => value,
    };

    private static string Leaf(JsonElement value) => value.ValueKind is JsonValueKind.String
        ? value.GetString()!
        : JsonSerializer.Serialize(value, Indented);

    /// <param name="Text">As written, the placeholder with its brackets.</param>
    /// <param name="Value">What fills it; null for plain text.</param>
    /// <param name="IsWhole">A name without a path behind it.</param>
    internal sealed record Piece(string Text, Formula? Value, bool IsWhole);
}
