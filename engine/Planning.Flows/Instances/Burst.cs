using Planning.Flows.Definitions;
using Planning.Flows.Flowcharts;
using Planning.Flows.Runtime;

namespace Planning.Flows.Instances;

/// <summary>What a burst is given from outside. Same environment, same state, same burst.</summary>
/// <param name="NextId">Gives a new id at every call.</param>
/// <param name="Subject">What the workflow runs about; the activities know its type.</param>
public sealed record BurstEnvironment(DateTimeOffset Now, Func<string> NextId, object? Subject)
{
    public const int UsualMostWorkItems = 10_000;

    /// <summary>More activity executions than this in one burst are a loop that never waits: an incident.</summary>
    public int MostWorkItems { get; init; } = UsualMostWorkItems;

    /// <summary>
    /// Which exceptions are faults of the activity they come from. The others leave the burst, and nothing of it counts:
    /// that the caller gave up, or bugs that the caller wants to see as such.
    /// </summary>
    public Func<Exception, bool> IsFaultOfActivity { get; init; } =
        exception => exception is not (OperationCanceledException or OutOfMemoryException);

    /// <summary>How flowcharts that begin in this burst decide; those that have begun go on as they began.</summary>
    public FlowchartExecutionMode FlowchartMode { get; init; }

    /// <summary>What happens after a fault when the definition does not say.</summary>
    public IncidentStrategy IncidentStrategy { get; init; } = IncidentStrategy.ContinueWithIncidents;

    /// <summary>The runtime that runs this burst; null when an instance runs all by itself.</summary>
    internal ISurroundings? Surroundings { get; init; }
}

/// <summary>What came of running an instance until it waits or is over.</summary>
/// <param name="Log">In the order things happened.</param>
/// <param name="Lines">What WriteLine wrote.</param>
public sealed record Burst(
    WorkflowState State,
    IReadOnlyList<Bookmark> BookmarksCreated,
    IReadOnlyList<Bookmark> BookmarksBurned,
    IReadOnlyList<LogRecord> Log,
    IReadOnlyList<Incident> NewIncidents,
    IReadOnlyList<string> Lines)
{
    /// <summary>Every execution of an activity that this burst touched, in the order they were first touched.</summary>
    public IReadOnlyList<ActivityRecord> Activities { get; init; } = [];

    /// <summary>What the instance wants done outside itself, in the order it was asked for.</summary>
    public IReadOnlyList<Effect> Effects { get; init; } = [];

    /// <summary>Why nothing was run; null when the burst ran.</summary>
    public BurstRefusal? Refusal { get; init; }
}

/// <param name="Code"><c>bookmark-unknown</c>, <c>instance-finished</c>, <c>nothing-to-retry</c> or <c>alteration-impossible</c>.</param>
/// <param name="Reason">A sentence for people.</param>
public sealed record BurstRefusal(string Code, string Reason);
