using System.Text;

namespace Planning.Host.Imports;

/// <summary>A line of a file as an editor counts them.</summary>
/// <param name="Number">From 1.</param>
/// <param name="TooLong">Only the beginning is in <paramref name="Text"/>; the rest was passed over.</param>
internal readonly record struct Line(int Number, string Text, bool TooLong);

/// <summary>Reads bytes as lines of text, whatever the bytes are, and never holds more than one line.</summary>
/// <remarks>The stream stays open. UTF-8, with or without byte order mark; UTF-16 with one. What is neither becomes
/// <see cref="Undecodable"/>.</remarks>
internal sealed class LineReader
{
    public const int MaxCharacters = 1_048_576;

    /// <summary>Stands for bytes that are no text. Unicode promises that it is no character.</summary>
    public const char Undecodable = '\uFFFF';

    /// <summary>Programs leave it at the beginning of what they append; it is no text.</summary>
    public const char ByteOrderMark = '\uFEFF';

    private const int ChunkBytes = 65_536;

    private readonly Stream _stream;
    private readonly Action<int> _onBytes;
    private readonly byte[] _bytes = new byte[ChunkBytes];
    private readonly Decoder _decoder;
    private readonly char[] _chars;
    private int _next;
    private int _end;
    private char[] _line = new char[1024];
    private int _length;
    private int _number;
    private bool _afterReturn;
    private bool _ended;

    /// <param name="onBytes">Told how many bytes each read brought.</param>
    public LineReader(Stream stream, Action<int> onBytes)
    {
        (_stream, _onBytes) = (stream, onBytes);
        var read = stream.ReadAtLeast(_bytes, 3, throwOnEndOfStream: false);
        onBytes(read);
        var (encoding, mark) = _bytes.AsSpan(0, read) switch
        {
            [0xEF, 0xBB, 0xBF, ..] => ("utf-8", 3),
            [0xFF, 0xFE, ..] => ("utf-16", 2),
            [0xFE, 0xFF, ..] => ("utf-16BE", 2),
            _ => ("utf-8", 0),
        };
        _decoder = Encoding.GetEncoding(
            encoding, EncoderFallback.ExceptionFallback, new DecoderReplacementFallback($"{Undecodable}")).GetDecoder();
        _chars = new char[ChunkBytes + 4];
        _end = _decoder.GetChars(_bytes.AsSpan(mark, read - mark), _chars, flush: false);
    }

    /// <summary>How many characters the longest line so far has needed room for.</summary>
    public int Capacity => _line.Length;

    /// <returns>Nothing after the last line.</returns>
    public Line? Next()
    {
        if (!Any() || (_afterReturn && _chars[_next] == '\n' && ++_next == _end && !Any()))
        {
            return null;
        }

        (_length, _afterReturn, _number) = (0, false, _number + 1);
        var tooLong = false;
        do
        {
            var rest = _chars.AsSpan(_next, _end - _next);
            var at = rest.IndexOfAny('\n', '\r');
            tooLong |= !Keep(at < 0 ? rest : rest[..at]);
            _next += at < 0 ? rest.Length : at + 1;
            if (at >= 0)
            {
                _afterReturn = rest[at] == '\r';
                break;
            }
        }
        while (Any());
        return new Line(_number, new string(_line, 0, _length), tooLong);
    }

    private bool Keep(ReadOnlySpan<char> part)
    {
        var room = Math.Min(part.Length, MaxCharacters - _length);
        if (_length + room > _line.Length)
        {
            Array.Resize(ref _line, Math.Min(MaxCharacters, Math.Max(_line.Length * 2, _length + room)));
        }

        part[..room].CopyTo(_line.AsSpan(_length));
        _length += room;
        return room == part.Length;
    }

    private bool Any()
    {
        while (_next == _end && !_ended)
        {
            var read = _stream.Read(_bytes);
            _onBytes(read);
            _ended = read == 0;
            (_next, _end) = (0, _decoder.GetChars(_bytes.AsSpan(0, read), _chars, flush: _ended));
        }

        return _next < _end;
    }
}
