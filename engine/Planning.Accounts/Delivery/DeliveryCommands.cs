using Planning.Accounts.Customers;
using Planning.Accounts.People;

namespace Planning.Accounts.Delivery;

/// <summary>Something that people ask about one milestone.</summary>
public abstract record MilestoneCommand(Id<Milestone> Milestone) : CustomerCommand
{
    public sealed override Decision Decide(Customer customer, Occasion on) =>
        customer.Delivery.Milestones.TryGetValue(Milestone, out var known)
            ? Decide(known, on)
            : Decision.Refuse("milestone-unknown", $"There is no milestone {Milestone}.");

    private protected abstract Decision Decide(Milestone known, Occasion on);
}

/// <summary>Promise a day in a delivery.</summary>
/// <param name="Starts">The first day of the work that leads to it.</param>
[Command("plan-milestone", "Promise a day in a delivery; what is promised first stays known")]
public sealed record PlanMilestone(Id<Milestone> Id, string Title, DateOnly Starts, DateOnly Due) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        FieldMistake.Blank(nameof(Title), Title),
        Due <= Starts ? new FieldMistake(nameof(Due), "must lie after the day the work starts") : null,
        customer.Delivery.Milestones.TryGetValue(Id, out var known)
            && (known.Title, known.Starts, known.Due) != (Title, Starts, Due)
            ? new FieldMistake(nameof(Id), $"is {Id}, which is promised otherwise; say when it is expected instead")
            : null);

    public override Decision Decide(Customer customer, Occasion on) => customer.Delivery.Milestones.ContainsKey(Id)
        ? Decision.Record()
        : Decision.Record(new MilestonePlanned(Id, new Milestone(Id, Title, Starts, Due)));
}

[Command("move-milestone", "Say on which day a milestone is expected now, and why")]
public sealed record MoveMilestone(Id<Milestone> Milestone, DateOnly Expected, string Reason) : MilestoneCommand(Milestone)
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        FieldMistake.Blank(nameof(Reason), Reason),
        Expected < on.Today ? new FieldMistake(nameof(Expected), "lies before today") : null);

    private protected override Decision Decide(Milestone known, Occasion on) => known switch
    {
        { ReachedOn: not null } => Decision.Refuse("milestone-reached", $"“{known.Title}” is delivered already."),
        _ when known.Expected == Expected && known.Because == Reason => Decision.Record(),
        _ => Decision.Record(new MilestoneMoved(Milestone, known.Title, Expected, Reason)),
    };
}

[Command("reach-milestone", "Keep the day on which a milestone was delivered")]
public sealed record ReachMilestone(Id<Milestone> Milestone, DateOnly On) : MilestoneCommand(Milestone)
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) =>
        FieldMistake.Among(FieldMistake.NotYet(nameof(On), On, on.Today));

    private protected override Decision Decide(Milestone known, Occasion on) => known.ReachedOn is not null
        ? Decision.Record()
        : Decision.Record(new MilestoneReached(Milestone, known.Title, On));
}

[Command("refuse-acceptance", "Keep that the customer did not accept a delivery, and why")]
public sealed record RefuseAcceptance(Id<Milestone> Milestone, DateOnly On, Id<Person> By, string Reason) : MilestoneCommand(Milestone)
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        FieldMistake.Blank(nameof(Reason), Reason),
        FieldMistake.NotYet(nameof(On), On, on.Today),
        Organisation.AtCustomer.Unknown(customer, nameof(By), By));

    private protected override Decision Decide(Milestone known, Occasion on) => known switch
    {
        { AcceptedOn: not null } => Decision.Refuse("delivery-accepted", $"“{known.Title}” is accepted already."),
        _ when known.Refusal == Reason => Decision.Record(),
        _ => Decision.Record(new AcceptanceRefused(Milestone, known.Title, On, By, Reason)),
    };
}

/// <summary>Keep that the customer accepted a delivery: its word, not ours.</summary>
[Command("accept-delivery", "Keep who at the customer accepted a delivery, and when")]
public sealed record AcceptDelivery(Id<Milestone> Milestone, DateOnly On, Id<Person> By) : MilestoneCommand(Milestone)
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        FieldMistake.NotYet(nameof(On), On, on.Today), Organisation.AtCustomer.Unknown(customer, nameof(By), By));

    private protected override Decision Decide(Milestone known, Occasion on) => known switch
    {
        { ReachedOn: null } => Decision.Refuse("not-delivered", $"“{known.Title}” is not delivered yet."),
        { AcceptedOn: not null } => Decision.Record(),
        _ => Decision.Record(new DeliveryAccepted(Milestone, known.Title, On, By)),
    };
}
