using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Teams;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Coverage;

/// <summary>A contact between our people and theirs.</summary>
/// <param name="Id">Given by whoever logs it; logging the same id twice has one effect.</param>
/// <param name="TwoWay">They answered or took part; only then can it count as a touch (METHOD §5.1).</param>
public sealed record Interaction(
    Id<Interaction> Id,
    DateOnly On,
    Means Means,
    bool TheyStarted,
    bool TwoWay,
    ImmutableArray<Id<Person>> People,
    ImmutableArray<Id<Employee>> Employees,
    string Topic,
    string? Outcome = null,
    string? NextStep = null)
{
    /// <summary>How long it took; nothing when nobody said.</summary>
    public int? Minutes { get; init; }

    /// <summary>Sent to many alike: it never counts as a touch.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Mass { get; init; }

    /// <summary>The highest level of ours who took part, 1 to 5; nothing when nobody said.</summary>
    public int? OurRank { get; init; }

    /// <summary>Two-way, with a topic and for nobody else: whether it was long enough says the policy.</summary>
    [JsonIgnore]
    public bool CanTouch => TwoWay && !Mass && Topic.Length > 0;

    /// <summary>A written exchange counts by its answer, not by its length.</summary>
    [JsonIgnore]
    public bool IsWritten => Means is Means.Mail;

    public bool Equals(Interaction? other) => other is not null
        && (Id, On, Means, TheyStarted, TwoWay) == (other.Id, other.On, other.Means, other.TheyStarted, other.TwoWay)
        && (Topic, Outcome, NextStep, Minutes, Mass, OurRank)
            == (other.Topic, other.Outcome, other.NextStep, other.Minutes, other.Mass, other.OurRank)
        && People.AsSpan().SequenceEqual(other.People.AsSpan())
        && Employees.AsSpan().SequenceEqual(other.Employees.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Id, On, Topic);

    /// <param name="isKnown">Whether somebody is known at the customer.</param>
    public IEnumerable<FieldMistake> Mistakes(Func<Id<Person>, bool> isKnown, DateOnly today) => FieldMistake.Among(
    [
        FieldMistake.Blank(nameof(Topic), Topic),
        FieldMistake.NotYet(nameof(On), On, today),
        FieldMistake.OutOfRange(nameof(Minutes), Minutes ?? 0, 0, 10_000),
        FieldMistake.OutOfRange(nameof(OurRank), OurRank ?? 1, 1, 5),
        .. People.Where(person => !isKnown(person))
            .Select(person => new FieldMistake(nameof(People), $"names {person}, who is nobody known at the customer")),
    ]);
}

/// <summary>The five standard engagement means (METHOD §1) and the everyday ones.</summary>
[JsonConverter(typeof(WordJsonConverter<Means>))]
public enum Means
{
    [JsonStringEnumMemberName("visit_hq")]
    VisitHq,
    [JsonStringEnumMemberName("reference_site")]
    ReferenceSite,
    [JsonStringEnumMemberName("onsite_event")]
    OnsiteEvent,
    [JsonStringEnumMemberName("technical_exchange")]
    TechnicalExchange,
    [JsonStringEnumMemberName("management_study")]
    ManagementStudy,
    [JsonStringEnumMemberName("meeting")]
    Meeting,
    [JsonStringEnumMemberName("call")]
    Call,
    [JsonStringEnumMemberName("mail")]
    Mail,
    [JsonStringEnumMemberName("service_visit")]
    ServiceVisit,
}
