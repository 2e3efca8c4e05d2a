using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Certification;

/// <summary>A piece of proof in a customer's vault, for every campaign there. Of the file only its hash is kept.</summary>
/// <param name="Type">As the criteria name it: <c>certificate</c>, <c>report</c>.</param>
/// <param name="Hash">SHA-256 of the file, lower-case hexadecimal.</param>
/// <param name="ValidTo">Its last day; nothing when it does not expire.</param>
/// <param name="Languages">ISO 639, one or more.</param>
/// <param name="ConfidentialTo">Whose secret it is; nothing unless it is confidential.</param>
/// <param name="PersonalDataRemoved">No data of single workers is in it.</param>
public sealed record Evidence(
    Id<Evidence> Id,
    string Title,
    string Type,
    string Hash,
    string Issuer,
    DateOnly IssuedOn,
    DateOnly? ValidTo,
    ImmutableArray<string> Languages,
    Confidentiality Confidentiality,
    Id<Customer>? ConfidentialTo,
    Id<Employee> Owner,
    bool PersonalDataRemoved)
{
    public const int HashLength = 64;

    /// <summary>The older piece that this one takes the place of, as a renewed certificate does.</summary>
    public Id<Evidence>? Replaces { get; init; }

    public bool IsValidOn(DateOnly day) => IssuedOn <= day && !(ValidTo < day);

    public bool Equals(Evidence? other) => other is not null
        && (Id, Title, Type, Hash, Issuer, IssuedOn, ValidTo) == (other.Id, other.Title, other.Type, other.Hash, other.Issuer, other.IssuedOn, other.ValidTo)
        && (Confidentiality, ConfidentialTo, Owner, PersonalDataRemoved, Replaces)
            == (other.Confidentiality, other.ConfidentialTo, other.Owner, other.PersonalDataRemoved, other.Replaces)
        && Languages.AsSpan().SequenceEqual(other.Languages.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Id, Hash);

    internal static FieldMistake? BadHash(string field, string hash) =>
        hash is { Length: HashLength } && hash.All(char.IsAsciiHexDigitLower)
            ? null
            : new FieldMistake(field, $"is “{hash}”; write the file's SHA-256 as {HashLength} lower-case hexadecimal digits");
}

[JsonConverter(typeof(WordJsonConverter<Confidentiality>))]
public enum Confidentiality
{
    /// <summary>Anybody may see it.</summary>
    [JsonStringEnumMemberName("public")]
    Public,

    /// <summary>Every customer of ours may see it.</summary>
    [JsonStringEnumMemberName("customers")]
    Customers,

    /// <summary>Only the customer whose secret it is.</summary>
    [JsonStringEnumMemberName("confidential")]
    Confidential,
}

/// <summary>Evidence with what it proves and when somebody is told that it expires.</summary>
/// <param name="Proves">Criteria by scheme, each as <c>scheme/criterion</c>.</param>
/// <param name="WarnOn">The next day on which somebody is told; nothing when nobody is to be told any more.</param>
public sealed record FiledEvidence(Evidence Evidence, ImmutableSortedSet<string> Proves, DateOnly? WarnOn)
{
    /// <summary>By their text, in an order that no language of a machine changes.</summary>
    public ImmutableSortedSet<string> Proves { get; init => field = value.WithComparer(StringComparer.Ordinal); } =
        Proves.WithComparer(StringComparer.Ordinal);

    /// <summary>The piece that took its place.</summary>
    public Id<Evidence>? ReplacedBy { get; init; }

    /// <summary>Whether it proves anything that a scheme asks for.</summary>
    public bool ProvesOf(Id<Scheme> scheme) => Proves.Any(link => link.StartsWith($"{scheme}/", StringComparison.Ordinal));

    public static string Link(Id<Scheme> scheme, Id<Criterion> criterion) => $"{scheme}/{criterion}";
}

/// <summary>What was handed in to the buyer, frozen as it was on that day (INV-20).</summary>
/// <param name="Score">Our own score then; it tells the buyer nothing.</param>
public sealed record Submission(DateOnly On, string By, decimal Score, ImmutableArray<SubmittedEvidence> Evidence)
{
    /// <summary>When the buyer said that it is complete.</summary>
    public DateOnly? AcceptedOn { get; init; }

    public string? Reference { get; init; }

    public bool Equals(Submission? other) => other is not null
        && (On, By, Score, AcceptedOn, Reference) == (other.On, other.By, other.Score, other.AcceptedOn, other.Reference)
        && Evidence.AsSpan().SequenceEqual(other.Evidence.AsSpan());

    public override int GetHashCode() => HashCode.Combine(On, Evidence.Length);
}

/// <summary>A piece of evidence as it was handed in.</summary>
public sealed record SubmittedEvidence(Id<Evidence> Id, string Hash, DateOnly? ValidTo);
