using Planning.Accounts.Certification;
using Planning.Accounts.Customers;
using Planning.Accounts.Stages;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Certification;

public sealed class When_we_are_on_the_short_list
{
    private static readonly LinkBid Bid = new(Key<Bid>("b-9"), Campaigns.Core, "Core 2027");

    private static readonly Customer Listed = Campaigns.In(
        Asked(Campaigns.Pending, "2026-05-04", Campaigns.Decided(QualificationValue.Qualified)), "B11", "B10");

    // The customer's own surveillance and the stage's last day have been told already.
    private static readonly Customer YearsLater = After(
        Campaigns.In(Listed, "B12", "B11"),
        new SurveillanceDue(Campaigns.Core.Key, Day("2027-05-04"), Day("2029-06-01")),
        new StageOverdue("B12", "B12", Day("2026-06-01")) { Process = Campaigns.Process });

    // INV-21, never must happen (B) 7.
    [Fact]
    public void INV_21_nobody_bids_in_a_scope_that_is_not_listed()
    {
        IsRefused(
            Ask(Campaigns.Known, "2026-05-05", Bid),
            "scope-not-listed",
            "Helvia Telekom runs a short list for core networks / CH / Networks and we are not on it: no bid (INV-21).");
        IsRefused(
            Ask(Listed, "2026-05-05", Bid with { Scope = new Scope("radio", "CH", "Networks") }),
            "scope-not-listed",
            "Helvia Telekom runs a short list for radio / CH / Networks and we are not on it: no bid (INV-21).");
        Assert.Single(Events(Ask(Listed, "2026-05-05", Bid)));
    }

    [Fact]
    public void where_no_short_list_is_run_everybody_bids() => Assert.Single(Events(Ask(Helvia.Known, "2026-05-05", Bid)));

    [Theory]
    [InlineData(QualificationValue.Suspended, "suspended")]
    [InlineData(QualificationValue.Withdrawn, "withdrawn")]
    public void INV_21_a_place_that_was_taken_is_no_place(QualificationValue value, string told)
    {
        var taken = Asked(Listed, "2026-05-05", new ChangeListing(Campaigns.Core, value, Day("2026-05-05"), Campaigns.Letter));
        IsRefused(
            Ask(taken, "2026-05-06", Bid),
            "scope-not-listed",
            $"Helvia Telekom runs a short list for core networks / CH / Networks and we are {told} there: no bid (INV-21).");
    }

    [Fact]
    public void INV_21_an_expired_place_is_no_place_also_before_anybody_noticed()
    {
        Assert.Single(Events(Ask(Listed, "2029-05-04", Bid)));
        IsRefused(
            Ask(Listed, "2029-05-05", Bid),
            "scope-not-listed",
            "Helvia Telekom runs a short list for core networks / CH / Networks and we are expired there: no bid (INV-21).");
    }

    // INV-18: also a change needs the customer's document, and no change makes a listing of nothing.
    [Fact]
    public void INV_18_a_place_is_given_back_by_a_document_only()
    {
        IsRefused(
            Ask(Listed, "2026-05-05", new ChangeListing(
                Campaigns.Core, QualificationValue.Qualified, Day("2026-05-05"), Campaigns.Letter with { Hash = "none" })),
            "command-flawed",
            "It cannot be done as it is asked.",
            "Document.Hash is “none”; write the file's SHA-256 as 64 lower-case hexadecimal digits.");
        var pending = Asked(Campaigns.Targeted, "2026-05-05", new NoteRegistration(Campaigns.Id) { ConfirmedOn = Day("2026-05-05"), Reference = "portal" });
        IsRefused(
            Ask(pending, "2026-05-05", new ChangeListing(Campaigns.Core, QualificationValue.Qualified, Day("2026-05-05"), Campaigns.Letter)),
            "not-listed",
            "We are not listed for core networks / CH / Networks, so nothing is taken or given back; a campaign decides it.");
    }

    // Never must happen (B) 7: the bid desk does not know that a scope is listed.
    [Fact]
    public void the_bid_desk_is_waited_for_until_it_knows()
    {
        var waits = new Waiting("task", "know that we are listed for core networks / CH / Networks", "BID_DESK", null);
        var known = Asked(Listed, "2026-05-05", new InformBidDesk(Campaigns.Core), "e-hq-05");

        Assert.Contains(waits, Waiting.Of(Listed));
        Assert.DoesNotContain(waits, Waiting.Of(known));
        Assert.Equal((false, true), (Campaigns.Facts(Listed).BidDeskKnows, Campaigns.Facts(known).BidDeskKnows));
    }

    [Fact]
    public void a_request_for_quotation_or_a_review_after_a_year_is_what_it_brings()
    {
        Assert.True(Campaigns.Facts(Asked(Listed, "2026-06-01", new NoteQuotationRequest(Campaigns.Core, Day("2026-06-01"), "RFQ 88"))).RequestReceived);
        Assert.Equal((11, 12), (Campaigns.Facts(Listed, "2027-05-03").MonthsListed!.Value, Campaigns.Facts(Listed, "2027-05-04").MonthsListed!.Value));
        Assert.True(Campaigns.Facts(Asked(Listed, "2027-05-04", new ReviewReturn(Campaigns.Core, "stay"), "e-hq-01")).ReturnReviewed);
    }

    [Fact]
    public void it_is_looked_at_again_every_year()
    {
        var due = Assert.IsType<SurveillanceDue>(Assert.Single(Campaigns.Told(Quiet(Listed), "2027-05-04")));

        Assert.Equal(Day("2028-05-04"), due.Next);
    }

    [Fact]
    public void a_change_of_ours_is_assessed_anew()
    {
        var moved = Asked(
            Campaigns.Scored(Listed, 4, 4), "2027-01-10", new NoticeChange(Campaigns.Id, Key<ChangeNotice>("move"), "The site moves to Basel", [Campaigns.Quality]));

        Assert.Equal(1, Campaigns.Facts(moved).CriteriaToReassess);
        Assert.Equal(0, Campaigns.Facts(Campaigns.Scored(moved, 4, 4)).CriteriaToReassess);
    }

    [Fact]
    public void a_year_before_its_end_the_renewal_begins_by_itself()
    {
        Assert.Empty(Campaigns.Told(YearsLater, "2028-05-03"));
        var begun = Campaigns.Told(YearsLater, "2028-05-04");
        var opened = Assert.IsType<CampaignOpened>(begun[0]);
        var renewing = After(YearsLater, begun);
        var renewal = Campaigns.Of(renewing, "renewal-1");

        Assert.Equal((Campaigns.Id, "helvia.campaign.renewal-1"), (opened.Renews!.Value, opened.Process));
        Assert.Equal(
            [("B3", Day("2028-08-04")), ("B7", Day("2028-11-04")), ("B10", Day("2029-02-04"))],
            opened.Milestones.Select(milestone => (milestone.Stage, milestone.Due)));
        Assert.Equal((Campaigns.Carla, CampaignStatus.Registered), (renewal.Charter!.Manager, renewing.Certification.StatusOf(renewal, Day("2028-05-04"))));
        Assert.Empty(Campaigns.Told(renewing, "2028-05-05"));
        NothingHappens(Ask(renewing, "2028-05-05", new RenewListing(Campaigns.Core)));
    }

    [Fact]
    public void who_leads_the_region_and_the_board_is_told_of_each_milestone_that_is_missed()
    {
        var renewing = After(YearsLater, Campaigns.Told(YearsLater, "2028-05-04"));
        var missed = Assert.IsType<MilestoneMissed>(Assert.Single(Campaigns.Told(renewing, "2028-08-05")));

        Assert.Equal(("B3", "REGION_HEAD and STRATEGIC_CUSTOMER_BOARD"), (missed.Stage, missed.Told));
        Assert.Empty(Campaigns.Told(After(renewing, missed), "2028-08-06"));
    }

    [Fact]
    public void a_decision_on_the_renewal_prolongs_the_place_and_the_bid_desk_still_knows()
    {
        var renewing = After(
            Asked(YearsLater, "2028-05-01", new InformBidDesk(Campaigns.Core), "e-hq-05"), Campaigns.Told(YearsLater, "2028-05-04"));
        var waiting = After(renewing, new StageEntered(new Stage("B10", "Decision", "CAMPAIGN_MANAGER", "SPONSOR", Day("2029-01-01"), Day("2029-02-01")))
        {
            Process = "helvia.campaign.renewal-1",
        });
        var renewed = Asked(waiting, "2029-02-01", Campaigns.Decided(QualificationValue.Qualified) with
        {
            Campaign = Key<Campaign>("renewal-1"),
            On = Day("2029-02-01"),
        });

        Assert.Equal((Day("2032-02-01"), "e-hq-05"), (renewed.Certification.ListingOf(Campaigns.Core)!.ValidTo!.Value, renewed.Certification.ListingOf(Campaigns.Core)!.KnownBy));
        Assert.Equal((false, true), (Campaigns.Facts(waiting).Renewed, Campaigns.Facts(renewed).Renewed));
        var last = Asked(Campaigns.In(renewed, "B13", "B12"), "2029-02-02", new AdvanceCampaign(Campaigns.Id, "B13"));
        Assert.Equal(
            (CampaignEnding.Renewed, CampaignStatus.Qualified),
            (Campaigns.Of(last).End!.Ending, last.Certification.StatusOf(Campaigns.Of(last), Day("2029-02-02"))));
    }

    [Fact]
    public void a_place_that_was_not_renewed_ends_and_everybody_hears_it()
    {
        var renewing = After(YearsLater, Campaigns.Told(YearsLater, "2028-05-04"));
        var told = Campaigns.Told(renewing, "2029-05-05");

        Assert.Contains("Our place for core networks / CH / Networks ended on 2029-05-04; bids there are refused.", told.Select(happened => happened.Sentence));
        var over = After(renewing, told);
        Assert.Equal(
            (CampaignStatus.Expired, QualificationValue.Expired),
            (over.Certification.StatusOf(Campaigns.Of(over), Day("2029-05-05")), over.Certification.ListingOf(Campaigns.Core)!.Value));
        Assert.Empty(Campaigns.Told(over, "2029-05-06"));
    }

    [Theory]
    [InlineData("B11", CampaignStatus.Qualified)]
    [InlineData("B12", CampaignStatus.Maintaining)]
    [InlineData("B13", CampaignStatus.RecertificationDue)]
    public void the_status_goes_on_with_the_stages(string stage, CampaignStatus status)
    {
        string[] passed = stage switch { "B12" => ["B11"], "B13" => ["B11", "B12"], _ => [] };
        var there = Campaigns.In(Listed, stage, passed);

        Assert.Equal(status, there.Certification.StatusOf(Campaigns.Of(there), Day("2026-05-10")));
    }

    private static Customer Quiet(Customer customer) =>
        After(customer, new StageOverdue("B11", "B11", Day("2026-06-01")) { Process = Campaigns.Process });
}
