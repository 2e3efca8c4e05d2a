using Planning.Accounts.Contents;
using Planning.Accounts.Customers;
using Planning.Accounts.Plans;
using Planning.Accounts.Teams;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Plans;

/// <summary>METHOD §3.1: SR and FR co-sign A4 to A6.</summary>
public sealed class When_SR_and_FR_sign
{
    private static readonly CoSign Objectives = new("A4", SeatRole.SR);

    private static Customer Signed { get; } = Asked(
        Asked(Drafts.Whole, "2026-05-05", Objectives, "bruno-frei"), "2026-05-05", new CoSign("A4", SeatRole.FR), "chiara-rossi");

    [Fact]
    public void it_is_known_who_has_not_signed_what()
    {
        Assert.Equal(["SR", "FR"], Life(Drafts.Whole).UnsignedObjectives);
        Assert.Empty(Life(Signed).UnsignedObjectives!);
        Assert.Equal(["SR", "FR"], Life(Signed).UnsignedRelationship);
        NothingHappens(Ask(Signed, "2026-05-06", Objectives, "bruno-frei"));
    }

    [Fact]
    public void nobody_signs_for_a_seat_that_is_not_theirs() => IsRefused(
        Ask(Drafts.Whole, "2026-05-05", Objectives), "other-holder", "anna-keller does not hold the SR seat.");

    [Fact]
    public void what_is_signed_and_for_which_seat_is_one_of_a_few() => IsRefused(
        Ask(Drafts.Whole, "2026-05-05", new CoSign("A3", SeatRole.AR)),
        "command-flawed",
        "It cannot be done as it is asked.",
        "Stage is A3; write one of A4, A5, A6.",
        "Seat is AR; write one of SR, FR.");

    [Fact]
    public void a_signature_does_not_hold_for_what_is_written_after_it()
    {
        var changed = Asked(Signed, "2026-05-06", new StrikeEntry("objective:praise"));
        Assert.Equal(["SR", "FR"], Life(changed).UnsignedObjectives);
        var beside = Asked(Signed, "2026-05-06", new StrikeEntry("message-brief:supply"));
        Assert.Empty(Life(beside).UnsignedObjectives!);
    }

    private static LifeFacts Life(Customer customer) =>
        PlanFacts.Of(customer, customer.Plan!, Helvia.Today, PlanPolicy.Default).Life!;
}
