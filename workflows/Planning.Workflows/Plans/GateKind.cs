using System.Collections.Immutable;
using Planning.Accounts.Certification;
using Planning.Accounts.Plans;
using Planning.Accounts.Stages;
using Planning.Accounts.Teams;
using Planning.Rules.Facts;
using Planning.Rules.Wording;
using Planning.Workflows.Teams;

namespace Planning.Workflows.Plans;

/// <summary>A kind of process whose stages have exit gates, and what the rules of these may know.</summary>
public sealed class GateKind
{
    private GateKind(string ruleSet, string input, Type facts, IReadOnlyDictionary<string, Label> labels)
    {
        (RuleSet, Input, Facts) = (ruleSet, input, facts);
        Schema = new FactSchema(new FactInput(input, facts) { Labels = labels });
    }

    public static GateKind Plan { get; } = new("plan-gates", "plan", typeof(PlanFacts), PlanLabels.All);

    public static GateKind Campaign { get; } =
        new("certification-gates", "campaign", typeof(CampaignFacts), CampaignLabels.All);

    public static GateKind Team { get; } = new("team-gates", "seat", typeof(SeatFacts), TeamLabels.All);

    public static ImmutableArray<GateKind> All { get; } = [Plan, Campaign, Team];

    /// <summary>The rule set of its gates; the file has the same name.</summary>
    public string RuleSet { get; }

    /// <summary>What rules call the facts.</summary>
    public string Input { get; }

    /// <summary>The kind of <see cref="StageFacts"/>.</summary>
    public Type Facts { get; }

    public FactSchema Schema { get; }
}
