using System.Text.Json.Serialization;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;

namespace Planning.Accounts.Contents;

/// <summary>What a plan wants of one year, and what it gives for it (METHOD §2.1). The year before the plan is Y0.</summary>
public sealed record PlanYear(int Year) : PlanEntry
{
    public Money? Revenue { get; init; }

    /// <summary>Contribution ÷ revenue, -1 to 1.</summary>
    public decimal? Margin { get; init; }

    /// <summary>0 to 1.</summary>
    public decimal? ShareOfWallet { get; init; }

    /// <summary>0 to 100.</summary>
    public decimal? Satisfaction { get; init; }

    /// <summary>Mean level of the key people, 0 to 5.</summary>
    public decimal? Relationship { get; init; }

    /// <summary>0 to 100.</summary>
    public decimal? Match { get; init; }

    /// <summary>What we spend on the customer in the year.</summary>
    public Money? Budget { get; init; }

    /// <summary>Full-time equivalents of our people for the customer.</summary>
    public decimal? Fte { get; init; }

    [JsonIgnore]
    public override string Key => FormattableString.Invariant($"year:{Year}");

    /// <summary>The targets it does not state; budget and FTE belong to the resources.</summary>
    internal IEnumerable<string> Missing() =>
    [
        .. Revenue is null ? ["revenue"] : Array.Empty<string>(),
        .. Margin is null ? ["margin"] : Array.Empty<string>(),
        .. ShareOfWallet is null ? ["share of wallet"] : Array.Empty<string>(),
        .. Satisfaction is null ? ["satisfaction"] : Array.Empty<string>(),
        .. Relationship is null ? ["relationship"] : Array.Empty<string>(),
        .. Match is null ? ["match"] : Array.Empty<string>(),
    ];

    public override IEnumerable<FieldMistake> Mistakes(Customer customer, DateOnly today) => FieldMistake.Among(
        customer.Plan?.Years.Includes(Year) is false
            ? new FieldMistake(
                nameof(Year), $"is {Year}; the plan has {customer.Plan.Years.Base} (Y0) to {customer.Plan.Years.To}")
            : null,
        FieldMistake.OutOfRange(nameof(Revenue), Revenue?.Millions ?? 0, 0, 1_000_000),
        FieldMistake.OutOfRange(nameof(Margin), Margin ?? 0, -1, 1),
        FieldMistake.OutOfRange(nameof(ShareOfWallet), ShareOfWallet ?? 0, 0, 1),
        FieldMistake.OutOfRange(nameof(Satisfaction), Satisfaction ?? 0, 0, 100),
        FieldMistake.OutOfRange(nameof(Relationship), Relationship ?? 0, 0, 5),
        FieldMistake.OutOfRange(nameof(Match), Match ?? 0, 0, 100),
        FieldMistake.OutOfRange(nameof(Budget), Budget?.Millions ?? 0, 0, 1_000_000),
        FieldMistake.OutOfRange(nameof(Fte), Fte ?? 0, 0, 100_000),
        customer.Plan?.Draft.Currency(this) is { } currency && (Revenue ?? Budget) is { } money && money.Currency != currency
            ? new FieldMistake(nameof(Revenue), $"is in {money.Currency}; the plan is in {currency}")
            : null,
        Revenue is { } revenue && Budget is { } budget && revenue.Currency != budget.Currency
            ? new FieldMistake(nameof(Budget), $"is in {budget.Currency} and the revenue in {revenue.Currency}")
            : null);
}
