using System.Collections.Immutable;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Certification;

/// <summary>One person's mark for one criterion.</summary>
/// <param name="Score">0 to 5.</param>
/// <param name="Justification">Why it is not less.</param>
/// <param name="Proof">Where it can be seen.</param>
public sealed record SelfScore(
    Id<Criterion> Criterion, decimal Score, string Justification, string Proof, string Assessor, DateOnly On);

/// <summary>What the marks of one criterion come to.</summary>
/// <param name="By">The newest mark of each person.</param>
public sealed record CriterionScore(ImmutableArray<SelfScore> By)
{
    /// <summary>What the quality department made of it; nothing until it did, and again after a new mark.</summary>
    public decimal? Calibrated { get; init; }

    /// <summary>The calibrated mark, else the lowest: we do not flatter ourselves.</summary>
    public decimal Score => Calibrated ?? By.Min(score => score.Score);

    public bool Equals(CriterionScore? other) =>
        other is not null && Calibrated == other.Calibrated && By.AsSpan().SequenceEqual(other.By.AsSpan());

    public override int GetHashCode() => HashCode.Combine(By.Length, Calibrated);
}

/// <summary>How we see ourselves by the buyer's criteria (METHOD §3.2 B3).</summary>
public sealed record SelfAssessment(ImmutableSortedDictionary<Id<Criterion>, CriterionScore> Scores)
{
    public const int Highest = 5;

    public static SelfAssessment Empty { get; } = new(ImmutableSortedDictionary<Id<Criterion>, CriterionScore>.Empty);

    public decimal? Score(Id<Criterion> criterion) => Scores.GetValueOrDefault(criterion)?.Score;

    public bool HasTwo(Id<Criterion> criterion) => Scores.GetValueOrDefault(criterion)?.By.Length >= 2;

    public bool IsCalibrated(Id<Criterion> criterion) => Scores.GetValueOrDefault(criterion)?.Calibrated is not null;

    public bool Assesses(string person) => Scores.Values.Any(score => score.By.Any(one => one.Assessor == person));

    public SelfAssessment With(SelfScore given)
    {
        var before = Scores.GetValueOrDefault(given.Criterion)?.By ?? [];
        return new SelfAssessment(Scores.SetItem(
            given.Criterion,
            new CriterionScore([.. before.Where(score => score.Assessor != given.Assessor), given])));
    }

    public SelfAssessment With(IEnumerable<CalibratedScore> calibrated) => new(Scores.SetItems(calibrated.Select(
        one => KeyValuePair.Create(one.Criterion, Scores[one.Criterion] with { Calibrated = one.Score }))));

    /// <summary>Forgets marks that something made worthless: they are given anew.</summary>
    public SelfAssessment Without(IEnumerable<Id<Criterion>> criteria) => new(Scores.RemoveRange(criteria));
}

/// <summary>A mark that the quality department stands for.</summary>
public sealed record CalibratedScore(Id<Criterion> Criterion, decimal Score);
