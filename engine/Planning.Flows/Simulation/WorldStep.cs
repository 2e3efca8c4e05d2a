using Planning.Flows.Runtime;

namespace Planning.Flows.Simulation;

/// <summary>Something that happens to a simulated world from outside.</summary>
public abstract record WorldStep
{
    private WorldStep() { }

    /// <summary>A short name for reports, such as <c>event:go</c>.</summary>
    public string Label => this switch
    {
        Event happened => $"event:{happened.Name}",
        Resume resumed => $"resume:{resumed.ActivityId}",
        Task done => $"task:{done.Name}",
        Cancel => "cancel",
        Advance advance => $"advance:{advance.Span:c}",
        Http { ActivityId: { } activity } => $"http:{activity}",
        _ => "http",
    };

    /// <summary>An event for the main instance, for the first instance of a workflow, or for everybody.</summary>
    /// <param name="InstanceOf">A definition id; null for the main instance.</param>
    /// <param name="Any">For every instance, and for workflows that begin with it.</param>
    public sealed record Event(string Name, object? Payload, string? CorrelationId, string? InstanceOf, bool Any) : WorldStep;

    /// <summary>Goes on where an activity waits, whatever it waits for.</summary>
    public sealed record Resume(string ActivityId) : WorldStep;

    /// <summary>Somebody has done the oldest task of that name.</summary>
    public sealed record Task(string Name, object? Result) : WorldStep;

    /// <summary>Ends the main instance.</summary>
    public sealed record Cancel : WorldStep;

    /// <summary>Time passes; what is due on the way is done.</summary>
    public sealed record Advance(TimeSpan Span) : WorldStep;

    /// <summary>The oldest request of an activity comes to its outcome.</summary>
    /// <param name="ActivityId">Null for the oldest request of all.</param>
    public sealed record Http(string? ActivityId, HttpOutcome Outcome) : WorldStep;
}
