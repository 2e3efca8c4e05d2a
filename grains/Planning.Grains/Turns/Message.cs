using System.Collections.Immutable;
using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Accounts.Plans;
using Planning.Accounts.Tiers;
using Planning.Flows.Runtime;

namespace Planning.Grains.Turns;

/// <summary>A request to one customer.</summary>
/// <param name="Id">Unique for the customer. A message whose id was answered before gets the first answer and has no effect.</param>
/// <param name="Actor">Who asks, for the history.</param>
public sealed record Message(string Id, string Actor, Request Request)
{
    /// <summary>When it was done, where it is told afterwards: the customer decides as at that moment. Nothing for now.</summary>
    public DateTimeOffset? On { get; init; }
}

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

    /// <summary>Do what people may ask of a customer.</summary>
    public sealed record Do(CustomerCommand Command) : Request(CustomerCommands.KindOf(Command));

    /// <summary>Look at what time alone has changed. Sent by the sweep, not by people.</summary>
    public sealed record Watch() : Request("watch");

    /// <summary>Keep a proposed rise to tier S waiting: the portfolio has no place. Sent by the tier run, not by people.</summary>
    /// <param name="Places">How many places there are.</param>
    public sealed record HoldPromotion(int Places) : Request("hold-promotion");

    public sealed record OpenPlan() : Request("open-plan");

    public sealed record SubmitArtefact(Artefact Artefact) : Request("submit-artefact");

    /// <param name="Stage">The stage the asker believes the plan is in.</param>
    public sealed record AdvancePlan(string Stage) : Request("advance-plan");

    /// <summary>Something happened that workflows of the customer may wait for, or begin with.</summary>
    /// <param name="Payload">Any JSON-able value; null for none.</param>
    public sealed record PublishEvent(string Name, object? Payload) : Request("publish-event")
    {
        /// <summary>Only this instance hears it, and none begins; nothing for all.</summary>
        public string? Instance { get; init; }
    }

    /// <summary>A task that a workflow asked for is done.</summary>
    /// <param name="Result">Any JSON-able value; null for none.</param>
    public sealed record CompleteTask(string TaskId, object? Result) : Request("complete-task");

    /// <summary>Begin a workflow by hand, if its activation strategy lets it.</summary>
    /// <param name="Input">JSON-able values by name.</param>
    public sealed record StartWorkflow(string DefinitionId, IReadOnlyDictionary<string, object?> Input) : Request("start-workflow")
    {
        /// <summary>Nothing for the customer's id; without a customer for none.</summary>
        public string? CorrelationId { get; init; }

        public string? Why { get; init; }
    }

    /// <summary>Run once more what failed in a workflow.</summary>
    /// <param name="Execution">The activity execution meant; nothing for all that failed.</param>
    public sealed record RetryWorkflow(string Instance, string? Execution, string? Why) : Request("retry-workflow");

    /// <summary>End a workflow, and those it started, wherever they stand.</summary>
    public sealed record CancelWorkflow(string Instance, string? Why) : Request("cancel-workflow");

    /// <summary>Do to a workflow what it did not ask for, all or nothing, and let it run on.</summary>
    public sealed record AlterWorkflow(string Instance) : Request("alter-workflow")
    {
        /// <summary>The version of the workflow to take it to before everything else; nothing for its own.</summary>
        public int? Version { get; init; }

        /// <summary>New values by the variable's id or name; any JSON-able value.</summary>
        public ImmutableArray<KeyValuePair<string, object?>> Variables { get; init; } = [];

        /// <summary>The ids of activities to end.</summary>
        public ImmutableArray<string> Cancel { get; init; } = [];

        /// <summary>The ids of activities to go on at.</summary>
        public ImmutableArray<string> Schedule { get; init; } = [];

        public string? Why { get; init; }
    }

    /// <summary>A request that a workflow sent has come to its outcome. Sent by the outbox, not by people.</summary>
    /// <param name="RequestId">The outbox entry; it is gone with this turn, whoever still waits for it.</param>
    public sealed record HttpAnswered(string RequestId, HttpOutcome Outcome) : Request("http-answered");

    /// <summary>Set the clock of a workflow by the version in force. Sent by the timers, not by people.</summary>
    public sealed record SetClock(string DefinitionId) : Request("set-clock");

    /// <summary>A time has come. Sent by the timers, not by people.</summary>
    public sealed record TimerDue(string Name) : Request("timer-due");
}
