using System.Globalization;
using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Accounts.Tiers;
using Planning.Grains.Customers;
using Planning.Grains.Store;
using Planning.Grains.Turns;
using Planning.Grains.Versions;

namespace Planning.Grains.Portfolio;

/// <summary>Lets the tier rules judge every customer, quarter by quarter up to one.</summary>
public sealed class TierRun(CustomerGrains grains, IPortfolio portfolio, IPlaybooks playbooks)
{
    // Enough at once that the disk is flushed for many of them together.
    private const int AtOnce = 128;
    private const int Page = 1000;

    /// <summary>The newest quarter that is over and has our own figures; nothing when there is none.</summary>
    public async Task<Quarter?> NewestAsync(DateOnly today, CancellationToken cancellationToken) =>
        (await portfolio.FiguresAsync(cancellationToken))
        .Where(figures => figures.Period.EndsOn < today)
        .Select(figures => (Quarter?)figures.Period)
        .Max();

    /// <summary>Reviews what has not been reviewed yet, and the last reviewed quarter again.</summary>
    /// <param name="through">The last quarter to review; our own figures of it must be known.</param>
    /// <param name="runId">Repeating a run under the same id gives the same answers and has no further effect.</param>
    /// <param name="progress">Is told how many customers are done; from several threads.</param>
    public async Task<TierRunReport> RunAsync(
        Quarter through, string runId, string actor, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var figures = (await portfolio.FiguresAsync(cancellationToken)).Where(of => of.Period <= through).ToList();
        if (figures is [] || figures[^1].Period != through)
        {
            return new TierRunReport(through, 0, [new TierRunRefusal(
                "", "figures-unknown", $"Our own figures of {through} are not known; import vendor.json with them first.")]);
        }

        var done = 0;
        var refusals = new List<TierRunRefusal>();
        var lines = new List<PortfolioLine>();
        await Parallel.ForEachAsync(
            CustomersAsync(cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (customer, token) =>
            {
                var refused = await ReviewAsync(customer, figures, runId, actor, token);
                var line = PortfolioLine.Of((await grains.LookAsync(customer, token)).Customer, figures[^1]);
                lock (refusals)
                {
                    refusals.AddRange(refused);
                    lines.AddRange(line is null ? [] : [line]);
                    done++;
                    progress?.Report(done);
                }
            });
        var whole = PortfolioReview.Of(lines, playbooks.Take().Policies.Tiers);
        foreach (var customer in whole.Waiting)
        {
            await grains.SendAsync(
                customer,
                new Message($"tier:{runId}:{through}:places", actor, new Request.HoldPromotion(whole.MostStrategic)),
                cancellationToken);
        }

        return new TierRunReport(
            through, done, [.. refusals.OrderBy(refusal => refusal.Customer, StringComparer.Ordinal)])
        {
            Portfolio = whole,
        };
    }

    private async Task<List<TierRunRefusal>> ReviewAsync(
        Id<Customer> customer, List<VendorFigures> figures, string runId, string actor, CancellationToken cancellationToken)
    {
        var reviewed = (await grains.LookAsync(customer, cancellationToken)).Customer.Standing.LastReview?.Period;
        var refusals = new List<TierRunRefusal>();
        foreach (var quarter in figures.Where(of => reviewed is null || of.Period >= reviewed))
        {
            var message = new Message($"tier:{runId}:{quarter.Period}", actor, new Request.ReviewTier(quarter.Period, quarter));
            if (await grains.SendAsync(customer, message, cancellationToken) is Answer.Refused refused)
            {
                refusals.Add(new TierRunRefusal(customer.Value, refused.Code, refused.Sentence));
            }
        }

        return refusals;
    }

    private async IAsyncEnumerable<Id<Customer>> CustomersAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = await portfolio.ListAsync(null, Page, cancellationToken);
        while (page is [.., var last])
        {
            foreach (var row in page)
            {
                yield return Id<Customer>.Parse(row.Customer, CultureInfo.InvariantCulture);
            }

            page = await portfolio.ListAsync(last.Customer, Page, cancellationToken);
        }
    }
}

/// <param name="Customers">How many customers were judged.</param>
public sealed record TierRunReport(Quarter Through, int Customers, IReadOnlyList<TierRunRefusal> Refusals)
{
    /// <summary>What the portfolio rules find after it; nothing when the run as a whole was refused.</summary>
    public PortfolioReview? Portfolio { get; init; }
}

/// <param name="Customer">Empty when the run as a whole was refused.</param>
public sealed record TierRunRefusal(string Customer, string Code, string Sentence);
