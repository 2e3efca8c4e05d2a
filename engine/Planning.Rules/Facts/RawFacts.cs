using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Planning.Rules.Facts;

/// <summary>Looks the same way at JSON and at dictionaries: as members, as items, or as a plain value.</summary>
internal static class RawFacts
{
    /// <summary>Whether the value says its shape only by what is in it.</summary>
    public static bool IsData(object? value) =>
        value is JsonElement or JsonNode or IDictionary<string, object?> || (value is IEnumerable and not string
            && value is IEnumerable<object?> list && list.Any(IsData));

    public static object? Unwrap(object? value) => value switch
    {
        JsonNode node => Unwrap(JsonSerializer.SerializeToElement(node)),
        JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => null,
        JsonElement { ValueKind: JsonValueKind.String } text => Text(text),
        JsonElement { ValueKind: JsonValueKind.True } => true,
        JsonElement { ValueKind: JsonValueKind.False } => false,
        JsonElement { ValueKind: JsonValueKind.Number } number => Number(number),
        _ => value,
    };

    /// <returns>Null when the value has no members.</returns>
    public static IEnumerable<KeyValuePair<string, object?>>? Members(object? value) => value switch
    {
        JsonElement { ValueKind: JsonValueKind.Object } record =>
            record.EnumerateObject().Select(member => KeyValuePair.Create(Name(member), (object?)member.Value)),
        IDictionary<string, object?> dictionary => dictionary,
        _ => null,
    };

    /// <returns>Null when the value is not a list.</returns>
    public static IEnumerable<object?>? Items(object? value) => value switch
    {
        JsonElement { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Select(item => (object?)item),
        string => null,
        IEnumerable list => list.Cast<object?>(),
        _ => null,
    };

    private static string? Text(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException flaw)
        {
            throw NoUnicode(flaw);
        }
    }

    private static string Name(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException flaw)
        {
            throw NoUnicode(flaw);
        }
    }

    private static ArgumentException NoUnicode(InvalidOperationException flaw) =>
        new("The facts hold half of a letter of two parts (a surrogate).", flaw);

    private static object Number(JsonElement number) =>
        number.TryGetInt32(out var small) ? (object)small
        : number.TryGetInt64(out var large) ? (object)large
        : (object)number.GetDouble();
}
