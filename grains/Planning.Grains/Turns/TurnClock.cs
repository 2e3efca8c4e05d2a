using Planning.Accounts.Customers;
using Planning.Flows.Definitions;
using Planning.Flows.Runtime;

namespace Planning.Grains.Turns;

/// <summary>The clock of a workflow's own grain within one turn: sets it, and lets instances begin when it strikes.</summary>
internal sealed class TurnClock(Turn turn, TurnWorkflows workflows, long version, DateTimeOffset now)
{
    /// <summary>Whether the clock should be set by this playbook.</summary>
    /// <remarks>A clock that was set for a version unknown here is the business of a newer host beside this one.</remarks>
    public static bool IsDue(WorkflowClock? clock, WorkflowDefinition inForce, DefinitionSet definitions) => clock is null
        ? WorkflowRuntime.BeginsByTheClock(inForce)
        : clock.VersionId != inForce.Id
            && (clock.Starts is not [] || WorkflowRuntime.BeginsByTheClock(inForce))
            && definitions.Version(clock.VersionId) is not null;

    public static string TimerOf(WorkflowClock clock, ClockStart start) =>
        FormattableString.Invariant($"{TurnTimers.ClockPrefix}{clock.SetIn}:{start.Activity}");

    /// <summary>Lets the version in force begin by the clock, and no other.</summary>
    /// <returns>False when that is so already.</returns>
    public bool Set(string definitionId)
    {
        var definitions = turn.Playbook.Definitions;
        if (definitions.Published(definitionId) is not { } inForce || !IsDue(turn.Customer.Clock, inForce, definitions))
        {
            return false;
        }

        turn.Happened(new ClockSet(new WorkflowClock(
            inForce.DefinitionId, inForce.Id, inForce.Version, inForce.Name, version,
            [.. workflows.Runtime().FirstStarts(inForce).Select(First)])));
        return true;
    }

    /// <summary>A timer of the clock is over: the workflow begins, if its activation strategy lets it.</summary>
    /// <param name="timer">One that was set by an earlier version of the workflow is over without effect.</param>
    public void Strike(string timer)
    {
        if (Due(timer) is not var (clock, start) || Set(clock.Definition))
        {
            return;
        }

        var begins = new WorkflowStart(
            clock.Definition,
            new Dictionary<string, object?>(),
            InstanceId: workflows.NextId(),
            TriggerActivityId: start.Activity,
            VersionId: clock.VersionId);
        workflows.Begin(begins, refusal => turn.Happened(new ClockStruck(
            clock.Workflow, After(clock, start), refusal is null ? begins.InstanceId : null, refusal?.Reason)));
    }

    /// <summary>A timer of the clock is over, and the workflow cannot begin.</summary>
    public void PassOver(string timer, string why)
    {
        if (Due(timer) is var (clock, start))
        {
            turn.Happened(new ClockStruck(clock.Workflow, After(clock, start), null, why));
        }
    }

    private (WorkflowClock Clock, ClockStart Start)? Due(string timer) =>
        turn.Customer.Clock is { } clock
        && clock.Starts.FirstOrDefault(start => start.Next <= now && TimerOf(clock, start) == timer) is { } due
            ? (clock, due)
            : null;

    // A moment that this very trigger has begun at does not come again with a newer version.
    private ClockStart First(ScheduledStart start)
    {
        var last = turn.Customer.Clock?.Find(start.ActivityId)?.Last;
        var first = start.At?.ToUniversalTime();
        return new ClockStart(start.ActivityId, first == last ? null : first, last) { Problem = start.Problem };
    }

    private ClockStart After(WorkflowClock clock, ClockStart start)
    {
        var definition = turn.Playbook.Definitions.Version(clock.VersionId) ?? throw new InvalidOperationException(
            $"The version {clock.VersionId} that the clock was set for is not known here. A host that knows it begins it.");
        var next = workflows.Runtime().NextStart(definition, start.Activity, start.Next!.Value);
        return new ClockStart(start.Activity, next.At?.ToUniversalTime(), start.Next) { Problem = next.Problem };
    }
}
