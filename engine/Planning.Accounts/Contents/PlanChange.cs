using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Planning.Accounts.Contents;

/// <summary>One difference between two versions of a plan.</summary>
/// <param name="Entry">The entry's key.</param>
/// <param name="Field">The field of it; nothing for an entry that came or went whole.</param>
/// <param name="From">Nothing for what was not there.</param>
/// <param name="To">Nothing for what is not there any more.</param>
public sealed record PlanChange(string Entry, string? Field, string? From, string? To)
{
    [JsonIgnore]
    public string Sentence => (Field, From, To) switch
    {
        (null, null, _) => $"{Title} was added",
        (null, _, _) => $"{Title} was struck",
        _ => $"{Title}: {Field} {From ?? "nothing"} became {To ?? "nothing"}",
    };

    private string Title => Entry.Replace(':', ' ');

    /// <summary>All differences, entry by entry and field by field.</summary>
    public static ImmutableArray<PlanChange> Between(PlanContent before, PlanContent after) =>
    [
        .. from key in before.Entries.Keys.Union(after.Entries.Keys).Order(StringComparer.Ordinal)
           from change in Between(key, before.Entries.GetValueOrDefault(key), after.Entries.GetValueOrDefault(key))
           select change,
    ];

    /// <summary>Targets of the same year that are lower than they were (METHOD §3.1, must never 4), in words.</summary>
    public static IEnumerable<string> Lowered(PlanContent before, PlanContent after) =>
    [
        .. from year in after.Of<PlanYear>()
           let known = before.Year(year.Year)
           where known is not null
           from target in Targets(known).Zip(Targets(year), (was, now) => (was.Name, Was: was.Value, Now: now.Value))
           where target.Was is not null && (target.Now ?? decimal.MinValue) < target.Was
           select Told($"{year.Year} {target.Name}", target.Was, target.Now),
        .. from objective in after.Of<Objective>()
           from measure in objective.Measures
           from known in before.Of<Objective>().Where(one => one.Id == objective.Id).SelectMany(one => one.Measures)
           where known.Metric == measure.Metric
           from was in known.Targets
           let now = measure.Targets.FirstOrDefault(target => target.Year == was.Year)
           where now is not null && (measure.LowerIsBetter ? now.Value > was.Value : now.Value < was.Value)
           select Told($"{was.Year} {measure.Metric} of {objective.Title}", was.Value, now.Value),
    ];

    /// <summary>The greatest change of a target that is known, as a part of what it was; nothing when an entry changes none.</summary>
    public static (decimal Part, string Told)? Largest(PlanContent before, PlanEntry after)
    {
        var changes = after switch
        {
            PlanYear year when before.Year(year.Year) is { } known =>
                from target in Targets(known).Zip(Targets(year), (was, now) => (was.Name, Was: was.Value, Now: now.Value))
                select (What: FormattableString.Invariant($"{year.Year} {target.Name}"), target.Was, target.Now),
            Objective objective when before.Entries.GetValueOrDefault(objective.Key) is Objective known =>
                from measure in objective.Measures
                from same in known.Measures
                where same.Metric == measure.Metric
                from was in same.Targets
                from now in measure.Targets
                where was.Year == now.Year
                select (
                    What: FormattableString.Invariant($"{was.Year} {measure.Metric} of {objective.Title}"),
                    Was: (decimal?)was.Value,
                    Now: (decimal?)now.Value),
            _ => [],
        };
        return changes.Where(change => change is { Was: not null and not 0, Now: not null } && change.Was != change.Now)
            .Select(change => ((decimal Part, string Told)?)(
                Math.Abs((change.Now!.Value - change.Was!.Value) / change.Was.Value), Told(change.What, change.Was, change.Now)))
            .OrderByDescending(change => change!.Value.Part)
            .FirstOrDefault();
    }

    private static IEnumerable<PlanChange> Between(string key, PlanEntry? before, PlanEntry? after)
    {
        if (before is null || after is null)
        {
            return [new PlanChange(key, null, before is null ? null : key, after is null ? null : key)];
        }

        if (Equals(before, after))
        {
            return [];
        }

        var (was, now) = (Fields(before), Fields(after));
        return from name in was.Select(one => one.Key)
               let earlier = Text(was[name])
               let later = Text(now[name])
               where earlier != later
               select new PlanChange(key, name, earlier, later);
    }

    private static JsonObject Fields(PlanEntry entry) =>
        JsonSerializer.SerializeToNode(entry, entry.GetType())!.AsObject();

    private static string? Text(JsonNode? value) => value switch
    {
        null => null,
        JsonValue one when one.GetValueKind() is JsonValueKind.String => one.GetValue<string>(),
        _ => value.ToJsonString(),
    };

    private static (string Name, decimal? Value)[] Targets(PlanYear year) =>
    [
        ("revenue", year.Revenue?.Millions), ("margin", year.Margin), ("share of wallet", year.ShareOfWallet),
        ("satisfaction", year.Satisfaction), ("relationship", year.Relationship), ("match", year.Match),
    ];

    private static string Told(string what, decimal? was, decimal? now) =>
        string.Create(CultureInfo.InvariantCulture, $"{what} from {was} to {now?.ToString(CultureInfo.InvariantCulture) ?? "nothing"}");
}
