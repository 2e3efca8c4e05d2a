using Planning.Accounts.Tiers;
using Planning.Workflows.Backtests;
using Planning.Workflows.Tests.Support;
using Planning.Workflows.Tiering;

namespace Planning.Workflows.Tests.Backtests;

/// <summary>One customer of tier B with a match of 30 in all three quarters: it falls to C in the first.</summary>
public sealed class When_rules_get_in_each_others_way : BacktestSpec
{
    private const string ToC = """{ "do": "set_tier", "value": "C" }""";
    private const string Harvest =
        """{ "do": "propose_posture", "value": "HARVEST" }, { "do": "approval", "chain": ["REGION_HEAD"] }""";

    private const string Company = """{ "do": "set_insight_depth", "value": "COMPANY" }""";
    private const string Department = """{ "do": "set_insight_depth", "value": "DEPARTMENT" }""";

    private static readonly TierRules Nothing = Rules(
        "2026.1", LooseRule("TOP", 5, "customer.Tier == \"S\"", """{ "do": "flag", "value": "TOP" }"""));

    [Fact]
    public void of_one_group_the_first_beats_the_others()
    {
        var draft = Rules(
            "2026.2",
            TierRule("DOWN", 30, "customer.Tier == \"B\" && customer.Match < 40", ToC),
            TierRule("COW", 20, "customer.Match < 40", Harvest),
            TierRule("LATE", 10, "customer.Match < 40", ToC));
        var tried = Tried(draft);
        Assert.Equal(
            [
                // In the first quarter DOWN beats both; in the other two COW does what is left.
                new("COW", "LATE", ConflictKind.Beaten, 2),
                new("DOWN", "COW", ConflictKind.Beaten, 1),
                new("DOWN", "LATE", ConflictKind.Beaten, 1),
            ],
            tried.Conflicts);
        Assert.Equal(
            [("DOWN", null), ("COW", "always true"), ("LATE", "always beaten")],
            tried.Rules.Select(rule => (rule.Rule, rule.Remark)));
    }

    [Fact]
    public void two_that_speak_at_once_and_want_something_different_contradict_each_other()
    {
        var draft = Rules(
            "2026.2",
            LooseRule("SHALLOW", 20, "customer.Match < 50", Company),
            LooseRule("DEEP", 10, "customer.Match < 40", Department),
            LooseRule("DEEPER", 5, "customer.Match < 35", Department));
        Assert.Equal(
            [new("SHALLOW", "DEEP", ConflictKind.Contradicted, 3), new("SHALLOW", "DEEPER", ConflictKind.Contradicted, 3)],
            Tried(draft).Conflicts);
    }

    [Fact]
    public void a_rule_that_has_not_held_long_enough_contradicts_nobody()
    {
        var draft = Rules(
            "2026.2",
            LooseRule("SHALLOW", 20, "customer.Match < 50", Company, hold: 3),
            LooseRule("DEEP", 10, "customer.Match < 40", Department));
        Assert.Equal([new("SHALLOW", "DEEP", ConflictKind.Contradicted, 1)], Tried(draft).Conflicts);
    }

    [Fact]
    public void a_rule_that_was_true_and_never_for_long_enough_is_told_as_never_fired()
    {
        var draft = Rules("2026.2", LooseRule("SHALLOW", 20, "customer.QuartersInTier == 9", Company, hold: 2));
        Assert.Equal("never fired", Assert.Single(Tried(draft).Rules).Remark);
    }

    [Fact]
    public void rules_that_mind_their_own_business_are_no_conflict()
    {
        var draft = Rules(
            "2026.2",
            TierRule("DOWN", 30, "customer.Tier == \"B\" && customer.Match < 40", ToC),
            LooseRule("DEEP", 10, "customer.Match < 40", Department),
            LooseRule("TOLD", 5, "customer.Match < 40", """{ "do": "notify", "role": "REGION_HEAD" }"""));
        Assert.Empty(Tried(draft).Conflicts);
    }

    [Fact]
    public void what_waits_for_people_has_no_effect_when_nobody_answers()
    {
        var draft = Rules("2026.2", TierRule("COW", 20, "customer.Match < 40", Harvest));
        var customer = Customer("falling", Tier.B, 40, 30, 30, 30);
        Assert.Equal(0, Try(Nothing, draft, ProposalFate.Waiting, customer).Differing);
        Assert.Equal(Posture.Harvest, Assert.Single(Try(Nothing, draft, customer).Differences).Draft.Posture);
    }

    private static BacktestedRules Tried(TierRules draft) =>
        Try(Nothing, draft, Customer("falling", Tier.B, 40, 30, 30, 30)).Draft;
}
