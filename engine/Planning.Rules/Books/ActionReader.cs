using System.Text.Json;
using Planning.Rules.Binding;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Books;

/// <summary>Reads the actions of a rule. Names and keys are read in any case.</summary>
internal sealed class ActionReader(ExpressionReader expressions, RuleSettings settings, Findings findings)
{
    private static readonly string[] Known = ["OnSuccess", "OnFailure"];

    public RuleActions Read(JsonShape rule, Scope scope)
    {
        if (rule.Object("Actions") is not { } actions)
        {
            return RuleActions.None;
        }

        var read = new RuleActions(One(actions.Object("OnSuccess"), scope), One(actions.Object("OnFailure"), scope));
        findings.WarnOfIgnored(actions, "set of actions", Known);
        return read;
    }

    private ActionPlan? One(JsonShape? action, Scope scope)
    {
        if (action is null)
        {
            return null;
        }

        var name = action.Text("Name");
        var context = action.Object("Context");
        if (string.IsNullOrWhiteSpace(name))
        {
            findings.Mistake(DiagnosticCode.Missing, action.PathOf("Name"), "An action must have a name.");
            return null;
        }

        return name.ToUpperInvariant() switch
        {
            "OUTPUTEXPRESSION" => Output(action, context, scope),
            "EVALUATERULE" => EvaluateRule(action, context, scope),
            _ => Custom(action, name, context),
        };
    }

    private ActionPlan.Custom Custom(JsonShape action, string name, JsonShape? context)
    {
        if (!settings.Actions.ContainsKey(name))
        {
            var message = $"No action {name} is registered.";
            var known = settings.Actions.Keys.Append("OutputExpression").Append("EvaluateRule");
            if (settings.Flaws is FlawPolicy.Refuse)
            {
                findings.Mistake(
                    DiagnosticCode.UnknownName, action.PathOf("Name"), message, Spelling.Nearest(name, known));
            }
            else
            {
                findings.Warn(
                    DiagnosticCode.UnknownName, action.PathOf("Name"), message, Spelling.Nearest(name, known));
            }
        }

        return new ActionPlan.Custom(name, context?.Members ?? new Dictionary<string, JsonElement>());
    }

    private ActionPlan.Output? Output(JsonShape action, JsonShape? context, Scope scope)
    {
        if (Written(context, "Expression") is not { } written)
        {
            findings.Mistake(
                DiagnosticCode.Missing, action.PathOf("Context"), "OutputExpression needs an `Expression`.");
            return null;
        }

        var formula = expressions.Read(
            written, context!.PathOf("Expression"), scope, isCondition: false, out var reason);
        return new ActionPlan.Output(formula, reason);
    }

    private ActionPlan.EvaluateRule? EvaluateRule(JsonShape action, JsonShape? context, Scope scope)
    {
        if (context?.Text("workflowName") is not { } workflow || context.Text("ruleName") is not { } rule)
        {
            findings.Mistake(
                DiagnosticCode.Missing,
                action.PathOf("Context"),
                "EvaluateRule needs a `workflowName` and a `ruleName`.");
            return null;
        }

        var filter = context.Any("inputFilter") is null
            ? null
            : context.Texts("inputFilter").ToHashSet(StringComparer.OrdinalIgnoreCase);
        scope.UseAll();
        return new ActionPlan.EvaluateRule(
            workflow, rule, [.. scope.Values], filter, [.. context.Objects("additionalInputs").Select(Added)]);

        AddedInput Added(JsonShape input)
        {
            var written = Written(input, "Expression") ?? "";
            var formula = expressions.Read(
                written, input.PathOf("Expression"), scope, isCondition: false, out var reason);
            return new AddedInput(input.Text("Name") ?? "", formula, reason);
        }
    }

    // Any JSON that is not a text stands for itself: 5, true.
    private static string? Written(JsonShape? shape, string name) => shape?.Any(name) is not { } value ? null
        : value.ValueKind is JsonValueKind.String ? value.GetString()
        : value.GetRawText();
}
