using Planning.Rules.Dialect;

namespace Planning.Rules.RuleSets;

/// <summary>Everything the reading of one file has to say.</summary>
internal sealed class Findings
{
    public List<Diagnostic> Mistakes { get; } = [];

    public List<Diagnostic> Warnings { get; } = [];

    /// <summary>The code for a member of the wrong JSON kind; decision terms have their own.</summary>
    public string ShapeCode { get; set; } = DiagnosticCode.WrongShape;

    public void Mistake(string code, string path, string message, string? suggestion = null) =>
        Add(Mistakes, new Diagnostic(code, path, message) { Suggestion = suggestion });

    public void Warn(string code, string path, string message, string? suggestion = null) =>
        Add(Warnings, new Diagnostic(code, path, message) { Suggestion = suggestion });

    public void WarnOfIgnored(JsonShape shape, string kind, IReadOnlyCollection<string> known)
    {
        foreach (var name in shape.Others())
        {
            Warn(
                DiagnosticCode.IgnoredMember,
                shape.PathOf(name),
                $"A {kind} has no member `{name}`; it is ignored.",
                Spelling.Nearest(name, known));
        }
    }

    // Nobody reads a thousand, and a file can have millions.
    private static void Add(List<Diagnostic> list, Diagnostic one)
    {
        if (list.Count < Limits.Mistakes)
        {
            list.Add(one);
        }
    }
}
