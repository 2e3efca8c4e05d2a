using System.Globalization;
using System.Text;

namespace Planning.Flows.JavaScript.Reading;

/// <summary>Reads what a backslash stands for in texts, templates and names.</summary>
internal sealed class Escapes(string source)
{
    /// <param name="at">The backslash; afterwards the place behind the escape.</param>
    public void Read(ref int at, StringBuilder meaning)
    {
        var start = at;
        if (++at >= source.Length)
        {
            throw new ScriptRefusedException(start, "The text ends in a backslash. Write two of them (\\\\) or remove it.");
        }

        var character = source[at];
        switch (character)
        {
            case 'u':
                at = start;
                ReadUnicode(ref at, meaning);
                return;
            case 'x':
                at++;
                meaning.Append((char)Hex(ref at, 2, start));
                return;
            case '\r':
                at += at + 1 < source.Length && source[at + 1] == '\n' ? 2 : 1;
                return;
            case '\n' or '\u2028' or '\u2029':
                at++;
                return;
            case >= '1' and <= '9':
            case '0' when at + 1 < source.Length && char.IsAsciiDigit(source[at + 1]):
                throw new ScriptRefusedException(start, "Octal escapes cannot be used here. Write for example \\x1B.");
            default:
                meaning.Append(Simple(character));
                at++;
                return;
        }
    }

    /// <param name="at">The backslash of <c>\u0041</c> or <c>\u{1F600}</c>; afterwards the place behind it.</param>
    public void ReadUnicode(ref int at, StringBuilder meaning)
    {
        var start = at;
        if (++at >= source.Length || source[at] != 'u')
        {
            throw new ScriptRefusedException(start, "A backslash cannot stand here. Remove it.");
        }

        if (++at < source.Length && source[at] == '{')
        {
            var close = source.IndexOf('}', at);
            var digits = close < 0 ? "" : source[(at + 1)..close];
            if (!int.TryParse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var point)
                || point is < 0 or > 0x10FFFF)
            {
                throw Malformed(start);
            }

            at = close + 1;
            meaning.Append(point is >= 0xD800 and <= 0xDFFF ? ((char)point).ToString() : char.ConvertFromUtf32(point));
            return;
        }

        meaning.Append((char)Hex(ref at, 4, start));
    }

    private static char Simple(char character) => character switch
    {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'b' => '\b',
        'f' => '\f',
        'v' => '\v',
        '0' => '\0',
        _ => character,
    };

    private int Hex(ref int at, int digits, int start)
    {
        if (at + digits > source.Length || !int.TryParse(
            source.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            throw Malformed(start);
        }

        at += digits;
        return value;
    }

    private static ScriptRefusedException Malformed(int start) =>
        new(start, "This escape is malformed. Write for example \\u00E9, \\u{1F600} or \\xE9.");
}
