using Planning.Accounts.Customers;
using Planning.Accounts.Tiers;
using Planning.Grains.Tests.Support;
using Planning.Grains.Turns;
using Planning.Workflows.Versions;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Versions;

/// <summary>A version in shadow sees every review and moves nobody (METHOD §4.4, 7).</summary>
public sealed class When_a_version_judges_in_shadow : RuntimeSpec
{
    private const string Shadow = "tiering 2026.2";

    [Fact]
    public async Task nothing_follows_from_it()
    {
        await GivenItJudgesAMiddlingCustomerIn("2026-Q3", "2026-Q4");
        var standing = await Standing();
        Assert.Equal(("tiering 2026.1", Tier.B), (standing.LastReview!.RulesVersion, standing.Tier));
        Assert.Empty(standing.Proposals);
        Assert.DoesNotContain("T-22-PROMOTE-A", standing.LastReview.Holds.Keys);
    }

    [Fact]
    public async Task it_counts_for_itself_how_often_its_rules_are_true()
    {
        await GivenItJudgesAMiddlingCustomerIn("2026-Q3");
        Assert.Equal(1, (await Standing()).Shadows[Shadow].Holds["T-22-PROMOTE-A"]);
        await Ask("midway", Helvia.Reviewed("2026-Q3"));
        Assert.Equal(1, (await Standing()).Shadows[Shadow].Holds["T-22-PROMOTE-A"]);
        await Ask("midway", Helvia.Reviewed("2026-Q4"));
        Assert.Equal(2, (await Standing()).Shadows[Shadow].Holds["T-22-PROMOTE-A"]);
    }

    [Fact]
    public async Task the_report_says_who_would_move_from_where_to_where()
    {
        await GivenItJudgesAMiddlingCustomerIn("2026-Q3", "2026-Q4");
        var report = await Runtime.RuleSets.ShadowReportAsync("tiering", "2026.2", Token);
        Assert.Equal(["2026-Q3", "2026-Q4"], report.Quarters.Select(quarter => quarter.Period));
        Assert.Equal([1, 1], report.Quarters.Select(quarter => quarter.Customers));
        Assert.Empty(report.Quarters[0].Moves);
        var moves = Assert.Single(report.Quarters[1].Moves);
        Assert.Equal(("B INVEST", "B INVEST", "A INVEST", 1), (moves.From, moves.Live, moves.Shadow, moves.Customers));
        var row = Assert.Single(report.Quarters[1].Differing);
        Assert.Equal("midway", row.Customer);
        Assert.StartsWith("T-22-PROMOTE-A tier is B, composite 58.", row.Because, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_history_tells_it()
    {
        await GivenItJudgesAMiddlingCustomerIn("2026-Q3", "2026-Q4");
        var turn = (await Runtime.Portfolio.HistoryAsync(Key<Customer>("midway"), null, 1, Token))[0];
        Assert.Contains(
            "In shadow tiering 2026.2 came to A INVEST in 2026-Q4, where B INVEST is in force or proposed.", History.Of(turn));
    }

    [Fact]
    public async Task a_review_that_finds_the_same_again_leaves_no_trace()
    {
        await GivenItJudgesAMiddlingCustomerIn("2026-Q3");
        Assert.Empty(Assert.IsType<Answer.Done>(await Ask("midway", Helvia.Reviewed("2026-Q3"))).Happened);
    }

    [Fact]
    public async Task it_catches_up_with_a_quarter_that_was_reviewed_before_it_came()
    {
        await GivenAMiddlingCustomer();
        await Ask("midway", Helvia.Reviewed("2026-Q3"));
        await GivenItIsInShadow();
        var happened = Assert.IsType<Answer.Done>(await Ask("midway", Helvia.Reviewed("2026-Q3"))).Happened;
        Assert.Equal("In shadow tiering 2026.2 came to the same in 2026-Q3: B INVEST.", Assert.Single(happened));
    }

    [Fact]
    public async Task after_a_quarter_it_comes_into_force_and_goes_on_from_its_own_counters()
    {
        await GivenItJudgesAMiddlingCustomerIn("2026-Q3", "2026-Q4");
        Clock.GoTo("2027-01-11T09:00:00Z");
        Done(await Runtime.RuleSets.ApproveAsync("tiering", "2026.2", Day("2027-01-11"), null, "jan", null, Token));
        await Ask("midway", Helvia.Reviewed("2027-Q1"));
        Assert.Equal(Shadow, (await Standing()).LastReview!.RulesVersion);
        Assert.Empty((await Standing()).Shadows);
        Assert.Equal(2, (await Standing()).HoldsFor(Q("2027-Q1"))["T-22-PROMOTE-A"]);
    }

    [Fact]
    public async Task it_has_not_reviewed_a_quarter_that_ended_before_it_came()
    {
        await GivenItJudgesAMiddlingCustomerIn("2026-Q3");
        Assert.Equal(
            "shadow-missing",
            Assert.IsType<VersionDecision.Refused>(
                await Runtime.RuleSets.ApproveAsync("tiering", "2026.2", Day("2026-10-05"), null, "jan", null, Token)).Code);
    }

    [Fact]
    public async Task given_up_it_judges_no_more()
    {
        await GivenItJudgesAMiddlingCustomerIn("2026-Q3");
        Done(await Runtime.RuleSets.RetireAsync("tiering", "2026.2", "mei", "it promotes too many", Token));
        await Ask("midway", Helvia.Reviewed("2026-Q4"));
        Assert.Equal("2026-Q3", (await Runtime.RuleSets.ShadowReportAsync("tiering", "2026.2", Token)).Quarters.Single().Period);
        Assert.Empty(Runtime.Playbook.Tiering.Shadows);
    }

    private async Task GivenItJudgesAMiddlingCustomerIn(params string[] quarters)
    {
        await GivenAMiddlingCustomer();
        await GivenItIsInShadow();
        foreach (var quarter in quarters)
        {
            await Ask("midway", Helvia.Reviewed(quarter));
        }
    }

    private async Task GivenItIsInShadow()
    {
        Done(await Draft(Tiering("2026.2", 55)));
        Done(await Runtime.RuleSets.ShadowAsync("tiering", "2026.2", "mei", null, Token));
    }

    private async Task<TierStanding> Standing() =>
        (await Runtime.Customers.LookAsync(Key<Customer>("midway"), Token)).Customer.Standing;
}
