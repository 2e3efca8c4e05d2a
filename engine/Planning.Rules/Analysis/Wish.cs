using System.Text.Json;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Analysis;

/// <summary>What a rule wants a thing to be: tier A.</summary>
/// <param name="Value">As the fact would have it.</param>
/// <param name="Fact">The path of the fact that says how the thing stands, <c>customer.Tier</c>; null if none
/// does.</param>
/// <param name="From">Only where the thing stands so now; null for however it stands.</param>
public sealed record Wish(string Thing, string Value, string? Fact = null, string? From = null)
{
    private static readonly string[] Verbs = ["set_", "propose_"];

    /// <summary>What the <c>then</c> of a rule says by itself: <c>set_tier</c> and <c>propose_tier</c> want a tier, and
    /// a fact of that name says how it stands; so does a further member that is named like a fact, <c>lane</c>. Other
    /// deeds can be done beside each other.</summary>
    /// <param name="facts">From <see cref="FactsOf"/>.</param>
    internal static IEnumerable<Wish> Of(Rule rule, IReadOnlyDictionary<string, string> facts) =>
        from action in rule.Terms.Then
        let deed = action.GetProperty("do").GetString()!
        let verb = Array.Find(Verbs, verb => deed.StartsWith(verb, StringComparison.Ordinal))
        where verb is not null
        from member in action.EnumerateObject()
        where member.Name is not "do" && member.Value.ValueKind is JsonValueKind.String
        let thing = member.Name is "value" ? deed[verb.Length..] : member.Name
        let fact = facts.GetValueOrDefault(thing.Replace("_", "", StringComparison.Ordinal))
        where member.Name is "value" || fact is not null
        select new Wish(thing, member.Value.GetString()!, fact);

    /// <summary>The path of the first fact with each name, in any case.</summary>
    internal static IReadOnlyDictionary<string, string> FactsOf(FactSchema schema) => schema.Inputs
        .SelectMany(input => schema.FieldNames(input.Type).Select(field => (input.Name, Field: field)))
        .DistinctBy(fact => fact.Field, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(fact => fact.Field, fact => $"{fact.Name}.{fact.Field}", StringComparer.OrdinalIgnoreCase);
}
