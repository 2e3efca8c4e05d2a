using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;

namespace Planning.Accounts.Satisfaction;

/// <summary>How satisfied the customer was when it was asked last: by our own survey, or by a figure from outside.</summary>
/// <param name="Score">0 to 100.</param>
/// <param name="Change">Points since it was asked before; nothing when that was never.</param>
public sealed record LastSatisfaction(decimal Score, DateOnly On, decimal? Change)
{
    /// <summary>The newer of the two as they were known on a day; nothing when nobody ever asked.</summary>
    public static LastSatisfaction? Of(Customer customer, DateOnly today)
    {
        var asked = customer.Satisfaction.Results(today).Take(2).Select(wave => (wave.Result!.Score, On: wave.ClosedOn!.Value));
        var told = customer.Metrics.Periods.Reverse()
            .Select(period => customer.Metrics.Find(Metric.Satisfaction, period)).OfType<MetricSnapshot>()
            .Where(snapshot => snapshot.ObservedOn <= today).Take(2).Select(snapshot => (Score: snapshot.Value, On: snapshot.ObservedOn));
        var (ours, theirs) = (Of([.. asked]), Of([.. told]));
        return theirs is null || ours?.On >= theirs.On ? ours : theirs;
    }

    private static LastSatisfaction? Of(IReadOnlyList<(decimal Score, DateOnly On)> newestFirst) => newestFirst switch
    {
        [] => null,
        [var only] => new LastSatisfaction(only.Score, only.On, null),
        [var now, var before, ..] => new LastSatisfaction(now.Score, now.On, now.Score - before.Score),
    };
}
