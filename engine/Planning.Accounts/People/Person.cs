using System.Text.Json.Serialization;
using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Accounts.Wording;

namespace Planning.Accounts.People;

/// <summary>A stakeholder: somebody at the customer who has a part in a process that concerns us.</summary>
/// <remarks>Business facts only (INV-28). Influence may raise our attention, it never ranks people (INV-05).</remarks>
/// <param name="InfluenceNow">1 to 5.</param>
/// <param name="InfluenceFuture">1 to 5; a small director of today may decide tomorrow.</param>
/// <param name="Level">0 unknown to 5 trusted ally (METHOD §5.2).</param>
/// <param name="TargetLevel">0 to 5.</param>
/// <param name="Owner">The employee who looks after the person (INV-09).</param>
public sealed record Person(
    Id<Person> Id,
    string Name,
    string Title,
    string Unit,
    ProcessRole? Role,
    int InfluenceNow,
    int InfluenceFuture,
    Stance Stance,
    int Level,
    int TargetLevel,
    Id<Employee>? Owner)
{
    /// <summary>Whom the person reports to at the customer; nothing while nobody knows.</summary>
    public Id<Person>? ReportsTo { get; init; }

    /// <summary>The grade in the customer's own order, 1 to 5 as our levels are: who meets whom (METHOD §5.3).</summary>
    public int? Rank { get; init; }

    public ContactKind? PreferredChannel { get; init; }

    /// <summary>What lets us keep these facts.</summary>
    public ConsentBasis? Consent { get; init; }

    /// <summary>The last day at the customer; nothing for somebody who is there.</summary>
    public DateOnly? LeftOn { get; init; }

    /// <summary>There, and with a part in a process: never without an owner (INV-09).</summary>
    [JsonIgnore]
    public bool InProcess => Role is not null && LeftOn is null;

    /// <summary>What is now known of somebody who was known already: what is not said is not taken back.</summary>
    /// <param name="hasLeft">Whether one of ours has left; then the known owner stays.</param>
    public Person Over(Person known, Func<Id<Employee>, bool> hasLeft) => this with
    {
        Owner = Owner is { } owner && !hasLeft(owner) ? owner : known.Owner,
        ReportsTo = ReportsTo ?? known.ReportsTo,
        Rank = Rank ?? known.Rank,
        PreferredChannel = PreferredChannel ?? known.PreferredChannel,
        Consent = Consent ?? known.Consent,
        LeftOn = known.LeftOn,
    };

    /// <param name="isUnit">Whether the customer has a unit of that name; a person belongs to one.</param>
    public IEnumerable<FieldMistake> Mistakes(Func<string, bool> isUnit) => FieldMistake.Among(
        FieldMistake.Blank(nameof(Name), Name),
        FieldMistake.OutOfRange(nameof(InfluenceNow), InfluenceNow, 1, 5),
        FieldMistake.OutOfRange(nameof(InfluenceFuture), InfluenceFuture, 1, 5),
        FieldMistake.OutOfRange(nameof(Level), Level, 0, 5),
        FieldMistake.OutOfRange(nameof(TargetLevel), TargetLevel, 0, 5),
        FieldMistake.OutOfRange(nameof(Rank), Rank ?? 1, 1, 5),
        ReportsTo == Id ? new FieldMistake(nameof(ReportsTo), $"is {Id}; nobody reports to oneself") : null,
        isUnit(Unit) ? null : new FieldMistake(nameof(Unit), $"is “{Unit}”, which is no unit of the customer"),
        Role is not null && Owner is null
            ? new FieldMistake(nameof(Owner), "is empty; whoever has a part in a process has an owner (INV-09)")
            : null);
}

[JsonConverter(typeof(WordJsonConverter<ProcessRole>))]
public enum ProcessRole
{
    [JsonStringEnumMemberName("decide")]
    Decide,
    [JsonStringEnumMemberName("approve")]
    Approve,
    [JsonStringEnumMemberName("advise")]
    Advise,
    [JsonStringEnumMemberName("evaluate")]
    Evaluate,
    [JsonStringEnumMemberName("use")]
    Use,
    [JsonStringEnumMemberName("gatekeep")]
    Gatekeep,
    [JsonStringEnumMemberName("influence")]
    Influence,
}

[JsonConverter(typeof(WordJsonConverter<Stance>))]
public enum Stance
{
    [JsonStringEnumMemberName("unknown")]
    Unknown,
    [JsonStringEnumMemberName("supports")]
    Supports,
    [JsonStringEnumMemberName("neutral")]
    Neutral,
    [JsonStringEnumMemberName("opposes")]
    Opposes,
}

[JsonConverter(typeof(WordJsonConverter<ConsentBasis>))]
public enum ConsentBasis
{
    [JsonStringEnumMemberName("consent")]
    Consent,
    [JsonStringEnumMemberName("contract")]
    Contract,
    [JsonStringEnumMemberName("legitimate_interest")]
    LegitimateInterest,
    [JsonStringEnumMemberName("public_source")]
    PublicSource,
}
