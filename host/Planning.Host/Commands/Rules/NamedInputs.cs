using System.Text.Json;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;

namespace Planning.Host.Commands.Rules;

/// <summary>Reads inputs as people write them into a file: by name.</summary>
internal static class NamedInputs
{
    /// <exception cref="CaseRefusedException">They are not written as inputs are.</exception>
    public static IReadOnlyList<RuleParameter> Read(JsonElement? inputs) => inputs switch
    {
        null => [],
        { ValueKind: JsonValueKind.Object } named =>
            [.. named.EnumerateObject().Select(input => new RuleParameter(input.Name, input.Value))],
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(One)],
        _ => throw new CaseRefusedException(
            "Inputs are an object with a member for each, {\"input1\": {…}}, or a list of {\"name\": …, \"value\": …}."),
    };

    /// <returns>What rules may know of inputs like these: every member in sight, and no other.</returns>
    public static FactSchema Schema(JsonElement inputs) => new(
        [.. Read(inputs).Select(input => new FactInput(
            input.Name, FactShape.Of(input.Value, isOpen: false, NullPolicy.RulesEngine)))]);

    private static RuleParameter One(JsonElement input) =>
        input.ValueKind is JsonValueKind.Object
        && input.TryGetProperty("name", out var name) && name.ValueKind is JsonValueKind.String
            ? new RuleParameter(name.GetString()!, input.TryGetProperty("value", out var value) ? value : null)
            : throw new CaseRefusedException("An input in a list needs a text `name` and a `value`.");
}
