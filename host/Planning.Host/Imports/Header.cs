namespace Planning.Host.Imports;

/// <summary>The first row of a CSV file: which column stands where.</summary>
internal sealed class Header
{
    private const int MostListed = 20;

    private readonly string _file;
    private readonly IReadOnlyList<string> _names;
    private readonly Dictionary<string, int> _columns;
    private readonly MistakeList _mistakes;

    private Header(string file, IReadOnlyList<string> names, Dictionary<string, int> columns, MistakeList mistakes) =>
        (_file, _names, _columns, _mistakes) = (file, names, columns, mistakes);

    /// <returns>Nothing when the file cannot be read with this header; the mistakes say why.</returns>
    public static Header? Read(
        string file, int line, IReadOnlyList<string> names, TableColumns columns, MistakeList mistakes)
    {
        foreach (var name in names.Where(name => name.Contains(LineReader.Undecodable, StringComparison.Ordinal)))
        {
            mistakes.Add(new ImportMistake(file, line, ImportMistake.Shorten(name), "", ImportMistake.NotUtf8));
        }

        var repeated = Repeated(file, line, names).ToList();
        repeated.ForEach(mistakes.Add);
        var missing = columns.Needed.Except(names, StringComparer.OrdinalIgnoreCase).ToList();
        if (missing is not [])
        {
            var has = names.Where(name => name.Length > 0).Select(ImportMistake.Shorten).ToList();
            mistakes.Add(new ImportMistake(
                file,
                line,
                string.Join(", ", missing),
                "",
                $"the header lacks {Listed(missing)}; it has {Listed(has)}{Hint(names)}"));
        }

        if (repeated is not [] || missing is not [])
        {
            return null;
        }

        foreach (var (index, name) in names.Index()
            .Where(name => !columns.All.Contains(name.Item, StringComparer.OrdinalIgnoreCase)))
        {
            mistakes.Warn(new ImportMistake(file, line, ImportMistake.Shorten(name), "", name.Length > 0
                ? "nobody reads this column"
                : FormattableString.Invariant($"column {index + 1} has no name; nobody reads it")));
        }

        var places = names.Index().Where(name => name.Item.Length > 0)
            .ToDictionary(name => name.Item, name => name.Index, StringComparer.OrdinalIgnoreCase);
        var found = columns.All.Where(places.ContainsKey).ToDictionary(column => column, column => places[column], StringComparer.Ordinal);
        return new Header(file, names, found, mistakes);
    }

    /// <summary>The name of a cell, from 0.</summary>
    public string Name(int cell) => cell < _names.Count ? _names[cell] : "";

    public Row Row(int line, string[] cells)
    {
        var row = new Row(new ImportRow(_file, line), _columns, cells, _mistakes);
        if (cells.Length != _names.Count)
        {
            var cure = cells.Length < _names.Count
                ? "write the missing cells, empty ones too"
                : "put a cell with a comma in quotes";
            row.RefuseWhole(FormattableString.Invariant(
                $"the row has {cells.Length} cells, the header {_names.Count}; {cure}"));
        }

        return row;
    }

    private static IEnumerable<ImportMistake> Repeated(string file, int line, IReadOnlyList<string> names) => names.Index()
        .Where(name => name.Item.Length > 0)
        .GroupBy(name => name.Item, StringComparer.OrdinalIgnoreCase)
        .Where(same => same.Count() > 1)
        .Select(same => (same.Key, Cells: string.Join(" and ", same.Take(MostListed).Select(name => name.Index + 1))))
        .Select(same => new ImportMistake(file, line, ImportMistake.Shorten(same.Key), "",
            $"the header names this column in cells {same.Cells}; name it once"));

    private static string Listed(List<string> names) => names switch
    {
        [] => "nothing",
        { Count: > MostListed } => FormattableString.Invariant(
            $"{string.Join(", ", names.Take(MostListed))} and {names.Count - MostListed} more"),
        _ => string.Join(", ", names),
    };

    private static string Hint(IReadOnlyList<string> names) => names switch
    {
        [var only] when only.Contains(';', StringComparison.Ordinal) => "; separate the cells with commas, not semicolons",
        [var only] when only.Contains('\t', StringComparison.Ordinal) => "; separate the cells with commas, not tabs",
        _ => "",
    };
}

/// <summary>The columns of a table.</summary>
/// <param name="Optional">What a file may leave out.</param>
internal sealed record TableColumns(IReadOnlyList<string> Needed, IReadOnlyList<string> Optional)
{
    public IReadOnlyList<string> All { get; } = [.. Needed, .. Optional];
}
