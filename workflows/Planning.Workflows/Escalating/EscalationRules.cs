using System.Collections.Immutable;
using System.Text.Json;
using Planning.Accounts.Escalations;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;
using Planning.Workflows.Playbooks;

namespace Planning.Workflows.Escalating;

/// <summary>The escalation rules of one version: judge what is watched, and say in words why (METHOD §5.5).</summary>
/// <remarks>A rule's <c>Properties</c> name its <c>scope</c>, a <c>title</c>, the <c>holdDays</c> and the <c>ladder</c>:
/// <c>{ "to": "REGION_HEAD", "workingDays": 5 }</c>, or <c>days</c> or <c>hours</c> from the trigger;
/// <c>daysBefore</c> the end or <c>percent</c> of the time that the watched thing has.</remarks>
public sealed class EscalationRules : IEscalationRules
{
    private const string Input = "it";

    private readonly RuleSet _rules;
    private readonly ImmutableDictionary<string, ImmutableArray<Rule>> _byScope;
    private readonly ImmutableDictionary<string, EscalationTerms> _terms;

    private EscalationRules(
        RuleSet rules,
        ImmutableDictionary<string, ImmutableArray<Rule>> byScope,
        ImmutableDictionary<string, EscalationTerms> terms)
    {
        _rules = rules;
        _byScope = byScope;
        _terms = terms;
    }

    public static FactSchema Schema { get; } = new(
        new FactInput(Input, typeof(EscalationFacts)) { Labels = EscalationLabels.All() });

    public string Version => $"{_rules.Name} {_rules.Version}";

    public IEnumerable<Condition> Judge(Watched watched)
    {
        var rules = _byScope.GetValueOrDefault(watched.Scope, []);
        if (rules is [])
        {
            return [];
        }

        var given = new RuleParameter(Input, watched.Facts);
        return _rules.Evaluate(rules, given).Select(result => new Condition(
            result.Rule.Name,
            watched,
            result.IsSuccess,
            result.IsSuccess is true ? _rules.Explain(result.Rule, given).Sentence : ""));
    }

    public EscalationTerms Terms(string rule) => _terms[rule];

    internal static EscalationRules Read(RuleSet rules, string file, List<PlaybookMistake> mistakes)
    {
        var byScope = new Dictionary<string, ImmutableArray<Rule>>(StringComparer.Ordinal);
        var terms = new Dictionary<string, EscalationTerms>(StringComparer.Ordinal);
        foreach (var (at, rule) in rules.Rules.Index())
        {
            var reader = new TermsReader(file, $"$.Rules[{at}].Properties", mistakes);
            if (reader.Read(rule) is var (scope, read))
            {
                byScope[scope] = byScope.GetValueOrDefault(scope, []).Add(rule);
                terms[rule.Name] = read;
            }
        }

        return new EscalationRules(
            rules, byScope.ToImmutableDictionary(StringComparer.Ordinal), terms.ToImmutableDictionary(StringComparer.Ordinal));
    }

    /// <summary>Reads how a rule raises; all mistakes at once.</summary>
    private sealed class TermsReader(string file, string path, List<PlaybookMistake> mistakes)
    {
        private readonly int _before = mistakes.Count;

        public (string Scope, EscalationTerms Terms)? Read(Rule rule)
        {
            if (rule.Properties is not { ValueKind: JsonValueKind.Object } properties)
            {
                Report("", "Say what the rule looks at and whom it tells: scope, title, ladder.");
                return null;
            }

            var scope = Text(properties, "scope");
            if (scope.Length > 0 && !Watched.Scopes.Contains(scope))
            {
                Report(".scope", $"“{scope}” is nothing that is watched; write one of {string.Join(", ", Watched.Scopes)}.");
            }

            var read = new EscalationTerms(Text(properties, "title"), Number(properties, "holdDays", "") ?? 0, Ladder(properties));
            return mistakes.Count == _before ? (scope, read) : null;
        }

        private ImmutableArray<LadderStep> Ladder(JsonElement properties)
        {
            if (!properties.TryGetProperty("ladder", out var ladder) || ladder.ValueKind is not JsonValueKind.Array
                || ladder.GetArrayLength() == 0)
            {
                Report(".ladder", "Say who is told when: \"ladder\": [{ \"to\": \"AR\" }, { \"to\": \"ACCOUNT_HEAD\", \"days\": 14 }].");
                return [];
            }

            return [.. ladder.EnumerateArray().Select((step, at) => Step(step, $".ladder[{at}]"))];
        }

        private LadderStep Step(JsonElement step, string at)
        {
            if (step.ValueKind is not JsonValueKind.Object)
            {
                Report(at, "A step is an object: { \"to\": \"AR\" }.");
                return new LadderStep("");
            }

            var read = new LadderStep(
                Text(step, "to", at),
                Number(step, "hours", at),
                Number(step, "days", at),
                Number(step, "workingDays", at),
                Number(step, "daysBefore", at),
                Number(step, "percent", at));
            if (new[] { read.Hours, read.Days, read.WorkingDays, read.DaysBefore, read.Percent }.Count(time => time is not null) > 1)
            {
                Report(at, "A step has one time: hours, days, workingDays, daysBefore or percent.");
            }

            return read;
        }

        private string Text(JsonElement from, string member, string at = "")
        {
            if (from.TryGetProperty(member, out var value) && value.ValueKind is JsonValueKind.String
                && value.GetString() is { Length: > 0 } text)
            {
                return text;
            }

            Report($"{at}.{member}", $"A text is needed here: \"{member}\": \"…\".");
            return "";
        }

        private int? Number(JsonElement from, string member, string at)
        {
            if (!from.TryGetProperty(member, out var value))
            {
                return null;
            }

            if (value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 0)
            {
                return number;
            }

            Report($"{at}.{member}", "A whole number of 0 or more is needed here.");
            return null;
        }

        private void Report(string where, string message) =>
            mistakes.Add(new PlaybookMistake(file, "PLAYBOOK011", path + where, message));
    }
}
