using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Planning.Accounts.Contents;
using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Plans;

/// <summary>A review of a plan that is carried out (METHOD A9): who was there, and what was decided.</summary>
public sealed record PlanReview(
    Id<PlanReview> Id,
    ReviewType Type,
    DateOnly HeldOn,
    ImmutableArray<Id<Employee>> OurPeople,
    ImmutableArray<Id<Person>> TheirPeople,
    ImmutableArray<ReviewDecision> Decisions)
{
    internal IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on)
    {
        if (OurPeople.IsDefault || TheirPeople.IsDefault || Decisions.IsDefault || Decisions.Contains(null!))
        {
            return [new FieldMistake("Review", "lacks a list; write [] for none")];
        }

        return FieldMistake.Among(
        [
            FieldMistake.NotYet(nameof(HeldOn), HeldOn, on.Today),
            OurPeople is [] ? new FieldMistake(nameof(OurPeople), "is empty; name who of ours was there") : null,
            TheirPeople is [] && on.Policies.Planning.NeedsCustomer(Type, customer.Plan!.Form)
                ? new FieldMistake(nameof(TheirPeople), $"is empty; a {Words<ReviewType>.Of(Type)} review is held with the customer")
                : null,
            .. TheirPeople.Where(person => !customer.People.ContainsKey(person))
                .Select(person => new FieldMistake(nameof(TheirPeople), $"names {person}, who is nobody known at the customer")),
            .. Decisions.SelectMany((decision, at) => FieldMistake.Among(
                FieldMistake.Blank($"{nameof(Decisions)}[{at}].Text", decision.Text),
                FieldMistake.Blank($"{nameof(Decisions)}[{at}].Action.Text", decision.Action.Text))),
        ]);
    }
}

/// <summary>What was decided, and what somebody does about it.</summary>
public sealed record ReviewDecision(string Text, PlannedAction Action);

/// <param name="Months">How often.</param>
/// <param name="WithCustomer">The tiers for whose plans somebody of the customer must be there (METHOD §3.1, must never 8).</param>
public sealed record ReviewRhythm(int Months, ImmutableArray<Tier> WithCustomer)
{
    /// <summary>The tiers whose plans have it; nothing for all.</summary>
    public ImmutableArray<Tier>? Forms { get; init; }

    public bool Of(Tier form) => Forms is not { } forms || forms.Contains(form);
}

/// <summary>When the next review of a type is due.</summary>
/// <param name="LateOn">From this day on it is missed.</param>
public sealed record ReviewDate(DateOnly Due, DateOnly LateOn, bool Told = false);

[JsonConverter(typeof(WordJsonConverter<ReviewType>))]
public enum ReviewType
{
    [JsonStringEnumMemberName("monthly")]
    Monthly,
    [JsonStringEnumMemberName("quarterly")]
    Quarterly,
    [JsonStringEnumMemberName("half_year")]
    HalfYear,
    [JsonStringEnumMemberName("yearly")]
    Yearly,
    [JsonStringEnumMemberName("executive")]
    Executive,
    [JsonStringEnumMemberName("closing")]
    Closing,
}

/// <summary>How far an action is. It keeps the day it was taken on, also into the next plan year.</summary>
/// <param name="Evidence">What shows that it is done.</param>
public sealed record ActionState(PlannedAction Action, DateOnly Since, ActionStatus Status = ActionStatus.Open, string? Evidence = null)
{
    [JsonIgnore]
    public bool IsOpen => Status is ActionStatus.Open or ActionStatus.Doing;
}

[JsonConverter(typeof(WordJsonConverter<ActionStatus>))]
public enum ActionStatus
{
    [JsonStringEnumMemberName("open")]
    Open,
    [JsonStringEnumMemberName("doing")]
    Doing,
    [JsonStringEnumMemberName("done")]
    Done,
    [JsonStringEnumMemberName("dropped")]
    Dropped,
}

/// <summary>A look at the plan from outside the team before it is approved (METHOD A8).</summary>
/// <param name="Function">finance, delivery, legal, or red_team for who argues against it.</param>
public sealed record PlanOpinion(OpinionFunction Function, string By, DateOnly On, bool Agrees, string Text);

[JsonConverter(typeof(WordJsonConverter<OpinionFunction>))]
public enum OpinionFunction
{
    [JsonStringEnumMemberName("finance")]
    Finance,
    [JsonStringEnumMemberName("delivery")]
    Delivery,
    [JsonStringEnumMemberName("legal")]
    Legal,
    [JsonStringEnumMemberName("red_team")]
    RedTeam,
}
