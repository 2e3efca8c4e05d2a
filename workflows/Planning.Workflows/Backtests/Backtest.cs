using System.Collections.Concurrent;
using System.Text.Json.Serialization;
using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.Tiers;
using Planning.Accounts.Wording;
using Planning.Workflows.Tiering;

namespace Planning.Workflows.Backtests;

/// <summary>A draft of the tier rules beside the live version, over the same customers and the same past quarters.</summary>
/// <remarks>Pure, and safe to share between threads: nothing happens to anybody. Each version goes its own way from the
/// standing the customer had in the first quarter, with hold counters of its own, by the code of a real review. Figures
/// and details are the ones known today; what people decided in those quarters does not count.</remarks>
public sealed class Backtest
{
    private readonly ConcurrentDictionary<(string Country, Quarter Period), IReadOnlySet<string>> _predicates = new();

    /// <param name="quarters">Our own figures of the quarters to go through, oldest first; at least one.</param>
    public Backtest(
        TierRules live,
        TierRules draft,
        IReadOnlyList<VendorFigures> quarters,
        WorkingCalendars calendars,
        ProposalFate proposals = ProposalFate.Agreed)
    {
        ArgumentOutOfRangeException.ThrowIfZero(quarters.Count);
        Live = live;
        Draft = draft;
        Quarters = quarters;
        Calendars = calendars;
        Proposals = proposals;
    }

    public TierRules Live { get; }

    public TierRules Draft { get; }

    public IReadOnlyList<VendorFigures> Quarters { get; }

    public ProposalFate Proposals { get; }

    /// <summary>The reporting currency, in which revenue is told.</summary>
    public string Currency => Quarters[^1].Revenue.Currency;

    private WorkingCalendars Calendars { get; }

    /// <summary>Counts for one thread; what several have counted is added up in the end.</summary>
    public BacktestTally Begin() => new(this);

    /// <summary>What each quarter is about for this customer, whatever its standing.</summary>
    /// <param name="handovers">Quarters whose review was postponed by a handover, as the journal has it.</param>
    internal IEnumerable<BacktestQuarter> QuartersOf(Customer customer, IReadOnlySet<Quarter> handovers)
    {
        var country = customer.Details!.Country;
        foreach (var vendor in Quarters)
        {
            yield return new BacktestQuarter(
                vendor.Period,
                TierFacts.Of(customer, vendor.Period, vendor),
                TierPredicates.With(customer, vendor.Period, handovers.Contains(vendor.Period), _predicates.GetOrAdd(
                    (country, vendor.Period), of => TierPredicates.Of(of.Period, Calendars.Of(of.Country)))));
        }
    }

    /// <returns>In millions of the reporting currency, in the last quarter; nothing when that is not known.</returns>
    internal decimal? RevenueOf(Customer customer) =>
        customer.Metrics.Find(Metric.RevenueTtm, Quarters[^1].Period) is { } revenue && revenue.Currency == Currency
            ? revenue.Value
            : null;

    internal bool HasFigures(Customer customer) =>
        Quarters.Any(vendor => customer.Metrics.ByPeriod.ContainsKey(vendor.Period));
}

/// <summary>What becomes of moves that wait for people.</summary>
[JsonConverter(typeof(WordJsonConverter<ProposalFate>))]
public enum ProposalFate
{
    /// <summary>Everybody who is asked agrees in the same quarter.</summary>
    [JsonStringEnumMemberName("agreed")]
    Agreed,

    /// <summary>Nobody answers; they have no effect, as in a real run before anybody has decided.</summary>
    [JsonStringEnumMemberName("waiting")]
    Waiting,
}

/// <summary>A customer's quarter as both versions find it.</summary>
internal sealed record BacktestQuarter(Quarter Period, TierFacts Facts, IReadOnlySet<string> Predicates);
