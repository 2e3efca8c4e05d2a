using Planning.Accounts.Customers;
using Planning.Accounts.Satisfaction;
using Planning.Accounts.Tests.Support;
using Planning.Accounts.Tiers;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Satisfaction;

public sealed class When_something_is_wrong_at_the_customer
{
    private static readonly Id<Issue> Outage = Key<Issue>("outage");

    private static readonly OpenIssue Open = new(Outage, 1, "Outage in Bern", Company.Carla, Day("2026-05-04"), Helvia.Ammann);

    private static readonly Customer Opened = Asked(Company.Known, "2026-05-04", Open);

    [Theory] // INV-06: complaints are heard alike, whatever the tier or posture
    [InlineData(Tier.S, Posture.Invest)]
    [InlineData(Tier.A, Posture.Harvest)]
    [InlineData(Tier.B, Posture.HoldSteady)]
    [InlineData(Tier.C, Posture.Hold)]
    public void INV_06_the_smallest_customer_is_answered_and_asked_as_the_greatest(Tier tier, Posture posture)
    {
        var customer = Asked(Company.Of(tier, posture), "2026-05-04", Open);

        Assert.Equal(Opened.Satisfaction.Issues[Outage], customer.Satisfaction.Issues[Outage]);
        Assert.Single(Asked(customer, "2026-05-04", new OpenSurvey(Key<SurveyWave>("w"))).Satisfaction.Waves);
    }

    [Fact]
    public void how_grave_it_is_says_how_soon_it_is_answered_and_solved()
    {
        Assert.Equal((Day("2026-05-05"), Day("2026-05-11")), (Opened.Satisfaction.Issues[Outage].AnswerBy, Opened.Satisfaction.Issues[Outage].Due));
        Assert.Contains(new Waiting("issue", "answer the customer: Outage in Bern", "carla-nef", Day("2026-05-05")), Waiting.Of(Opened));
        IsRefused(
            Ask(Company.Known, "2026-05-04", Open with { Severity = 4, Text = "" }),
            "command-flawed",
            "It cannot be done as it is asked.",
            "Text is empty.",
            "Severity is 4; write one of 1, 2, 3.");
    }

    [Fact]
    public void only_the_customer_ends_it()
    {
        IsRefused(
            Ask(Opened, "2026-05-06", new ConfirmIssue(Outage, Day("2026-05-06"), Helvia.Ammann)),
            "not-solved",
            "Nobody of ours has solved the issue outage: say how, and its root cause.");
        IsRefused(
            Ask(Opened, "2026-05-06", new SolveIssue(Outage, Day("2026-05-06"), " ", "Fuse replaced")),
            "command-flawed",
            "It cannot be done as it is asked.",
            "RootCause is empty.");

        var solved = Asked(Opened, "2026-05-06", new SolveIssue(Outage, Day("2026-05-06"), "A worn fuse", "Fuse replaced"));
        Assert.True(solved.Satisfaction.Issues[Outage].IsOpen);
        Assert.Contains(
            new Waiting("issue", "have confirmed by the customer: Outage in Bern", "carla-nef", Day("2026-05-11")), Waiting.Of(solved));
        var confirmed = Asked(solved, "2026-05-07", new ConfirmIssue(Outage, Day("2026-05-07"), Helvia.Ammann));
        Assert.Empty(confirmed.Satisfaction.OpenIssues);
        Assert.Single(Asked(confirmed, "2026-05-08", new ReopenIssue(Outage, "Dark again")).Satisfaction.OpenIssues);
    }

    [Theory]
    [InlineData("2026-05-05", true)]
    [InlineData("2026-05-06", false)]
    public void an_answer_is_in_time_or_it_is_not(string answered, bool inTime) => Assert.Equal(
        inTime,
        Asked(Opened, answered, new AnswerIssue(Outage, Day(answered), "A crew is on its way")).Satisfaction.Issues[Outage].AnsweredInTime);

    [Fact]
    public void to_ask_again_changes_nothing()
    {
        NothingHappens(Ask(Opened, "2026-05-05", Open));
        NothingHappens(Ask(Opened, "2026-05-05", new HandOverIssue(Outage, Company.Carla)));
        IsRefused(
            Ask(Opened, "2026-05-05", Open with { Text = "Another" }),
            "command-flawed",
            "It cannot be done as it is asked.",
            "Id is outage, which is another issue already.");
    }
}
