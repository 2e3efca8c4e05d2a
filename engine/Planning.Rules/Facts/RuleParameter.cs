namespace Planning.Rules.Facts;

/// <summary>RulesEngine's word for a named input value.</summary>
/// <param name="Value">An instance of the type the schema gives the input; never null where a record is
/// promised.</param>
public sealed record RuleParameter(string Name, object? Value);
