using System.Text;

namespace Planning.Rules.Dialect;

/// <summary>An expression after its dialect words became C#, which still knows where each piece was written.</summary>
internal sealed class RewrittenText(string written)
{
    private readonly StringBuilder _text = new(written.Length + 16);
    private readonly List<Piece> _pieces = [];

    public string Written => written;

    /// <summary>Signs that have no meaning in the dialect, and where they were written.</summary>
    public List<(int At, string Sign)> Refused { get; } = [];

    public void Refuse(int at, string sign) => Refused.Add((at, sign));

    public override string ToString() => _text.ToString();

    /// <summary>Adds what stands for the written piece from <paramref name="start"/>, and a space behind it.</summary>
    public void Add(string replacement, int start, int length)
    {
        _pieces.Add(new Piece(_text.Length, replacement.Length, start, length));
        _text.Append(replacement).Append(' ');
    }

    /// <returns>The written text between two places of the rewritten text.</returns>
    public string Slice(int from, int to)
    {
        var start = ToWritten(from);
        var end = ToWrittenEnd(to);
        return end > start ? written[start..end] : "";
    }

    /// <returns>Line and column, both from 1, of a place in the rewritten text.</returns>
    public (int Line, int Column) Place(int position) => WrittenPlace(ToWritten(position));

    public (int Line, int Column) WrittenPlace(int position)
    {
        var before = written.AsSpan(0, position);
        return (before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
    }

    private int ToWritten(int position)
    {
        var index = PieceAt(position);
        if (index < 0)
        {
            return 0;
        }

        var piece = _pieces[index];
        var inside = position - piece.At;
        return inside < piece.Length
            ? piece.Start + Math.Min(inside, piece.WrittenLength)
            : index + 1 < _pieces.Count ? _pieces[index + 1].Start : written.Length;
    }

    private int ToWrittenEnd(int position)
    {
        var index = PieceAt(position - 1);
        return index < 0 ? 0 : _pieces[index].Start + _pieces[index].WrittenLength;
    }

    private int PieceAt(int position)
    {
        var low = 0;
        var high = _pieces.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_pieces[middle].At <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return high;
    }

    private readonly record struct Piece(int At, int Length, int Start, int WrittenLength);
}
