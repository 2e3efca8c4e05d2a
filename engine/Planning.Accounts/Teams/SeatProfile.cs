using System.Collections.Immutable;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Teams;

/// <summary>What a seat asks of whoever is to hold it (METHOD §3.3 C1).</summary>
/// <param name="Level">1 to 5; at least what the tier asks for.</param>
/// <param name="Domain">Product domain; empty where it does not matter.</param>
/// <param name="Languages">One of them is enough; the customer's own first.</param>
/// <param name="Regions">Where candidates may come from; the first is the customer's own.</param>
/// <param name="Clearance">Nothing where none is needed.</param>
/// <param name="CustomerWish">What the customer wishes; nothing when it was not asked.</param>
public sealed record SeatProfile(
    int Level,
    string Domain,
    ImmutableArray<string> Languages,
    string Industry,
    ImmutableArray<string> Regions,
    string? Clearance,
    string? CustomerWish)
{
    public IEnumerable<FieldMistake> Mistakes() => FieldMistake.Among(
        FieldMistake.OutOfRange(nameof(Level), Level, 1, 5),
        Languages.IsDefault ? new FieldMistake(nameof(Languages), "is missing") : null,
        Regions.IsDefault ? new FieldMistake(nameof(Regions), "is missing") : null);

    /// <summary>What a profile lacks; nothing when candidates can be looked for.</summary>
    /// <param name="least">The least level that the tier asks for.</param>
    public IEnumerable<string> Missing(int least)
    {
        if (Level < least)
        {
            yield return FormattableString.Invariant($"level {least} or more");
        }

        if (Languages is [])
        {
            yield return "a language";
        }

        if (string.IsNullOrWhiteSpace(Industry))
        {
            yield return "the industry";
        }

        if (Regions is [])
        {
            yield return "a region";
        }

        if (string.IsNullOrWhiteSpace(CustomerWish))
        {
            yield return "the customer's wish";
        }
    }

    public bool Equals(SeatProfile? other) => other is not null
        && (Level, Domain, Industry, Clearance, CustomerWish) == (other.Level, other.Domain, other.Industry, other.Clearance, other.CustomerWish)
        && Languages.AsSpan().SequenceEqual(other.Languages.AsSpan())
        && Regions.AsSpan().SequenceEqual(other.Regions.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Level, Domain, Industry, Clearance, CustomerWish);
}
