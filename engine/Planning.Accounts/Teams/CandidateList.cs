using System.Collections.Immutable;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Teams;

/// <summary>Who may hold a seat, best first, and why the others may not (METHOD §3.3 C2).</summary>
/// <param name="On">The day whose loads and facts were looked at.</param>
/// <param name="Feasible">All of them, best first; equal ones in order of their ids.</param>
public sealed record CandidateList(DateOnly On, ImmutableArray<Candidate> Feasible, ImmutableArray<RefusedCandidate> Refused)
{
    public static CandidateList None { get; } = new(DateOnly.MinValue, [], []);

    /// <returns>The place among those who may, from 1; nothing for whoever may not.</returns>
    public int? Rank(Id<Employee> employee) =>
        Feasible.FirstOrDefault(candidate => candidate.Employee == employee) is { } found ? Feasible.IndexOf(found) + 1 : null;

    public Candidate? Find(Id<Employee> employee) => Feasible.FirstOrDefault(candidate => candidate.Employee == employee);

    public bool Equals(CandidateList? other) => other is not null && On == other.On
        && Feasible.AsSpan().SequenceEqual(other.Feasible.AsSpan()) && Refused.AsSpan().SequenceEqual(other.Refused.AsSpan());

    public override int GetHashCode() => HashCode.Combine(On, Feasible.Length, Refused.Length);
}

/// <param name="Score">The sum of the terms; higher fits better.</param>
/// <param name="Load">Part of the employee's capacity with this seat, 0 to 1.</param>
/// <param name="Warning">What is to be looked at although it is allowed; nothing for nothing.</param>
/// <param name="Manager">Who agrees for the employee's own unit; nothing when nobody has named one.</param>
/// <param name="Waived">The rules that hold no more because of a waiver.</param>
public sealed record Candidate(
    Id<Employee> Employee,
    decimal Score,
    ImmutableArray<FitTerm> Terms,
    decimal Load,
    string? Warning,
    Id<Employee>? Manager,
    ImmutableArray<string> Waived)
{
    public bool Equals(Candidate? other) => other is not null
        && (Employee, Score, Load, Warning, Manager) == (other.Employee, other.Score, other.Load, other.Warning, other.Manager)
        && Terms.AsSpan().SequenceEqual(other.Terms.AsSpan()) && Waived.AsSpan().SequenceEqual(other.Waived.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Employee, Score);
}

/// <param name="Term">What it is for, as <c>domain</c>.</param>
public sealed record FitTerm(string Term, decimal Points);

/// <param name="Rule">The first rule that refused; see <see cref="CandidateRule"/>.</param>
/// <param name="Why">The same for a person; of a conflict it says no more than that there is one.</param>
public sealed record RefusedCandidate(Id<Employee> Employee, string Rule, string Why);
