using System.Collections.Immutable;
using System.Text.Json;
using Planning.Rules.Decisions;
using Planning.Rules.RuleSets;
using Planning.Rules.Tests.Support;

namespace Planning.Rules.Tests.Decisions;

public sealed class When_tiers_are_decided : RuleSpec
{
    private const string Tiering = """
        { "WorkflowName": "tiering", "Version": "2026.1",
          "GlobalParams": [
            { "Name": "ValueScore", "Expression": "100 * (0.5 * Math.Min(1, Math.Log10(1 + customer.RevenueTtm) / Math.Log10(1 + 400)) + 0.25 * Math.Min(customer.ContributionPct / 0.30, 1) + 0.25 * Math.Min(customer.PcIndex / 2, 1))" },
            { "Name": "QualityScore", "Expression": "customer.Quality" },
            { "Name": "Composite", "Expression": "0.5 * customer.Match + 0.5 * QualityScore" } ],
          "Rules": [
            { "RuleName": "GATE", "Expression": "customer.Stakeholders < 1", "Properties": { "priority": 1000, "stop": true } },
            { "RuleName": "CASH-COW", "Expression": "customer.Posture != \"HARVEST\" and ValueScore >= 55 and customer.Match < 50",
              "Properties": { "group": "tier_move", "priority": 900, "hold": { "consecutive": 2 } } },
            { "RuleName": "PROMOTE-A", "SuccessEvent": "A", "Expression": "customer.Tier == \"B\" && Composite >= 60 && customer.Match >= 60 && QualityScore >= 50 && customer.PcIndex >= 1.0 && customer.Posture != \"HARVEST\"",
              "Properties": { "group": "tier_move", "priority": 700, "hold": { "consecutive": 2 }, "then": [ { "do": "propose_tier", "value": "A" } ] } },
            { "RuleName": "DEMOTE-B", "Expression": "customer.Tier == \"B\" && (customer.Match < 40 || QualityScore < 35)",
              "Properties": { "group": "tier_move", "priority": 400, "unless": [ "open_certification" ] } },
            { "RuleName": "FLAG", "Expression": "customer.RevenueTtm > 20" } ] }
        """;

    private static readonly HashSet<string> Nothing = [];

    private static readonly Customer Aurora = new()
    {
        Tier = Tier.B,
        Posture = Posture.Build,
        RevenueTtm = 21,
        ContributionPct = 0.2,
        PcIndex = 1.47,
        Match = 76,
        Quality = 92.1,
        Stakeholders = 2,
    };

    private static readonly RuleSet Rules = Sound(Tiering);

    [Fact]
    [Trait("METHOD §4.4", "3")]
    public void a_winner_is_held_until_it_was_true_often_enough()
    {
        var first = Decide(DecisionState.Empty, Aurora);
        Assert.Equal(new RuleOutcome.Holding(Rule("PROMOTE-A"), 1, 2), first["PROMOTE-A"]);
        var second = Decide(first.Next, Aurora);
        Assert.Equal(new RuleOutcome.Fired(Rule("PROMOTE-A"), 2), second["PROMOTE-A"]);
        var third = Decide(second.Next, Aurora);
        Assert.Equal(new RuleOutcome.Fired(Rule("PROMOTE-A"), 3), third["PROMOTE-A"]);
    }

    [Fact]
    [Trait("METHOD §4.4", "3")]
    public void a_false_quarter_starts_the_count_again_and_an_unknown_one_leaves_it()
    {
        var once = Decide(DecisionState.Empty, Aurora).Next;
        Assert.Equal(1, once.Holds["PROMOTE-A"]);
        Assert.Equal(1, Decide(once, Aurora with { Match = null }).Next.Holds["PROMOTE-A"]);
        Assert.False(Decide(once, Aurora with { Match = 59.9 }).Next.Holds.ContainsKey("PROMOTE-A"));
    }

    [Fact]
    [Trait("METHOD §4.4", "2")]
    public void an_unknown_rule_freezes_the_lower_rules_of_its_group_only()
    {
        var cow = Aurora with { RevenueTtm = 400, Match = null, Quality = 30 };
        var decided = Decide(DecisionState.Empty, cow);
        Assert.Equal(["customer.Match"], Assert.IsType<RuleOutcome.Unknown>(decided["CASH-COW"]).MissingFacts);
        Assert.Equal(new RuleOutcome.FrozenBy(Rule("DEMOTE-B"), "CASH-COW"), decided["DEMOTE-B"]);
        Assert.Equal(1, decided.Next.Holds["DEMOTE-B"]);
        Assert.IsType<RuleOutcome.Fired>(decided["FLAG"]);
    }

    [Fact]
    [Trait("METHOD §4.4", "2")]
    public void the_first_true_rule_of_a_group_beats_the_others_even_while_it_is_held()
    {
        var cow = Aurora with { RevenueTtm = 400, Match = 30, Quality = 30 };
        var decided = Decide(DecisionState.Empty, cow);
        Assert.Equal(new RuleOutcome.Holding(Rule("CASH-COW"), 1, 2), decided["CASH-COW"]);
        Assert.Equal(new RuleOutcome.BeatenBy(Rule("DEMOTE-B"), "CASH-COW"), decided["DEMOTE-B"]);
        Assert.Equal(1, decided.Next.Holds["DEMOTE-B"]);
    }

    [Fact]
    [Trait("METHOD §4.4", "4")]
    public void a_predicate_postpones_a_rule_that_keeps_counting()
    {
        var falling = Aurora with { RevenueTtm = 1, Match = 30 };
        var put_off = Decide(DecisionState.Empty, falling, "open_certification");
        Assert.Equal(new RuleOutcome.Postponed(Rule("DEMOTE-B"), "open_certification"), put_off["DEMOTE-B"]);
        Assert.Equal(new RuleOutcome.Fired(Rule("DEMOTE-B"), 2), Decide(put_off.Next, falling)["DEMOTE-B"]);
    }

    [Fact]
    [Trait("METHOD §4.4", "5")]
    public void a_stop_rule_ends_the_evaluation_and_freezes_the_counters_below()
    {
        var once = Decide(DecisionState.Empty, Aurora).Next;
        var stopped = Decide(once, Aurora with { Stakeholders = 0 });
        Assert.Equal(new RuleOutcome.Fired(Rule("GATE"), 1), stopped["GATE"]);
        Assert.Equal(new RuleOutcome.NotReached(Rule("PROMOTE-A"), "GATE"), stopped["PROMOTE-A"]);
        Assert.Equal(1, stopped.Next.Holds["PROMOTE-A"]);
    }

    [Fact]
    [Trait("METHOD §4.4", "5")]
    public void a_stop_rule_that_is_undecided_lets_flags_speak_and_nobody_move()
    {
        var rules = Sound("""
            { "WorkflowName": "gated", "Rules": [
              { "RuleName": "FIRST", "Expression": "customer.Match < 0", "Properties": { "group": "move", "priority": 30 } },
              { "RuleName": "GATE", "Expression": "customer.PcIndex < 1", "Properties": { "priority": 20, "stop": true } },
              { "RuleName": "MOVE", "Expression": "customer.Match < 40", "Properties": { "group": "move", "priority": 10 } },
              { "RuleName": "FLAG", "Expression": "customer.Match < 40" } ] }
            """);
        var decided = new Decided(rules.Decide(
            DecisionState.Empty, Nothing, About(Aurora with { Match = 30, PcIndex = null })));
        Assert.IsType<RuleOutcome.Unknown>(decided["GATE"]);
        Assert.Equal("GATE", Assert.IsType<RuleOutcome.FrozenBy>(decided["MOVE"]).By);
        Assert.Equal(1, decided.Next.Holds["MOVE"]);
        Assert.IsType<RuleOutcome.Fired>(decided["FLAG"]);
    }

    [Fact]
    public void outcomes_come_in_the_order_of_priority_and_the_scores_come_with_them()
    {
        var result = Rules.Decide(DecisionState.Empty, Nothing, About(Aurora));
        Assert.Equal(
            ["GATE", "CASH-COW", "PROMOTE-A", "DEMOTE-B", "FLAG"], result.Outcomes.Select(one => one.Rule.Name));
        Assert.Equal(("tiering", "2026.1"), (result.RuleSet, result.Version));
        Assert.Equal(84.05, (double)result.Globals["Composite"]!, 6);
    }

    [Fact]
    public void a_promotion_explains_itself_in_one_sentence() => Assert.Equal(
        "tier is B, composite 84.05 ≥ 60, match 76 ≥ 60, quality 92.1 ≥ 50, per-head 1.47 ≥ 1.0, "
        + "posture is Build, not Harvest",
        Rules.Explain(Rule("PROMOTE-A"), About(Aurora)).Sentence);

    [Fact]
    public void the_actions_of_a_rule_can_be_read_from_its_terms() => Assert.Equal(
        "propose_tier", Rule("PROMOTE-A").Terms.Then[0].GetProperty("do").GetString());

    [Fact]
    public void the_state_survives_json_and_compares_by_value()
    {
        var state = new DecisionState(ImmutableSortedDictionary<string, int>.Empty.Add("T-22", 1).Add("T-10", 3));
        var again = JsonSerializer.Deserialize<DecisionState>(JsonSerializer.Serialize(state));
        Assert.Equal(state, again);
        Assert.Equal(state.GetHashCode(), again!.GetHashCode());
        Assert.NotEqual(state, DecisionState.Empty);
    }

    private static Rule Rule(string name) => Rules.Rules.Single(rule => rule.Name == name);

    private static Decided Decide(DecisionState state, Customer customer, params string[] predicates) =>
        new(Rules.Decide(state, predicates.ToHashSet(), About(customer)));

    private sealed record Decided(DecisionResult Result)
    {
        public DecisionState Next => Result.Next;

        public RuleOutcome this[string rule] => Result.Outcomes.Single(outcome => outcome.Rule.Name == rule);
    }
}
