using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Planning.Accounts.Customers;

namespace Planning.Accounts.People;

/// <summary>How somebody at the customer stands to us, by four dimensions of 0 to 5 each (METHOD §5.2).</summary>
/// <param name="Recognition">d1: 0 does not know us, to 5 sees a common future.</param>
/// <param name="Activity">d2: 0 takes part in nothing, to 5 co-hosts.</param>
/// <param name="Information">d3: 0 tells nothing, to 5 gives open critique; only what may be told.</param>
/// <param name="Support">d4: 0 none, to 5 shapes the joint programme.</param>
public sealed record KeyDimensions(int Recognition, int Activity, int Information, int Support)
{
    /// <summary>The whole mean, held down by the lowest dimension: min(⌊mean⌋, lowest + 2).</summary>
    [JsonIgnore]
    public int Level => Math.Min(
        (Recognition + Activity + Information + Support) / 4,
        Math.Min(Math.Min(Recognition, Activity), Math.Min(Information, Support)) + 2);

    public IEnumerable<FieldMistake> Mistakes() => FieldMistake.Among(
        FieldMistake.OutOfRange(nameof(Recognition), Recognition, 0, 5),
        FieldMistake.OutOfRange(nameof(Activity), Activity, 0, 5),
        FieldMistake.OutOfRange(nameof(Information), Information, 0, 5),
        FieldMistake.OutOfRange(nameof(Support), Support, 0, 5));
}

/// <summary>Something that happened and shows how somebody stands to us.</summary>
public sealed record Proof(DateOnly On, string What);

/// <summary>One assessment of one person.</summary>
/// <param name="Assessor">Who assessed.</param>
public sealed record KeyAssessment(
    Id<KeyAssessment> Id,
    Id<Person> Person,
    string Assessor,
    DateOnly On,
    KeyDimensions Dimensions,
    ImmutableArray<Proof> Proofs)
{
    /// <summary>The stance found; nothing when it stays as it was.</summary>
    public Stance? Stance { get; init; }

    /// <summary>The level wanted; nothing when it stays as it was.</summary>
    public int? TargetLevel { get; init; }

    /// <summary>Who came to the same as a second assessor.</summary>
    public string? Second { get; init; }

    [JsonIgnore]
    public int Level => Dimensions.Level;

    public bool Equals(KeyAssessment? other) => other is not null
        && (Id, Person, Assessor, On, Dimensions, Stance, TargetLevel, Second)
            == (other.Id, other.Person, other.Assessor, other.On, other.Dimensions, other.Stance, other.TargetLevel, other.Second)
        && Proofs.AsSpan().SequenceEqual(other.Proofs.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Id, On, Dimensions);
}
