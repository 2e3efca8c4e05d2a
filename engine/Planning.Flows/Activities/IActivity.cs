namespace Planning.Flows.Activities;

/// <summary>A kind of step that a workflow can contain.</summary>
/// <remarks>
/// One object serves every execution, on any thread: keep nothing in fields. What must be remembered until the activity
/// is resumed goes into <see cref="ActivityContext.Properties"/>.
/// </remarks>
public interface IActivity
{
    ActivityDescriptor Descriptor { get; }

    /// <summary>Does the deed. An activity that neither waits nor schedules a child is completed with <c>Done</c>.</summary>
    void Execute(ActivityContext context);

    /// <summary>Goes on after a bookmark of this execution was resumed. Completed with <c>Done</c> when nothing is left
    /// to wait for.</summary>
    void Resume(ActivityContext context, Resumption resumption);
}

/// <summary>An activity that runs others.</summary>
public interface IContainerActivity : IActivity
{
    /// <summary>A child that this activity scheduled is about to begin.</summary>
    void ChildStarting(ActivityContext context, ActivityContext child) { }

    /// <summary>A child that this activity scheduled has completed.</summary>
    void ChildCompleted(ActivityContext context, ChildCompletion completion);

    /// <summary>Somebody has cancelled a child from outside, and nothing is left inside: go on without it.</summary>
    void ChildCanceled(ActivityContext context, ActivityContext child) => context.Complete();
}

/// <summary>An activity that answers signals from the activities inside it.</summary>
public interface ISignalReceiver : IActivity
{
    /// <returns>True when the signal has arrived and goes no further up.</returns>
    bool Receive(ActivityContext context, ActivityContext sender, Signal signal);
}

/// <summary>An activity whose JSON holds more than inputs and children; it reads that part itself, once.</summary>
public interface IStructuredActivity : IActivity
{
    /// <returns>An immutable plan, found again in <see cref="Definitions.Node.Structure"/>.</returns>
    object ReadStructure(Definitions.StructureReading reading);
}

/// <param name="Callback">The name the owner gave when it scheduled the child. A name survives a restart.</param>
public readonly record struct ChildCompletion(ActivityContext Child, string? Callback, IReadOnlyList<string> Outcomes);

/// <param name="Bookmark">What the activity waited for.</param>
/// <param name="Input">What the caller delivered, by name.</param>
public sealed record Resumption(Instances.Bookmark Bookmark, Instances.ValueBag Input);

/// <summary>What an activity tells the activities around it.</summary>
public abstract record Signal
{
    private Signal() { }

    /// <summary>The nearest composite (the workflow, or a workflow used as an activity) is done.</summary>
    public sealed record CompleteComposite(IReadOnlyList<string> Outcomes) : Signal;

    /// <summary>The nearest loop ends after the current round.</summary>
    public sealed record Break : Signal;
}
