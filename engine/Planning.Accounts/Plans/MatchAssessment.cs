using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Planning.Accounts.Customers;
using Planning.Accounts.Teams;

namespace Planning.Accounts.Plans;

/// <summary>One assessor's view of how well the customer's next years fit ours (METHOD §4.2).</summary>
/// <param name="Years">The horizon looked at, 3 to 5.</param>
public sealed record MatchAssessment(
    Id<Employee> Assessor, DateOnly On, int Years, MatchFactors Factors, ImmutableArray<string> Evidence)
{
    public bool Equals(MatchAssessment? other) => other is not null
        && (Assessor, On, Years, Factors) == (other.Assessor, other.On, other.Years, other.Factors)
        && Evidence.AsSpan().SequenceEqual(other.Evidence.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Assessor, On);
}

/// <summary>The five factors, each 0 to 100.</summary>
/// <param name="Direction">Their investment areas against our road map, by spend.</param>
/// <param name="Position">In their main channel, or at the fringe.</param>
/// <param name="Technology">Fit of the technology road maps.</param>
/// <param name="BusinessModel">Business model and partner policy.</param>
/// <param name="Values">Values and governance.</param>
public sealed record MatchFactors(
    decimal Direction, decimal Position, decimal Technology, decimal BusinessModel, decimal Values)
{
    [JsonIgnore]
    public IEnumerable<(string Name, decimal Score)> All =>
    [
        (nameof(Direction), Direction), (nameof(Position), Position), (nameof(Technology), Technology),
        (nameof(BusinessModel), BusinessModel), (nameof(Values), Values),
    ];
}

/// <summary>What the assessors found, and what they agreed on when they differed.</summary>
public sealed record MatchAssessments(
    ImmutableSortedDictionary<Id<Employee>, MatchAssessment> ByAssessor, MatchMeeting? Meeting)
{
    public static MatchAssessments Empty { get; } =
        new(ImmutableSortedDictionary<Id<Employee>, MatchAssessment>.Empty, null);

    /// <summary>A new view makes an earlier agreement void.</summary>
    public MatchAssessments With(MatchAssessment assessment) =>
        new(ByAssessor.SetItem(assessment.Assessor, assessment), null);
}

/// <summary>The meeting in which assessors who differ agree on the result.</summary>
/// <param name="Result">0 to 100.</param>
public sealed record MatchMeeting(DateOnly On, decimal Result, string Reasons);
