using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Accounts.Plans;
using Planning.Accounts.Tiers;

namespace Planning.Grains.Turns;

/// <summary>A request to one customer.</summary>
/// <param name="Id">Unique for the customer. A message whose id was answered before gets the first answer and has no effect.</param>
/// <param name="Actor">Who asks, for the history.</param>
public sealed record Message(string Id, string Actor, Request Request);

/// <summary>Everything that can be asked of a customer.</summary>
/// <param name="Kind">Its name in the journal; never changed.</param>
public abstract record Request(string Kind)
{
    /// <summary>Take over what somebody knows: an import row, a logged contact, a metric, a seat.</summary>
    public sealed record TakeOver(CustomerRecord Record) : Request("take-over");

    public sealed record ConfirmGroupRoot() : Request("confirm-group-root");

    /// <summary>Let the tier rules judge a quarter; a customer that holds S or A then has a plan.</summary>
    /// <param name="Vendor">Our own figures of that quarter.</param>
    public sealed record ReviewTier(Quarter Period, VendorFigures Vendor) : Request("review-tier");

    public sealed record OpenPlan() : Request("open-plan");

    public sealed record SubmitArtefact(Artefact Artefact) : Request("submit-artefact");

    /// <param name="Stage">The stage the asker believes the plan is in.</param>
    public sealed record AdvancePlan(string Stage) : Request("advance-plan");

    /// <summary>Something happened that workflows of the customer may wait for, or begin with.</summary>
    /// <param name="Payload">Any JSON-able value; null for none.</param>
    public sealed record PublishEvent(string Name, object? Payload) : Request("publish-event");

    /// <summary>A task that a workflow asked for is done.</summary>
    /// <param name="Result">Any JSON-able value; null for none.</param>
    public sealed record CompleteTask(string TaskId, object? Result) : Request("complete-task");

    /// <summary>A time has come. Sent by the timers, not by people.</summary>
    public sealed record TimerDue(string Name) : Request("timer-due");
}
