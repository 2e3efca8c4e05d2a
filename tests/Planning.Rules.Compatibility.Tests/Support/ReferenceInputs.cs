using System.Text.Json;
using Planning.Rules.Compatibility.Tests.Probes;
using Planning.Rules.Facts;

namespace Planning.Rules.Compatibility.Tests.Support;

/// <summary>Turns recorded inputs into facts: closed records where the reference had a type, open ones where it had
/// data.</summary>
internal static class ReferenceInputs
{
    private static readonly Dictionary<string, Type> Types = new()
    {
        ["bool"] = typeof(bool),
        ["int"] = typeof(int),
        ["long"] = typeof(long),
        ["double"] = typeof(double),
        ["decimal"] = typeof(decimal),
        ["string"] = typeof(string),
        ["object"] = typeof(object),
        ["System.Guid"] = typeof(Guid),
        ["System.DateTime"] = typeof(DateTime),
        ["int?"] = typeof(int?),
        ["decimal?"] = typeof(decimal?),
        ["System.DateTime?"] = typeof(DateTime?),
    };

    private enum RuoloAttore
    {
        A,
        B,
        C,
    }

    /// <param name="again">Whether an earlier call had the same inputs.</param>
    public static IReadOnlyList<RuleParameter> Read(JsonElement recorded, bool again = false) =>
        recorded.ValueKind is JsonValueKind.Array
            ? [.. recorded.EnumerateArray().Select(input => One(input, again))]
            : [];

    private static RuleParameter One(JsonElement input, bool again)
    {
        var name = input.GetProperty("name").GetString()!;
        var value = input.TryGetProperty("value", out var given) ? given : default;
        if (input.TryGetProperty("typed", out var typed))
        {
            return new RuleParameter(name, Typed(typed.GetString()!, value));
        }

        if (Registered.Input(input, again) is { } known)
        {
            return new RuleParameter(name, known);
        }

        var raw = input.TryGetProperty("rawType", out var type) ? type.GetString() : null;
        return new RuleParameter(
            name,
            raw is null or "System.Dynamic.ExpandoObject" ? value : Closed(input, value));
    }

    private static object? Typed(string type, JsonElement value) => type switch
    {
        "Account" => Account.Sample(),
        "ExpandoOfJsonElement" =>
            value.EnumerateObject().ToDictionary(member => member.Name, member => (object?)member.Value),
        "JsonElement" => value,
        "System.Collections.Generic.List`1[System.Int32]" => value.Deserialize<List<int>>(),
        "System.Collections.Generic.List`1[System.String]" => value.Deserialize<List<string>>(),
        _ => throw new NotSupportedException($"No input of type {type} here."),
    };

    /// <returns>What the rules may know, where a value that is null had a type of its own.</returns>
    public static FactSchema? Schema(JsonElement recorded) =>
        recorded.ValueKind is JsonValueKind.Array && recorded.GetArrayLength() is 1
        && recorded[0].TryGetProperty("value", out var value) && value.ValueKind is JsonValueKind.Null
        && recorded[0].TryGetProperty("shape", out var shape)
            ? new FactSchema(new FactInput(recorded[0].GetProperty("name").GetString()!, Shape(shape, value)))
            : null;

    private static object? Closed(JsonElement input, JsonElement value) =>
        new FactReader(input.TryGetProperty("shape", out var shape) ? Shape(shape, value) : FactShape.Of(value)).Read(value);

    private static FactShape Shape(JsonElement shape, JsonElement value)
    {
        if (shape.TryGetProperty("properties", out var properties))
        {
            return new FactShape.Record(properties.EnumerateObject().ToDictionary(
                field => field.Name, field => Shape(field.Value, Member(value, field.Name))));
        }

        if (shape.TryGetProperty("element", out var element))
        {
            return new FactShape.List(Shape(element, default));
        }

        if (shape.TryGetProperty("enum", out _))
        {
            return new FactShape.Value(typeof(RuoloAttore));
        }

        var name = shape.GetProperty("type").GetString()!;
        return Types.TryGetValue(name, out var type) ? new FactShape.Value(type)
            : name is "anonymous" ? new FactShape.Record(new Dictionary<string, FactShape>())
            : name is "System.Text.Json.JsonElement" ? FactShape.Of(value)
            : throw new NotSupportedException($"No shape for the type {name}.");
    }

    private static JsonElement Member(JsonElement value, string name) =>
        value.ValueKind is JsonValueKind.Object && value.TryGetProperty(name, out var member) ? member : default;
}
