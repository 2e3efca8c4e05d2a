using Planning.Rules.Evaluation;

namespace Planning.Rules.Analysis;

/// <summary>Something about a rule set that its author probably did not mean, found without running it.</summary>
/// <param name="Code">Stable, searchable: <c>FIND001</c>; the list is in <see cref="FindingCode"/>.</param>
/// <param name="Path">Where, as a JSON path; of several rules the one that should change.</param>
/// <param name="Rules">The rules concerned, that one first.</param>
/// <param name="Sentence">What was found, as a full sentence.</param>
/// <param name="Region">Where it happens, in words: "match 50 to 60"; empty for everywhere.</param>
/// <param name="Example">Facts that show it, by path, tried out on the rules themselves; null for what needs none,
/// since it is never so.</param>
public sealed record Finding(
    string Code,
    string Path,
    IReadOnlyList<string> Rules,
    string Sentence,
    string Region = "",
    IReadOnlyDictionary<string, object?>? Example = null)
{
    public override string ToString() => $"{Code} at {Path}: {Sentence}" + (Example is null ? ""
        : $" As with {string.Join(", ", Example.Select(fact => $"{fact.Key} {Shown.Value(fact.Value)}"))}.");
}

/// <summary>Every code a rule set can be answered with.</summary>
public static class FindingCode
{
    /// <summary>A rule, or a part of one, that can never be true.</summary>
    public const string NeverTrue = "FIND001";

    /// <summary>A rule, or a part of one, that is true whenever it is known.</summary>
    public const string AlwaysTrue = "FIND002";

    /// <summary>A rule that higher rules never let speak.</summary>
    public const string Shadowed = "FIND003";

    /// <summary>Two rules that can speak at once and ask for different things.</summary>
    public const string Conflict = "FIND004";

    /// <summary>What no rule of a group covers, between what they do.</summary>
    public const string Gap = "FIND005";

    /// <summary>Two rules that undo each other without a band between them.</summary>
    public const string NoBand = "FIND006";

    /// <summary>A rule that was too large or too odd to analyse whole.</summary>
    public const string NotAnalysed = "FIND007";
}
