using Planning.Accounts.Certification;
using Planning.Accounts.Customers;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Certification;

/// <summary>METHOD §3.2 B11 and B12: lessons, scorecard, surveillance, and what the customer takes back in parts.</summary>
public sealed class When_a_place_is_maintained
{
    private static readonly Customer Listed = Campaigns.In(
        Asked(Campaigns.Pending, "2026-05-04", Campaigns.Decided(QualificationValue.Qualified)), "B12", "B10", "B11");

    private static readonly ScoredIndicator OnTime = new("Delivery on time, %", 95, 97, Met: true);

    [Fact]
    public void the_scorecard_of_the_customer_is_kept_and_grows_old()
    {
        Assert.Null(Campaigns.Facts(Listed).MonthsSinceScorecard);
        var kept = Asked(Listed, "2026-07-10", new KeepScorecard(Campaigns.Core, Q("2026-Q2"), [OnTime]));

        Assert.Equal(
            (0, 6, 7),
            (Campaigns.Facts(kept, "2026-07-10").MonthsSinceScorecard!.Value,
                Campaigns.Facts(kept, "2026-12-31").MonthsSinceScorecard!.Value,
                Campaigns.Facts(kept, "2027-01-31").MonthsSinceScorecard!.Value));
        NothingHappens(Ask(kept, "2026-07-11", new KeepScorecard(Campaigns.Core, Q("2026-Q2"), [OnTime])));
        IsRefused(
            Ask(kept, "2026-07-11", new KeepScorecard(Campaigns.Core, Q("2026-Q1"), [OnTime])),
            "older-scorecard",
            "The scorecard of 2026-Q2 is kept for core networks / CH / Networks already.");
        IsRefused(
            Ask(kept, "2026-07-11", new KeepScorecard(Campaigns.Core, Q("2026-Q4"), [])),
            "command-flawed",
            "It cannot be done as it is asked.",
            "Indicators are empty; write at least one.",
            "Period is 2026-Q4, which has not come yet.");
    }

    [Fact]
    public void a_surveillance_that_is_due_waits_for_quality_until_it_is_held()
    {
        var due = After(Listed, Campaigns.Told(Listed, "2027-05-04").OfType<SurveillanceDue>().Single());
        var waits = new Waiting("task", "hold the surveillance for core networks / CH / Networks", "QUALITY", Day("2027-05-04"));
        var held = Asked(due, "2027-06-01", new NoteSurveillance(Campaigns.Core, Day("2027-05-28"), "report 7"));

        Assert.Contains(waits, Waiting.Of(due));
        Assert.DoesNotContain(waits, Waiting.Of(held));
        Assert.Equal((true, false), (Campaigns.Facts(due).SurveillanceOpen!.Value, Campaigns.Facts(held).SurveillanceOpen!.Value));
        Assert.Equal(Day("2028-05-28"), held.Certification.ListingOf(Campaigns.Core)!.SurveillanceOn);
        NothingHappens(Ask(held, "2027-06-02", new NoteSurveillance(Campaigns.Core, Day("2027-05-28"), "report 7")));
    }

    [Fact]
    public void lessons_are_written_down_when_the_customer_has_decided()
    {
        var lessons = new NoteLessons(Campaigns.Id, ["Begin with the sub-suppliers"]);

        IsRefused(
            Ask(Campaigns.Pending, "2026-05-04", lessons),
            "not-decided",
            "The customer has not decided on the campaign core-2026; what it taught us is seen then.");
        Assert.Equal((false, true), (Campaigns.Facts(Listed).LessonsNoted!.Value, Campaigns.Facts(Asked(Listed, "2026-05-05", lessons)).LessonsNoted!.Value));
    }

    // INV-21: the customer may take a part of a scope (METHOD Q1).
    [Fact]
    public void INV_21_nobody_bids_for_a_part_that_was_taken_nor_for_the_whole()
    {
        var taken = Asked(Listed, "2026-06-01", new ChangeListingPart(Campaigns.Core, "packet core", Taken: true, Day("2026-06-01"), Campaigns.Letter));
        var bid = new LinkBid(Key<Bid>("b-1"), Campaigns.Core, "Core 2027");
        const string Told = "Helvia Telekom took packet core of core networks / CH / Networks from us: name a part that is left (INV-21).";

        IsRefused(Ask(taken, "2026-06-02", bid), "part-not-listed", Told);
        IsRefused(Ask(taken, "2026-06-02", bid with { Part = "Packet Core" }), "part-not-listed", Told);
        Assert.Single(Events(Ask(taken, "2026-06-02", bid with { Part = "voice core" })));
        var back = Asked(taken, "2026-09-01", new ChangeListingPart(Campaigns.Core, "packet core", Taken: false, Day("2026-09-01"), Campaigns.Letter));
        Assert.Single(Events(Ask(back, "2026-09-02", bid)));
    }

    [Fact]
    public void every_request_for_quotation_is_kept_and_the_newest_counts()
    {
        var first = Asked(Listed, "2026-06-01", new NoteQuotationRequest(Campaigns.Core, Day("2026-06-01"), "RFQ 88"));
        var second = Asked(first, "2027-03-01", new NoteQuotationRequest(Campaigns.Core, Day("2027-03-01"), "RFQ 91"));
        var listing = second.Certification.ListingOf(Campaigns.Core)!;

        Assert.Equal((Day("2026-06-01"), Day("2027-03-01"), Day("2027-03-01")), (listing.FirstRequestOn!.Value, listing.LastRequestOn!.Value, listing.QuietSince()));
        NothingHappens(Ask(second, "2027-03-02", new NoteQuotationRequest(Campaigns.Core, Day("2026-06-01"), "RFQ 88")));
    }

    [Fact]
    public void a_mock_audit_lasts_as_long_as_the_real_one()
    {
        var known = Asked(Campaigns.Targeted, "2026-05-04", new RegisterScheme(Campaigns.RuleBook with { RuleBook = "4.2", AuditDays = 4 }));

        IsRefused(
            Ask(known, "2026-05-04", Campaigns.Mock),
            "command-flawed",
            "It cannot be done as it is asked.",
            "To leaves less time than the buyer takes: give it 4 days.");
        Assert.Single(Events(Ask(known, "2026-05-04", Campaigns.Mock with { To = Day("2026-05-07") })));
        IsRefused(
            Ask(Campaigns.Audited, "2026-05-04", Campaigns.Mock with { To = Day("2026-05-05") }),
            "command-flawed",
            "It cannot be done as it is asked.",
            "To leaves less time than the buyer takes: give it 3 days.");
    }

    [Fact]
    public void a_bid_is_closed_once()
    {
        var bid = Asked(Listed, "2026-06-01", new LinkBid(Key<Bid>("b-1"), Campaigns.Core, "Core 2027"));
        var won = Asked(bid, "2026-08-01", new CloseBid(Key<Bid>("b-1"), BidOutcome.Won));

        Assert.Equal((QualificationValue.Qualified, BidOutcome.Won), (won.Certification.Bids[Key<Bid>("b-1")].Standing!.Value, won.Certification.Bids[Key<Bid>("b-1")].Outcome!.Value));
        NothingHappens(Ask(won, "2026-08-02", new CloseBid(Key<Bid>("b-1"), BidOutcome.Won)));
        IsRefused(Ask(won, "2026-08-02", new CloseBid(Key<Bid>("b-1"), BidOutcome.Lost)), "bid-closed", "The bid b-1 is won already.");
        IsRefused(Ask(won, "2026-08-02", new CloseBid(Key<Bid>("b-2"), BidOutcome.Lost)), "bid-unknown", "Helvia Telekom has no bid b-2.");
    }
}
