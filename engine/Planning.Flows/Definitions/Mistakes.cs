namespace Planning.Flows.Definitions;

/// <summary>Collects every mistake of one reading.</summary>
internal sealed class Mistakes
{
    private readonly List<Diagnostic> _all = [];

    public IReadOnlyList<Diagnostic> All => _all;

    public void Report(string code, string? activityId, string path, string message) =>
        _all.Add(new Diagnostic(code, activityId, path, message));
}
