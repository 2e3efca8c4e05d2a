using System.Collections.Immutable;
using System.Text.Json;
using Planning.Accounts.Stages;
using Planning.Rules.Evaluation;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;
using Planning.Workflows.Playbooks;

namespace Planning.Workflows.Plans;

/// <summary>The exit gates of one kind of process: each criterion is a rule over its data, not a tick box (METHOD §3).</summary>
/// <remarks>A rule belongs to the stage named by <c>gate</c> in its <c>Properties</c>; its <c>ErrorMessage</c> says what
/// is missing, its <c>SuccessEvent</c> what was found. A criterion that cannot be decided is not met; <c>undecided</c> in
/// its <c>Properties</c> says what is missing then.</remarks>
public sealed class StageGates : IGates
{
    private readonly GateKind _kind;
    private readonly RuleSet _rules;
    private readonly ImmutableDictionary<string, ImmutableArray<Rule>> _byStage;

    private StageGates(GateKind kind, RuleSet rules, ImmutableDictionary<string, ImmutableArray<Rule>> byStage)
    {
        _kind = kind;
        _rules = rules;
        _byStage = byStage;
    }

    public string Version => $"{_rules.Name} {_rules.Version}";

    /// <summary>Judges the exit of a stage. A stage without criteria is open.</summary>
    public GateResult Judge(string stage, StageFacts facts)
    {
        var given = new RuleParameter(_kind.Input, facts);
        var criteria = facts.Also().Append(stage).Distinct(StringComparer.OrdinalIgnoreCase)
            .SelectMany(one => _byStage.GetValueOrDefault(one, [])).ToList();
        var results = _rules.Evaluate(given).Results.ToDictionary(result => result.Rule.Name, StringComparer.Ordinal);
        return new GateResult(
            Version,
            [
                .. from rule in criteria
                   where results[rule.Name].IsSuccess is true
                   select rule.SuccessEvent ?? _rules.Explain(rule, given).Sentence,
            ],
            [
                .. from rule in criteria
                   where results[rule.Name].IsSuccess is not true
                   select Missing(rule, results[rule.Name]),
            ])
        {
            Facts = facts,
            Unmet =
            [
                .. from rule in criteria
                   where results[rule.Name].IsSuccess is not true
                   select rule.Name,
            ],
        };
    }

    internal static StageGates Read(GateKind kind, RuleSet rules, string file, List<PlaybookMistake> mistakes)
    {
        var byStage = new Dictionary<string, ImmutableArray<Rule>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (at, rule) in rules.Rules.Index())
        {
            if (Member(rule, "gate") is { } gate)
            {
                byStage[gate] = byStage.GetValueOrDefault(gate, []).Add(rule);
            }
            else
            {
                mistakes.Add(new PlaybookMistake(
                    file,
                    "PLAYBOOK003",
                    $"$.Rules[{at}].Properties.gate",
                    $"Say which stage {rule.Name} guards: \"gate\": \"A1\"."));
            }
        }

        return new StageGates(kind, rules, byStage.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase));
    }

    private static string Missing(Rule rule, RuleResult result) => result switch
    {
        { IsSuccess: null } when Member(rule, "undecided") is { } undecided => undecided,
        { Message.Length: > 0 } => result.Message,
        _ => $"{rule.Name} is not met.",
    };

    private static string? Member(Rule rule, string name) =>
        rule.Properties is { ValueKind: JsonValueKind.Object } properties
        && properties.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;
}
