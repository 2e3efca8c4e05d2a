using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;

namespace Planning.Accounts.Losses;

/// <summary>What has to be looked into when it is lost; the defaults are METHOD's (INV-29).</summary>
/// <param name="LargeDeal">From this value on a deal is large.</param>
/// <param name="LargeShare">From this part of the customer's yearly revenue on it is, too.</param>
/// <param name="WalletFall">The fall of our share of the wallet, as a part of what it was.</param>
/// <param name="WalletQuarters">Against the best of so many quarters before.</param>
public sealed record LossPolicy(Money LargeDeal, decimal LargeShare, decimal WalletFall, int WalletQuarters)
{
    public static LossPolicy Default { get; } = new(new Money(5, "EUR"), LargeShare: 0.10m, WalletFall: 0.20m, WalletQuarters: 4);

    /// <summary>A deal that cannot be compared is looked into.</summary>
    public bool IsLarge(Money value, MetricHistory metrics)
    {
        var revenue = metrics.Periods.Reverse().Select(period => metrics.Find(Metric.RevenueTtm, period)).FirstOrDefault(found => found is not null);
        var share = revenue?.Currency is { } currency ? value.ShareOf(new Money(revenue.Value, currency)) : null;
        return share >= LargeShare || (value.Currency == LargeDeal.Currency ? value.Millions >= LargeDeal.Millions : share is null);
    }

    public IEnumerable<FieldMistake> Mistakes() => FieldMistake.Among(
        LargeDeal.Millions >= 0 ? null : new FieldMistake(nameof(LargeDeal), "must not be below 0"),
        FieldMistake.OutOfRange(nameof(LargeShare), LargeShare, 0, 1),
        FieldMistake.OutOfRange(nameof(WalletFall), WalletFall, 0.01m, 1),
        FieldMistake.OutOfRange(nameof(WalletQuarters), WalletQuarters, 1, MetricHistory.Depth - 1));
}
