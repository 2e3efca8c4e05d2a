using Planning.Accounts.Customers;
using Planning.Grains.Replays;

namespace Planning.Host.Commands.Rules;

/// <summary>Judges past decisions again and tells which came out otherwise. Changes nothing.</summary>
internal sealed class RulesReplayCommand(TimeProvider clock)
{
    /// <returns>0 when all that can be judged again are alike, 1 when one is not.</returns>
    public Task<int> RunAsync(string data, Id<Customer>? customer, CancellationToken cancellationToken) => DataDirectory.WithAsync(
        data,
        clock,
        async runtime =>
        {
            var report = customer is { } one
                ? await runtime.Replays.RunAsync(one, cancellationToken)
                : await Progress.WithAsync(
                    "Judging again",
                    Math.Max(1, await runtime.Portfolio.CountAsync(cancellationToken)),
                    progress => runtime.Replays.RunAsync(progress, cancellationToken));
            foreach (var difference in report.Differences)
            {
                Console.WriteLine($"{difference.Customer} {difference.At[..10]}: {difference.Decision} came out otherwise.");
                Console.WriteLine($"  kept  {difference.Kept}");
                Console.WriteLine($"  again {difference.Again}");
            }

            Tell(report);
            return report.Differences is [] ? 0 : 1;
        },
        cancellationToken);

    private static void Tell(ReplayReport report)
    {
        Console.WriteLine(
            $"{report.Alike} decisions about {report.Customers} customers came out alike, {report.Differences.Length} otherwise.");
        if (report.NotReplayable > 0)
        {
            Console.WriteLine($"{report.NotReplayable} were made before everything they hang on was kept.");
        }
    }
}
