using CsvHelper;

namespace Planning.Host.Imports;

/// <summary>A CSV file with a header, read row by row.</summary>
internal static class Table
{
    private static readonly CsvReaderOptions Rfc4180 = new() { Separator = ',', HasHeader = false, Mode = CsvMode.Rfc4180 };

    /// <summary>The rows that can be divided into cells; whatever else there is goes to the mistakes.</summary>
    /// <param name="columns">What the header must name, in any order.</param>
    /// <param name="onBytes">Told how many bytes each read brought.</param>
    public static IEnumerable<Row> Read(
        ImportFile file, TableColumns columns, MistakeList mistakes, Action<int> onBytes)
    {
        using var stream = file.Open();
        var rows = new RowReader(new LineReader(stream, onBytes));
        if (ReadHeader(file.Name, rows, columns, mistakes) is not { } header)
        {
            yield break;
        }

        using var text = new SoundRows(rows, (line, flaw) => mistakes.Add(
            new ImportMistake(file.Name, line, header.Name(flaw.Cell), flaw.Value, flaw.Reason)));
        using var parser = CsvReader.Create(text, Rfc4180, leaveOpen: true);
        while (parser.Read())
        {
            var cells = Cells(parser);
            var line = text.LineOfRow();
            if (cells.Any(cell => cell.Length > 0))
            {
                yield return header.Row(line, cells);
            }
        }
    }

    // Without a sound header nobody knows what the other rows mean.
    private static Header? ReadHeader(string file, RowReader rows, TableColumns columns, MistakeList mistakes)
    {
        switch (rows.Next())
        {
            case null:
                mistakes.Add(new ImportMistake(
                    file, 0, "", "", $"the file is empty; its first row must name the columns {string.Join(",", columns.Needed)}"));
                return null;
            case { Flaw: { } flaw } row:
                mistakes.Add(new ImportMistake(file, row.Line, "", flaw.Value, flaw.Reason));
                return null;
            case { } row:
                using (var parser = CsvReader.FromText($"{row.Text}\n", Rfc4180))
                {
                    return Header.Read(file, row.Line, parser.Read() ? Cells(parser) : [], columns, mistakes);
                }
        }
    }

    private static string[] Cells(CsvReader parser)
    {
        var cells = new string[parser.FieldCount];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = parser.GetString(i).Trim().Trim(LineReader.ByteOrderMark);
        }

        return cells;
    }
}
