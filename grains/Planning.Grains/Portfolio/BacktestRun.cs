using Planning.Accounts.Calendars;
using Planning.Accounts.Tiers;
using Planning.Grains.Store;
using Planning.Grains.Turns;
using Planning.Workflows.Backtests;

namespace Planning.Grains.Portfolio;

/// <summary>Lets a draft of the tier rules and the live version judge the whole portfolio over past quarters.</summary>
/// <remarks>Reads the database as of one moment and writes nothing; the memory it takes does not grow with the portfolio.</remarks>
public sealed class BacktestRun(IPortfolio portfolio)
{
    // Often enough for a bar that moves, seldom enough to cost nothing.
    private const int TellEvery = 200;

    /// <summary>The newest quarters that are over and have our own figures, oldest first.</summary>
    /// <param name="through">The last quarter to take; the newest that is over when nothing is given.</param>
    /// <param name="most">How many at the most; 1 or more.</param>
    public async Task<IReadOnlyList<VendorFigures>> QuartersAsync(
        DateOnly today, Quarter? through, int most, CancellationToken cancellationToken) =>
    [
        .. (await portfolio.FiguresAsync(cancellationToken))
            .Where(figures => figures.Period.EndsOn < today && !(figures.Period > through))
            .TakeLast(most),
    ];

    /// <summary>Goes through every registered customer, on as many threads as there are processors.</summary>
    /// <param name="progress">Is told now and then how many customers are done; from several threads.</param>
    /// <param name="threads">How many threads to use instead, for comparison.</param>
    /// <exception cref="OperationCanceledException">It was given up within a customer or two; nothing is left behind.</exception>
    public async Task<BacktestReport> RunAsync(
        Backtest backtest, IProgress<int>? progress, CancellationToken cancellationToken, int? threads = null)
    {
        using var reading = portfolio.Read();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var done = 0;
        BacktestTally Count()
        {
            var tally = backtest.Begin();
            var start = new StandingBefore(backtest.Quarters[0].Period);
            var bytes = new CustomerBytes();
            try
            {
                while (reading.TryTake(bytes))
                {
                    stop.Token.ThrowIfCancellationRequested();
                    if (start.Read(reading, bytes) is { } customer)
                    {
                        tally.Take(customer, start.Handovers);
                    }

                    if (Interlocked.Increment(ref done) % TellEvery == 0)
                    {
                        progress?.Report(done);
                    }
                }
            }
            catch
            {
                // The others need not go on.
                stop.Cancel();
                throw;
            }

            return tally;
        }

        var tallies = await Task.WhenAll(Enumerable.Range(0, threads ?? Environment.ProcessorCount).Select(_ =>
            Task.Factory.StartNew(Count, stop.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        progress?.Report(done);
        foreach (var tally in tallies[1..])
        {
            tallies[0].Add(tally);
        }

        return tallies[0].Report();
    }
}
