using Planning.Accounts.Customers;
using Planning.Accounts.Escalations;

namespace Planning.Accounts.People;

/// <summary>Every person who is still there.</summary>
internal static class PersonWatch
{
    public static IEnumerable<Watched> Of(Customer customer, EscalationFacts common, Occasion on) =>
        customer.People.Values.Where(person => person.LeftOn is null).Select(person => Of(customer, person, common, on));

    private static Watched Of(Customer customer, Person person, EscalationFacts common, Occasion on)
    {
        int? silent = customer.Contacts.LastTouch.TryGetValue(person.Id, out var last) ? on.Today.DayNumber - last.DayNumber : null;
        var window = on.Policies.Coverage.Levels[common.CoverageLevel].WindowDays;
        return new Watched(Watched.Person, person.Id.Value, $"{person.Name} ({person.Title})", common with
        {
            InProcess = person.InProcess,
            Role = person.Role,
            InfluenceNow = person.InfluenceNow,
            InfluenceFuture = person.InfluenceFuture,
            Level = person.Level,
            Stance = person.Stance,
            DaysSinceTouch = silent,
            Ignored = person.InProcess && !(silent <= window),
        });
    }
}
