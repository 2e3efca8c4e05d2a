using Planning.Accounts.Approvals;
using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Stages;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;
using Planning.Grains.Turns;

namespace Planning.Host.Api;

/// <summary>One customer as the API shows it.</summary>
/// <param name="Version">How many turns it has taken.</param>
internal sealed record CustomerView(
    string Id,
    long Version,
    CustomerDetails Details,
    StandingView Standing,
    IReadOnlyList<SeatAssignment> Team,
    IReadOnlyList<CustomerUnit> Units,
    IReadOnlyList<PersonView> People,
    IReadOnlyList<Stage> PlanStages,
    IReadOnlyList<Approval> Approvals,
    IReadOnlyList<Waiver> Waivers,
    DateOnly? LastContact,
    IReadOnlyList<Waiting> Waiting)
{
    public static CustomerView Of(CustomerState state)
    {
        var customer = state.Customer;
        return new CustomerView(
            customer.Id.Value,
            state.Version,
            customer.Details!,
            StandingView.Of(customer.Standing),
            customer.Team.Seats,
            [.. customer.Units.Values],
            [.. customer.People.Values.Select(person => new PersonView(person, LastTouch(customer, person)))],
            customer.Plan?.Track.Open ?? [],
            [.. customer.Approvals.Open.Values],
            [.. customer.Approvals.Waivers.Values],
            customer.Contacts.LastContact,
            Planning.Accounts.Customers.Waiting.Of(customer));
    }

    private static DateOnly? LastTouch(Customer customer, Person person) =>
        customer.Contacts.LastTouch.TryGetValue(person.Id, out var on) ? on : null;
}

/// <param name="LastTouch">The last two-way contact with a topic; nothing when there was none.</param>
internal sealed record PersonView(Person Person, DateOnly? LastTouch);

/// <summary>Where the customer stands, and every reason for it.</summary>
/// <param name="Reviewed">The quarter of the last review.</param>
/// <param name="Rules">The rule set and its version that judged.</param>
/// <param name="Scores">0 to 100 each.</param>
/// <param name="Findings">Every rule that spoke or was kept from speaking, highest priority first.</param>
internal sealed record StandingView(
    Tier Tier,
    Lane Lane,
    Posture Posture,
    Quarter Since,
    Tier? CoverageLevel,
    DateOnly? CoverageLevelUntil,
    InsightDepth InsightDepth,
    Quarter? Reviewed,
    string? Rules,
    IReadOnlyDictionary<string, decimal> Scores,
    IReadOnlyList<RuleFinding> Findings,
    IReadOnlyList<Proposal> Proposals,
    IReadOnlyList<OpenTask> Tasks,
    IReadOnlyList<string> Flags)
{
    public static StandingView Of(TierStanding standing) => new(
        standing.Tier,
        standing.Lane,
        standing.Posture,
        standing.TierSince,
        standing.CoverageLevel,
        standing.CoverageLevelUntil,
        standing.InsightDepth,
        standing.LastReview?.Period,
        standing.LastReview?.RulesVersion,
        standing.LastReview?.Scores ?? System.Collections.Immutable.ImmutableSortedDictionary<string, decimal>.Empty,
        standing.LastReview?.Findings ?? [],
        standing.Proposals,
        standing.Tasks,
        [.. standing.Flags]);
}
