using System.Text;
using System.Text.Json;
using Planning.Rules.Dialect;

namespace Planning.Rules.Evaluation;

/// <summary>A value as JSON, as long as that is no longer than a rule may make a text.</summary>
internal static class BoundedText
{
    private const int ShortText = 1_000;

    /// <exception cref="LimitExceededException">It would be too long.</exception>
    public static string Json(object? value)
    {
        if (IsShort(value))
        {
            return JsonSerializer.Serialize(value);
        }

        using var text = new Bounded();
        JsonSerializer.Serialize(text, value);
        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    public static JsonElement Element(object? value) =>
        IsShort(value)
            ? JsonSerializer.SerializeToElement(value)
            : JsonSerializer.Deserialize<JsonElement>(Json(value));

    private static bool IsShort(object? value) =>
        value is string { Length: < ShortText } || value?.GetType().IsValueType is true;

    private sealed class Bounded : MemoryStream
    {
        // Whatever is written comes through here, spans as well.
        public override void Write(byte[] buffer, int offset, int count)
        {
            if (Length + count > Limits.TextLength)
            {
                throw LimitExceededException.Text();
            }

            base.Write(buffer, offset, count);
        }
    }
}
