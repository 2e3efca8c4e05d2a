namespace Planning.Host.Imports;

/// <summary>Collects what is wrong with the files of an import.</summary>
internal sealed class MistakeList
{
    /// <summary>A file of nonsense has more mistakes than anybody reads, or memory holds.</summary>
    public const int MostListed = 10_000;

    private readonly List<ImportMistake> _mistakes = [];
    private readonly List<ImportMistake> _warnings = [];

    public long Unlisted { get; private set; }

    public IReadOnlyList<ImportMistake> Warnings => _warnings;

    public void Add(ImportMistake mistake)
    {
        if (_mistakes.Count < MostListed)
        {
            _mistakes.Add(mistake);
        }
        else
        {
            Unlisted++;
        }
    }

    public void Warn(ImportMistake warning)
    {
        if (_warnings.Count < MostListed)
        {
            _warnings.Add(warning);
        }
    }

    /// <summary>File by file as they were read, row by row.</summary>
    public IReadOnlyList<ImportMistake> InOrder(IReadOnlyList<string> files)
    {
        var place = files.Index().ToDictionary(file => file.Item, file => file.Index, StringComparer.Ordinal);
        return [.. _mistakes.OrderBy(mistake => place.GetValueOrDefault(mistake.File, -1)).ThenBy(mistake => mistake.Row)];
    }
}
