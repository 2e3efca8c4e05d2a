using System.Collections.Immutable;
using Planning.Accounts.Customers;
using Planning.Accounts.Invariants;
using Planning.Grains.Customers;
using Planning.Grains.Replays;
using Planning.Grains.Store;
using Planning.Grains.Turns;
using Planning.Grains.Versions;

namespace Planning.Grains.Portfolio;

/// <summary>Looks over the stored portfolio for what must never be so (METHOD §2.2): how customers stand, all that ever happened to
/// them, past decisions once more, and what they come to together. Changes nothing.</summary>
public sealed class InvariantRun(
    CustomerGrains grains, IPortfolio portfolio, ReplayRun replays, StaffingRun staffing, IPlaybooks playbooks, TimeProvider clock)
{
    private const string Actor = "check";

    /// <param name="progress">Is told how many customers are done; from several threads.</param>
    /// <returns>Every violation, in the order of the invariants, customers and what happened.</returns>
    public async Task<InvariantReport> RunAsync(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var violations = new List<Violation>();
        var (customers, turns) = (0, 0L);
        await Parallel.ForEachAsync(portfolio.CustomersAsync(cancellationToken), cancellationToken, async (customer, token) =>
        {
            var (found, taken) = await OfAsync(customer, token);
            lock (violations)
            {
                violations.AddRange(found);
                turns += taken;
                progress?.Report(++customers);
            }
        });

        var loads = await staffing.LoadsAsync(cancellationToken);
        violations.AddRange(PortfolioCheck.Of(
            await portfolio.EmployeesAsync(cancellationToken),
            loads.Select(load => (load.Employee, load.Load)),
            playbooks.Take().Policies));
        return new InvariantReport(customers, turns,
        [
            .. violations.OrderBy(violation => violation.Invariant, StringComparer.Ordinal)
                .ThenBy(violation => violation.Customer?.Value, StringComparer.Ordinal),
        ]);
    }

    private async Task<(IReadOnlyList<Violation> Found, long Turns)> OfAsync(Id<Customer> customer, CancellationToken cancellationToken)
    {
        var playbook = playbooks.Take();
        var check = new JournalCheck(playbook.Policies);
        var found = new List<Violation>();
        var (told, turns) = (Customer.Unknown(customer), 0L);
        await foreach (var (before, turn, events) in portfolio.JournalAsync(customer, cancellationToken))
        {
            (var broken, told) = check.Turn(before, events);
            found.AddRange(broken);
            turns = turn.Version;
        }

        // Somebody may have moved it on since the journal was read.
        var state = await grains.LookAsync(customer, cancellationToken);
        if (state.Version == turns && TurnJson.Write(state.Customer) != TurnJson.Write(told))
        {
            found.Add(new Violation("INV-03", customer, "it stands otherwise than its journal says"));
        }

        found.AddRange(StateCheck.Of(state.Customer, Turn.OccasionOf(state, Actor, playbook, clock.GetUtcNow())));
        found.AddRange((await replays.RunAsync(customer, cancellationToken)).Differences.Select(difference => new Violation(
            difference.Decision.StartsWith("tier", StringComparison.Ordinal) ? "INV-03" : "INV-19",
            customer,
            $"{difference.Decision} of {difference.At[..10]} comes out otherwise when it is judged again")));
        return (found, turns);
    }
}

/// <param name="Turns">How many turns the customers had taken.</param>
public sealed record InvariantReport(int Customers, long Turns, ImmutableArray<Violation> Violations)
{
    /// <summary>Those of which nobody has been told.</summary>
    public IEnumerable<Violation> Silent => Violations.Where(violation => violation.Raised is null);
}
