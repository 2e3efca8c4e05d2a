using Planning.Flows.Activities;
using Planning.Flows.Definitions;

namespace Planning.Flows.Instances;

/// <summary>How an execution of an activity ends (contract §11.4 to §11.7).</summary>
internal static class Lifecycle
{
    private static readonly string[] Done = ["Done"];

    public static void Complete(ActivityContext context, IReadOnlyList<string> outcomes)
    {
        if (context.Status is not ActivityStatus.Running)
        {
            return;
        }

        CancelInside(context);
        context.Outcomes = outcomes.Count == 0 ? Done : outcomes;
        End(context, ActivityStatus.Completed);
        context.Run.Journal.Write(context, LogEvents.Completed);
        CallBack(context);
    }

    public static void Cancel(ActivityContext context)
    {
        if (context.Status is ActivityStatus.Completed or ActivityStatus.Canceled)
        {
            return;
        }

        context.Status = ActivityStatus.Canceled;
        context.Run.Journal.Write(context, LogEvents.Canceled);
        CancelInside(context);
        End(context, ActivityStatus.Canceled);
    }

    public static void FinishWorkflow(ActivityContext context)
    {
        var run = context.Run;
        run.SubStatus = WorkflowSubStatus.Finished;
        run.ClearQueue();
        context.Outcomes = Done;
        End(context, ActivityStatus.Completed);
        run.Journal.Write(context, LogEvents.Completed);
        Cancel(run.Contexts[0]);
    }

    /// <summary>Turns an exception into an incident and lets the incident strategy decide about the instance.</summary>
    /// <param name="resumed">What was being delivered: it stays, so that it can be delivered again.</param>
    public static void Fault(ActivityContext context, Exception exception, Bookmark? resumed = null)
    {
        var run = context.Run;
        var incident = new Incident(
            exception.Message, run.Environment.Now, context.Node.Id, context.Node.NodeId, context.Id,
            context.Node.Descriptor.TypeName, exception.GetType().FullName, exception.InnerException?.Message);
        run.Withdraw(context);
        run.BurnBookmarksOf(context, resumed);
        context.Status = ActivityStatus.Faulted;
        context.LastFault = incident;
        for (var ancestor = context; ancestor is not null; ancestor = ancestor.Parent)
        {
            ancestor.FaultCount++;
        }

        run.Report(incident);
        run.Journal.Write(context, LogEvents.Faulted);
        if ((run.Definition.IncidentStrategy ?? run.Environment.IncidentStrategy) == IncidentStrategy.Fault)
        {
            run.SubStatus = WorkflowSubStatus.Faulted;
        }
    }

    /// <summary>Takes a failed execution back to its beginning.</summary>
    public static void Reset(ActivityContext context)
    {
        CancelInside(context);
        context.Run.BurnBookmarksOf(context);
        context.Tokens.Clear();
    }

    public static void CancelInside(ActivityContext context)
    {
        context.Run.Withdraw(context);
        while (context.Children is [.., var child])
        {
            Cancel(child);
        }
    }

    private static void End(ActivityContext context, ActivityStatus status)
    {
        context.Status = status;
        context.CompletedAt = context.Run.Environment.Now;
        context.Run.BurnBookmarksOf(context);
        context.Parent?.Forget(context);
        context.Run.Forget(context);
    }

    private static void CallBack(ActivityContext child)
    {
        if (child.Parent is not { Status: ActivityStatus.Running } owner)
        {
            return;
        }

        try
        {
            if (owner.Node.Activity is IContainerActivity container)
            {
                container.ChildCompleted(owner, new ChildCompletion(child, child.Callback, child.Outcomes));
            }
            else
            {
                Complete(owner, []);
            }
        }
        catch (Exception exception) when (owner.Run.Environment.IsFaultOfActivity(exception))
        {
            Fault(owner, exception); // The child is complete; it is its owner that failed.
        }
    }
}
