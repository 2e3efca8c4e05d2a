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
    internal static IEnumerable<Wish> Of(Rule rule, FactSchema schema) =>
        from action in rule.Terms.Then
        let deed = action.GetProperty("do").GetString()!
        let verb = Array.Find(Verbs, verb => deed.StartsWith(verb, StringComparison.Ordinal))
        where verb is not null
        from member in action.EnumerateObject()
        where member.Name is not "do" && member.Value.ValueKind is JsonValueKind.String
        let thing = member.Name is "value" ? deed[verb.Length..] : member.Name
        let fact = FactOf(thing, schema)
        where member.Name is "value" || fact is not null
        select new Wish(thing, member.Value.GetString()!, fact);

    private static string? FactOf(string thing, FactSchema schema) => schema.Inputs
        .SelectMany(input => schema.FieldNames(input.Type).Select(field => (input.Name, Field: field)))
        .Where(fact => string.Equals(
            fact.Field, thing.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))
        .Select(fact => $"{fact.Name}.{fact.Field}")
        .FirstOrDefault();
}
