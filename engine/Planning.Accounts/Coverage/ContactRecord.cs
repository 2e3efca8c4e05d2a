using System.Collections.Immutable;
using Planning.Accounts.Customers;
using Planning.Accounts.People;

namespace Planning.Accounts.Coverage;

/// <summary>What a customer remembers of its contacts: which are logged, who was touched when and by whom.</summary>
/// <remarks>Kept up with each contact, so that a measure reads tallies and not the history. Touches reach back
/// <see cref="Depth"/> days from the newest contact; what is older stays in the journal, and in the last touches.</remarks>
/// <param name="Touches">What counted as a touch, by person, oldest first.</param>
/// <param name="Days">How many touches there were on a day, and how many of them they began.</param>
public sealed record ContactRecord(
    ImmutableSortedSet<Id<Interaction>> Logged,
    ImmutableSortedDictionary<Id<Person>, DateOnly> LastTouch,
    DateOnly? LastContact,
    ImmutableSortedDictionary<Id<Person>, TouchList> Touches,
    ImmutableSortedDictionary<DateOnly, DayTally> Days)
{
    /// <summary>More than a year: no window that a policy may set is longer.</summary>
    public const int Depth = 400;

    public static ContactRecord Empty { get; } = new(
        [],
        ImmutableSortedDictionary<Id<Person>, DateOnly>.Empty,
        null,
        ImmutableSortedDictionary<Id<Person>, TouchList>.Empty,
        ImmutableSortedDictionary<DateOnly, DayTally>.Empty);

    /// <summary>The touches of one person that are remembered.</summary>
    public TouchList Of(Id<Person> person) => Touches.GetValueOrDefault(person, TouchList.Empty);

    /// <param name="counts">Whether it is a touch by the policy of the day it was logged; a contact it is in any case.</param>
    /// <param name="who">Who somebody is, where records of people were merged.</param>
    public ContactRecord With(Interaction interaction, bool counts = true, Func<Id<Person>, Id<Person>>? who = null)
    {
        if (Logged.Contains(interaction.Id))
        {
            return this;
        }

        var last = LastContact > interaction.On ? LastContact.Value : interaction.On;
        var people = counts && interaction.CanTouch
            ? interaction.People.Select(person => who?.Invoke(person) ?? person).Distinct().ToList()
            : [];
        var after = this with
        {
            Logged = Logged.Add(interaction.Id),
            LastContact = last,
            LastTouch = people.Aggregate(LastTouch, (all, person) => all.SetItem(person, Later(all, person, interaction.On))),
        };
        return last == LastContact
            ? after.Touching(interaction, people, last)
            : after.Touching(interaction, people, last).Forgetting(last.AddDays(-Depth));
    }

    /// <summary>Two records turned out to be one person; a contact that both took part in counts once.</summary>
    public ContactRecord Merge(Id<Person> kept, Id<Person> duplicate)
    {
        var touched = Touches.ContainsKey(kept) || Touches.ContainsKey(duplicate);
        return this with
        {
            LastTouch = LastTouch.TryGetValue(duplicate, out var last)
                ? LastTouch.Remove(duplicate).SetItem(kept, Later(LastTouch, kept, last))
                : LastTouch,
            Touches = touched ? Touches.Remove(duplicate).SetItem(kept, Of(kept).And(Of(duplicate))) : Touches,
        };
    }

    public bool Equals(ContactRecord? other) => other is not null
        && LastContact == other.LastContact
        && Logged.SequenceEqual(other.Logged)
        && LastTouch.SequenceEqual(other.LastTouch)
        && Touches.SequenceEqual(other.Touches)
        && Days.SequenceEqual(other.Days);

    public override int GetHashCode() => HashCode.Combine(LastContact, Logged.Count, LastTouch.Count);

    private ContactRecord Touching(Interaction interaction, List<Id<Person>> people, DateOnly last)
    {
        if (people is [] || interaction.On < last.AddDays(-Depth))
        {
            return this;
        }

        var touch = Touch.Of(interaction);
        return this with
        {
            Touches = Touches.SetItems(people.Select(person => KeyValuePair.Create(person, Of(person).With(touch)))),
            Days = Days.SetItem(interaction.On, Days.GetValueOrDefault(interaction.On).With(interaction)),
        };
    }

    private ContactRecord Forgetting(DateOnly before)
    {
        var older = Touches.Where(entry => entry.Value.IsOlderThan(before))
            .ToLookup(entry => entry.Value.Count(before) > 0, entry => KeyValuePair.Create(entry.Key, entry.Value.Since(before)));
        return this with
        {
            Touches = Touches.SetItems(older[true]).RemoveRange(older[false].Select(entry => entry.Key)),
            Days = Days.RemoveRange(Days.Keys.TakeWhile(day => day < before)),
        };
    }

    private static DateOnly Later(
        ImmutableSortedDictionary<Id<Person>, DateOnly> all, Id<Person> person, DateOnly on) =>
        all.TryGetValue(person, out var last) && last > on ? last : on;
}
