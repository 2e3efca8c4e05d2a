using Planning.Accounts.Certification;
using Planning.Accounts.Customers;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Certification;

public sealed class When_a_gap_is_closed
{
    private static readonly Id<Gap> Gap = Key<Gap>("g-1");
    private static readonly Id<Remediation> Action = Key<Remediation>("r-1");

    private static readonly OpenGap Opened = new(
        Campaigns.Id, Gap, Campaigns.Quality, GapSeverity.Critical, "no plan for audits", Helvia.Anna, Day("2026-06-30"));

    private static readonly PlanRemediation Planned = new(
        Campaigns.Id, Gap, Action, "Plan the audits", Helvia.Bruno, Day("2026-06-15"));

    private static readonly Customer Open = Campaigns.Story(
        Campaigns.Scored(Campaigns.In(Campaigns.Targeted, "B4", "B0", "B1", "B2", "B3"), 4, 4),
        ("2026-05-05", "anna-keller", Opened),
        ("2026-05-05", "anna-keller", Planned));

    private static readonly Customer Done = Asked(Open, "2026-06-10", new FinishRemediation(Campaigns.Id, Gap, Action, "the plan"), "carla-roth");

    [Fact]
    public void it_stood_open_before_whatever_the_mark() => Assert.Equal(
        ("cr3-01", 1), (Assert.Single(Campaigns.Facts(Open).OpenGates), Campaigns.Facts(Open).OpenCriticalGaps));

    [Fact]
    public void somebody_else_than_who_did_it_looks()
    {
        IsRefused(Ask(Done, "2026-06-11", Verify(), "carla-roth"), "doer-verifies", "carla-roth did r-1, so somebody else looks at it.");
        IsRefused(Ask(Done, "2026-06-11", Verify(), "bruno-frei"), "doer-verifies", "bruno-frei did r-1, so somebody else looks at it.");
        var closed = Asked(Done, "2026-06-11", Verify(), "e-hq-02");

        Assert.Equal(Day("2026-06-11"), Campaigns.Of(closed).Gaps[Gap].ClosedOn);
        Assert.Empty(Campaigns.Facts(closed).OpenGates);
        Assert.Equal(0, Campaigns.Facts(closed).OpenCriticalGaps);
        NothingHappens(Ask(closed, "2026-06-12", Verify(), "e-hq-02"));
    }

    [Fact]
    public void nothing_is_looked_at_before_it_is_done() => IsRefused(
        Ask(Open, "2026-06-11", Verify(), "e-hq-02"), "not-done", "Nobody has said that r-1 is done.");

    [Fact]
    public void what_did_not_help_is_done_again()
    {
        var refused = Asked(Done, "2026-06-11", Verify() with { Effective = false }, "e-hq-02");

        Assert.True(Campaigns.Of(refused).Gaps[Gap].IsOpen);
        Assert.Null(Campaigns.Of(refused).Gaps[Gap].Actions[Action].DoneBy);
    }

    [Fact]
    public void it_stays_open_while_another_action_is_not_looked_at()
    {
        var two = Asked(Done, "2026-06-10", Planned with { Id = Key<Remediation>("r-2") });

        Assert.True(Campaigns.Of(Asked(two, "2026-06-11", Verify(), "e-hq-02")).Gaps[Gap].IsOpen);
    }

    [Fact]
    public void the_burn_down_shows_planned_and_open_gaps_by_week()
    {
        var closed = Asked(Done, "2026-06-11", Verify(), "e-hq-02");

        Assert.Equal(
            [(1, 1), (1, 1), (1, 1), (1, 1), (1, 1), (1, 0), (1, 0), (1, 0), (0, 0)],
            BurnDownWeek.Of([.. Campaigns.Of(closed).Gaps.Values], Day("2026-06-30")).Select(week => (week.Planned, week.Open)));
        Assert.Empty(BurnDownWeek.Of([], Day("2026-06-30")));
    }

    [Fact]
    public void who_does_what_until_when_stands_on_the_list() => Assert.Contains(
        new Waiting("task", "Plan the audits (core-2026)", "bruno-frei", Day("2026-06-15")), Waiting.Of(Open));

    [Fact]
    public void a_gap_is_about_something_the_buyer_asks() => IsRefused(
        Ask(Open, "2026-06-11", Opened with { Id = Key<Gap>("g-2"), Criterion = Key<Criterion>("cr9-01"), RootCause = "", Due = Day("2026-06-10") }),
        "command-flawed",
        "It cannot be done as it is asked.",
        "Criterion is cr9-01, which helvia-core does not ask for.",
        "RootCause is empty.",
        "Due is 2026-06-10, which is over.");

    private static VerifyRemediation Verify() => new(Campaigns.Id, Gap, Action, Effective: true, "seen");
}
