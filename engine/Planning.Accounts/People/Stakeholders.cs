using System.Collections.Immutable;
using Planning.Accounts.Customers;
using Planning.Accounts.Teams;

namespace Planning.Accounts.People;

/// <summary>What a customer remembers of its people beside who they are.</summary>
/// <param name="Merged">Whom somebody turned out to be, by the id of the record that is no more.</param>
/// <param name="Gone">Those of ours who have left: nobody they looked after is theirs any more.</param>
public sealed record Stakeholders(
    ImmutableSortedDictionary<Id<Person>, Dossier> Dossiers,
    ImmutableArray<InfluenceEdge> Influence,
    ImmutableSortedDictionary<Id<Person>, Id<Person>> Merged,
    ImmutableSortedSet<Id<Employee>> Gone)
{
    public static Stakeholders Empty { get; } = new(
        ImmutableSortedDictionary<Id<Person>, Dossier>.Empty,
        [],
        ImmutableSortedDictionary<Id<Person>, Id<Person>>.Empty,
        []);

    public Dossier Of(Id<Person> person) => Dossiers.GetValueOrDefault(person, Dossier.Empty);

    /// <summary>Who somebody is, also by the id of a record that was merged.</summary>
    public Id<Person> Resolve(Id<Person> person) => Merged.GetValueOrDefault(person, person);

    public Stakeholders With(Id<Person> person, Func<Dossier, Dossier> change) =>
        this with { Dossiers = Dossiers.SetItem(person, change(Of(person))) };

    public Stakeholders With(InfluenceEdge edge) => this with
    {
        Influence = [.. Without(edge.From, edge.To, edge.Kind).Influence.Append(edge).OrderBy(one => one.From)
            .ThenBy(one => one.To).ThenBy(one => one.Kind)],
    };

    public Stakeholders Without(Id<Person> from, Id<Person> to, InfluenceKind kind) =>
        this with { Influence = Influence.RemoveAll(edge => (edge.From, edge.To, edge.Kind) == (from, to, kind)) };

    /// <summary>Two records turned out to be one person: nothing that either had is lost.</summary>
    public Stakeholders Merge(Id<Person> kept, Id<Person> duplicate)
    {
        Id<Person> Now(Id<Person> person) => person == duplicate ? kept : person;
        var edges = Influence
            .Select(edge => edge with { From = Now(edge.From), To = Now(edge.To) })
            .Where(edge => edge.From != edge.To)
            .OrderBy(edge => edge.Strength);
        var merged = Merged.Where(entry => entry.Value == duplicate).Select(entry => entry.Key).Append(duplicate);
        return edges.Aggregate(
            this with
            {
                Dossiers = Dossiers.SetItem(kept, Of(kept).And(Of(duplicate))).Remove(duplicate),
                Influence = [],
                Merged = Merged.SetItems(merged.Select(old => KeyValuePair.Create(old, kept))),
            },
            (all, edge) => all.With(edge));
    }

    public bool Equals(Stakeholders? other) => other is not null
        && Dossiers.SequenceEqual(other.Dossiers)
        && Influence.AsSpan().SequenceEqual(other.Influence.AsSpan())
        && Merged.SequenceEqual(other.Merged)
        && Gone.SequenceEqual(other.Gone);

    public override int GetHashCode() => HashCode.Combine(Dossiers.Count, Influence.Length, Merged.Count, Gone.Count);
}
