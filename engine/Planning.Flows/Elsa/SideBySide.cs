using Planning.Flows.Activities;
using Planning.Flows.Definitions;

namespace Planning.Flows.Elsa;

/// <summary>Runs all activities inside it side by side.</summary>
internal sealed class Parallel : IContainerActivity
{
    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.Parallel",
        Category = "Branching",
        Description = "Runs its activities side by side, and is complete when all are.",
        IsContainer = true,
        HasVariables = true,
    };

    public void Execute(ActivityContext context)
    {
        foreach (var child in context.Node.Children)
        {
            context.Schedule(child);
        }
    }

    public void Resume(ActivityContext context, Resumption resumption) { }

    public void ChildCompleted(ActivityContext context, ChildCompletion completion)
    {
        if (!context.HasWorkInside)
        {
            context.Complete();
        }
    }
}

/// <summary>Runs branches side by side, until all of them or any of them is complete.</summary>
internal sealed class Fork : IContainerActivity, IStructuredActivity, ISignalReceiver
{
    private const string WaitAny = "WaitAny";

    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.Fork",
        Category = "Branching",
        Description = "Runs branches side by side, until all of them or any of them is complete.",
        Inputs =
        [
            new InputDescriptor("JoinMode", "String")
            {
                DisplayName = "Join mode",
                UiHint = "dropdown",
                IsWrapped = false,
                Options = ["WaitAll", WaitAny],
                DefaultValue = "WaitAll",
            },
        ],
    };

    public object ReadStructure(StructureReading reading)
    {
        var branches = new List<Node>();
        foreach (var (json, path) in reading.Items("branches"))
        {
            if (reading.ReadChild(json, path) is { } branch)
            {
                branches.Add(branch);
            }
        }

        return branches;
    }

    public void Execute(ActivityContext context)
    {
        foreach (var branch in (List<Node>)context.Node.Structure!)
        {
            context.Schedule(branch);
        }
    }

    public void Resume(ActivityContext context, Resumption resumption) { }

    public void ChildCompleted(ActivityContext context, ChildCompletion completion)
    {
        if (context.IsBreaking || context.Input<string>("JoinMode") == WaitAny || !context.HasWorkInside)
        {
            context.Complete();
        }
    }

    /// <summary>The fork ends with the branch that breaks, and so does the loop around it.</summary>
    public bool Receive(ActivityContext context, ActivityContext sender, Signal signal)
    {
        context.IsBreaking |= signal is Signal.Break;
        return false;
    }
}
