using System.Globalization;
using System.Numerics;

namespace Planning.Rules.Analysis;

/// <summary>A number, a day or a time as it stands on its axis, exact whatever its type.</summary>
internal readonly record struct Quantity : IComparable<Quantity>
{
    private readonly BigInteger _above;
    private readonly BigInteger _below;

    private Quantity(BigInteger above, BigInteger below) => (_above, _below) = (above, below);

    public static Quantity Zero { get; } = new(0, 1);

    public static Quantity One { get; } = new(1, 1);

    /// <returns>Null for what stands on no axis: text, infinity, not a number.</returns>
    public static Quantity? Of(object? value) => value switch
    {
        double number => double.IsFinite(number) ? OfDouble(number) : null,
        float number => float.IsFinite(number) ? OfDouble(number) : null,
        decimal number => OfDecimal(number),
        ulong number => new Quantity(number, 1),
        sbyte or byte or short or ushort or int or uint or long =>
            new Quantity(Convert.ToInt64(value, CultureInfo.InvariantCulture), 1),
        DateTime time => new Quantity(time.Ticks, 1),
        DateTimeOffset time => new Quantity(time.UtcTicks, 1),
        TimeSpan span => new Quantity(span.Ticks, 1),
        TimeOnly time => new Quantity(time.Ticks, 1),
        DateOnly day => new Quantity(day.DayNumber, 1),
        _ => null,
    };

    /// <summary>The quantity as a value of the type, as near as the type comes.</summary>
    public object? As(Type type)
    {
        var whole = BigInteger.Divide(_above - Remainder(), _below);
        return type switch
        {
            _ when type == typeof(double) => (double)this,
            _ when type == typeof(float) => (float)(double)this,
            _ when type == typeof(decimal) =>
                Fits(whole, (BigInteger)decimal.MaxValue) && Fits(_above, (BigInteger)decimal.MaxValue)
                && Fits(_below, (BigInteger)decimal.MaxValue) ? (decimal)_above / (decimal)_below : null,
            _ when type == typeof(DateTime) => Fits(whole, DateTime.MaxValue.Ticks) ? new DateTime((long)whole) : null,
            _ when type == typeof(DateTimeOffset) =>
                Fits(whole, DateTime.MaxValue.Ticks) ? new DateTimeOffset((long)whole, TimeSpan.Zero) : null,
            _ when type == typeof(TimeSpan) => Fits(whole, long.MaxValue) ? new TimeSpan((long)whole) : null,
            _ when type == typeof(TimeOnly) => Fits(whole, TimeOnly.MaxValue.Ticks) ? new TimeOnly((long)whole) : null,
            _ when type == typeof(DateOnly) =>
                Fits(whole, DateOnly.MaxValue.DayNumber) ? DateOnly.FromDayNumber((int)whole) : null,
            _ when Fits(whole, long.MaxValue) => Within((long)whole, type),
            _ => null,
        };
    }

    public Quantity Floor() => new((_above - Remainder()) / _below, 1);

    public Quantity Ceiling() => Remainder().IsZero ? this : Floor() + One;

    public bool IsWhole => Remainder().IsZero;

    public int CompareTo(Quantity other) => (_above * other._below).CompareTo(other._above * _below);

    public bool Equals(Quantity other) => CompareTo(other) == 0;

    public override int GetHashCode() => ((double)this).GetHashCode();

    public static Quantity operator +(Quantity left, Quantity right) =>
        new((left._above * right._below) + (right._above * left._below), left._below * right._below);

    public static Quantity operator -(Quantity left, Quantity right) =>
        new((left._above * right._below) - (right._above * left._below), left._below * right._below);

    public Quantity Half() => new(_above, _below * 2);

    public static explicit operator double(Quantity quantity)
    {
        // Doubles have 53 bits: what both sides have beyond that is shifted away, so that neither becomes infinite.
        var larger = BigInteger.Max(BigInteger.Abs(quantity._above), quantity._below);
        var spare = (int)Math.Max(0, larger.GetBitLength() - 1000);
        return (double)(quantity._above >> spare) / (double)(quantity._below >> spare);
    }

    private static Quantity OfDouble(double number)
    {
        var bits = BitConverter.DoubleToInt64Bits(number);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var digits = bits & 0xFFFFFFFFFFFFF;
        var (mantissa, power) = exponent == 0 ? (digits, -1074) : (digits | (1L << 52), exponent - 1075);
        var signed = new BigInteger(bits < 0 ? -mantissa : mantissa);
        return power >= 0 ? new(signed << power, 1) : new(signed, BigInteger.One << -power);
    }

    private static Quantity OfDecimal(decimal number)
    {
        var scale = (decimal.GetBits(number)[3] >> 16) & 0xFF;
        var digits = decimal.GetBits(number);
        var whole = new decimal(digits[0], digits[1], digits[2], number < 0, 0);
        return new((BigInteger)whole, BigInteger.Pow(10, scale));
    }

    private static object? Within(long whole, Type type)
    {
        try
        {
            return Convert.ChangeType(whole, type, CultureInfo.InvariantCulture);
        }
        catch (Exception outside) when (outside is OverflowException or InvalidCastException)
        {
            return null;
        }
    }

    private static bool Fits(BigInteger whole, BigInteger most) => BigInteger.Abs(whole) <= most;

    private BigInteger Remainder()
    {
        var rest = _above % _below;
        return rest.Sign < 0 ? rest + _below : rest;
    }
}
