using System.Globalization;
using System.Numerics;

namespace Planning.Flows.JavaScript.BuiltIns;

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

    public static string Fixed(double number, int decimals)
    {
        if (Math.Abs(number) >= 1e21 || double.IsNaN(number))
        {
            return Of(number);
        }

        var digits = Rounded(Math.Abs(number), -decimals).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        return (number < 0 ? "-" : "") + WithPoint(digits, digits.Length - decimals);
    }

    /// <param name="decimals">Null for as many as needed.</param>
    public static string Exponential(double number, int? decimals)
    {
        if (!double.IsFinite(number))
        {
            return Of(number);
        }

        var (digits, point) = decimals is { } exact ? Significant(number, exact + 1)
            : number == 0 ? ("0", 1) : Shortest(Math.Abs(number));
        return (number < 0 ? "-" : "") + WithPoint(digits, 1) + Exponent(point - 1);
    }

    public static string Precision(double number, int precision)
    {
        if (!double.IsFinite(number))
        {
            return Of(number);
        }

        var (digits, point) = Significant(number, precision);
        return (number < 0 ? "-" : "") + (point < -5 || point > precision
            ? WithPoint(digits, 1) + Exponent(point - 1)
            : point > 0 ? WithPoint(digits, point) : "0." + new string('0', -point) + digits);
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

    /// <summary>The first digits of a number, and how many of them stand before the point.</summary>
    private static (string Digits, int Point) Significant(double number, int count)
    {
        if (number == 0)
        {
            return (new string('0', count), 1);
        }

        var (_, point) = Shortest(Math.Abs(number));
        var digits = Rounded(Math.Abs(number), point - count).ToString(CultureInfo.InvariantCulture);
        return digits.Length > count ? (digits[..count], point + 1) : (digits, point); // 9.99 may have become 10.0
    }

    /// <summary>The number divided by a power of ten; of two whole numbers as close, the larger. .NET rounds half to even.</summary>
    private static BigInteger Rounded(double number, int power)
    {
        var bits = BitConverter.DoubleToInt64Bits(number);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var mantissa = new BigInteger(bits & 0xFFFFFFFFFFFFF) + (exponent > 0 ? BigInteger.One << 52 : 0);
        var shift = Math.Max(exponent, 1) - 1075;
        var numerator = shift > 0 ? mantissa << shift : mantissa;
        var denominator = shift < 0 ? BigInteger.One << -shift : BigInteger.One;
        var scale = BigInteger.Pow(10, Math.Abs(power));
        (numerator, denominator) = power > 0 ? (numerator, denominator * scale) : (numerator * scale, denominator);
        return ((numerator * 2) + denominator) / (denominator * 2);
    }

    private static string WholeInRadix(double whole, int radix)
    {
        var left = new BigInteger(whole);
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
