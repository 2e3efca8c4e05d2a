using System.Text.Json.Serialization;
using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Organisation;

/// <summary>What one of ours promises the customer, within the limits of the seat (INV-26).</summary>
/// <param name="Topic">What it is about; a promise is a voice on it.</param>
/// <param name="Text">In few words, as a <see cref="Brief"/> has its position.</param>
/// <param name="Role">The seat in whose name it is given.</param>
/// <param name="NeedsSignOff">Whose holder must agree before the customer is told; nothing when it is within the limits.</param>
public sealed record Commitment(
    Id<Commitment> Id,
    Id<VoiceTopic> Topic,
    CommitmentKind Kind,
    string Text,
    Id<Employee> MadeBy,
    SeatRole Role,
    DateOnly Due,
    SeatRole? NeedsSignOff,
    CommitmentStatus Status)
{
    /// <summary>The day since which the customer has our word.</summary>
    public DateOnly? MadeOn { get; init; }

    public string? SignedBy { get; init; }

    public DateOnly? EndedOn { get; init; }
}

/// <summary>What one seat may not promise alone.</summary>
/// <param name="SignedBy">Whose sign-off it needs.</param>
public sealed record AuthorityLimit(SeatRole Role, CommitmentKind Kind, SeatRole SignedBy);

[JsonConverter(typeof(WordJsonConverter<CommitmentKind>))]
public enum CommitmentKind
{
    [JsonStringEnumMemberName("design")]
    Design,
    [JsonStringEnumMemberName("delivery_date")]
    DeliveryDate,
    [JsonStringEnumMemberName("commercial_terms")]
    CommercialTerms,
    [JsonStringEnumMemberName("other")]
    Other,
}

[JsonConverter(typeof(WordJsonConverter<CommitmentStatus>))]
public enum CommitmentStatus
{
    /// <summary>Not said to the customer: it waits for the other seat's sign-off.</summary>
    [JsonStringEnumMemberName("proposed")]
    Proposed,
    [JsonStringEnumMemberName("refused")]
    Refused,
    [JsonStringEnumMemberName("made")]
    Made,
    [JsonStringEnumMemberName("kept")]
    Kept,
    [JsonStringEnumMemberName("broken")]
    Broken,

    /// <summary>The customer let us off.</summary>
    [JsonStringEnumMemberName("released")]
    Released,
}
