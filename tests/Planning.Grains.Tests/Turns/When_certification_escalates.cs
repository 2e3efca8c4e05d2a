using Planning.Accounts.Certification;
using Planning.Accounts.Customers;
using Planning.Accounts.Escalations;
using Planning.Accounts.Offers;
using Planning.Grains.Tests.Support;
using Planning.Grains.Turns;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Turns;

/// <summary>METHOD §5.5, ESC-25 to 28 and 32, by the shipped rules: raised with the facts, up the ladder, closed by facts.</summary>
public sealed class When_certification_escalates : TurnSpec
{
    private static readonly Id<Evidence> Iso = Key<Evidence>("iso-14001");

    private static readonly Evidence Certificate = new(
        Iso, "ISO 14001", "certificate", new string('b', 64), "SGS", Day("2026-01-15"), Day("2027-06-30"), ["en"],
        Confidentiality.Customers, null, Key<Planning.Accounts.Teams.Employee>("bruno"), PersonalDataRemoved: true);

    // Never must happen (B) 1: a certificate expires unseen.
    [Fact]
    public void ESC_26_a_certificate_that_expires_is_told_to_higher_and_higher_roles_until_it_is_renewed()
    {
        Tell(CampaignStory.Begun);
        Tell([CampaignStory.Do("anna", new FileEvidence(Certificate))]);
        Assert.Null(Open("2027-03-31", "ESC-26/evidence:iso-14001"));

        Assert.Equal(
            ("bruno", "days until it expires 90 ≤ 90"), (Open("2027-04-01", "ESC-26/evidence:iso-14001")!.Role(), Because("ESC-26")));
        Assert.Equal("AR", Open("2027-05-03", "ESC-26/evidence:iso-14001")!.Role());
        Assert.Equal("ACCOUNT_HEAD", Open("2027-05-31", "ESC-26/evidence:iso-14001")!.Role());
        Assert.Equal("REGION_HEAD", Open("2027-06-16", "ESC-26/evidence:iso-14001")!.Role());
        Assert.Equal("STRATEGIC_CUSTOMER_BOARD", Open("2027-06-30", "ESC-26/evidence:iso-14001")!.Role());
        Tell(
        [
            CampaignStory.Do("anna", new FileEvidence(Certificate with { Id = Key<Evidence>("new"), Replaces = Iso, ValidTo = Day("2030-06-30") })),
        ]);
        Assert.Null(Open("2027-06-30", "ESC-26/evidence:iso-14001"));
    }

    [Fact]
    public void ESC_27_a_finding_rises_with_the_time_that_is_gone_and_closes_when_it_is_closed()
    {
        GivenAFinding();
        const string Key = "ESC-27/window:core/finding/f-1";
        Assert.Null(Open("2026-12-21", Key));

        Assert.Equal("ACCOUNT_HEAD", Open("2026-12-22", Key)!.Role());
        Assert.Equal("part of the time that is gone 0.5 ≥ 0.5", Because("ESC-27"));
        Assert.Equal("REGION_HEAD", Open("2026-12-30", Key)!.Role());
        Assert.Equal("STRATEGIC_CUSTOMER_BOARD", Open("2027-01-06", Key)!.Role());
        Tell(
        [
            CampaignStory.Do("bruno", new PlanCorrection(CampaignStory.Id, Key<Finding>("f-1"), "no new orders", "no plan", "a plan")),
            CampaignStory.Do("bruno", new FixFinding(CampaignStory.Id, Key<Finding>("f-1"), "12 audits")),
            CampaignStory.Do("dora", new CloseFinding(CampaignStory.Id, Key<Finding>("f-1"), Mended: true, "seen", "letter 4")),
        ]);
        Assert.Null(Open("2027-01-06", Key));
    }

    [Fact]
    public void ESC_27_progress_that_is_written_down_spares_the_next_role()
    {
        GivenAFinding();
        const string Key = "ESC-27/window:core/finding/f-1";
        Assert.Equal("ACCOUNT_HEAD", Open("2026-12-22", Key)!.Role());
        Clock.GoTo("2026-12-23T09:30:00Z");
        Tell(
        [
            CampaignStory.Do("carla", new AcknowledgeEscalation(Key)),
            CampaignStory.Do("carla", new RecordEscalationProgress(Key, "Two of twelve audits are done")),
        ]);

        Assert.Equal("ACCOUNT_HEAD", Open("2026-12-30", Key)!.Role());
        Assert.Equal("STRATEGIC_CUSTOMER_BOARD", Open("2027-01-06", Key)!.Role());
    }

    [Fact]
    public void ESC_28_a_phase_that_is_a_tenth_late_is_told_and_two_weeks_later_the_sponsor()
    {
        Tell([.. CampaignStory.Begun, .. CampaignStory.ToTheDecision[..7]]);
        const string Key = "ESC-28/campaign:core";
        var due = State.Customer.Certification.Campaigns[CampaignStory.Id].Track.Open[0].Due;
        var late = due.AddDays((int)Math.Ceiling((due.DayNumber - CampaignStory.Today.DayNumber) * 0.1) + 1);

        Assert.Null(Open($"{due:yyyy-MM-dd}", Key));
        Assert.Equal("ACCOUNT_HEAD", Open($"{late:yyyy-MM-dd}", Key)!.Role());
        Assert.Equal("e-hq-01", Open($"{late.AddDays(16):yyyy-MM-dd}", Key)!.Role());
        Tell([CampaignStory.Advance("B2")]);
        Assert.Null(Open($"{late.AddDays(16):yyyy-MM-dd}", Key));
    }

    [Fact]
    public void ESC_28_gaps_that_stay_a_fifth_behind_for_two_weeks_are_told()
    {
        Tell([.. CampaignStory.Begun, .. CampaignStory.ToTheDecision[..15]]);
        foreach (var (id, due) in new[] { ("g-1", "2026-12-31"), ("g-2", "2027-12-31"), ("g-3", "2027-12-31") })
        {
            Tell([CampaignStory.Do("anna", new OpenGap(
                CampaignStory.Id, Key<Gap>(id), Key<Criterion>("cr4-01"), GapSeverity.Minor, "no plan", Key<Planning.Accounts.Teams.Employee>("anna"), Day(due)))]);
        }

        const string Behind = "ESC-28-GAPS/campaign:core";
        Assert.Null(Open("2026-12-31", Behind));
        Assert.Null(Open("2027-01-13", Behind));
        Assert.Equal("ACCOUNT_HEAD", Open("2027-01-14", Behind)!.Role());
        Assert.Equal("gaps behind plan 0.33 ≥ 0.2", Because("ESC-28-GAPS"));
    }

    [Fact]
    public void ESC_32_a_place_without_a_request_for_a_year_goes_to_the_board_until_it_has_looked()
    {
        Tell([.. CampaignStory.Begun, .. CampaignStory.ToTheDecision]);
        Tell([CampaignStory.Do("dora", CampaignStory.Decision(CampaignStory.Id, CampaignStory.Today.AddYears(3)))]);
        const string Key = "ESC-32/listing:core networks / CH / Networks";

        Assert.Null(Open("2027-12-06", Key));
        Assert.Equal("STRATEGIC_CUSTOMER_BOARD", Open("2027-12-07", Key)!.Role());
        Assert.Equal("months without a request 12 ≥ 12", Because("ESC-32"));
        Tell([CampaignStory.Do("e-hq-01", new ReviewReturn(CampaignStory.Core, "stay two years more"))]);
        Assert.Null(Open("2027-12-07", Key));
    }

    [Fact]
    public void ESC_32_a_bid_whose_scope_is_listed_no_more_goes_to_the_board_at_once()
    {
        Tell([.. CampaignStory.Begun, .. CampaignStory.ToTheDecision]);
        Tell(
        [
            CampaignStory.Do("dora", CampaignStory.Decision(CampaignStory.Id, CampaignStory.Today.AddYears(3))),
            CampaignStory.Do("bids", new LinkBid(Key<Bid>("b-1"), CampaignStory.Core, "Core 2027")),
            CampaignStory.Do("dora", new ChangeListing(
                CampaignStory.Core,
                QualificationValue.Suspended,
                CampaignStory.Today,
                new BuyerDocument("Letter", new string('c', 64), "Helvia Procurement", CampaignStory.Today))),
        ]);
        const string Key = "ESC-32-BID/bid:b-1";

        Assert.Equal("STRATEGIC_CUSTOMER_BOARD", State.Customer.Escalations.Open[Key].Role());
        Tell([CampaignStory.Do("bids", new CloseBid(Key<Bid>("b-1"), BidOutcome.Withdrawn))]);
        Assert.DoesNotContain(Key, State.Customer.Escalations.Open.Keys);
    }

    [Fact]
    public void ESC_25_an_offer_below_its_floor_is_told_until_somebody_decides()
    {
        Given(Helvia.Known);
        var offer = new MakeOffer(Key<Offer>("o-1"), "Core", new Planning.Accounts.Metrics.Money(40, "EUR"), 0.02m, 0, IsStrategic: true);
        Tell([CampaignStory.Do("anna", offer)]);
        const string Key25 = "ESC-25-STRATEGIC/offer:o-1";

        Assert.Equal("REGION_HEAD", State.Customer.Escalations.Open[Key25].Role());
        Assert.Equal("strategic offer, below the margin floor", Because("ESC-25-STRATEGIC"));
        Assert.Equal("STRATEGIC_CUSTOMER_BOARD", Open("2026-12-09", Key25)!.Role());
        Tell([CampaignStory.Do("anna", new WithdrawOffer(Key<Offer>("o-1"), "the scope changed"))]);
        Assert.Null(Open("2026-12-09", Key25));
    }

    private void GivenAFinding()
    {
        Tell([.. CampaignStory.Begun, .. CampaignStory.ToTheDecision.TakeWhile(
            step => step.What is not Request.Do { Command: PlanCorrection })]);
    }

    private Escalation? Open(string day, string key)
    {
        Clock.GoTo($"{day}T09:30:00Z");
        When(new Request.Watch(), "sweep");
        When(new Request.TimerDue(CustomerTimer.EscalationDue), "timer");
        return State.Customer.Escalations.Open.GetValueOrDefault(key);
    }

    private string Because(string rule) => State.Customer.Escalations.Open.Values.First(open => open.Rule == rule).Because;

    private void Tell((string Actor, Request What)[] story)
    {
        foreach (var (actor, what) in story)
        {
            When(what, actor);
        }
    }
}
