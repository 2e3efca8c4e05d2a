using Planning.Flows.Activities;
using Planning.Flows.Definitions;
using Planning.Flows.Runtime;

namespace Planning.Flows.Instances;

/// <summary>Runs instances in bursts: each goes on until everything in it waits or the instance is over.</summary>
/// <remarks>Pure: the same definition, state, input and environment give the same burst.</remarks>
public static class WorkflowRunner
{
    /// <param name="triggerActivityId">The activity with which the workflow begins, when a stimulus started it.</param>
    /// <param name="parent">Who starts this instance from inside; null when nobody does.</param>
    public static Burst Start(
        WorkflowDefinition definition,
        string instanceId,
        string? correlationId,
        IReadOnlyDictionary<string, object?> input,
        BurstEnvironment environment,
        string? triggerActivityId = null,
        ParentActivity? parent = null)
    {
        var run = new Run(definition, instanceId, environment)
        {
            CorrelationId = correlationId,
            Input = new ValueBag(input),
            TriggerActivityId = triggerActivityId,
            TriggerIsPending = triggerActivityId is not null,
            Parent = parent,
        };
        run.Enqueue(new WorkItem(definition.Root, Owner: null));
        Scheduler.Drain(run);
        return StateStore.Close(run);
    }

    /// <summary>Delivers what an activity waits for. A bookmark is good for one delivery.</summary>
    /// <returns>A burst with a refusal and the state unchanged when there is no such bookmark (any more).</returns>
    public static Burst Resume(
        WorkflowDefinition definition,
        WorkflowState state,
        string bookmarkId,
        IReadOnlyDictionary<string, object?> input,
        BurstEnvironment environment)
    {
        if (RefusalOf(state) is { } refusal)
        {
            return Refused(state, refusal);
        }

        var bookmark = state.Bookmarks.FirstOrDefault(bookmark => bookmark.Id == bookmarkId);
        if (bookmark is null)
        {
            return Refused(state, new BurstRefusal("bookmark-unknown",
                $"The instance {state.Id} does not wait at bookmark {bookmarkId}: it has gone on, or never waited there."));
        }

        var run = StateStore.Open(definition, state, environment);
        var waiting = run.Contexts.Single(context => context.Id == bookmark.ActivityInstanceId);
        run.Enqueue(new WorkItem(
            waiting.Node, waiting.Parent, Existing: waiting, Resumption: new Resumption(bookmark, new ValueBag(input))));
        Scheduler.Drain(run);
        return StateStore.Close(run);
    }

    /// <summary>Runs activities that failed once more, and what a runaway instance left undone.</summary>
    /// <param name="activityInstanceId">Null for all that failed.</param>
    public static Burst Retry(
        WorkflowDefinition definition,
        WorkflowState state,
        BurstEnvironment environment,
        string? activityInstanceId = null)
    {
        if (RefusalOf(state) is { } refusal)
        {
            return Refused(state, refusal);
        }

        var run = StateStore.Open(definition, state, environment);
        var failed = run.Contexts.Where(context => context.Status is ActivityStatus.Faulted
            && (activityInstanceId is null || context.Id == activityInstanceId)).ToList();
        if (failed.Count == 0 && run.Queue.Count == 0)
        {
            return Refused(state, new BurstRefusal("nothing-to-retry", $"Nothing in the instance {state.Id} has failed."));
        }

        foreach (var context in failed)
        {
            Lifecycle.Reset(context);
            run.Enqueue(new WorkItem(context.Node, context.Parent, Existing: context));
        }

        Scheduler.Drain(run);
        return StateStore.Close(run);
    }

    /// <summary>Ends an instance wherever it stands.</summary>
    public static Burst Cancel(WorkflowDefinition definition, WorkflowState state, BurstEnvironment environment)
    {
        if (RefusalOf(state) is { } refusal)
        {
            return Refused(state, refusal);
        }

        var run = StateStore.Open(definition, state, environment);
        run.ClearQueue();
        Lifecycle.Cancel(run.Contexts[0]);
        run.BurnAllBookmarks();
        run.SubStatus = WorkflowSubStatus.Cancelled;
        return StateStore.Close(run);
    }

    internal static BurstRefusal? RefusalOf(WorkflowState state) => state.Status is WorkflowStatus.Finished
        ? new BurstRefusal("instance-finished", $"The instance {state.Id} is over ({state.SubStatus}).")
        : null;

    internal static Burst Refused(WorkflowState state, BurstRefusal refusal) =>
        new(state, [], [], [], [], []) { Refusal = refusal };
}
