using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Planning.Accounts.Contents;

/// <summary>What a plan says, entry by entry. A draft is written in; a version never changes (INV-13).</summary>
/// <param name="Entries">By key, in an order that no language of a machine changes.</param>
public sealed record PlanContent(ImmutableSortedDictionary<string, PlanEntry> Entries)
{
    public static PlanContent Empty { get; } = new(ImmutableSortedDictionary.Create<string, PlanEntry>(StringComparer.Ordinal));

    public ImmutableSortedDictionary<string, PlanEntry> Entries
    {
        get;
        init => field = value.WithComparers(StringComparer.Ordinal);
    } = Entries.WithComparers(StringComparer.Ordinal);

    [JsonIgnore]
    public Ambition? Ambition => Of<Ambition>().FirstOrDefault();

    [JsonIgnore]
    public ResourceNeed? Resources => Of<ResourceNeed>().FirstOrDefault();

    public IEnumerable<TEntry> Of<TEntry>()
        where TEntry : PlanEntry => Entries.Values.OfType<TEntry>();

    public PlanYear? Year(int year) => Of<PlanYear>().FirstOrDefault(one => one.Year == year);

    /// <summary>The currency that the years are in; nothing as long as none has an amount.</summary>
    /// <param name="except">A year that is being written anew.</param>
    public string? Currency(PlanYear? except) => Of<PlanYear>()
        .Where(year => year.Year != except?.Year)
        .Select(year => (year.Revenue ?? year.Budget)?.Currency)
        .FirstOrDefault(currency => currency is not null);

    public PlanContent With(PlanEntry entry) => new(Entries.SetItem(entry.Key, entry));

    public PlanContent Without(string key) => new(Entries.Remove(key));

    public bool Equals(PlanContent? other) => other is not null && Entries.SequenceEqual(other.Entries);

    public override int GetHashCode() => Entries.Count;
}
