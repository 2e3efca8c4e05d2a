using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Metrics;

/// <summary>An amount in one currency, written <c>318 M EUR</c>.</summary>
/// <param name="Millions">The amount in millions.</param>
/// <param name="Currency">ISO 4217, three capital letters.</param>
[JsonConverter(typeof(TextJsonConverter<Money>))]
public readonly record struct Money(decimal Millions, string Currency) : IParsable<Money>
{
    public static Money Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var money)
        ? money
        : throw new FormatException($"“{s}” is not an amount of money; write it like 318 M EUR.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Money result)
    {
        result = default;
        if (s?.Split(' ') is not [var amount, "M", { Length: 3 } currency]
            || !currency.All(char.IsAsciiLetterUpper)
            || !decimal.TryParse(
                amount,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var millions))
        {
            return false;
        }

        result = new Money(millions, currency);
        return true;
    }

    /// <returns>This amount as a multiple of <paramref name="other"/>; nothing when the currencies differ or the other
    /// is zero.</returns>
    public decimal? ShareOf(Money other) =>
        Currency == other.Currency && other.Millions != 0 ? Millions / other.Millions : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Millions} M {Currency}");
}
