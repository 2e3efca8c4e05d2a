using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Accounts.Escalations;
using Planning.Accounts.Policies;
using Planning.Accounts.Stages;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Support;

/// <summary>Who asks, and on which day, by METHOD's own numbers and with gates that are open.</summary>
internal static class Occasions
{
    public static Occasion On(string day, string actor = "anna-keller") => On(Day(day), actor);

    public static Occasion On(DateOnly day, string actor = "anna-keller", IEscalationRules? rules = null) => new(
        actor,
        new DateTimeOffset(day, new TimeOnly(9, 0), TimeSpan.Zero),
        Turn: 1,
        WorkingCalendar.MondayToFriday,
        MethodPolicies.Default,
        new OpenGates(),
        rules ?? new NoRules());

    /// <summary>Asks a customer for something on a day.</summary>
    public static Decision Ask(Customer customer, string day, CustomerCommand command, string actor = "anna-keller") =>
        customer.Take(command, On(day, actor));

    /// <summary>The customer after something that must not be refused.</summary>
    public static Customer Asked(Customer customer, string day, CustomerCommand command, string actor = "anna-keller") =>
        After(customer, Ask(customer, day, command, actor));

    private sealed class NoRules : IEscalationRules
    {
        public string Version => "escalations 2026.1";

        public IEnumerable<Condition> Judge(Watched watched) => [];

        public EscalationTerms Terms(string rule) => throw new ArgumentException($"There is no rule {rule}.", nameof(rule));
    }

    private sealed class OpenGates : IGates
    {
        public GateResult Judge(string stage, StageFacts facts) => new("gates 2026.1", [], []) { Facts = facts };
    }
}
