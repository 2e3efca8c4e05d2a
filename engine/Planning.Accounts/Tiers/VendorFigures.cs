using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;

namespace Planning.Accounts.Tiers;

/// <summary>Our own figures of a quarter, which customers are measured against.</summary>
/// <param name="Revenue">Trailing twelve months, in the reporting currency.</param>
/// <param name="ContributionPct">Contribution ÷ revenue, 0 to 1.</param>
/// <param name="FrontlineFte">Front-line people, full-time equivalents.</param>
public sealed record VendorFigures(Quarter Period, Money Revenue, decimal ContributionPct, decimal FrontlineFte)
{
    internal double RevenuePerHead => (double)(Revenue.Millions / FrontlineFte);

    internal double ContributionPerHead => (double)(Revenue.Millions * ContributionPct / FrontlineFte);

    public IEnumerable<FieldMistake> Mistakes() => FieldMistake.Among(
        FieldMistake.OutOfRange(nameof(Revenue), Revenue.Millions, 0.001m, 10_000_000),
        FieldMistake.OutOfRange(nameof(ContributionPct), ContributionPct, 0.001m, 1),
        FieldMistake.OutOfRange(nameof(FrontlineFte), FrontlineFte, 0.01m, 10_000_000));
}
