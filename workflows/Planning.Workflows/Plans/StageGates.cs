using System.Collections.Immutable;
using System.Text.Json;
using Planning.Accounts.Plans;
using Planning.Accounts.Stages;
using Planning.Rules.Evaluation;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;
using Planning.Workflows.Playbooks;

namespace Planning.Workflows.Plans;

/// <summary>The exit gates of plan stages: each criterion is a rule over the plan's data, not a tick box (METHOD §3).</summary>
/// <remarks>A rule belongs to the stage named by <c>gate</c> in its <c>Properties</c>; its <c>ErrorMessage</c> says what
/// is missing, its <c>SuccessEvent</c> what was found. A criterion that cannot be decided is not met; <c>undecided</c> in
/// its <c>Properties</c> says what is missing then.</remarks>
public sealed class StageGates : IGates
{
    private const string Input = "plan";

    private readonly RuleSet _rules;
    private readonly ImmutableDictionary<string, ImmutableArray<Rule>> _byStage;

    private StageGates(RuleSet rules, ImmutableDictionary<string, ImmutableArray<Rule>> byStage)
    {
        _rules = rules;
        _byStage = byStage;
    }

    public static FactSchema Schema { get; } = new(new FactInput(Input, typeof(PlanFacts)) { Labels = PlanLabels.All });

    public string Version => $"{_rules.Name} {_rules.Version}";

    /// <summary>Judges the exit of a stage. A stage without criteria is open.</summary>
    public GateResult Judge(string stage, StageFacts facts)
    {
        var plan = new RuleParameter(Input, facts);
        var criteria = _byStage.GetValueOrDefault(stage, []);
        var results = _rules.Evaluate(plan).Results.ToDictionary(result => result.Rule.Name, StringComparer.Ordinal);
        return new GateResult(
            Version,
            [
                .. from rule in criteria
                   where results[rule.Name].IsSuccess is true
                   select rule.SuccessEvent ?? _rules.Explain(rule, plan).Sentence,
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

    internal static StageGates Read(RuleSet rules, string file, List<PlaybookMistake> mistakes)
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

        return new StageGates(rules, byStage.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase));
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
