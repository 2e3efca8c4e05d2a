namespace Planning.Flows.Expressions;

public enum DataKind
{
    Any,
    Text,
    YesNo,
    Integer,
    Number,
    Instant,
    Day,
    Duration,
    Json,
}

/// <summary>What a variable, input or output holds.</summary>
/// <param name="Alias">The name as it is written in definitions and shown in the designer, such as <c>Decimal</c>.</param>
public sealed record DataType(string Alias, DataKind Kind, bool IsList = false)
{
    public static DataType Any { get; } = new("Object", DataKind.Any);

    /// <summary>Reads a type alias. A name nobody knows means "anything": files name .NET types of their own hosts.</summary>
    public static DataType Parse(string? alias, bool isList = false)
    {
        var name = (alias ?? "Object").TrimEnd('?'); // Whatever its type, a variable may be without a value.
        if (name.EndsWith("[]", StringComparison.Ordinal))
        {
            return Parse(name[..^2], isList: true);
        }

        return new DataType(name, KindOf(name), isList);
    }

    private static DataKind KindOf(string alias) => alias switch
    {
        "String" or "Guid" or "Uri" or "Char" => DataKind.Text,
        "Boolean" => DataKind.YesNo,
        "Byte" or "Int16" or "Int32" or "Int64" or "UInt32" or "UInt64" => DataKind.Integer,
        "Single" or "Double" or "Decimal" => DataKind.Number,
        "DateTime" or "DateTimeOffset" => DataKind.Instant,
        "DateOnly" => DataKind.Day,
        "TimeSpan" => DataKind.Duration,
        "JSON" or "Json" or "JsonElement" or "JsonNode" or "JsonObject" or "ExpandoObject" or "ObjectDictionary"
            or "StringDictionary" => DataKind.Json,
        _ => DataKind.Any,
    };
}
