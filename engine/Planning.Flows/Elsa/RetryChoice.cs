using System.Text.Json.Nodes;
using Planning.Flows.Activities;
using Planning.Flows.Definitions;
using Planning.Flows.Expressions;
using Planning.Flows.Runtime;

namespace Planning.Flows.Elsa;

/// <summary>The retry strategy that an author chose for an activity: by its id, or by an expression for the id.</summary>
internal sealed class RetryChoice
{
    private static readonly DataType Text = DataType.Parse("String");

    private readonly Expression _id;
    private readonly IReadOnlyList<RetryStrategy> _known;

    private RetryChoice(Expression id, IReadOnlyList<RetryStrategy> known)
    {
        _id = id;
        _known = known;
    }

    /// <returns>Null when none was chosen, or when it was so flawed that it cannot run; that is reported.</returns>
    public static RetryChoice? Read(StructureReading reading)
    {
        var path = $"{reading.Path}.customProperties.resilienceStrategy";
        var json = reading.Json.Member("customProperties").Member("resilienceStrategy");
        if (json is null || ReadId(reading, json, path) is not { } id)
        {
            return null;
        }

        var choice = new RetryChoice(id, reading.RetryStrategies);
        if (id is Expression.Constant { Value: string { Length: > 0 } written } && choice.Find(written) is null)
        {
            reading.Report(Codes.UnknownRetryStrategy, path, choice.Unknown(written));
        }

        return choice;
    }

    /// <returns>Null when no id came out.</returns>
    /// <exception cref="InvalidOperationException">There is no strategy of that id.</exception>
    public RetryStrategy? Of(ActivityContext context) => context.Evaluate(_id, Text) is string { Length: > 0 } id
        ? Find(id) ?? throw new InvalidOperationException(Unknown(id))
        : null;

    private static Expression? ReadId(StructureReading reading, JsonNode json, string path)
    {
        switch (json.Text("mode")?.ToUpperInvariant())
        {
            case null or "" or "0" or "IDENTIFIER":
                return new Expression.Constant(json.Text("strategyId"));
            case "1" or "EXPRESSION":
                return reading.ReadExpression(json.Member("expression"), $"{path}.expression", Text);
            default:
                reading.Report(Codes.BadValue, $"{path}.mode",
                    $"A retry strategy is chosen by Identifier or by Expression, not by \"{json.Text("mode")}\".");
                return null;
        }
    }

    private RetryStrategy? Find(string id) => _known.FirstOrDefault(strategy => strategy.Id == id);

    private string Unknown(string id) => _known.Count == 0
        ? $"There is no retry strategy \"{id}\", and none at all here. Leave it out."
        : $"There is no retry strategy \"{id}\". Choose one of: {string.Join(", ", _known.Select(known => known.Id))}.";
}
