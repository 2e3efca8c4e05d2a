using System.Globalization;
using Planning.Accounts.Customers;
using Planning.Grains.Customers;
using Planning.Grains.Store;
using Planning.Grains.Turns;
using Planning.Grains.Versions;

namespace Planning.Grains.Portfolio;

/// <summary>Looks at every customer for what time alone has changed, as somebody who was not touched for too long (METHOD §5.5).
/// Only where something would be raised, rise, ease or close, the customer takes a turn.</summary>
public sealed class EscalationSweep(CustomerGrains grains, IPortfolio portfolio, IPlaybooks playbooks, TimeProvider clock)
{
    private const int AtOnce = 16;
    private const int Page = 1000;

    /// <param name="sweepId">Repeating a sweep under the same id has no further effect.</param>
    /// <param name="progress">Is told how many customers are done; from several threads.</param>
    /// <returns>How many customers had something to tell.</returns>
    public async Task<int> RunAsync(string sweepId, string actor, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var (done, told) = (0, 0);
        var staff = new StaffFiguresRun(grains, new StaffingRun(grains, portfolio, playbooks));
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var page = await portfolio.ListAsync(null, Page, cancellationToken);
        while (page is [.., var last])
        {
            await Parallel.ForEachAsync(
                page,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (row, token) =>
                {
                    var customer = Id<Customer>.Parse(row.Customer, CultureInfo.InvariantCulture);
                    var state = await grains.LookAsync(customer, token);
                    staff.Note(state.Customer, today);
                    if (HasSomething(state, actor))
                    {
                        await grains.SendAsync(customer, new Message($"sweep:{sweepId}", actor, new Request.Watch()), token);
                        Interlocked.Increment(ref told);
                    }

                    progress?.Report(Interlocked.Increment(ref done));
                });
            page = await portfolio.ListAsync(last.Customer, Page, cancellationToken);
        }

        return told + await staff.TellAsync(sweepId, actor, cancellationToken);
    }

    private bool HasSomething(CustomerState state, string actor) =>
        state.Customer.Watch(Turn.OccasionOf(state, actor, playbooks.Take(), clock.GetUtcNow())) is Decision.Recorded { Events: not [] };
}
