using Planning.Accounts.Approvals;
using Planning.Accounts.Certification;
using Planning.Accounts.Customers;
using Planning.Accounts.Escalations;
using Planning.Accounts.Offers;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Offers;

/// <summary>METHOD ESC-25 and INV-31: refused by default, and “customer first” alone is never a reason.</summary>
public sealed class When_an_offer_is_below_its_floor
{
    private const string Subject = "offer-exception:o-1";

    private static readonly MakeOffer Good = new(Key<Offer>("o-1"), "Core 2027", Amount("40 M EUR"), 0.1m, -0.25m);

    private static readonly AskOfferException Asking = new(
        Good.Id, [new OfferReason(OfferReasonKind.Reference, "The first core in the country")]);

    private static readonly Customer Below = Asked(Helvia.Known, "2026-05-04", Good with { Margin = 0.09m });

    private static readonly Customer Pending = Asked(Below, "2026-05-04", Asking);

    [Fact]
    public void at_the_floor_it_may_go_out()
    {
        var made = Asked(Helvia.Known, "2026-05-04", Good);

        Assert.True(Asked(made, "2026-05-04", new SendOffer(Good.Id)).Offers.Made[Good.Id].IsAllowed);
        IsRefused(Ask(made, "2026-05-04", Asking), "not-below", "The offer o-1 is below no floor; nobody has to agree.");
    }

    [Theory]
    [InlineData(0.09, -0.25)]
    [InlineData(0.1, -0.26)]
    public void ESC_25_below_the_margin_or_the_cash_floor_it_is_refused_by_default(decimal margin, decimal cash)
    {
        var made = Asked(Helvia.Known, "2026-05-04", Good with { Margin = margin, LowestCash = cash });

        IsRefused(
            Ask(made, "2026-05-04", new SendOffer(Good.Id)),
            "below-floor",
            "The offer o-1 is below its floor, and nobody above agreed to it (INV-31).");
        Assert.Single(CustomerWatch.Of(made, On("2026-05-04")), watched => watched.Scope == Watched.Offer);
    }

    // INV-31.
    [Theory]
    [InlineData(OfferReasonKind.CustomerFirst, "We do what the customer needs")]
    [InlineData(OfferReasonKind.Entry, "Customer first!")]
    [InlineData(OfferReasonKind.Volume, "客户第一")]
    public void INV_31_that_the_customer_comes_first_is_alone_no_reason_whatever_it_is_called(OfferReasonKind kind, string text) => IsRefused(
        Ask(Below, "2026-05-04", Asking with { Reasons = [new OfferReason(kind, text), new OfferReason(OfferReasonKind.CustomerFirst, "He is our friend")] }),
        "customer-first-alone",
        "That the customer comes first is no reason to make the offer o-1 below its floor; say what we get for it (INV-31).");

    // INV-31: there is no other door to an approval.
    [Fact]
    public void INV_31_nobody_approves_what_nobody_gave_a_reason_for()
    {
        IsRefused(
            Ask(Below, "2026-05-04", new DecideApproval(Subject, "REGION_HEAD", Granted: true, "customer first"), "e-hq-01"),
            "approval-unknown",
            "Nobody is asked to agree to offer-exception:o-1.");
        IsRefused(
            Ask(Below, "2026-05-04", Asking with { Reasons = [] }), "command-flawed", "It cannot be done as it is asked.", "Reasons are empty; say why.");
    }

    [Fact]
    public void whoever_leads_the_region_decides_within_two_working_days_and_never_who_asked()
    {
        Assert.Equal(("REGION_HEAD", Day("2026-05-06")), Asked());
        IsRefused(
            Ask(Pending, "2026-05-05", new DecideApproval(Subject, "REGION_HEAD", Granted: true)),
            "author-approves",
            "anna-keller asked for it, so somebody else decides: the offer o-1 of 40 M EUR with a margin of 0.09 and cash down to -0.25 (INV-17).");

        (string, DateOnly) Asked() => (Pending.Approvals.Open[Subject].Current()!.Role, Pending.Approvals.Open[Subject].Current()!.Times!.Due);
    }

    [Fact]
    public void it_goes_out_when_people_agreed_and_stays_refused_when_they_did_not()
    {
        var granted = Asked(Pending, "2026-05-05", new DecideApproval(Subject, "REGION_HEAD", Granted: true), "e-hq-01");
        var refused = Asked(Pending, "2026-05-05", new DecideApproval(Subject, "REGION_HEAD", Granted: false, "too low"), "e-hq-01");

        Assert.NotNull(Asked(granted, "2026-05-05", new SendOffer(Good.Id)).Offers.Made[Good.Id].SentOn);
        Assert.Equal("below-floor", Assert.IsType<Decision.Refused>(Ask(refused, "2026-05-05", new SendOffer(Good.Id))).Code);
        Assert.DoesNotContain(CustomerWatch.Of(refused, On("2026-05-05")), watched => watched.Scope == Watched.Offer);
        Assert.DoesNotContain(CustomerWatch.Of(granted, On("2026-05-05")), watched => watched.Scope == Watched.Offer);
    }

    [Fact]
    public void a_strategic_one_goes_to_the_board_as_well()
    {
        var made = Asked(Helvia.Known, "2026-05-04", Good with { Margin = 0, IsStrategic = true });

        Assert.Equal(
            ["REGION_HEAD", "STRATEGIC_CUSTOMER_BOARD"],
            Asked(made, "2026-05-04", Asking).Approvals.Open[Subject].Steps.Select(step => step.Role));
    }

    [Fact]
    public void one_that_is_withdrawn_waits_for_nobody()
    {
        var withdrawn = Asked(Pending, "2026-05-05", new WithdrawOffer(Good.Id, "The scope changed"));

        Assert.Empty(withdrawn.Approvals.Open);
        IsRefused(Ask(withdrawn, "2026-05-05", new SendOffer(Good.Id)), "offer-withdrawn", "The offer o-1 is withdrawn.");
    }

    // INV-21: an offer is no way around the short list.
    [Fact]
    public void INV_21_where_a_short_list_is_run_an_offer_needs_a_bid_in_a_scope_that_is_listed()
    {
        const string Why = "Helvia Telekom runs a short list: an offer belongs to an open bid in a scope where we are listed (INV-21).";
        IsRefused(Ask(Campaigns.Known, "2026-05-04", Good), "no-bid", Why);
        IsRefused(Ask(Campaigns.Known, "2026-05-04", Good with { Bid = Key<Bid>("b-1") }), "no-bid", Why);
        var listed = Campaigns.Story(
            Campaigns.Pending,
            ("2026-05-04", "anna-keller", Campaigns.Decided(QualificationValue.Qualified)),
            ("2026-05-04", "anna-keller", new LinkBid(Key<Bid>("b-1"), Campaigns.Core, "Core 2027")),
            ("2026-05-04", "anna-keller", Good with { Bid = Key<Bid>("b-1") }));
        var suspended = Asked(listed, "2026-05-05", new ChangeListing(Campaigns.Core, QualificationValue.Suspended, Day("2026-05-05"), Campaigns.Letter));

        Assert.Single(Events(Ask(listed, "2026-05-05", new SendOffer(Good.Id))));
        IsRefused(
            Ask(suspended, "2026-05-05", new SendOffer(Good.Id)),
            "scope-not-listed",
            "We are not listed any more for what the offer o-1 is about (INV-21).");
    }
}
