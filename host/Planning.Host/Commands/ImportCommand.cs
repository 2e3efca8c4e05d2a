using Planning.Accounts.Customers;
using Planning.Grains.Embedded;
using Planning.Grains.Portfolio;
using Planning.Grains.Store;
using Planning.Grains.Turns;
using Planning.Host.Imports;
using Spectre.Console;

namespace Planning.Host.Commands;

/// <summary>Takes a portfolio over from files: good rows in, bad rows out, or all or nothing.</summary>
internal sealed class ImportCommand(TimeProvider clock)
{
    private const int ShownMistakes = 100;

    public Task<int> RunAsync(string data, string path, bool strict, CancellationToken cancellationToken) => DataDirectory.WithAsync(
        data, clock, runtime => RunAsync(runtime, path, strict, cancellationToken), cancellationToken);

    /// <returns>0 when every row went in, 1 when some or all stayed out.</returns>
    public static async Task<int> RunAsync(
        EmbeddedRuntime runtime, string path, bool strict, CancellationToken cancellationToken)
    {
        var known = await KnownCustomers.OfAsync(runtime, cancellationToken);
        var reading = await Progress.WithAsync(
            $"Reading {Path.GetFileName(Path.TrimEndingDirectorySeparator(path))}",
            PerMille.Whole,
            progress => Task.Run(
                () => PortfolioReader.Read(path, known, runtime.Today, new PerMille(progress), cancellationToken), cancellationToken));
        Print(reading.Warnings, 0);
        var report = strict && reading.Mistakes is not []
            ? new TakeOverReport(0, [])
            : await TakeOverAsync(runtime, reading, strict, cancellationToken);
        var history = strict && (reading.Mistakes is not [] || report.Refusals is not [])
            ? new HistoryReport(0, [])
            : await PlayAsync(runtime, reading, cancellationToken);
        List<ImportMistake> mistakes =
        [
            .. reading.Mistakes,
            .. report.Refusals.SelectMany(refusal => Blame(reading, refusal)),
            .. history.Refusals.SelectMany(refusal => Blame(reading.Acts[refusal.Place].Line, refusal.Refused)),
        ];
        Print(mistakes, reading.Unlisted);
        if (strict && mistakes.Count > history.Refusals.Count)
        {
            AnsiConsole.MarkupLine("[red]Nothing was taken over: with --strict one bad row keeps everything out.[/]");
        }

        AnsiConsole.MarkupLineInterpolated(
            $"{reading.Customers.Count} customers read, {report.Changes + history.Changes} things were new, {mistakes.Count + reading.Unlisted} mistakes.");
        return mistakes is [] ? 0 : 1;
    }

    private static Task<TakeOverReport> TakeOverAsync(
        EmbeddedRuntime runtime, ImportReading reading, bool strict, CancellationToken cancellationToken)
    {
        var customers = reading.Customers.Select(customer => new CustomerTakeOver(customer.Id, customer.Record)).ToList();
        var reference = new ReferenceData(reading.Vendor?.Name, reading.Employees, reading.Vendor?.Figures ?? []);
        var runId = Guid.CreateVersion7(runtime.Clock.GetUtcNow()).ToString();
        return strict
            ? runtime.TakeOverRuns.TakeAllAsync(customers, reference, runId, Environment.UserName, cancellationToken)
            : Progress.WithAsync(
                "Taking customers over",
                Math.Max(1, customers.Count),
                progress => runtime.TakeOverRuns.TakeEachAsync(
                    customers, reference, runId, Environment.UserName, progress, cancellationToken));
    }

    private static async Task<HistoryReport> PlayAsync(
        EmbeddedRuntime runtime, ImportReading reading, CancellationToken cancellationToken)
    {
        if (reading.Acts is [])
        {
            return new HistoryReport(0, []);
        }

        // At once, so that they share the flushes of the disk.
        await Task.WhenAll(reading.Files.Select(file => runtime.Vault.KeepAsync(file, cancellationToken)));
        return await Progress.WithAsync(
            "Taking over what was done before",
            reading.Acts.Count,
            progress => runtime.HistoryRuns.PlayAsync([.. reading.Acts.Select(act => act.Act)], progress, cancellationToken));
    }

    private static IEnumerable<ImportMistake> Blame(ImportRow line, Answer.Refused refused) =>
        new[] { refused.Sentence }.Concat(refused.Missing)
            .Select(sentence => new ImportMistake(line.File, line.Row, "", "", sentence.TrimEnd('.')));

    private static IReadOnlyList<ImportMistake> Blame(ImportReading reading, TakeOverRefusal refusal) => reading.Customers
        .Single(customer => customer.Id == refusal.Customer)
        .Blame(new Decision.Refused(refusal.Refused.Code, refusal.Refused.Sentence, refusal.Refused.Missing));

    // As plain lines, however long: a report is searched and cut by other programs too.
    private static void Print(IReadOnlyList<ImportMistake> mistakes, long unlisted)
    {
        foreach (var mistake in mistakes.Take(ShownMistakes))
        {
            Console.WriteLine(mistake);
        }

        if (mistakes.Count + unlisted > ShownMistakes)
        {
            Console.WriteLine($"… and {mistakes.Count + unlisted - Math.Min(ShownMistakes, mistakes.Count)} more");
        }
    }

    private sealed class PerMille(IProgress<int> progress) : IProgress<ImportProgress>
    {
        public const int Whole = 1000;

        public void Report(ImportProgress value) =>
            progress.Report((int)(value.BytesRead * Whole / Math.Max(1, value.TotalBytes)));
    }
}
