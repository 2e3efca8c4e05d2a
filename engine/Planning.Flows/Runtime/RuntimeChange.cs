using System.Collections.Immutable;
using Planning.Flows.Instances;

namespace Planning.Flows.Runtime;

/// <summary>What came of one operation of the runtime, over all instances it touched.</summary>
/// <param name="Instances">All instances after it, by id.</param>
/// <param name="Bursts">In the order they ended; an instance may occur several times.</param>
/// <param name="Created">The ids of new instances, in the order they began.</param>
/// <param name="Lines">What WriteLine wrote in all of them, in order.</param>
/// <param name="Effects">What is left for the world outside to do: tasks and requests.</param>
public sealed record RuntimeChange(
    ImmutableSortedDictionary<string, WorkflowState> Instances,
    IReadOnlyList<Burst> Bursts,
    IReadOnlyList<string> Created,
    IReadOnlyList<string> Lines,
    IReadOnlyList<Effect> Effects)
{
    /// <summary>Why nothing was run; null when something was, or when nobody waited.</summary>
    public BurstRefusal? Refusal { get; init; }
}
