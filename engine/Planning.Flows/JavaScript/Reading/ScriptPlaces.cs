using Jint.Parser;

namespace Planning.Flows.JavaScript.Reading;

/// <summary>Lines and columns of a text, both from 1.</summary>
internal sealed class ScriptPlaces
{
    private readonly List<int> _lineStarts = [0];

    public ScriptPlaces(string source)
    {
        for (var index = 0; index < source.Length; index++)
        {
            if (Scanner.IsLineEnd(source[index]) && !(source[index] == '\r' && index + 1 < source.Length && source[index + 1] == '\n'))
            {
                _lineStarts.Add(index + 1);
            }
        }
    }

    public (int Line, int Column) Of(int at)
    {
        var line = _lineStarts.BinarySearch(at);
        line = line < 0 ? ~line - 1 : line;
        return (line + 1, at - _lineStarts[line] + 1);
    }

    /// <summary>The place as Jint carries it along to its errors.</summary>
    public Location LocationOf(int at)
    {
        var (line, column) = Of(at);
        return new Location { Start = new Position { Line = line, Column = column } };
    }
}
