using System.Collections.Immutable;

namespace Planning.Accounts.Stages;

/// <summary>A stage that a process is in, as the workflow definition describes it.</summary>
/// <param name="Code">METHOD §3's code: <c>A1</c>.</param>
/// <param name="Title">Insight.</param>
/// <param name="Owner">The role that does the work.</param>
/// <param name="Approver">The role that lets it pass.</param>
/// <param name="Due">Last working day of the stage.</param>
public sealed record Stage(string Code, string Title, string Owner, string Approver, DateOnly EnteredOn, DateOnly Due)
{
    public bool OverdueNoted { get; init; }

    /// <summary>Other ways out of it than its gate, by the workflow's outcomes; nothing where it has none.</summary>
    public ImmutableSortedSet<string>? Ways { get; init; }

    public bool Equals(Stage? other) => other is not null
        && (Code, Title, Owner, Approver, EnteredOn, Due, OverdueNoted)
            == (other.Code, other.Title, other.Owner, other.Approver, other.EnteredOn, other.Due, other.OverdueNoted)
        && (Ways ?? []).SequenceEqual(other.Ways ?? []);

    public override int GetHashCode() => HashCode.Combine(Code, Due);
}
