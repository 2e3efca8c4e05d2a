using Planning.Accounts.Customers;
using Planning.Grains.Customers;
using Planning.Grains.Store;
using Planning.Grains.Turns;
using Planning.Grains.Versions;

namespace Planning.Grains.Portfolio;

/// <summary>Takes many customers' records over at once: each for itself, or all or none.</summary>
public sealed class TakeOverRun(
    CustomerGrains grains, ICustomerStore store, IPortfolio portfolio, IPlaybooks playbooks, TimeProvider clock)
{
    private const int AtOnce = 128;
    private const int Attempts = 20;

    /// <summary>What every customer accepts goes in, what one refuses stays out.</summary>
    /// <param name="runId">Repeating a run under the same id has no further effect.</param>
    /// <param name="progress">Is told how many customers are done; from several threads.</param>
    public async Task<TakeOverReport> TakeEachAsync(
        IReadOnlyList<CustomerTakeOver> customers,
        ReferenceData reference,
        string runId,
        string actor,
        IProgress<int>? progress,
        CancellationToken cancellationToken)
    {
        await portfolio.KeepAsync(reference, cancellationToken);
        var done = 0;
        var changes = 0;
        var refusals = new List<TakeOverRefusal>();
        await Parallel.ForEachAsync(
            customers,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (customer, token) =>
            {
                var answer = await grains.SendAsync(customer.Customer, Message(customer, runId, actor), token);
                lock (refusals)
                {
                    changes += answer is Answer.Done happened ? happened.Happened.Length : 0;
                    refusals.AddRange(Refusals(customer, answer));
                    progress?.Report(++done);
                }
            });
        return new TakeOverReport(
            changes, [.. refusals.OrderBy(refusal => refusal.Customer.Value, StringComparer.Ordinal)]);
    }

    /// <summary>Everything goes in with one commit, or nothing does.</summary>
    public async Task<TakeOverReport> TakeAllAsync(
        IReadOnlyList<CustomerTakeOver> customers,
        ReferenceData reference,
        string runId,
        string actor,
        CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var playbook = playbooks.Take();
            var taken = new List<TakenTurn>();
            foreach (var customer in customers)
            {
                var state = CustomerState.Of(customer.Customer, await store.LoadAsync(customer.Customer, cancellationToken));
                taken.Add(Turn.Take(state, Message(customer, $"together:{runId}", actor), playbook, clock.GetUtcNow()));
            }

            var refusals = customers.Zip(taken, (customer, turn) => Refusals(customer, turn.Answer)).SelectMany(all => all).ToList();
            if (refusals is not [])
            {
                return new TakeOverReport(0, refusals);
            }

            var outcome = await store.CommitTogetherAsync(
                [.. taken.Select(turn => turn.Commit)], reference, CancellationToken.None);
            if (outcome is CommitOutcome.Committed or CommitOutcome.AlreadyAnswered)
            {
                customers.ToList().ForEach(customer => grains.Forget(customer.Customer));
                return new TakeOverReport(
                    outcome is CommitOutcome.Committed ? taken.Sum(turn => ((Answer.Done)turn.Answer).Happened.Length) : 0, []);
            }
        }

        throw new CustomerContestedException(customers[0].Customer);
    }

    // All or none and each for itself have ids of their own: that one customer of a run answered before then says that
    // all of the run did.
    private static Message Message(CustomerTakeOver customer, string run, string actor) =>
        new($"take-over:{run}", actor, new Request.TakeOver(customer.Record));

    private static IEnumerable<TakeOverRefusal> Refusals(CustomerTakeOver customer, Answer answer) =>
        answer is Answer.Refused refused ? [new TakeOverRefusal(customer.Customer, refused)] : [];
}

/// <summary>What is to be taken over for one customer.</summary>
public sealed record CustomerTakeOver(Id<Customer> Customer, CustomerRecord Record);

/// <param name="Changes">How many things were new.</param>
public sealed record TakeOverReport(int Changes, IReadOnlyList<TakeOverRefusal> Refusals);

public sealed record TakeOverRefusal(Id<Customer> Customer, Answer.Refused Refused);
