using Planning.Accounts.Certification;
using Planning.Accounts.Customers;
using Planning.Accounts.Escalations;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Certification;

/// <summary>The facts that ESC-26, 27, 28 and 32 ask about.</summary>
public sealed class When_certification_is_watched
{
    private static readonly Customer Listed = Campaigns.In(
        Asked(Campaigns.Pending, "2026-05-04", Campaigns.Decided(QualificationValue.Qualified)), "B12", "B10", "B11");

    [Fact]
    public void evidence_counts_the_days_to_its_end_until_another_took_its_place()
    {
        var kept = Asked(Campaigns.Targeted, "2026-05-04", new FileEvidence(Campaigns.Iso9001));
        var watched = Assert.Single(Of(kept, "2027-10-16", Watched.Evidence));

        Assert.Equal((90, "“ISO 9001 certificate”", "anna-keller"), (watched.Facts.DaysToExpiry!.Value, watched.Name, watched.Holders["OWNER"]));
        Assert.Equal(-1, Of(kept, "2028-01-15", Watched.Evidence).Single().Facts.DaysToExpiry);
        var renewed = Asked(kept, "2027-12-01", new FileEvidence(Campaigns.Iso9001 with
        {
            Id = Key<Evidence>("iso-9001-new"),
            Replaces = Campaigns.Iso9001.Id,
            ValidTo = Day("2031-01-14"),
        }));
        Assert.Equal(["iso-9001-new"], Of(renewed, "2027-12-02", Watched.Evidence).Select(one => one.Key));
    }

    [Fact]
    public void a_finding_uses_up_its_window_and_a_new_one_when_it_comes_back()
    {
        var found = Campaigns.Story(
            Campaigns.Audited,
            ("2026-05-04", "anna-keller", Campaigns.Major),
            ("2026-05-05", "carla-roth", new AssignFinding(Campaigns.Id, Key<Finding>("f-1"), Helvia.Bruno, Day("2026-05-24"))));

        Assert.Equal(0.5, Window(found, "2026-05-14"));
        Assert.Equal(1, Window(found, "2026-05-24"));
        var closed = Campaigns.Story(
            found,
            ("2026-05-06", "bruno-frei", new PlanCorrection(Campaigns.Id, Key<Finding>("f-1"), "stop", "no plan", "a plan")),
            ("2026-05-07", "bruno-frei", new FixFinding(Campaigns.Id, Key<Finding>("f-1"), "12 audits")),
            ("2026-05-08", "dora-graf", new CloseFinding(Campaigns.Id, Key<Finding>("f-1"), Mended: true, "seen", "letter")));
        Assert.Empty(Of(closed, "2026-05-14", Watched.Window));
        var back = Asked(closed, "2026-06-01", new CheckEffect(Campaigns.Id, Key<Finding>("f-1"), Holds: false, "none since May"), "dora-graf");
        Assert.Equal(0.5, Window(back, "2026-06-16"));
    }

    [Fact]
    public void a_question_of_the_buyer_uses_up_its_days()
    {
        var asked = Asked(
            Campaigns.Audited, "2026-05-04", new LogQuestion(Campaigns.Id, Key<BuyerQuestion>("q-1"), "suppliers", "Who audits them?", Day("2026-05-04")));

        Assert.Equal(1, Window(asked, "2026-05-07"));
        Assert.Equal("question “Who audits them?”", Of(asked, "2026-05-07", Watched.Window).Single().Name);
        Assert.Empty(Of(
            Asked(asked, "2026-05-05", new AnswerQuestion(Campaigns.Id, Key<BuyerQuestion>("q-1"), "We do")), "2026-05-07", Watched.Window));
    }

    [Fact]
    public void a_phase_is_late_by_a_part_of_its_time_and_gaps_by_a_part_of_all()
    {
        var campaign = Of(Campaigns.Targeted, "2026-06-04", Watched.Campaign).Single();
        Assert.Equal((0.107, null), (Math.Round(campaign.Facts.PhaseLate!.Value, 3), campaign.Facts.BurnDownBehind));

        var gaps = new[] { "g-1", "g-2", "g-3", "g-4" }.Aggregate(Campaigns.Targeted, (now, id) => Asked(
            now,
            "2026-05-04",
            new OpenGap(Campaigns.Id, Key<Gap>(id), Campaigns.Quality, GapSeverity.Minor, "no plan", Helvia.Anna, id == "g-1" ? Day("2026-05-31") : Day("2026-12-31"))));
        Assert.Equal(0, Of(gaps, "2026-05-30", Watched.Campaign).Single().Facts.BurnDownBehind);
        Assert.Equal(0.25, Of(gaps, "2026-06-04", Watched.Campaign).Single().Facts.BurnDownBehind);
        Assert.Equal("e-hq-01", Of(Asked(gaps, "2026-05-04", Campaigns.Chartered), "2026-06-04", Watched.Campaign).Single().Holders["SPONSOR"]);
    }

    [Fact]
    public void a_place_is_quiet_until_a_request_comes_or_the_board_looked()
    {
        Assert.Equal((11, 12), (Quiet(Listed, "2027-05-03"), Quiet(Listed, "2027-05-04")));
        Assert.Equal(2, Quiet(Asked(Listed, "2027-03-01", new NoteQuotationRequest(Campaigns.Core, Day("2027-03-01"), "RFQ")), "2027-05-04"));
        Assert.Equal(0, Quiet(Asked(Listed, "2027-05-04", new ReviewReturn(Campaigns.Core, "stay"), "e-hq-01"), "2027-05-10"));
    }

    [Fact]
    public void an_open_bid_notices_that_its_scope_is_listed_no_more()
    {
        var bid = Asked(Listed, "2026-06-01", new LinkBid(Key<Bid>("b-1"), Campaigns.Core, "Core 2027"));
        var suspended = Asked(bid, "2026-07-01", new ChangeListing(Campaigns.Core, QualificationValue.Suspended, Day("2026-07-01"), Campaigns.Letter));

        Assert.True(Of(bid, "2026-06-01", Watched.Bid).Single().Facts.BidListed);
        Assert.False(Of(suspended, "2026-07-01", Watched.Bid).Single().Facts.BidListed);
        Assert.Empty(Of(Asked(suspended, "2026-07-02", new CloseBid(Key<Bid>("b-1"), BidOutcome.Withdrawn)), "2026-07-02", Watched.Bid));
    }

    private static IEnumerable<Watched> Of(Customer customer, string day, string scope) =>
        CustomerWatch.Of(customer, On(day)).Where(watched => watched.Scope == scope);

    private static double Window(Customer customer, string day) => Of(customer, day, Watched.Window).Single().Facts.WindowUsed!.Value;

    private static int Quiet(Customer customer, string day) => Of(customer, day, Watched.Listing).Single().Facts.MonthsQuiet!.Value;
}
