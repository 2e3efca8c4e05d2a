using System.Text.Json.Serialization;
using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Teams;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Contents;

/// <summary>The breadth: how many of a unit's people in the process are kept in touch with (METHOD A5, universal).</summary>
/// <param name="Target">Part of them, above 0 to 1.</param>
public sealed record UnitCoverage(string Unit, decimal Target, string? How = null) : PlanEntry
{
    [JsonIgnore]
    public override string Key => $"unit-coverage:{Unit}";

    public override IEnumerable<FieldMistake> Mistakes(Customer customer, DateOnly today) => FieldMistake.Among(
        customer.Units.ContainsKey(Unit ?? "") ? null : new FieldMistake(nameof(Unit), $"is “{Unit}”, which is no unit of the customer"),
        FieldMistake.OutOfRange(nameof(Target), Target, 0.01m, 1));
}

/// <summary>The depth: where one person at the customer is to be led, by whom and by what next (METHOD A5, key).</summary>
/// <param name="Target">Level 0 to 5 (METHOD §5.2).</param>
/// <param name="Supporter">Whether the plan counts on the person to support us.</param>
public sealed record KeyPerson(
    Id<Person> Person, int Target, Id<Employee> Owner, string NextStep, DateOnly By, bool Supporter = false) : PlanEntry
{
    [JsonIgnore]
    public override string Key => $"key-person:{Person}";

    [JsonIgnore]
    public override string? Gist => NextStep;

    public override IEnumerable<FieldMistake> Mistakes(Customer customer, DateOnly today) => FieldMistake.Among(
        customer.People.ContainsKey(Person)
            ? null
            : new FieldMistake(nameof(Person), $"is {Person}, who is nobody known at the customer"),
        FieldMistake.OutOfRange(nameof(Target), Target, 0, 5),
        FieldMistake.Blank(nameof(NextStep), NextStep));
}

/// <summary>The force: a regular meeting of company and company (METHOD A5, organisational).</summary>
/// <param name="TimesAYear">1 to 52.</param>
/// <param name="TheirOwner">Nobody as long as the customer has named nobody.</param>
public sealed record Mechanism(
    Id<Mechanism> Id, MechanismType Type, int TimesAYear, Id<Employee> OurOwner, DateOnly Next, Id<Person>? TheirOwner = null,
    string? Outputs = null) : PlanEntry
{
    [JsonIgnore]
    public override string Key => $"mechanism:{Id}";

    public override IEnumerable<FieldMistake> Mistakes(Customer customer, DateOnly today) => FieldMistake.Among(
        FieldMistake.OutOfRange(nameof(TimesAYear), TimesAYear, 1, 52),
        TheirOwner is { } person && !customer.People.ContainsKey(person)
            ? new FieldMistake(nameof(TheirOwner), $"is {person}, who is nobody known at the customer")
            : null);
}

[JsonConverter(typeof(WordJsonConverter<MechanismType>))]
public enum MechanismType
{
    [JsonStringEnumMemberName("executive_exchange")]
    ExecutiveExchange,
    [JsonStringEnumMemberName("strategy_workshop")]
    StrategyWorkshop,
    [JsonStringEnumMemberName("technology_workshop")]
    TechnologyWorkshop,
    [JsonStringEnumMemberName("joint_innovation")]
    JointInnovation,
    [JsonStringEnumMemberName("joint_planning")]
    JointPlanning,
    [JsonStringEnumMemberName("reference_visit")]
    ReferenceVisit,
    [JsonStringEnumMemberName("framework_agreement")]
    FrameworkAgreement,
    [JsonStringEnumMemberName("joint_venture")]
    JointVenture,
    [JsonStringEnumMemberName("joint_satisfaction_review")]
    JointSatisfactionReview,
    [JsonStringEnumMemberName("reference_programme")]
    ReferenceProgramme,
}

/// <summary>What everybody of ours says on a topic: one voice (METHOD §2.1).</summary>
public sealed record MessageBrief(
    Id<MessageBrief> Id, string Topic, string Position, DateOnly ValidTo, Id<Employee> Owner, string Audience) : PlanEntry
{
    [JsonIgnore]
    public override string Key => $"message-brief:{Id}";

    [JsonIgnore]
    public override string? Gist => Topic;

    public override IEnumerable<FieldMistake> Mistakes(Customer customer, DateOnly today) => FieldMistake.Among(
        FieldMistake.Blank(nameof(Topic), Topic),
        FieldMistake.Blank(nameof(Position), Position),
        FieldMistake.Blank(nameof(Audience), Audience));
}
