using System.Collections.Immutable;
using System.Globalization;

namespace Planning.Accounts.Customers;

/// <summary>When a workflow begins by the clock, for no customer.</summary>
/// <param name="Definition">The id that all versions of the workflow have.</param>
/// <param name="VersionId">The version that begins.</param>
/// <param name="Workflow">What people call it.</param>
/// <param name="SetIn">The turn that set the clock, so that no two settings have a timer in common.</param>
/// <param name="Starts">One for each trigger; none when this version does not begin by the clock (any more).</param>
public sealed record WorkflowClock(
    string Definition, string VersionId, int Version, string Workflow, long SetIn, ImmutableArray<ClockStart> Starts)
{
    public ClockStart? Find(string activity) => Starts.FirstOrDefault(start => start.Activity == activity);

    public WorkflowClock With(ClockStart start) => this with
    {
        Starts = [.. Starts.Select(known => known.Activity == start.Activity ? start : known)],
    };

    public bool Equals(WorkflowClock? other) => other is not null
        && (Definition, VersionId, Version, Workflow, SetIn)
            == (other.Definition, other.VersionId, other.Version, other.Workflow, other.SetIn)
        && Starts.AsSpan().SequenceEqual(other.Starts.AsSpan());

    public override int GetHashCode() => HashCode.Combine(VersionId, SetIn);
}

/// <param name="Activity">The trigger.</param>
/// <param name="Next">When the workflow begins with it next; nothing when it never does (again).</param>
/// <param name="Last">The time that it began for last, which may have been made up for later.</param>
public sealed record ClockStart(string Activity, DateTimeOffset? Next, DateTimeOffset? Last = null)
{
    /// <summary>Why its time cannot be computed.</summary>
    public string? Problem { get; init; }

    internal string Sentence =>
        $"{Activity} {(Next is { } next ? $"at {Told(next)}" : Problem is null ? "never" : $"never ({Problem.TrimEnd('.')})")}";

    internal static string Told(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}

/// <summary>From now on this version of a workflow begins by the clock, and no other.</summary>
public sealed record ClockSet(WorkflowClock Clock) : CustomerEvent
{
    protected override string Tell() => Clock.Starts is []
        ? $"{Clock.Workflow} begins by the clock no more, as of version {Clock.Version}."
        : $"{Clock.Workflow} begins by the clock in version {Clock.Version}: {string.Join("; ", Clock.Starts.Select(start => start.Sentence))}.";
}

/// <summary>A time came at which a workflow begins.</summary>
/// <param name="Start">As it goes on from here.</param>
/// <param name="Instance">The instance that began; nothing when none did.</param>
/// <param name="Why">Why none did.</param>
public sealed record ClockStruck(string Workflow, ClockStart Start, string? Instance, string? Why) : CustomerEvent
{
    protected override string Tell() => (Instance is null
        ? $"{Workflow} was to begin at {ClockStart.Told(Start.Last!.Value)} and did not: {Why?.TrimEnd('.')}."
        : $"{Workflow} ({Instance}) began, due at {ClockStart.Told(Start.Last!.Value)}.")
        + (Start.Next is { } next ? $" Next at {ClockStart.Told(next)}." : " It was the last time.");
}
