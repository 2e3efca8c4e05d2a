using System.Collections.Immutable;
using Planning.Accounts.Customers;
using Planning.Accounts.People;

namespace Planning.Accounts.Coverage;

/// <summary>What a customer remembers of its contacts: which are logged, and who was last touched when.</summary>
/// <remarks>The contacts themselves are in the journal; this is what decisions need of them.</remarks>
public sealed record ContactRecord(
    ImmutableSortedSet<Id<Interaction>> Logged, ImmutableSortedDictionary<Id<Person>, DateOnly> LastTouch, DateOnly? LastContact)
{
    public static ContactRecord Empty { get; } =
        new([], ImmutableSortedDictionary<Id<Person>, DateOnly>.Empty, null);

    public ContactRecord With(Interaction interaction)
    {
        var touched = interaction.TwoWay && interaction.Topic.Length > 0 ? interaction.People : [];
        return new ContactRecord(
            Logged.Add(interaction.Id),
            touched.Aggregate(LastTouch, (all, person) => all.SetItem(person, Later(all, person, interaction.On))),
            LastContact is { } last && last > interaction.On ? last : interaction.On);
    }

    private static DateOnly Later(
        ImmutableSortedDictionary<Id<Person>, DateOnly> all, Id<Person> person, DateOnly on) =>
        all.TryGetValue(person, out var last) && last > on ? last : on;
}
