using System.Globalization;
using Planning.Accounts.Wording;
using Planning.Grains.Embedded;
using Planning.Grains.Versions;
using Planning.Workflows.Versions;
using Spectre.Console;
using Table = Spectre.Console.Table;

namespace Planning.Host.Commands.Rules;

/// <summary>Prints the versions of the rule sets, one of them, or what one does in shadow.</summary>
internal sealed class RuleVersionList(TimeProvider clock, Func<EmbeddedRuntime, RuleSets> of)
{
    public Task<int> RunAsync(string data, CancellationToken cancellationToken) => DataDirectory.WithAsync(
        data,
        clock,
        async runtime =>
        {
            var known = await of(runtime).ReadAsync(cancellationToken);
            var table = new Table().AddColumns("name", "version", "stage", "in force", "author", "last step");
            foreach (var (name, set) in known.Sets)
            {
                foreach (var version in set.All)
                {
                    table.AddRow(
                        Markup.Escape(name),
                        Markup.Escape(version.Version),
                        Words<VersionStage>.Of(set.StageOf(version, runtime.Today)),
                        string.Join(", ", set.Periods.Where(period => period.Version == version.Version).Select(Told)),
                        Markup.Escape(version.Author),
                        Markup.Escape(version.Steps[^1].Sentence));
                }
            }

            AnsiConsole.Write(table);
            foreach (var trouble in of(runtime).Troubles)
            {
                AnsiConsole.MarkupLineInterpolated($"[red]{trouble}[/]");
            }

            return 0;
        },
        cancellationToken);

    public Task<int> ShowAsync(
        string data, string name, string version, bool text, CancellationToken cancellationToken) => WithAsync(
        data,
        name,
        version,
        (known, _, wanted) =>
        {
            var kept = known.TextOf(wanted);
            if (text)
            {
                Console.WriteLine(kept?.Body ?? "The text is not the one that was drafted.");
                return Task.FromResult(kept is null ? 1 : 0);
            }

            foreach (var step in wanted.Steps)
            {
                Console.WriteLine(FormattableString.Invariant($"{step.At:yyyy-MM-dd HH:mm} {step.Sentence}"));
            }

            Console.WriteLine($"SHA-256 {wanted.Hash}");
            foreach (var line in kept?.Remarks().Lines() ?? [])
            {
                Console.WriteLine(line);
            }

            return Task.FromResult(0);
        },
        cancellationToken);

    public Task<int> ReportAsync(string data, string name, string version, CancellationToken cancellationToken) => WithAsync(
        data,
        name,
        version,
        async (_, sets, _) =>
        {
            var report = await sets.ShadowReportAsync(name, version, cancellationToken);
            if (report.Quarters is [])
            {
                Console.WriteLine($"{report.Rules} has reviewed nobody in shadow.");
            }

            foreach (var quarter in report.Quarters)
            {
                Console.WriteLine(
                    $"{quarter.Period}: {quarter.Differing.Length} of {quarter.Customers} customers would end otherwise.");
                foreach (var moves in quarter.Moves)
                {
                    Console.WriteLine($"  {moves.Customers} from {moves.From}: {moves.Shadow} instead of {moves.Live}");
                }

                foreach (var row in quarter.Differing)
                {
                    Console.WriteLine($"  {row.Customer}: {row.Shadow} instead of {row.Live}. {row.Because}".TrimEnd());
                }
            }

            return 0;
        },
        cancellationToken);

    private Task<int> WithAsync(
        string data,
        string name,
        string version,
        Func<KnownRuleSets, RuleSets, RuleSetVersion, Task<int>> tell,
        CancellationToken cancellationToken) => DataDirectory.WithAsync(
        data,
        clock,
        async runtime =>
        {
            var known = await of(runtime).ReadAsync(cancellationToken);
            if (known.Of(name).Find(version) is { } wanted)
            {
                return await tell(known, of(runtime), wanted);
            }

            await Console.Error.WriteLineAsync(
                $"There is no version {version} of {name}; there are {string.Join(", ", known.Sets.Values.SelectMany(set => set.All).Select(one => one.Label))}.");
            return 1;
        },
        cancellationToken);

    private static string Told(InForce period) =>
        $"from {Day(period.From)}" + (period.To is { } to ? $" to {Day(to)}" : "");

    private static string Day(DateOnly day) =>
        day == DateOnly.MinValue ? "the beginning" : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
