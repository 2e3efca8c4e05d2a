using System.Globalization;

namespace Planning.Rules.Formulas;

/// <summary>Turns the text of a literal into a value of the type it is compared with. Always invariant
/// culture.</summary>
internal static class LiteralText
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <returns>False when the text does not read as the type; enum members may be written in any case.</returns>
    public static bool TryRead(string text, Type type, out object? value)
    {
        value = type.IsEnum ? ReadEnum(text, type) : Read(text, type);
        return value is not null;
    }

    public static bool CanRead(Type type) => type.IsEnum || Readers.ContainsKey(type);

    private static readonly Dictionary<Type, Func<string, object?>> Readers = new()
    {
        [typeof(bool)] = text => bool.TryParse(text, out var value) ? value : null,
        [typeof(char)] = text => text is [var value] ? value : null,
        [typeof(int)] = text => int.TryParse(text, Invariant, out var value) ? value : null,
        [typeof(uint)] = text => uint.TryParse(text, Invariant, out var value) ? value : null,
        [typeof(long)] = text => long.TryParse(text, Invariant, out var value) ? value : null,
        [typeof(ulong)] = text => ulong.TryParse(text, Invariant, out var value) ? value : null,
        [typeof(short)] = text => short.TryParse(text, Invariant, out var value) ? value : null,
        [typeof(ushort)] = text => ushort.TryParse(text, Invariant, out var value) ? value : null,
        [typeof(byte)] = text => byte.TryParse(text, Invariant, out var value) ? value : null,
        [typeof(sbyte)] = text => sbyte.TryParse(text, Invariant, out var value) ? value : null,
        [typeof(float)] = text => float.TryParse(text, Invariant, out var value) ? value : null,
        [typeof(double)] = text => double.TryParse(text, Invariant, out var value) ? value : null,
        [typeof(decimal)] = text =>
            decimal.TryParse(text, NumberStyles.Number | NumberStyles.AllowExponent, Invariant, out var value)
                ? value
                : null,
        [typeof(DateTime)] = text => DateTime.TryParse(text, Invariant, out var value) ? value : null,
        [typeof(DateTimeOffset)] = text =>
            DateTimeOffset.TryParse(text, Invariant, DateTimeStyles.AssumeUniversal, out var value) ? value : null,
        [typeof(DateOnly)] = text => DateOnly.TryParse(text, Invariant, out var value) ? value : null,
        [typeof(TimeOnly)] = text => TimeOnly.TryParse(text, Invariant, out var value) ? value : null,
        [typeof(TimeSpan)] = text => TimeSpan.TryParse(text, Invariant, out var value) ? value : null,
        [typeof(Guid)] = text => Guid.TryParse(text, out var value) ? value : null,
    };

    private static object? Read(string text, Type type) => Readers.GetValueOrDefault(type)?.Invoke(text);

    private static object? ReadEnum(string text, Type type)
    {
        var name = Enum.GetNames(type).FirstOrDefault(
            member => string.Equals(member, text.Trim(), StringComparison.OrdinalIgnoreCase));
        if (name is not null)
        {
            return Enum.Parse(type, name);
        }

        return long.TryParse(text, Invariant, out var number) ? FromNumber(number, type) : null;
    }

    private static object? FromNumber(long number, Type type)
    {
        var value = Enum.ToObject(type, number);
        return Convert.ToInt64(value, Invariant) == number ? value : null;
    }
}
