using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Planning.Accounts.Stages;

/// <summary>What the exit gates of one kind of process may ask. Rules see the members of the kind itself.</summary>
public abstract record StageFacts
{
    /// <summary>The stages whose criteria are judged together with those of the stage itself.</summary>
    public virtual IReadOnlyList<string> Also() => [];
}

/// <summary>What the exit gate of a stage found in the data.</summary>
/// <param name="Version">Name and version of the rule set that judged.</param>
/// <param name="Met">Each criterion that holds, with the facts.</param>
/// <param name="Missing">What is still to do, for a person; empty when the gate is open.</param>
public sealed record GateResult(string Version, ImmutableArray<string> Met, ImmutableArray<string> Missing)
{
    /// <summary>What the rules were given.</summary>
    [JsonIgnore]
    public StageFacts? Facts { get; init; }

    /// <summary>The criteria that are not met, in the order of <see cref="Missing"/>: what a waiver can name.</summary>
    public ImmutableArray<string> Unmet { get; init; } = [];

    public bool Open => Missing is [];

    /// <summary>What is still to do when some criteria are waived.</summary>
    public ImmutableArray<string> Without(IEnumerable<string> waived)
    {
        var names = waived.ToHashSet(StringComparer.Ordinal);
        return [.. Missing.Where((_, at) => at >= Unmet.Length || !names.Contains(Unmet[at]))];
    }
}

/// <summary>The exit gates in force: rules over the data of a process, not tick boxes (METHOD §3).</summary>
public interface IGates
{
    /// <summary>Judges the exit of a stage. A stage without criteria is open.</summary>
    GateResult Judge(string stage, StageFacts facts);
}
