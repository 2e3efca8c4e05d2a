using System.Text.Json;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Decisions;

/// <summary>Reads what a rule's properties say about deciding.</summary>
internal sealed class DecisionTermsReader(Findings findings)
{
    private static readonly string[] Known = ["group", "priority", "stop", "hold", "unless", "then"];

    public DecisionTerms Read(JsonShape? properties)
    {
        if (properties is null)
        {
            return DecisionTerms.None;
        }

        findings.ShapeCode = DiagnosticCode.DecisionTerm;
        var terms = new DecisionTerms(
            properties.Text("group"),
            properties.Number("priority") ?? 0,
            properties.Flag("stop") ?? false,
            HoldFor(properties),
            properties.Texts("unless"),
            Then(properties));
        findings.ShapeCode = DiagnosticCode.WrongShape;
        foreach (var name in properties.Others())
        {
            findings.Warn(
                DiagnosticCode.UnknownDecisionTerm,
                properties.PathOf(name),
                $"`{name}` says nothing about deciding; it is kept as it is.",
                Spelling.Nearest(name, Known));
        }

        return terms;
    }

    private int HoldFor(JsonShape properties)
    {
        if (properties.Object("hold") is not { } hold)
        {
            return 1;
        }

        if (hold.Any("consecutive") is { ValueKind: JsonValueKind.Number } number
            && number.TryGetInt32(out var times) && times > 0)
        {
            return times;
        }

        findings.Mistake(
            DiagnosticCode.DecisionTerm,
            hold.PathOf("consecutive"),
            "`hold.consecutive` must be a whole number of at least 1.");
        return 1;
    }

    private List<JsonElement> Then(JsonShape properties)
    {
        var actions = new List<JsonElement>();
        foreach (var (value, path) in properties.List("then"))
        {
            if (value.ValueKind is JsonValueKind.Object
                && value.TryGetProperty("do", out var deed) && deed.ValueKind is JsonValueKind.String)
            {
                actions.Add(value);
            }
            else
            {
                findings.Mistake(
                    DiagnosticCode.DecisionTerm, path, "An action must be an object with a text `do`.");
            }
        }

        return actions;
    }
}
