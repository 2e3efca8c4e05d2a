using System.Collections.Immutable;
using Planning.Accounts.Calendars;
using Planning.Accounts.Coverage;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.Policies;

namespace Planning.Accounts.Losses;

/// <summary>What was lost at the customer, and what was learnt of it.</summary>
public sealed record LossRecord
{
    // A share of the wallet that is older tells of another time.
    private const int FreshQuarters = 2;

    public static LossRecord Empty { get; } = new();

    public ImmutableSortedDictionary<Id<LostDeal>, LostDeal> Deals { get; init; } = ImmutableSortedDictionary<Id<LostDeal>, LostDeal>.Empty;

    public ImmutableSortedDictionary<Id<LossReview>, LossReview> Reviews { get; init; } =
        ImmutableSortedDictionary<Id<LossReview>, LossReview>.Empty;

    public IEnumerable<Waiting> Waiting() => Reviews.Values.Where(review => review.IsOpen)
        .Select(review => new Waiting("task", $"find out why we lost {review.What}", review.Owner?.Value ?? "ACCOUNT_HEAD", null));

    /// <summary>The reviews that open because of what has become known: the customer is lost, or a part of its wallet (INV-29).</summary>
    /// <param name="known">What has just become known of the customer, not applied yet.</param>
    internal static IReadOnlyList<LossEvent> Follow(
        Customer before, IReadOnlyList<CustomerEvent> known, DateOnly today, MethodPolicies policies)
    {
        var lost = before.Details?.Lifecycle is not Lifecycle.Lost && known.Any(happened => happened
            is CustomerRegistered { Registration.Details.Lifecycle: Lifecycle.Lost } or DetailsChanged { Details.Lifecycle: Lifecycle.Lost });
        List<MetricSnapshot> shares =
        [
            .. known.OfType<MetricRecorded>().Select(recorded => recorded.Snapshot).Where(snapshot => snapshot.Metric is Metric.ShareOfWallet),
        ];
        var wallet = shares is [] ? null : Fall(before.Metrics.With(shares), policies.Losses, today);
        if (!lost && (wallet is null || before.Losses.Reviews.ContainsKey(wallet.Value.Review)))
        {
            return [];
        }

        var after = known.Aggregate(before, (customer, happened) => customer.Apply(happened));
        return
        [
            .. lost
                ? [Open(after, Key(FormattableString.Invariant($"lost-{today:yyyyMMdd}")), LossKind.Customer, after.Details!.Name, today, policies.Coverage)]
                : Array.Empty<LossEvent>(),
            .. wallet is var (review, what) && !before.Losses.Reviews.ContainsKey(review)
                ? [Open(after, review, LossKind.Wallet, what, today, policies.Coverage)]
                : Array.Empty<LossEvent>(),
        ];
    }

    internal static Id<LossReview> Key(string id) => Id<LossReview>.Parse(id, null);

    internal static LossReviewOpened Open(
        Customer customer, Id<LossReview> id, LossKind kind, string what, DateOnly today, CoveragePolicy coverage)
    {
        var from = today.AddDays(-coverage.Levels[CoveragePolicy.LevelOf(customer.Standing, today)].WindowDays);
        return new LossReviewOpened(id, new LossReview(id, kind, what, today)
        {
            Untouched =
            [
                .. customer.People.Values
                    .Where(person => person.InProcess && !(customer.Contacts.LastTouch.TryGetValue(person.Id, out var last) && last >= from))
                    .Select(person => person.Id),
            ],
        });
    }

    public LossRecord Apply(LossEvent happened) => happened switch
    {
        DealLost lost => this with { Deals = Deals.SetItem(lost.Deal.Id, lost.Deal) },
        LossReviewOpened opened => this with { Reviews = Reviews.SetItem(opened.Review, opened.Opened) },
        LossReviewAssigned assigned => With(assigned.Review, review => review with { Owner = assigned.Owner }),
        LossReviewWritten written => With(written.Review, review => review with { Findings = written.Findings }),
        LossReviewClosed closed => With(closed.Review, review => review with { ClosedOn = closed.On }),
        _ => this,
    };

    private static (Id<LossReview> Review, string What)? Fall(MetricHistory metrics, LossPolicy policy, DateOnly today)
    {
        var known = metrics.Periods.Reverse()
            .Select(period => (Period: period, Value: metrics.Value(Metric.ShareOfWallet, period)))
            .FirstOrDefault(found => found.Value is not null);
        if (known.Value is not { } now || Quarter.Of(today).Since(known.Period) > FreshQuarters)
        {
            return null;
        }

        var best = Enumerable.Range(1, policy.WalletQuarters).Max(back => metrics.Value(Metric.ShareOfWallet, known.Period.Add(-back))) ?? 0;
        return best > 0 && (best - now) / best is var fall && fall >= policy.WalletFall
            ? (Key(FormattableString.Invariant($"wallet-{known.Period.Year:0000}-q{known.Period.Number}")),
                FormattableString.Invariant($"{100 * fall:0} % of our share of the wallet by {known.Period}"))
            : null;
    }

    private LossRecord With(Id<LossReview> id, Func<LossReview, LossReview> change) =>
        this with { Reviews = Reviews.SetItem(id, change(Reviews[id])) };
}
