using System.Globalization;
using System.Text.Json;
using Planning.Rules.Binding;
using Planning.Rules.Books;
using Planning.Rules.Decisions;
using Planning.Rules.Dialect;
using Planning.Rules.Formulas;

namespace Planning.Rules.RuleSets;

/// <summary>Reads rules, and the rules inside them.</summary>
internal sealed class RuleReader(
    ExpressionReader expressions,
    ParameterReader parameters,
    Nulls nulls,
    RuleSettings settings,
    Findings findings,
    bool inBook)
{
    private static readonly string[] Known =
    [
        "RuleName", "Operator", "Rules", "Expression", "RuleExpressionType", "ErrorMessage", "SuccessEvent", "Enabled",
        "LocalParams", "Properties", "Actions", "WorkflowsToInject",
    ];

    private static readonly string[] Operators = ["And", "AndAlso", "Or", "OrElse"];

    private readonly MessageReader _messages = new(expressions.Schema, nulls, findings);
    private readonly ActionReader _actions = new(expressions, settings, findings);
    private readonly DecisionTermsReader _terms = new(findings);
    private int _read;

    /// <param name="mayBeEmpty">Whether rules can still come from another workflow.</param>
    public IReadOnlyList<Rule> ReadAll(IReadOnlyList<JsonShape> workflows, Scope scope, bool mayBeEmpty)
    {
        JsonShape[] shapes = [.. workflows.SelectMany(workflow => workflow.Objects("Rules"))];
        if (shapes is [] && findings.Mistakes is [] && !mayBeEmpty)
        {
            findings.Mistake(
                DiagnosticCode.Missing, workflows[0].PathOf("Rules"), "A workflow must have at least one rule.");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        var rules = new List<Rule>();
        foreach (var shape in shapes)
        {
            if (shape.Text("RuleName") is { } name && !names.Add(name))
            {
                findings.Mistake(
                    DiagnosticCode.Duplicate, shape.PathOf("RuleName"), $"Two rules are called {name}.");
            }

            if (Read(shape, scope) is { } rule)
            {
                rules.Add(rule);
            }
        }

        return rules;
    }

    /// <summary>Only RulesEngine's one kind of expression is there: by name in any case, or its number 0.</summary>
    public static bool ExpressionType(JsonShape shape, Findings findings)
    {
        const string Lambda = "LambdaExpression";
        if (shape.Any("RuleExpressionType") is not { } type
            || (type.ValueKind is JsonValueKind.Number && type.GetRawText() is "0")
            || (type.ValueKind is JsonValueKind.String
                && string.Equals(type.GetString(), Lambda, StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        findings.Mistake(
            DiagnosticCode.NotSupported, shape.PathOf("RuleExpressionType"), $"The only expression type is {Lambda}.");
        return false;
    }

    private Rule? Read(JsonShape shape, Scope scope)
    {
        if (++_read > Limits.FileEntries)
        {
            if (_read == Limits.FileEntries + 1)
            {
                findings.Mistake(
                    DiagnosticCode.TooManyRules,
                    shape.Path,
                    $"The file has more than {Limits.FileEntries} rules, those inside rules counted.");
            }

            return null;
        }

        var enabled = shape.Flag("Enabled") ?? true;
        var name = shape.Text("RuleName");
        if (string.IsNullOrWhiteSpace(name))
        {
            findings.Mistake(DiagnosticCode.Missing, shape.PathOf("RuleName"), "A rule must have a name.");
        }

        _ = ExpressionType(shape, findings);
        if (!enabled)
        {
            return null;
        }

        var locals = parameters.Read(shape, "LocalParams", scope);
        scope = locals.Scope;
        var written = shape.Text("Expression");
        var sign = Operator(shape);
        var children = shape.Objects("Rules");
        if (sign is not null && children is [] && shape.List("WorkflowsToInject") is not [])
        {
            // RulesEngine takes such a rule for one without an operator.
            sign = null;
        }

        string? reason = null;
        var condition = Check(shape, written, sign, children)
            ? expressions.Read(written ?? "", shape.PathOf("Expression"), scope, isCondition: true, out reason)
            : null;
        Rule[] inside = [.. children.Select(child => Read(child, scope)).OfType<Rule>()];
        var message = shape.Text("ErrorMessage");
        var template = message is null || !settings.FillsMessages
            ? null
            : _messages.Read(message, shape.PathOf("ErrorMessage"), scope);
        var success = shape.Text("SuccessEvent");
        var properties = shape.Any("Properties");
        var terms = settings.Nulls is NullPolicy.Unknown
            ? _terms.Read(shape.Object("Properties"))
            : DecisionTerms.None;
        var actions = Actions(shape, scope);
        locals.WarnOfUnused(findings);
        _ = shape.List("WorkflowsToInject");
        findings.WarnOfIgnored(shape, "rule", Known);
        var flaw = locals.Flaw
            ?? inside.Select(child => child.Body.Flaw).FirstOrDefault(one => one is { Kind: not FlawKind.Expression })
            ?? (reason is null ? null : new Flaw(FlawKind.Expression, reason));
        return new Rule
        {
            Name = name ?? "",
            Path = shape.Path,
            Expression = sign is null ? written : null,
            Operator = sign,
            ErrorMessage = message,
            SuccessEvent = success,
            Properties = properties,
            Terms = terms,
            Rules = inside,
            Body = new RuleBody(condition, locals.Values, template, flaw, actions),
        };
    }

    private RuleOperator? Operator(JsonShape shape)
    {
        var written = shape.Text("Operator");
        if (string.IsNullOrEmpty(written))
        {
            return null;
        }

        switch (written.ToUpper(CultureInfo.InvariantCulture))
        {
            case "AND" or "ANDALSO":
                return RuleOperator.And;
            case "OR" or "ORELSE":
                return RuleOperator.Or;
            default:
                findings.Mistake(
                    DiagnosticCode.UnknownOperator,
                    shape.PathOf("Operator"),
                    $"Unknown operator `{written}`; it is And, AndAlso, Or or OrElse.",
                    Spelling.Nearest(written, Operators));
                return null;
        }
    }

    /// <returns>Whether the rule has a condition of its own to read.</returns>
    private bool Check(JsonShape shape, string? written, RuleOperator? sign, IReadOnlyList<JsonShape> children)
    {
        var hasOperator = shape.Text("Operator") is { Length: > 0 }
            && (children.Count > 0 || shape.List("WorkflowsToInject") is []);
        var problem = (hasOperator, children.Count > 0, string.IsNullOrWhiteSpace(written)) switch
        {
            (true, false, _) => ("Rules", "A rule with an operator must have rules inside it."),
            (false, true, _) => ("Operator", "A rule with rules inside it must have an operator."),
            (false, false, true) when shape.List("WorkflowsToInject") is [] =>
                ("Expression", "A rule must have an expression, or an operator and rules."),
            _ => default,
        };
        if (problem.Item1 is not null)
        {
            findings.Mistake(DiagnosticCode.Missing, shape.PathOf(problem.Item1), problem.Item2);
        }

        return !hasOperator && sign is null && children is [] && problem.Item1 is null;
    }

    private RuleActions Actions(JsonShape shape, Scope scope)
    {
        if (shape.Any("Actions") is null)
        {
            return RuleActions.None;
        }

        if (inBook)
        {
            return _actions.Read(shape, scope);
        }

        findings.Mistake(
            DiagnosticCode.NotSupported,
            shape.PathOf("Actions"),
            "Actions are run by a rule book; for a file read alone, say what to do in Properties under `then`.");
        return RuleActions.None;
    }
}
