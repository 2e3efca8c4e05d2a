namespace Planning.Rules.Wording;

/// <summary>What people call a fact, a score or a thing that is counted.</summary>
/// <param name="Chinese">Nothing where nobody has said it; the English word stands in for it.</param>
public sealed record Label(string English, string? Chinese = null);
