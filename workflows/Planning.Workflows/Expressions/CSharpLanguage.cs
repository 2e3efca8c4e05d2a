using Planning.Flows.Expressions;
using Planning.Rules.Books;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;

namespace Planning.Workflows.Expressions;

/// <summary>C# in workflows: one expression in the language of the rules, with Elsa's names for what it may use.</summary>
/// <remarks>
/// <c>Variables.Name</c>, <c>Input.Name</c>, <c>CorrelationId</c>, <c>WorkflowInstanceId</c>,
/// <c>WorkflowInstanceName</c>, <c>WorkflowDefinitionId</c>, <c>WorkflowDefinitionVersionId</c> and
/// <c>WorkflowDefinitionVersion</c>. Written as Elsa's users do, <c>return …;</c>, or without the <c>return</c>. Where
/// everything it uses has a declared type it is checked whole when the workflow is read; what hangs on an Object is
/// checked when it runs.
/// </remarks>
public sealed class CSharpLanguage : IExpressionLanguage
{
    private const string Variables = "Variables";
    private const string Input = "Input";

    private static readonly RuleSettings Settings = RuleSettings.RulesEngine with { Flaws = FlawPolicy.Refuse };

    private static readonly RuleBook Untyped = new(Settings);

    private static readonly FactInput[] OfTheInstance =
    [
        new("CorrelationId", typeof(string)),
        new("WorkflowDefinitionId", typeof(string)),
        new("WorkflowDefinitionVersion", typeof(int)),
        new("WorkflowDefinitionVersionId", typeof(string)),
        new("WorkflowInstanceId", typeof(string)),
        new("WorkflowInstanceName", typeof(string)),
    ];

    public string Type => "CSharp";

    public ExpressionCompilation Compile(string text, ExpressionScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (SingleExpression.In(text) is not { } written)
        {
            return Refused(new ExpressionMistake(
                "C# here is one expression, such as `return Variables.Amount * 2;`. Put further steps into activities of "
                + "their own, or write them in JavaScript."));
        }

        var expression = Untyped.Prepare(written);
        if (expression.Mistakes is not [])
        {
            return Refused([.. expression.Mistakes.Select(Mistake)]);
        }

        var variables = Used(expression, Variables, scope.Variables.Select(one => (one.Name, one.Type)));
        var inputs = Used(expression, Input, scope.Inputs.Select(one => (one.Name, one.Type)));
        if (variables.IsTyped && inputs.IsTyped)
        {
            expression = new RuleBook(Settings, new FactSchema(
                [new FactInput(Variables, variables.Shape), new FactInput(Input, inputs.Shape), .. OfTheInstance])).Prepare(written);
        }

        ExpressionMistake[] mistakes =
            [.. expression.Mistakes.Select(Mistake), .. variables.Unknown("variable"), .. inputs.Unknown("workflow input")];
        return mistakes is [] ? new ExpressionCompilation.Compiled(context => Compute(expression, context, variables, inputs))
            : Refused(mistakes);
    }

    private static object? Compute(BookExpression expression, ExpressionContext context, UsedNames variables, UsedNames inputs) =>
        expression.Compute(
            new RuleParameter(Variables, variables.Values(context.Variable)),
            new RuleParameter(Input, inputs.Values(context.Input)),
            new RuleParameter("CorrelationId", context.CorrelationId ?? ""),
            new RuleParameter("WorkflowDefinitionId", context.DefinitionId),
            new RuleParameter("WorkflowDefinitionVersion", context.DefinitionVersion),
            new RuleParameter("WorkflowDefinitionVersionId", context.DefinitionVersionId),
            new RuleParameter("WorkflowInstanceId", context.InstanceId),
            new RuleParameter("WorkflowInstanceName", context.InstanceName ?? "")) switch
        {
            Computation.Known known => known.Value,
            Computation.Failed failed => throw new InvalidOperationException(failed.Reason, failed.Cause),
            Computation.Flawed flawed => throw new InvalidOperationException(
                string.Join(' ', flawed.Mistakes.Select(mistake => Mistake(mistake).Message))),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static UsedNames Used(BookExpression expression, string record, IEnumerable<(string Name, DataType Type)> declared)
    {
        var nearest = declared.DistinctBy(one => one.Name, StringComparer.OrdinalIgnoreCase).ToList();
        return new UsedNames(nearest, expression.MembersOf(record) ?? [.. nearest.Select(one => one.Name)]);
    }

    private static ExpressionMistake Mistake(Diagnostic found) => new(
        found.Suggestion is { } suggestion ? $"{found.Message} Did you mean `{suggestion}`?" : found.Message,
        found.Line, found.Column);

    private static ExpressionCompilation.Refused Refused(params IReadOnlyList<ExpressionMistake> mistakes) => new(mistakes);
}
