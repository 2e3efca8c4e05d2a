using Planning.Flows.Activities;
using Planning.Flows.Definitions;
using Planning.Flows.Expressions;
using Planning.Flows.Instances;

namespace Planning.Flows.Elsa;

/// <summary>Runs its body round by round, until there is no next round or the body breaks out.</summary>
internal abstract class Loop : IContainerActivity, ISignalReceiver
{
    public abstract ActivityDescriptor Descriptor { get; }

    public virtual void Execute(ActivityContext context) => GoOn(context);

    public void Resume(ActivityContext context, Resumption resumption) { }

    public void ChildCompleted(ActivityContext context, ChildCompletion completion) => GoOn(context);

    public void ChildCanceled(ActivityContext context, ActivityContext child) => GoOn(context);

    public bool Receive(ActivityContext context, ActivityContext sender, Signal signal)
    {
        if (signal is not Signal.Break)
        {
            return false;
        }

        context.IsBreaking = true;
        return true;
    }

    protected void GoOn(ActivityContext context)
    {
        if (context.Node.Port("Body") is { } body && !context.IsBreaking && NextRound(context) is { } variables)
        {
            context.Schedule(body, variables: variables);
        }
        else
        {
            context.Complete();
        }
    }

    /// <returns>The variables of the next round; null when there is none.</returns>
    protected abstract IReadOnlyList<VariableState>? NextRound(ActivityContext context);
}

/// <summary>Runs its body as long as a condition holds.</summary>
internal sealed class While : Loop
{
    public override ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.While",
        Category = "Looping",
        Description = "Runs its body as long as a condition holds.",
        Inputs = [new InputDescriptor("Condition", "Boolean") { AutoEvaluate = false }],
        Ports = [new PortDescriptor("Body", PortKind.Embedded)],
    };

    protected override IReadOnlyList<VariableState>? NextRound(ActivityContext context) =>
        context.Evaluate<bool>("Condition") ? [] : null;
}

/// <summary>Counts from one number to another and runs its body for each.</summary>
internal sealed class For : Loop
{
    private const string Current = "current";
    private const string CurrentValue = Items.CurrentValue;

    public override ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.For",
        Category = "Looping",
        Description = "Counts from one number to another and runs its body for each.",
        Inputs =
        [
            new InputDescriptor("Start", "Int32") { DefaultValue = 0 },
            new InputDescriptor("End", "Int32") { DefaultValue = 0 },
            new InputDescriptor("Step", "Int32") { DefaultValue = 1, Description = "Negative to count down." },
            new InputDescriptor("OuterBoundInclusive", "Boolean")
            {
                DisplayName = "Outer bound inclusive",
                UiHint = "checkbox",
                DefaultValue = true,
            },
        ],
        Outputs = [new OutputDescriptor(CurrentValue)],
        Ports = [new PortDescriptor("Body", PortKind.Embedded)],
        ChildVariables = [new VariableDeclaration(CurrentValue, CurrentValue, DataType.Parse("Int32"), null)],
    };

    protected override IReadOnlyList<VariableState>? NextRound(ActivityContext context)
    {
        var (step, end) = (context.Input<long>("Step"), context.Input<long>("End"));
        var value = context.Properties.Contains(Current)
            ? context.Properties.Get<long>(Current) + step
            : context.Input<long>("Start");
        var distance = step < 0 ? value.CompareTo(end) : end.CompareTo(value);
        if (distance < 0 || (distance == 0 && !context.Input<bool>("OuterBoundInclusive")))
        {
            return null;
        }

        if (step == 0)
        {
            throw new InvalidOperationException("The step is 0, so the loop would never end. Count by another number.");
        }

        context.Properties[Current] = value;
        context.SetOutput(CurrentValue, value);
        return [new VariableState(CurrentValue, CurrentValue, value)];
    }
}

/// <summary>Runs its body for each item of a list, one after the other.</summary>
internal sealed class ForEach : Loop
{
    private const string Next = "next";

    public override ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.ForEach",
        DisplayName = "For Each",
        Category = "Looping",
        Description = "Runs its body for each item of a list, one after the other.",
        Inputs = [new InputDescriptor(Items.Input)],
        Outputs = [new OutputDescriptor(Items.CurrentValue)],
        Ports = [new PortDescriptor("Body", PortKind.Embedded)],
        ChildVariables = Items.Variables,
    };

    protected override IReadOnlyList<VariableState>? NextRound(ActivityContext context)
    {
        var index = context.Properties.Get<int>(Next);
        var items = Items.Of(context);
        if (index >= items.Count)
        {
            return null;
        }

        context.Properties[Next] = index + 1;
        context.SetOutput(Items.CurrentValue, items[index]);
        return Items.Round(items, index);
    }
}

/// <summary>Ends the nearest loop after the round that runs.</summary>
internal sealed class Break : IActivity
{
    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.Break",
        Category = "Looping",
        Description = "Ends the nearest loop.",
        IsTerminal = true,
    };

    public void Execute(ActivityContext context)
    {
        context.Send(new Signal.Break());
        context.Complete();
    }

    public void Resume(ActivityContext context, Resumption resumption) { }
}

/// <summary>Runs its body for all items of a list side by side.</summary>
internal sealed class ParallelForEach : IContainerActivity
{
    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.ParallelForEach",
        DisplayName = "Parallel For Each",
        Category = "Looping",
        Description = "Runs its body for all items of a list side by side, and is complete when every round is.",
        Inputs = [new InputDescriptor(Items.Input)],
        Ports = [new PortDescriptor("Body", PortKind.Embedded)],
        ChildVariables = Items.Variables,
    };

    public void Execute(ActivityContext context)
    {
        var items = Items.Of(context);
        if (context.Node.Port("Body") is not { } body || items.Count == 0)
        {
            context.Complete();
            return;
        }

        for (var index = 0; index < items.Count; index++)
        {
            context.Schedule(body, variables: Items.Round(items, index));
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
