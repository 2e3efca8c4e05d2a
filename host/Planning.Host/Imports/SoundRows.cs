using System.Diagnostics;

namespace Planning.Host.Imports;

/// <summary>The rows of a file that can be divided into cells, as the one text the CSV parser reads.</summary>
/// <param name="onFlaw">Told the line and the flaw of every other row.</param>
internal sealed class SoundRows(RowReader rows, Action<int, RowFlaw> onFlaw) : TextReader
{
    private readonly Queue<int> _lines = new();
    private string _text = "";
    private int _next;

    /// <returns>The line in which the row starts that the parser has just read.</returns>
    public int LineOfRow() => _lines.TryDequeue(out var line)
        ? line
        : throw new UnreachableException("The CSV parser found a row that it was not given.");

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        if (_next == _text.Length && !Advance())
        {
            return 0;
        }

        var count = Math.Min(buffer.Length, _text.Length - _next);
        _text.AsSpan(_next, count).CopyTo(buffer);
        _next += count;
        return count;
    }

    private bool Advance()
    {
        while (rows.Next() is { } row)
        {
            if (row.Flaw is null)
            {
                _lines.Enqueue(row.Line);
                (_text, _next) = ($"{row.Text}\n", 0);
                return true;
            }

            onFlaw(row.Line, row.Flaw);
        }

        return false;
    }
}
