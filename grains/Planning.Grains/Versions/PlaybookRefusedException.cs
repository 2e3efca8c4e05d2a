using Planning.Workflows.Playbooks;

namespace Planning.Grains.Versions;

/// <summary>The files that the company works by cannot be worked by.</summary>
public sealed class PlaybookRefusedException(IReadOnlyList<PlaybookMistake> mistakes)
    : Exception(string.Join(Environment.NewLine, mistakes))
{
    public IReadOnlyList<PlaybookMistake> Mistakes { get; } = mistakes;
}
