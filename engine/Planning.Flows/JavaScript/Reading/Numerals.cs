using System.Globalization;
using Planning.Flows.JavaScript.BuiltIns;

namespace Planning.Flows.JavaScript.Reading;

/// <summary>Reads number literals: decimal, 0x, 0o, 0b, with separators.</summary>
internal sealed class Numerals(string source)
{
    /// <param name="at">The first digit or dot; afterwards the place behind the number.</param>
    public double Read(ref int at)
    {
        var radix = source[at] == '0' && at + 1 < source.Length
            ? char.ToLowerInvariant(source[at + 1]) switch { 'x' => 16, 'o' => 8, 'b' => 2, _ => 10 }
            : 10;
        return radix == 10 ? ReadDecimal(ref at) : ReadWhole(ref at, radix);
    }

    /// <summary>What a text is as a number: NaN when it is none, 0 when it is blank.</summary>
    public static double NumberIn(string text)
    {
        var trimmed = text.AsSpan().Trim(TextFunctions.Blanks);
        if (trimmed.Length == 0)
        {
            return 0;
        }

        if (trimmed.Length > 2 && trimmed[0] == '0' && char.ToLowerInvariant(trimmed[1]) is 'x' or 'o' or 'b')
        {
            var at = 0;
            var digits = trimmed.ToString();
            var value = digits.Contains('_', StringComparison.Ordinal) || !IsDigit(digits[2], 36) ? double.NaN : WholeOrNothing(digits, ref at);
            return at == digits.Length ? value : double.NaN;
        }

        if (trimmed[^1] == 'y')
        {
            return trimmed is "Infinity" or "+Infinity" ? double.PositiveInfinity
                : trimmed is "-Infinity" ? double.NegativeInfinity : double.NaN;
        }

        return double.TryParse(
            trimmed, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
    }

    private static double WholeOrNothing(string digits, ref int at)
    {
        var radix = char.ToLowerInvariant(digits[1]) switch { 'x' => 16, 'o' => 8, _ => 2 };
        return IsDigit(digits[2], radix) ? new Numerals(digits).ReadWhole(ref at, radix) : double.NaN;
    }

    private double ReadWhole(ref int at, int radix)
    {
        var start = at;
        at += 2;
        var digits = Digits(ref at, radix);
        if (digits.Length == 0)
        {
            throw new ScriptRefusedException(start, $"{source[start..at]} lacks its digits. Write for example {source[start..at]}1.");
        }

        var value = 0.0;
        foreach (var digit in digits)
        {
            value = (value * radix) + Convert.ToInt32(digit.ToString(), 16);
        }

        return value;
    }

    private double ReadDecimal(ref int at)
    {
        var start = at;
        var digits = Digits(ref at, 10);
        if (digits.Length > 1 && digits[0] == '0')
        {
            throw new ScriptRefusedException(start, $"{digits} begins with a zero. Write it without, or as 0o… if it is octal.");
        }

        if (at < source.Length && source[at] == '.')
        {
            at++;
            digits += "." + Digits(ref at, 10);
        }

        if (at < source.Length && source[at] is 'e' or 'E')
        {
            var exponent = at++;
            at += at < source.Length && source[at] is '+' or '-' ? 1 : 0;
            var sign = source[(exponent + 1)..at];
            var power = Digits(ref at, 10);
            if (power.Length == 0)
            {
                throw new ScriptRefusedException(start, $"{source[start..at]} lacks its exponent. Write for example 1e3.");
            }

            digits += "e" + sign + power;
        }

        return double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private string Digits(ref int at, int radix)
    {
        var start = at;
        while (at < source.Length && (IsDigit(source[at], radix) || (source[at] == '_' && IsSeparator(at, start, radix))))
        {
            at++;
        }

        return source[start..at].Replace("_", "", StringComparison.Ordinal);
    }

    private bool IsSeparator(int at, int start, int radix) => at > start && source[at - 1] != '_'
        && at + 1 < source.Length && IsDigit(source[at + 1], radix);

    private static bool IsDigit(char character, int radix) => radix switch
    {
        16 => char.IsAsciiHexDigit(character),
        36 => char.IsAsciiLetterOrDigit(character),
        10 => char.IsAsciiDigit(character),
        _ => character >= '0' && character < '0' + radix,
    };
}
