using Planning.Accounts.Coverage;
using Planning.Accounts.Customers;
using Planning.Accounts.Plans;
using Planning.Accounts.Tiers;
using Planning.Accounts.Wording;
using Planning.Grains.Embedded;
using Planning.Grains.Turns;
using Spectre.Console;

namespace Planning.Host.Commands;

/// <summary>Shows one customer: tier and why, plan and what its gate lacks, what waits, what happened.</summary>
internal sealed class CustomerShowCommand(TimeProvider clock)
{
    private const int ShownTurns = 20;
    private const int ShownLines = 5;

    public Task<int> RunAsync(string data, Id<Customer> id, CancellationToken cancellationToken) => DataDirectory.WithAsync(
        data,
        clock,
        async runtime =>
        {
            var customer = (await runtime.Customers.LookAsync(id, cancellationToken)).Customer;
            if (customer.Details is not { } details)
            {
                AnsiConsole.MarkupLineInterpolated($"[red]Nobody has registered a customer {id}.[/]");
                return 1;
            }

            AnsiConsole.MarkupLineInterpolated($"[bold]{details.Name}[/] ({details.Country}, {details.Industry})");
            PrintTier(customer.Standing);
            PrintPlan(customer, runtime);
            PrintCoverage(CoverageReport.Of(customer, runtime.Playbook.Policies, runtime.Today));
            PrintLines("Waiting", Waiting.Of(customer).Select(item => $"{item.Role}: {item.Subject}"));
            await PrintHistoryAsync(runtime, id, cancellationToken);
            return 0;
        },
        cancellationToken);

    private static void PrintTier(TierStanding standing)
    {
        AnsiConsole.MarkupLineInterpolated($"Tier {standing.Tier} ({standing.Lane}), posture {standing.Posture}, since {standing.TierSince}");
        if (standing.LastReview is { } review)
        {
            PrintLines($"Scores of {review.Period} by {review.RulesVersion}", review.Scores.Select(
                score => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{score.Key} {score.Value:0.0##}")));
            PrintLines("Rules that spoke", review.Findings.Select(finding => $"{finding.Rule} {finding.Because}"));
        }

        PrintLines("Proposals", standing.Proposals.Select(
            proposal => $"{proposal.Wish} by {proposal.Rule}, waits for {string.Join(", ", proposal.Approvals)}"));
    }

    private static void PrintPlan(Customer customer, EmbeddedRuntime runtime)
    {
        if (customer.Plan is not { } plan)
        {
            return;
        }

        AnsiConsole.MarkupLineInterpolated($"Plan {plan.HorizonFrom} to {plan.HorizonTo}, passed: {string.Join(", ", plan.Track.Passed)}");
        AnsiConsole.MarkupLineInterpolated(
            $"Plan status {Words<PlanStatus>.Of(plan.Status)}, {(plan.InForce is { } version ? $"version {version.Number} in force since {version.ApprovedOn:yyyy-MM-dd}" : "no version approved yet")}");
        PrintLines("What the plan says", plan.Draft.Entries.Values
            .GroupBy(entry => entry.Key.Split(':')[0], StringComparer.Ordinal)
            .Select(group => $"{group.Key}: {group.Count()}"));
        PrintLines("Open actions of the plan", plan.Actions.Values.Where(action => action.IsOpen)
            .Select(action => $"{action.Action.Text}, {action.Action.Owner} until {action.Action.Due:yyyy-MM-dd}, since {action.Since:yyyy-MM-dd}"));
        foreach (var stage in plan.Track.Open)
        {
            var gate = runtime.Playbook.Gates.On(runtime.Today).Judge(
                stage.Code, PlanFacts.Of(customer, plan, runtime.Today, runtime.Playbook.Policies.Planning));
            AnsiConsole.MarkupLineInterpolated($"Stage {stage.Code} {stage.Title}, owner {stage.Owner}, until {stage.Due:yyyy-MM-dd}");
            PrintLines("Still missing", gate.Missing);
        }
    }

    private static void PrintCoverage(CoverageReport coverage)
    {
        PrintLines(
            $"Coverage as for tier {coverage.Level}",
            coverage.Measures.Where(measure => measure.Value is not null).Select(measure => measure.Sentence));
        PrintLines("Not visited", coverage.NotVisited is { } why ? [why] : []);
        PrintLines("Ignored people", coverage.Ignored.Select(person => $"{person.Name}, {person.Title}: {person.Ignored}"));
        PrintLines("Rising people", coverage.Rising.Select(person => $"{person.Name}, {person.Title}: {person.Rising}"));
        PrintLines("Stale people", coverage.Stale.Select(person => $"{person.Name}, {person.Title}: {person.Stale}"));
    }

    private static async Task PrintHistoryAsync(EmbeddedRuntime runtime, Id<Customer> id, CancellationToken cancellationToken)
    {
        var turns = await runtime.Portfolio.HistoryAsync(id, null, ShownTurns, cancellationToken);
        PrintLines("History, newest first", turns.SelectMany(turn => Shortened(History.Of(turn)).Select(
            line => $"{turn.At[..16]} {turn.Actor}: {line}")));
    }

    // An import tells hundreds of things in one turn; the API shows them all.
    private static IEnumerable<string> Shortened(IReadOnlyList<string> lines) => lines.Count <= ShownLines
        ? lines
        : lines.Take(ShownLines - 1).Append($"… and {lines.Count - ShownLines + 1} more");

    private static void PrintLines(string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all is not [])
        {
            AnsiConsole.MarkupLineInterpolated($"[bold]{title}[/]");
            all.ForEach(line => AnsiConsole.MarkupLineInterpolated($"  {line}"));
        }
    }
}
