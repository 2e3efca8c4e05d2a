using Planning.Accounts.Certification;
using Planning.Accounts.Customers;
using Planning.Accounts.Escalations;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Certification;

/// <summary>Whatever hangs on the customer has a day more for each day that the customer lets us wait.</summary>
public sealed class When_the_customer_lets_a_campaign_wait
{
    private static readonly Customer Suspended = Campaigns.Story(
        Campaigns.Audited,
        ("2026-05-04", "anna-keller", Campaigns.Major),
        ("2026-05-05", "carla-roth", new LogQuestion(Campaigns.Id, Key<BuyerQuestion>("q-1"), "suppliers", "Who audits them?", Day("2026-05-05"))),
        ("2026-05-06", "carla-roth", new SuspendCampaign(Campaigns.Id, "a merger")));

    private static readonly Customer Resumed = Asked(Suspended, "2026-05-26", new ResumeCampaign(Campaigns.Id));

    [Fact]
    public void meanwhile_nobody_is_told_that_anything_is_late()
    {
        Assert.Empty(Campaigns.Told(Suspended, "2026-12-01"));
        Assert.DoesNotContain(
            CustomerWatch.Of(Suspended, On("2026-12-01")), watched => watched.Scope is Watched.Window or Watched.Campaign);
    }

    [Fact]
    public void all_that_is_open_is_due_as_many_days_later()
    {
        var (before, after) = (Campaigns.Of(Suspended), Campaigns.Of(Resumed));
        var (finding, question) = (Key<Finding>("f-1"), Key<BuyerQuestion>("q-1"));

        Assert.Equal(before.Track.Open[^1].Due.AddDays(20), after.Track.Open[^1].Due);
        Assert.Equal(before.Audits.Findings[finding].Window.AddDays(20), after.Audits.Findings[finding].Window);
        Assert.Equal(before.Audits.Findings[finding].OwnerBy.AddDays(20), after.Audits.Findings[finding].OwnerBy);
        Assert.Equal(before.Audits.Questions[question].Due.AddDays(20), after.Audits.Questions[question].Due);
    }

    [Fact]
    public void to_say_again_that_it_waits_does_not_begin_the_wait_anew()
    {
        var again = Asked(Suspended, "2026-05-16", new SuspendCampaign(Campaigns.Id, "the merger goes on"));

        Assert.Equal(
            Campaigns.Of(Resumed).Track.Open[^1].Due,
            Campaigns.Of(Asked(again, "2026-05-26", new ResumeCampaign(Campaigns.Id))).Track.Open[^1].Due);
    }
}
