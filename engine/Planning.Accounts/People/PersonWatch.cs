using Planning.Accounts.Coverage;
using Planning.Accounts.Customers;
using Planning.Accounts.Escalations;

namespace Planning.Accounts.People;

/// <summary>Every person who is still there.</summary>
internal static class PersonWatch
{
    public static IEnumerable<Watched> Of(Customer customer, EscalationFacts common, CoverageReport covered, Occasion on) =>
        covered.People.Select(person => Of(customer, customer.People[person.Id], person, common, on));

    private static Watched Of(Customer customer, Person person, PersonCoverage covered, EscalationFacts common, Occasion on)
    {
        var dossier = customer.Stakeholders.Of(person.Id);
        var found = dossier.Found(person.Level).Level;
        var since = on.Today.AddDays(-on.Policies.Coverage.KeyPeople.FallDays);
        return new Watched(Watched.Person, person.Id.Value, $"{person.Name} ({person.Title})", common with
        {
            InProcess = person.InProcess,
            Role = person.Role,
            InfluenceNow = person.InfluenceNow,
            InfluenceFuture = person.InfluenceFuture,
            Level = found,
            Stance = person.Stance,
            DaysSinceTouch = covered.LastTouch is { } last ? on.Today.DayNumber - last.DayNumber : null,
            Ignored = covered.Ignored is not null,
            IsKey = covered.IsKey,
            LevelsFallen = dossier.Fallen(found, since),
            TurnedAgainstUs = dossier.HasTurned(person.Stance, since),
        });
    }
}
