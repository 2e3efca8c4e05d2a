using Planning.Flows.Activities;
using Planning.Flows.Definitions;

namespace Planning.Flows.Instances;

/// <summary>Runs what is queued, first come first served, until nothing is left or everything waits.</summary>
internal static class Scheduler
{
    public static void Drain(Run run)
    {
        run.SubStatus = WorkflowSubStatus.Executing;
        var executed = 0;
        while (run.Dequeue() is { } item)
        {
            if (executed++ == run.Environment.MostWorkItems)
            {
                StopRunaway(run, item);
                break;
            }

            Execute(run, item);
        }

        Settle(run);
    }

    private static void Execute(Run run, WorkItem item)
    {
        var context = item.Existing ?? run.Begin(item);
        run.Journal.Write(context, item.Resumption is null ? LogEvents.Started : LogEvents.Resumed);
        try
        {
            if (item.Resumption is { } resumption)
            {
                context.Status = ActivityStatus.Running;
                context.Node.Activity.Resume(context, resumption);
                run.Burn(resumption.Bookmark);
            }
            else
            {
                Begin(context);
            }

            CompleteOrWait(run, context);
        }
        catch (Exception exception) when (run.Environment.IsFaultOfActivity(exception))
        {
            Lifecycle.Fault(context, exception, item.Resumption?.Bookmark);
        }
    }

    private static void Begin(ActivityContext context)
    {
        InputEvaluation.EvaluateAll(context);
        context.Status = ActivityStatus.Running;
        if (context.Parent is { Node.Activity: IContainerActivity container } owner)
        {
            container.ChildStarting(owner, context);
        }

        context.Node.Activity.Execute(context);
    }

    private static void CompleteOrWait(Run run, ActivityContext context)
    {
        if (context.Node.Id == run.TriggerActivityId)
        {
            run.TriggerIsPending = false;
        }

        if (context.Status is not ActivityStatus.Running)
        {
            return;
        }

        if (run.IsWaiting(context))
        {
            run.Journal.Write(context, LogEvents.Suspended);
        }
        else if (context.Children.Count == 0 && !run.IsQueued(context))
        {
            Lifecycle.Complete(context, []);
        }
    }

    private static void StopRunaway(Run run, WorkItem next)
    {
        run.Enqueue(next); // What is left can be retried once the definition or its data is mended.
        run.Report(new Incident(
            $"The workflow ran {run.Environment.MostWorkItems} activities without waiting, so it was stopped at \"{next.Node.Id}\". "
            + "Look for a loop whose condition never ends it.",
            run.Environment.Now, next.Node.Id, next.Node.NodeId, next.Owner?.Id, next.Node.Descriptor.TypeName));
        if ((run.Definition.IncidentStrategy ?? run.Environment.IncidentStrategy) == IncidentStrategy.Fault)
        {
            run.SubStatus = WorkflowSubStatus.Faulted;
        }
    }

    private static void Settle(Run run)
    {
        if (run.SubStatus is WorkflowSubStatus.Executing)
        {
            var isOver = run.Contexts[0].Status is ActivityStatus.Completed or ActivityStatus.Canceled;
            run.SubStatus = isOver ? WorkflowSubStatus.Finished : WorkflowSubStatus.Suspended;
        }

        // A finished instance can never be resumed, so nothing of it may go on waiting.
        if (run.SubStatus is not WorkflowSubStatus.Suspended)
        {
            run.ClearQueue();
            run.BurnAllBookmarks();
        }
    }
}
