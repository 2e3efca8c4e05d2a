using Planning.Accounts.Metrics;
using Planning.Accounts.Tiers;
using Planning.Rules.Decisions;
using Planning.Workflows.Tests.Support;

namespace Planning.Workflows.Tests.Tiering;

/// <summary>T-00 and T-01: nothing is decided on thin data, and the law does not wait.</summary>
public sealed class When_data_or_law_stand_in_the_way : TierRuleSpec
{
    private const string DataGate = "T-00-DATA-GATE";
    private const string LegalHold = "T-01-LEGAL-HOLD";

    [Fact]
    public void below_four_fifths_of_the_facts_nothing_is_decided()
    {
        IsNotTrue(DataGate, Ordinary with { DataCompleteness = 0.8 });
        Speaks(DataGate, Ordinary with { DataCompleteness = 0.79 });
    }

    [Fact]
    public void a_match_older_than_four_hundred_days_decides_nothing()
    {
        IsNotTrue(DataGate, Ordinary with { MatchAgeDays = 400 });
        Speaks(DataGate, Ordinary with { MatchAgeDays = 401 });
    }

    [Fact]
    public void behind_the_data_gate_no_other_rule_is_asked() => Assert.Equal(
        DataGate,
        Assert.IsType<RuleOutcome.NotReached>(
            Outcome("T-40-MAJOR-CUSTOMER", Ordinary with { DataCompleteness = 0.5, RevenueShare = 0.5 })).StoppedBy);

    [Fact]
    public void sanctions_or_insolvency_hold_the_customer()
    {
        Speaks(LegalHold, Ordinary with { SanctionsHit = true });
        Speaks(LegalHold, Ordinary with { Insolvency = true });
        Speaks(LegalHold, Ordinary with { Insolvency = null, SanctionsHit = true });
        IsNotTrue(LegalHold, Ordinary);
    }

    [Fact]
    public void an_open_legal_check_is_no_hold() =>
        Assert.IsType<RuleOutcome.Unknown>(Outcome(LegalHold, Ordinary with { SanctionsHit = null }));

    [Fact]
    public void until_it_is_closed_nobody_moves_and_it_is_asked_for()
    {
        string[] quarters = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"];
        var zephyr = SamplePortfolio.Customer("zephyr").MeasuredAgain("2026-Q3", "2026-Q4");
        Assert.Contains("T-33-DEMOTE-B Fired", TierReviews.Of(zephyr, quarters).Spoken);

        var open = TierReviews.Of(zephyr.Without(Metric.SanctionsHit, "2026-Q4"), quarters);
        Assert.Contains("T-33-DEMOTE-B FrozenBy", open.Spoken);
        Assert.Equal(Tier.B, open.After.Standing.Tier);
        Assert.Contains(open.After.Standing.Tasks, task => (task.Name, task.Rule) == ("COMPLETE_TIER_INPUTS", LegalHold));
    }

    [Fact]
    public void behind_a_legal_hold_no_other_rule_is_asked() => Assert.Equal(
        LegalHold,
        Assert.IsType<RuleOutcome.NotReached>(
            Outcome("T-40-MAJOR-CUSTOMER", Ordinary with { SanctionsHit = true, RevenueShare = 0.5 })).StoppedBy);
}
