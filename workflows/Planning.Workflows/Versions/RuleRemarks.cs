using Planning.Rules.Analysis;
using Planning.Rules.RuleSets;

namespace Planning.Workflows.Versions;

/// <summary>What the author of a sound text, and whoever approves it, should look at. It keeps nobody from
/// anything.</summary>
/// <param name="Findings">What the author probably did not mean.</param>
public sealed record RuleRemarks(IReadOnlyList<Diagnostic> Warnings, IReadOnlyList<Finding> Findings)
{
    public static RuleRemarks None { get; } = new([], []);

    /// <summary>For people, a line each.</summary>
    public IEnumerable<string> Lines() => Warnings.Select(warning => $"{warning} (warning)")
        .Concat(Findings.Select(finding => $"{finding} (finding)"));
}
