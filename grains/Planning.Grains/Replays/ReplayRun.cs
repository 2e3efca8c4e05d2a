using System.Collections.Immutable;
using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Accounts.Tiers;
using Planning.Grains.Store;
using Planning.Grains.Versions;

namespace Planning.Grains.Replays;

/// <summary>Judges past decisions again from the journal and the versions of the rules that it names. Changes nothing.</summary>
public sealed class ReplayRun(IPortfolio portfolio, IPlaybooks playbooks)
{
    /// <param name="progress">Is told how many customers are done; from several threads.</param>
    public async Task<ReplayReport> RunAsync(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var report = ReplayReport.Nothing;
        var counting = new Lock();
        await Parallel.ForEachAsync(portfolio.CustomersAsync(cancellationToken), cancellationToken, async (customer, token) =>
        {
            var one = await RunAsync(customer, token);
            lock (counting)
            {
                report = report.With(one);
                progress?.Report(report.Customers);
            }
        });
        return report with
        {
            Differences = [.. report.Differences.OrderBy(of => of.Customer, StringComparer.Ordinal).ThenBy(of => of.Version)],
        };
    }

    /// <returns>A report without customers for one that nobody has registered.</returns>
    public async Task<ReplayReport> RunAsync(Id<Customer> customer, CancellationToken cancellationToken)
    {
        var playbook = playbooks.Take();
        var report = ReplayReport.Nothing;
        await foreach (var (before, turn, events) in portfolio.JournalAsync(customer, cancellationToken))
        {
            report = (report with { Customers = 1 }).With(
                customer, turn, TurnReplay.Of(before, turn, events, playbook));
        }

        return report;
    }

    /// <summary>The review of a quarter that counts: the last one.</summary>
    /// <returns>Nothing when the quarter was not reviewed.</returns>
    public async Task<PastReview?> FindAsync(Id<Customer> customer, Quarter period, CancellationToken cancellationToken)
    {
        PastReview? found = null;
        await foreach (var (before, turn, events) in portfolio.JournalAsync(customer, cancellationToken))
        {
            var reviewed = events.OfType<TierReviewed>().FirstOrDefault(of => of.Review.Period == period);
            var shadowed = events.OfType<TierShadowed>().Where(of => of.Review.Period == period).ToImmutableArray();
            found = reviewed is not null ? new PastReview(before, turn, reviewed, shadowed)
                : found is not null && shadowed is not [] ? found with { Shadows = shadowed }
                : found;
        }

        return found;
    }
}

/// <summary>How past decisions came out when they were judged again.</summary>
/// <param name="NotReplayable">Made before everything they hang on was kept.</param>
public sealed record ReplayReport(int Customers, int Alike, int NotReplayable, ImmutableArray<ReplayDifference> Differences)
{
    internal static ReplayReport Nothing { get; } = new(0, 0, 0, []);

    internal ReplayReport With(Id<Customer> customer, HistoryRow turn, Replayed? replayed) => replayed switch
    {
        null => this,
        Replayed.Alike => this with { Alike = Alike + 1 },
        Replayed.NotReplayable => this with { NotReplayable = NotReplayable + 1 },
        Replayed.Otherwise otherwise => this with
        {
            Differences = Differences.Add(new ReplayDifference(
                customer.Value, turn.Version, turn.At, otherwise.Decision, otherwise.Kept, otherwise.Again)),
        },
        _ => throw new System.Diagnostics.UnreachableException($"Unknown outcome {replayed.GetType().Name}"),
    };

    internal ReplayReport With(ReplayReport other) => new(
        Customers + other.Customers,
        Alike + other.Alike,
        NotReplayable + other.NotReplayable,
        [.. Differences, .. other.Differences]);
}

/// <param name="Version">The customer's version that the turn made.</param>
/// <param name="Kept">The decision as the journal has it, in JSON.</param>
/// <param name="Again">The same from the same facts, rules and program today.</param>
public sealed record ReplayDifference(string Customer, long Version, string At, string Decision, string Kept, string Again);

/// <summary>A tier review of the past.</summary>
/// <param name="Before">The customer as the rules saw it.</param>
/// <param name="Shadows">What versions in shadow said of the same quarter.</param>
public sealed record PastReview(Customer Before, HistoryRow Turn, TierReviewed Reviewed, ImmutableArray<TierShadowed> Shadows);
