using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Teams;

/// <summary>What predecessor and successor do so that the customer has nothing to say twice (METHOD §3.3 C6).</summary>
/// <param name="Parts">What is written of the pack, by part.</param>
/// <param name="Met">Key people whom both have met together, each once.</param>
/// <param name="CustomerMeetingOn">The meeting about the change; nothing before it was held.</param>
public sealed record Handover(
    ImmutableSortedDictionary<HandoverPart, string> Parts,
    ImmutableSortedSet<Id<Person>> Met,
    ImmutableSortedDictionary<HandoverSide, string> Signatures,
    DateOnly? CustomerMeetingOn)
{
    public static Handover Empty { get; } = new(
        ImmutableSortedDictionary<HandoverPart, string>.Empty, [], ImmutableSortedDictionary<HandoverSide, string>.Empty, null);

    public static IReadOnlyList<HandoverPart> AllParts { get; } = Enum.GetValues<HandoverPart>();

    public bool Equals(Handover? other) => other is not null && CustomerMeetingOn == other.CustomerMeetingOn
        && Parts.SequenceEqual(other.Parts) && Met.SequenceEqual(other.Met) && Signatures.SequenceEqual(other.Signatures);

    public override int GetHashCode() => HashCode.Combine(Parts.Count, Met.Count, Signatures.Count, CustomerMeetingOn);
}

/// <summary>The six parts of a handover pack.</summary>
[JsonConverter(typeof(WordJsonConverter<HandoverPart>))]
public enum HandoverPart
{
    [JsonStringEnumMemberName("customer")]
    Customer,

    /// <summary>People with level and next step.</summary>
    [JsonStringEnumMemberName("people")]
    People,
    [JsonStringEnumMemberName("commitments")]
    Commitments,

    /// <summary>Open issues and findings.</summary>
    [JsonStringEnumMemberName("issues")]
    Issues,

    /// <summary>Plan and certification state.</summary>
    [JsonStringEnumMemberName("plan")]
    Plan,

    /// <summary>What we say with one voice.</summary>
    [JsonStringEnumMemberName("briefs")]
    Briefs,
}

/// <summary>Who signs a handover.</summary>
[JsonConverter(typeof(WordJsonConverter<HandoverSide>))]
public enum HandoverSide
{
    [JsonStringEnumMemberName("out")]
    Out,
    [JsonStringEnumMemberName("in")]
    In,
    [JsonStringEnumMemberName("manager")]
    Manager,
}

[JsonConverter(typeof(WordJsonConverter<RotationStep>))]
public enum RotationStep
{
    /// <summary>A successor is looked for.</summary>
    [JsonStringEnumMemberName("notice")]
    Notice,
    [JsonStringEnumMemberName("due")]
    Due,

    /// <summary>Nobody stays longer.</summary>
    [JsonStringEnumMemberName("stop")]
    Stop,
}

/// <summary>Why a holder is gone at once.</summary>
[JsonConverter(typeof(WordJsonConverter<LossReason>))]
public enum LossReason
{
    [JsonStringEnumMemberName("resignation")]
    Resignation,
    [JsonStringEnumMemberName("illness")]
    Illness,
    [JsonStringEnumMemberName("conflict")]
    Conflict,
}
