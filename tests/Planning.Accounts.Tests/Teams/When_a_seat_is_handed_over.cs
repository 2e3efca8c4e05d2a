using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Staff;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Teams;

/// <summary>Anna hands Helvia's AR seat over to Bruno since 4 May.</summary>
public sealed class When_a_seat_is_handed_over
{
    private const string Today = "2026-05-04";

    private static readonly Customer Beginning = HandingOver(Today);

    private static readonly Customer Written = Handover.AllParts.Aggregate(
        Beginning, (customer, part) => Asked(customer, Today, new WriteHandoverPart(Process, part, $"All about {part}")));

    [Fact]
    public void the_predecessor_holds_the_seat_until_it_is_handed_over() =>
        Assert.Equal(Planning.Accounts.Tests.Support.Helvia.Anna, Written.Team.Holder(SeatRole.AR));

    // Must never happen (C) 7: the customer has to say again what it told the predecessor.
    [Fact]
    public void nobody_signs_a_pack_that_is_not_complete() => IsRefused(
        Ask(Asked(Beginning, Today, new WriteHandoverPart(Process, HandoverPart.Customer, "All")), Today, Sign(HandoverSide.In), "bruno-frei"),
        "pack-incomplete",
        "The handover pack is not complete yet.",
        "people", "commitments", "issues", "plan", "briefs");

    [Theory]
    [InlineData(HandoverSide.Out, "bruno-frei", "anna-keller signs as out, not bruno-frei.")]
    [InlineData(HandoverSide.In, "anna-keller", "bruno-frei signs as in, not anna-keller.")]
    [InlineData(HandoverSide.Manager, "anna-keller", "A manager signs as manager, not anna-keller.")]
    public void each_side_signs_for_itself(HandoverSide side, string actor, string sentence) =>
        IsRefused(Ask(Written, Today, Sign(side), actor), "other-person", sentence);

    [Fact]
    public void what_is_written_after_a_signature_is_to_be_signed_anew()
    {
        var signed = Asked(Written, Today, Sign(HandoverSide.Out), "anna-keller");
        var changed = Asked(signed, Today, new WriteHandoverPart(Process, HandoverPart.Issues, "One more"));

        Assert.Equal(["in", "manager"], Facts(signed, Today).MissingSignatures);
        Assert.Equal(["out", "in", "manager"], Facts(changed, Today).MissingSignatures);
    }

    // 30 working days after 4 May: 15 June.
    [Theory]
    [InlineData("2026-05-04", 30)]
    [InlineData("2026-05-11", 25)]
    [InlineData("2026-06-12", 1)]
    [InlineData("2026-06-15", 0)]
    public void both_work_side_by_side_for_thirty_working_days_at_an_s_customer(string day, int left) =>
        Assert.Equal(left, Facts(Written, day).OverlapDaysLeft);

    [Fact]
    public void joint_meetings_count_key_people_once()
    {
        var met = Asked(Written, Today, new HoldJointMeeting(Process, [KeyPeople[0], KeyPeople[1]], Day(Today)));
        var again = Asked(met, Today, new HoldJointMeeting(Process, [KeyPeople[1], KeyPeople[2]], Day(Today)));

        Assert.Equal((3, 5), (Facts(again, Today).JointMeetings, Facts(again, Today).JointMeetingsNeeded));
    }

    [Fact]
    public void the_seat_changes_hands_when_the_stage_is_passed_and_not_before()
    {
        var taken = Asked(Written, "2026-06-15", new AdvanceSeat(Process, "C6"));

        Assert.Equal(Planning.Accounts.Tests.Support.Helvia.Bruno, taken.Team.Holder(SeatRole.AR));
        Assert.Equal(Day("2026-06-15"), taken.Team.Find(SeatRole.AR, SeatKind.Primary)!.Since);
        Assert.Equal("Review what anna-keller has access to", Assert.Single(taken.Team.Duties).What);
        Assert.Equal(6, Facts(taken, "2026-06-15").PeopleLeftBehind);
    }

    // METHOD §4.4: what reduces a customer waits until the handover is over (handover_in_progress).
    [Fact]
    public void the_tier_rules_know_of_it_from_its_first_day_until_the_seat_is_settled()
    {
        var handing = HandingOver("2026-05-04");

        Assert.False(Choosing("2026-05-04", Free("bruno-frei")).Team.IsHandedOver(Day("2026-06-30")));
        Assert.False(handing.Team.IsHandedOver(Day("2026-05-03")));
        Assert.True(handing.Team.IsHandedOver(Day("2026-05-04")));
        Assert.False(Past(handing, "C6").Team.IsHandedOver(Day("2026-06-30")));
    }

    // INV-25: an import cannot end a seat whose handover is under way.
    [Fact]
    public void a_record_from_outside_ends_no_seat_that_is_being_handed_over() => IsRefused(
        Written.TakeOver(
            new CustomerRecord(null) { Seats = [Held(SeatRole.AR, SeatKind.Primary, Planning.Accounts.Tests.Support.Helvia.Bruno, Today)] }, Day(Today)),
        "record-flawed",
        "The record of helvia cannot be taken over as it is.",
        "Seats.Employee the AR seat is being handed over and changes hands with that (INV-25).");

    [Fact]
    public void the_new_holder_is_looked_at_after_30_60_and_90_days()
    {
        var taken = Asked(Written, "2026-06-15", new AdvanceSeat(Process, "C6"));
        var reminded = Assert.Single(Events(taken.TimeCame(CustomerTimer.TeamDue, On("2026-07-15"))).OfType<SeatCheckDue>());
        var first = Asked(taken, "2026-07-15", new RecordSeatCheck(Process, 30, [KeyPeople[0]]));
        var second = Asked(first, "2026-08-14", new RecordSeatCheck(Process, 60, [.. KeyPeople.Take(5)]));
        var third = Asked(second, "2026-09-13", new RecordSeatCheck(Process, 90, KeyPeople, 85m));

        Assert.Equal(30, reminded.Day);
        Assert.Equal([90], Facts(second, "2026-08-14").MissingChecks);
        Assert.Equal(5d / 6, Facts(third, "2026-09-13").KeyPeopleMet);
        Assert.Empty(Facts(third, "2026-09-13").MissingChecks);
        IsRefused(
            Ask(second, "2026-09-12", new RecordSeatCheck(Process, 90, [], 80m)), "check-too-early", "Day 90 is 2026-09-13.");
    }

    [Fact]
    public void whoever_is_lost_during_the_handover_signs_it_no_more()
    {
        var lost = Asked(Written, Today, new ReportSuddenLoss(SeatRole.AR, LossReason.Resignation));

        Assert.Equal(Carla, lost.Team.Holder(SeatRole.AR));
        Assert.Equal(0, Facts(lost, Today).OverlapDaysLeft);
        IsRefused(Ask(lost, Today, Sign(HandoverSide.Out), "anna-keller"), "other-person", "carla-roth signs as out, not anna-keller.");
        Assert.Equal("helvia-ar-1", Assert.Single(lost.Team.Processes).Id);
    }

    private static SignHandover Sign(HandoverSide side) => new(Process, side);

    private static SeatFacts Facts(Customer customer, string day) =>
        SeatFacts.Of(customer, customer.Team.Process(Process)!, On(day));
}
