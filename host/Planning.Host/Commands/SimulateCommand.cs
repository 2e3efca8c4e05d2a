using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Planning.Accounts.Tiers;
using Planning.Grains.Embedded;
using Planning.Grains.TimeLapses;
using Planning.Workflows.Generation;
using Spectre.Console;

namespace Planning.Host.Commands;

/// <summary>Lets a generated portfolio live through simulated years, prints what they were like, and looks for what must never be so.</summary>
internal static class SimulateCommand
{
    private static readonly DateOnly First = new(2026, 10, 5);

    public static Command Make(Option<string> data)
    {
        var years = Number("--years", "How many.", 4, 1, 20);
        var customers = Number("--customers", "How many.", 200, PortfolioSize.Smallest, 100_000);
        var seed = Number("--seed", "Another seed, other lives.", 7, 0, int.MaxValue);
        var command = new Command(
            "simulate", "Run a generated portfolio through simulated years; in a database that is gone afterwards unless --data is given.")
        {
            years, customers, seed,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var kept = parsed.GetResult(data) is { Implicit: false };
            var folder = kept ? parsed.GetRequiredValue(data) : Directory.CreateTempSubdirectory("planning-simulation-").FullName;
            try
            {
                return await RunAsync(
                    folder,
                    parsed.GetRequiredValue(years),
                    parsed.GetRequiredValue(customers),
                    parsed.GetRequiredValue(seed),
                    cancellationToken);
            }
            finally
            {
                if (!kept)
                {
                    Directory.Delete(folder, recursive: true);
                }
            }
        });
        return command;
    }

    private static Task<int> RunAsync(string folder, int years, int customers, int seed, CancellationToken cancellationToken)
    {
        var clock = new JumpingClock(new DateTimeOffset(First, new TimeOnly(7, 0), TimeSpan.Zero));
        return DataDirectory.WithAsync(
            folder,
            clock,
            async runtime =>
            {
                if (await runtime.Portfolio.CountAsync(cancellationToken) > 0)
                {
                    await Console.Error.WriteLineAsync("There are customers already; a simulation begins with an empty database.");
                    return DataDirectory.Refused;
                }

                var (lapse, summary) = await LiveAsync(runtime, clock, folder, years, customers, seed, cancellationToken);
                Print(summary, lapse);
                var check = await CheckCommand.RunAsync(runtime, cancellationToken);
                CheckCommand.Print(check);
                Console.WriteLine($"Journals: {summary.Hash}");
                return check.Silent.Any() ? 1 : 0;
            },
            cancellationToken);
    }

    /// <summary>Makes the portfolio, takes it over and lets the years pass.</summary>
    public static async Task<(TimeLapse Lapse, LapseSummary Summary)> LiveAsync(
        EmbeddedRuntime runtime, JumpingClock clock, string folder, int years, int customers, int seed, CancellationToken cancellationToken)
    {
        var files = Path.Combine(folder, "portfolio");
        var portfolio = new GeneratedPortfolio(seed, PortfolioSize.Of(customers, critical: false), First, runtime.Playbook);
        if (await GenerateCommand.WriteAsync(files, portfolio.Parts(), cancellationToken) != 0
            || await ImportCommand.RunAsync(runtime, files, strict: true, cancellationToken) != 0)
        {
            throw new IOException("The generated portfolio could not be taken over.");
        }

        var began = Stopwatch.GetTimestamp();
        var until = First.AddYears(years);
        var lapse = new TimeLapse(runtime, clock, seed);
        await Progress.WithAsync("Living", until.DayNumber - First.DayNumber, async progress =>
        {
            await lapse.RunAsync(until, progress, cancellationToken);
            return true;
        });
        AnsiConsole.MarkupLineInterpolated($"{years} years of {customers} customers took {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s.");
        return (lapse, await LapseSummary.ReadAsync(runtime.Portfolio, First, years, cancellationToken));
    }

    private static void Print(LapseSummary summary, TimeLapse lapse)
    {
        var table = new Table().AddColumn("Year from").AddColumns([.. summary.Years.Select(year => $"{year.From:yyyy-MM-dd}")]);
        void Row(string what, Func<LapseYear, string> told) => table.AddRow([what, .. summary.Years.Select(told)]);
        void Count(string what, Func<LapseYear, int> count) => Row(what, year => count(year).ToString("N0", CultureInfo.InvariantCulture));
        Row("S / A / B / C at its end", year => string.Join(" / ", new[] { Tier.S, Tier.A, Tier.B, Tier.C }
            .Select(tier => year.Tiers.GetValueOrDefault(tier))));
        Count("tiers changed", year => year.TierMoves);
        Count("postures changed", year => year.PostureMoves);
        Count("plan versions approved", year => year.PlansApproved);
        Count("plans rolled over", year => year.Rollovers);
        Count("stages late", year => year.StagesLate);
        Count("escalations raised", year => year.Raised);
        Count("steps up the ladder", year => year.Rose);
        Row("closed by level", year => string.Join('\n', year.Closed.Select(role => $"{role.Key} {role.Value}")));
        Count("seats taken", year => year.SeatsTaken);
        Count("seats lost at once", year => year.SeatsLost);
        Count("days without holder or stand-in", year => year.VacantDays);
        Count("campaigns decided", year => year.CampaignsDecided);
        Count("turns taken", year => year.Turns);
        AnsiConsole.Write(table);
        AnsiConsole.MarkupLineInterpolated($"Refused on the way: {string.Join(", ", lapse.Refusals.Select(refusal => $"{refusal.Key} {refusal.Value}"))}.");
    }

    private static Option<int> Number(string name, string description, int usual, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.GetRequiredValue(option) < least || result.GetRequiredValue(option) > most)
            {
                result.AddError(FormattableString.Invariant($"Write a number from {least} to {most} for {name}."));
            }
        });
        return option;
    }
}
