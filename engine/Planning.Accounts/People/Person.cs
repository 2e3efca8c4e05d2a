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
    /// <param name="isUnit">Whether the customer has a unit of that name; a person belongs to one.</param>
    public IEnumerable<FieldMistake> Mistakes(Func<string, bool> isUnit) => FieldMistake.Among(
        FieldMistake.Blank(nameof(Name), Name),
        FieldMistake.OutOfRange(nameof(InfluenceNow), InfluenceNow, 1, 5),
        FieldMistake.OutOfRange(nameof(InfluenceFuture), InfluenceFuture, 1, 5),
        FieldMistake.OutOfRange(nameof(Level), Level, 0, 5),
        FieldMistake.OutOfRange(nameof(TargetLevel), TargetLevel, 0, 5),
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
