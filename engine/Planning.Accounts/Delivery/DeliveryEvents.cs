using Planning.Accounts.Customers;
using Planning.Accounts.People;

namespace Planning.Accounts.Delivery;

public abstract record DeliveryEvent(Id<Milestone> Id) : CustomerEvent;

public sealed record MilestonePlanned(Id<Milestone> Id, Milestone Milestone) : DeliveryEvent(Id)
{
    protected override string Tell() => FormattableString.Invariant($"“{Milestone.Title}” was promised for {Milestone.Due:yyyy-MM-dd}.");
}

public sealed record MilestoneMoved(Id<Milestone> Id, string Title, DateOnly Expected, string Reason) : DeliveryEvent(Id)
{
    protected override string Tell() => FormattableString.Invariant($"“{Title}” is expected on {Expected:yyyy-MM-dd}: {Reason}.");
}

public sealed record MilestoneReached(Id<Milestone> Id, string Title, DateOnly On) : DeliveryEvent(Id)
{
    protected override string Tell() => FormattableString.Invariant($"“{Title}” was delivered on {On:yyyy-MM-dd}.");
}

public sealed record AcceptanceRefused(Id<Milestone> Id, string Title, DateOnly On, Id<Person> By, string Reason) : DeliveryEvent(Id)
{
    protected override string Tell() => FormattableString.Invariant($"{By} did not accept “{Title}” on {On:yyyy-MM-dd}: {Reason}.");
}

public sealed record DeliveryAccepted(Id<Milestone> Id, string Title, DateOnly On, Id<Person> By) : DeliveryEvent(Id)
{
    protected override string Tell() => FormattableString.Invariant($"{By} accepted “{Title}” on {On:yyyy-MM-dd}.");
}
