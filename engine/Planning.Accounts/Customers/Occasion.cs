using Planning.Accounts.Calendars;
using Planning.Accounts.Escalations;
using Planning.Accounts.Policies;
using Planning.Accounts.Stages;

namespace Planning.Accounts.Customers;

/// <summary>What a decision may hang on beside the customer itself: who asks, when, and what the company works by.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Now">The time of the turn.</param>
/// <param name="Turn">The number of the customer's turn, from 1: ids made with it are unique at the customer, and the same when
/// the turn is taken again.</param>
/// <param name="Calendar">The customer's working days.</param>
public sealed record Occasion(
    string Actor,
    DateTimeOffset Now,
    long Turn,
    WorkingCalendar Calendar,
    MethodPolicies Policies,
    IGates Gates,
    IEscalationRules Escalations)
{
    /// <summary>The day, UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);
}
