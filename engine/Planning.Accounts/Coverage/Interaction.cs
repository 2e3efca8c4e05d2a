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
    /// <param name="isKnown">Whether somebody is known at the customer.</param>
    public IEnumerable<FieldMistake> Mistakes(Func<Id<Person>, bool> isKnown, DateOnly today) => FieldMistake.Among(
    [
        FieldMistake.Blank(nameof(Topic), Topic),
        FieldMistake.NotYet(nameof(On), On, today),
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
