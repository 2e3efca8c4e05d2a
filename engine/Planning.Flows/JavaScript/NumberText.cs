using System.Globalization;

namespace Planning.Flows.JavaScript;

/// <summary>How JavaScript writes numbers (ECMA-262, Number::toString and Number.prototype).</summary>
internal static class NumberText
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const int MostFractionDigits = 52;

    public static string Of(double number)
    {
        if (number == Math.Floor(number) && Math.Abs(number) < 1e15)
        {
            return ((long)number).ToString(CultureInfo.InvariantCulture);
        }

        if (!double.IsFinite(number))
        {
            return double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
        }

        var (digits, point) = Shortest(Math.Abs(number));
        return (number < 0 ? "-" : "") + Laid(digits, point);
    }

    public static string Fixed(double number, int decimals) => Math.Abs(number) >= 1e21 || double.IsNaN(number)
        ? Of(number)
        : number.ToString($"F{decimals}", CultureInfo.InvariantCulture) is var text && number == 0 ? text.TrimStart('-') : text;

    /// <param name="decimals">Null for as many as needed.</param>
    public static string Exponential(double number, int? decimals)
    {
        if (!double.IsFinite(number))
        {
            return Of(number);
        }

        var sign = number < 0 ? "-" : "";
        if (decimals is { } exact)
        {
            var text = Math.Abs(number).ToString($"e{exact}", CultureInfo.InvariantCulture);
            var mark = text.IndexOf('e', StringComparison.Ordinal);
            return sign + text[..mark] + Exponent(int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        }

        var (digits, point) = number == 0 ? ("0", 1) : Shortest(Math.Abs(number));
        return sign + WithPoint(digits, 1) + Exponent(point - 1);
    }

    public static string Precision(double number, int precision)
    {
        if (!double.IsFinite(number))
        {
            return Of(number);
        }

        var text = Math.Abs(number).ToString($"e{precision - 1}", CultureInfo.InvariantCulture);
        var mark = text.IndexOf('e', StringComparison.Ordinal);
        var exponent = int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var digits = text[..mark].Replace(".", "", StringComparison.Ordinal);
        var sign = number < 0 ? "-" : "";
        return sign + (exponent < -6 || exponent >= precision
            ? WithPoint(digits, 1) + Exponent(exponent)
            : exponent >= 0 ? WithPoint(digits, exponent + 1) : "0." + new string('0', -exponent - 1) + digits);
    }

    public static string InRadix(double number, int radix)
    {
        if (!double.IsFinite(number) || radix == 10)
        {
            return Of(number);
        }

        var whole = Math.Floor(Math.Abs(number));
        var fraction = Math.Abs(number) - whole;
        var text = WholeInRadix(whole, radix);
        if (fraction > 0)
        {
            text += "." + FractionInRadix(fraction, Math.Abs(number), radix);
        }

        return number < 0 ? "-" + text : text;
    }

    private static string WholeInRadix(double whole, int radix)
    {
        var left = new System.Numerics.BigInteger(whole);
        var text = new System.Text.StringBuilder();
        do
        {
            text.Insert(0, Digits[(int)(left % radix)]);
            left /= radix;
        }
        while (!left.IsZero);
        return text.ToString();
    }

    // Digits are written until the rest is smaller than what tells the number from its neighbour.
    private static string FractionInRadix(double fraction, double number, int radix)
    {
        var delta = Math.Max(0.5 * (Math.BitIncrement(number) - number), double.Epsilon);
        var text = new System.Text.StringBuilder();
        do
        {
            fraction *= radix;
            delta *= radix;
            var digit = (int)fraction;
            text.Append(Digits[digit]);
            fraction -= digit;
            if ((fraction > 0.5 || (fraction == 0.5 && (digit & 1) == 1)) && fraction + delta > 1)
            {
                return RoundedUp(text, radix);
            }
        }
        while (fraction >= delta && text.Length < MostFractionDigits * 20);
        return text.ToString();
    }

    private static string RoundedUp(System.Text.StringBuilder text, int radix)
    {
        for (var index = text.Length - 1; index >= 0; index--)
        {
            var digit = Digits.IndexOf(text[index], StringComparison.Ordinal) + 1;
            if (digit < radix)
            {
                text[index] = Digits[digit];
                break;
            }

            text.Length = index;
        }

        return text.ToString();
    }

    /// <summary>The fewest digits that mean this very number, and how many of them stand before the point.</summary>
    private static (string Digits, int Point) Shortest(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        var mantissa = mark < 0 ? text : text[..mark];
        var dot = mantissa.IndexOf('.', StringComparison.Ordinal);
        var point = dot < 0 ? mantissa.Length : dot;
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        var zeros = digits.Length - digits.AsSpan().TrimStart('0').Length;
        var power = mark < 0 ? 0 : int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return (digits[zeros..].TrimEnd('0'), point - zeros + power);
    }

    private static string Laid(string digits, int point) => point switch
    {
        > 21 or <= -6 => WithPoint(digits, 1) + Exponent(point - 1),
        <= 0 => "0." + new string('0', -point) + digits,
        _ => WithPoint(digits.PadRight(point, '0'), point),
    };

    private static string WithPoint(string digits, int point) =>
        digits.Length <= point ? digits : $"{digits[..point]}.{digits[point..]}";

    private static string Exponent(int exponent) => string.Create(
        CultureInfo.InvariantCulture, $"e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent)}");
}
