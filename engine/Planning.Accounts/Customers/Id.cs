using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.Json;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Customers;

/// <summary>The key of a customer, a person at a customer or an employee, as <c>helvia</c>.</summary>
/// <remarks>1 to 64 lower-case letters, digits and hyphens, not starting with a hyphen: it can stand in an address,
/// a file name and a log line as it is.</remarks>
/// <typeparam name="TOf">What it is the key of, so that a person's key is never taken for a customer's.</typeparam>
[JsonConverter(typeof(IdJsonConverters))]
public readonly record struct Id<TOf> : IParsable<Id<TOf>>, IComparable<Id<TOf>>
{
    private const int MaxLength = 64;
    private const char Reserving = '_';

    private Id(string value) => Value = value;

    public string Value { get; }

    /// <summary>It is the key of something of our own that is kept like one of these; see <see cref="Reserved"/>.</summary>
    public bool IsReserved => Value is [Reserving, ..];

    public static bool operator <(Id<TOf> left, Id<TOf> right) => left.CompareTo(right) < 0;

    public static bool operator >(Id<TOf> left, Id<TOf> right) => left.CompareTo(right) > 0;

    public static bool operator <=(Id<TOf> left, Id<TOf> right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Id<TOf> left, Id<TOf> right) => left.CompareTo(right) >= 0;

    public static Id<TOf> Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var id)
        ? id
        : throw new FormatException($"“{s}” is not an id: write 1 to 64 lower-case letters, digits and hyphens.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Id<TOf> result)
    {
        result = IsSound(s) ? new Id<TOf>(s) : default;
        return result.Value is not null;
    }

    /// <summary>A key that nobody outside can write, since no id begins like it.</summary>
    public static Id<TOf> Reserved(string name) => new($"{Reserving}{name}");

    /// <summary>Reads what we wrote ourselves: an id, or a reserved key.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static Id<TOf> Kept(string text) => text is [Reserving, .. var name] ? Reserved(name) : Parse(text, null);

    public int CompareTo(Id<TOf> other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;

    private static bool IsSound([NotNullWhen(true)] string? text) =>
        text is { Length: >= 1 and <= MaxLength }
        && text[0] != '-'
        && text.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}

/// <summary>Every id is written as its text.</summary>
public sealed class IdJsonConverters : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Id<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(TextJsonConverter<>).MakeGenericType(typeToConvert))!;
}
