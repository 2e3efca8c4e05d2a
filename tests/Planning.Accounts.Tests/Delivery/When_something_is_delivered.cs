using Planning.Accounts.Customers;
using Planning.Accounts.Delivery;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Delivery;

/// <summary>A metro ring is built from January on and promised for 2026-06-01.</summary>
public sealed class When_something_is_delivered
{
    private static readonly Id<Milestone> Ring = Key<Milestone>("ring");

    private static readonly PlanMilestone Plan = new(Ring, "Metro ring", Day("2026-01-02"), Day("2026-06-01"));

    private static readonly Customer Planned = Asked(Company.Known, "2026-01-05", Plan);

    [Fact]
    public void what_was_promised_first_is_what_a_slip_is_counted_from()
    {
        var moved = Asked(
            Asked(Planned, "2026-04-01", new MoveMilestone(Ring, Day("2026-06-16"), "Permits are late")),
            "2026-05-01",
            new MoveMilestone(Ring, Day("2026-06-17"), "Rain"));

        Assert.Equal((16, 16 / 150m), (Slip(moved, "2026-05-02"), moved.Delivery.Milestones[Ring].SlipShare(Day("2026-05-02"))));
        IsRefused(
            Ask(moved, "2026-05-02", Plan with { Due = Day("2026-06-17") }),
            "command-flawed",
            "It cannot be done as it is asked.",
            "Id is ring, which is promised otherwise; say when it is expected instead.");
    }

    [Fact]
    public void a_day_that_is_over_slips_by_itself()
    {
        Assert.Equal((0, 0, 1), (Slip(Planned, "2026-05-31"), Slip(Planned, "2026-06-01"), Slip(Planned, "2026-06-02")));
        Assert.Equal(4, Slip(Asked(Planned, "2026-06-05", new ReachMilestone(Ring, Day("2026-06-05"))), "2026-12-31"));
    }

    [Fact]
    public void it_is_accepted_when_the_customer_says_so()
    {
        IsRefused(
            Ask(Planned, "2026-06-01", new AcceptDelivery(Ring, Day("2026-06-01"), Helvia.Ammann)),
            "not-delivered",
            "“Metro ring” is not delivered yet.");
        var refused = Asked(
            Asked(Planned, "2026-06-01", new ReachMilestone(Ring, Day("2026-06-01"))),
            "2026-06-03",
            new RefuseAcceptance(Ring, Day("2026-06-03"), Helvia.Ammann, "Two sites are dark"));
        Assert.Equal("Two sites are dark", refused.Delivery.Milestones[Ring].Refusal);
        Assert.Contains(new Waiting("delivery", "acceptance of Metro ring", "FR", null), Waiting.Of(refused));

        var accepted = Asked(refused, "2026-06-10", new AcceptDelivery(Ring, Day("2026-06-10"), Helvia.Ammann));
        Assert.Null(accepted.Delivery.Milestones[Ring].Refusal);
        Assert.Empty(Waiting.Of(accepted));
    }

    private static int Slip(Customer customer, string day) => customer.Delivery.Milestones[Ring].SlipDays(Day(day));
}
