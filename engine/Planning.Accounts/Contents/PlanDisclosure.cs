using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Planning.Accounts.Contents;

/// <summary>What a customer may see of a plan (METHOD A7, must never 7): each field of each entry is marked here, and only here.</summary>
/// <remarks>Whoever adds a field marks it, or a test fails; what is not marked shareable leaves with no extract.</remarks>
public static class PlanDisclosure
{
    private static readonly FrozenDictionary<Type, FieldMarks> Marks = new Dictionary<Type, FieldMarks>
    {
        [typeof(Ambition)] = new(
            [nameof(Ambition.Year), nameof(Ambition.AsSeenByCustomer), nameof(Ambition.Satisfaction)],
            [
                nameof(Ambition.Today), nameof(Ambition.Gap), nameof(Ambition.Revenue), nameof(Ambition.ShareOfWallet),
                nameof(Ambition.Margin), nameof(Ambition.Match), nameof(Ambition.StickinessNow), nameof(Ambition.StickinessTarget),
                nameof(Ambition.PositionNow), nameof(Ambition.PositionTarget),
            ]),
        [typeof(Objective)] = new(
            [nameof(Objective.ForCustomer)],
            [
                nameof(Objective.Id), nameof(Objective.Kind), nameof(Objective.Statement), nameof(Objective.Owner),
                nameof(Objective.Weight), nameof(Objective.Measures),
            ]),
        [typeof(PlannedAction)] = new(
            [nameof(PlannedAction.ForCustomer)],
            [
                nameof(PlannedAction.Id), nameof(PlannedAction.Text), nameof(PlannedAction.Owner), nameof(PlannedAction.Due),
                nameof(PlannedAction.For),
            ]),
        [typeof(Mechanism)] = new(
            [
                nameof(Mechanism.Type), nameof(Mechanism.TimesAYear), nameof(Mechanism.OurOwner), nameof(Mechanism.TheirOwner),
                nameof(Mechanism.Next),
            ],
            [nameof(Mechanism.Id), nameof(Mechanism.Outputs)]),
        [typeof(PlanYear)] = FieldMarks.Internal<PlanYear>(),
        [typeof(AnalysisItem)] = FieldMarks.Internal<AnalysisItem>(),
        [typeof(WhitespaceCell)] = FieldMarks.Internal<WhitespaceCell>(),
        [typeof(UnitCoverage)] = FieldMarks.Internal<UnitCoverage>(),
        [typeof(KeyPerson)] = FieldMarks.Internal<KeyPerson>(),
        [typeof(MessageBrief)] = FieldMarks.Internal<MessageBrief>(),
        [typeof(ResourceNeed)] = FieldMarks.Internal<ResourceNeed>(),
    }.ToFrozenDictionary();

    /// <summary>The fields that carry content, as a person wrote them.</summary>
    public static IEnumerable<PropertyInfo> FieldsOf(Type entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.GetProperties().Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null
            && property.Name is not (nameof(PlanEntry.Key) or nameof(PlanEntry.Title) or nameof(PlanEntry.Gist)));
    }

    /// <returns>Nothing for a field that nobody has marked.</returns>
    public static bool? IsShareable(PropertyInfo field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Marks.GetValueOrDefault(field.ReflectedType!) is not { } marks ? null
            : marks.Shareable.Contains(field.Name) ? true
            : marks.Kept.Contains(field.Name) ? false
            : null;
    }

    /// <summary>The customer-safe extract: of each entry what is shareable; entries without anything to share are not in it.</summary>
    public static JsonArray Extract(PlanContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var extract = new JsonArray();
        foreach (var entry in content.Entries.Values)
        {
            var shared = FieldsOf(entry.GetType())
                .Where(field => IsShareable(field) is true && field.GetValue(entry) is not null)
                .ToDictionary(
                    field => JsonNamingPolicy.CamelCase.ConvertName(field.Name),
                    field => JsonSerializer.SerializeToNode(field.GetValue(entry), field.PropertyType));
            if (shared.Count > 0)
            {
                extract.Add((JsonNode)new JsonObject(shared.Prepend(new("entry", entry.Key.Split(':')[0]))));
            }
        }

        return extract;
    }

    private sealed record FieldMarks(IReadOnlyList<string> Shareable, IReadOnlyList<string> Kept)
    {
        /// <summary>An entry of which nothing is ever shared, whatever fields it gets.</summary>
        public static FieldMarks Internal<TEntry>()
            where TEntry : PlanEntry => new([], [.. FieldsOf(typeof(TEntry)).Select(field => field.Name)]);
    }
}
