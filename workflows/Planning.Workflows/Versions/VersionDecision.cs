using System.Collections.Immutable;

namespace Planning.Workflows.Versions;

/// <summary>What came of asking something of a version: what was done, or why not.</summary>
public abstract record VersionDecision
{
    private VersionDecision()
    {
    }

    /// <summary>It was done. No steps means that it was so already.</summary>
    public sealed record Recorded(ImmutableArray<VersionStep> Steps) : VersionDecision;

    /// <summary>Nothing changed.</summary>
    /// <param name="Code">Stable kebab-case fact, as <c>author-approves</c>.</param>
    /// <param name="Sentence">The reason, for a person.</param>
    /// <param name="Missing">What would have to be mended first; empty when the sentence says it all.</param>
    public sealed record Refused(string Code, string Sentence, ImmutableArray<string> Missing) : VersionDecision;

    public static VersionDecision Record(params ReadOnlySpan<VersionStep> steps) => new Recorded([.. steps]);

    public static VersionDecision Refuse(string code, string sentence, params ReadOnlySpan<string> missing) =>
        new Refused(code, sentence, [.. missing]);
}
