using Planning.Rules.Binding;
using Planning.Rules.Evaluation;
using Planning.Rules.Facts;
using Planning.Rules.Formulas;

namespace Planning.Rules.RuleSets;

/// <summary>Reads one workflow: its name, its global parameters, its rules.</summary>
internal sealed class WorkflowReader(FactSchema schema, NullPolicy policy, Findings findings)
{
    private static readonly string[] Known = ["WorkflowName", "Version", "GlobalParams", "Rules", "WorkflowsToInject"];

    public RuleSet? Read(JsonShape shape)
    {
        var nulls = new Nulls(policy);
        var expressions = new ExpressionReader(schema, nulls, findings);
        var name = shape.Text("WorkflowName");
        if (string.IsNullOrWhiteSpace(name))
        {
            findings.Mistake(DiagnosticCode.Missing, shape.PathOf("WorkflowName"), "A workflow must have a name.");
        }

        var version = shape.Text("Version") ?? "1";
        _ = RuleReader.ExpressionType(shape, findings);
        if (shape.List("WorkflowsToInject") is not [])
        {
            findings.Mistake(
                DiagnosticCode.NotSupported,
                shape.PathOf("WorkflowsToInject"),
                "Workflows cannot be injected into one another yet; write the rules into this one.");
        }

        Formula.Input[] inputs = [.. schema.Inputs.Select((input, i) => new Formula.Input(i, input.Name, input.Type))];
        var parameters = new ParameterReader(expressions, findings, inputs.Length);
        var (scope, globals) = parameters.Read(shape, "GlobalParams", Scope.Of(inputs));
        var rules = new RuleReader(expressions, parameters, nulls, policy, findings).ReadAll(shape, scope);
        findings.WarnOfIgnored(shape, "workflow", Known);
        return findings.Mistakes is []
            ? new RuleSet(name!, version, new Frames(schema, globals, parameters.Slots), nulls, rules)
            : null;
    }
}
