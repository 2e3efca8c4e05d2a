using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Planning.Accounts.Calendars;
using Planning.Accounts.Metrics;
using Planning.Accounts.Wording;
using Planning.Grains.Embedded;
using Planning.Workflows.Backtests;
using Planning.Workflows.Playbooks;
using Planning.Workflows.Tiering;
using Spectre.Console;

namespace Planning.Host.Commands.Rules;

/// <summary>Tells what a draft of the tier rules would have done otherwise than the live version. Changes nothing.</summary>
internal sealed class RulesBacktestCommand(TimeProvider clock)
{
    // The match is compared over two years, and a customer's figures reach back four.
    private const int MostQuarters = MetricHistory.Depth;
    private const int UsualQuarters = 8;
    private const int UsualShown = 20;
    private const int Stopped = 130;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Make(Option<string> data, TimeProvider clock)
    {
        var draft = new Argument<string>("draft") { Description = "The draft: a file of tier rules." };
        var quarters = new Option<int>("--quarters")
        {
            Description = "How many past quarters to go through.",
            DefaultValueFactory = _ => UsualQuarters,
        };
        quarters.Validators.Add(result =>
        {
            if (result.GetValue(quarters) is < 1 or > MostQuarters)
            {
                result.AddError($"Between 1 and {MostQuarters} quarters can be gone through.");
            }
        });
        var through = CommandLine.QuarterOption("--through", "The last quarter, as 2026-Q3; the newest that is over when not given.");
        var proposals = new Option<ProposalFate>("--proposals")
        {
            Description = "Whether moves that wait for people are agreed to at once, or wait and have no effect.",
            DefaultValueFactory = _ => ProposalFate.Agreed,
            CustomParser = result =>
            {
                if (Words<ProposalFate>.TryParse(result.Tokens[0].Value, out var fate))
                {
                    return fate;
                }

                result.AddError($"“{result.Tokens[0].Value}” is neither of: {Words<ProposalFate>.Listed}.");
                return default;
            },
        };
        var show = new Option<int>("--show")
        {
            Description = "How many of the customers that end otherwise to show, those with the greatest revenue first.",
            DefaultValueFactory = _ => UsualShown,
        };
        var json = new Option<bool>("--json") { Description = "Print the whole report as JSON." };
        var command = new Command(
            "backtest", "Let a draft and the live version judge the portfolio over past quarters: who would move otherwise. Nothing is changed.")
        {
            draft, quarters, through, proposals, show, json,
        };
        command.SetAction((parsed, cancellationToken) => new RulesBacktestCommand(clock).RunAsync(
            parsed.GetRequiredValue(data),
            parsed.GetRequiredValue(draft),
            new Wanted(
                parsed.GetValue(quarters), parsed.GetValue(through), parsed.GetValue(proposals), parsed.GetValue(show), parsed.GetValue(json)),
            cancellationToken));
        return command;
    }

    private Task<int> RunAsync(string data, string draft, Wanted wanted, CancellationToken cancellationToken) => DataDirectory.WithAsync(
        data,
        clock,
        async runtime =>
        {
            try
            {
                return await ReadAsync(draft, cancellationToken) is { } rules
                    ? await RunAsync(runtime, rules, wanted, cancellationToken)
                    : 1;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                AnsiConsole.MarkupLine("[yellow]Stopped. Nothing was changed.[/]");
                return Stopped;
            }
        },
        cancellationToken);

    /// <returns>Nothing once the mistakes have been told.</returns>
    private static async Task<TierRules?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            await Console.Error.WriteLineAsync($"There is no file {path}.");
            return null;
        }

        switch (PlaybookReader.ReadTierRules(Path.GetFileName(path), await File.ReadAllTextAsync(path, cancellationToken)))
        {
            case TierRulesReading.Sound sound:
                return sound.Rules;
            case TierRulesReading.Flawed flawed:
                foreach (var mistake in flawed.Mistakes)
                {
                    await Console.Error.WriteLineAsync(mistake.ToString());
                }

                return null;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static async Task<int> RunAsync(
        EmbeddedRuntime runtime, TierRules draft, Wanted wanted, CancellationToken cancellationToken)
    {
        var quarters = await runtime.BacktestRuns.QuartersAsync(
            runtime.Today, wanted.Through, wanted.Quarters, cancellationToken);
        if (quarters is [])
        {
            await Console.Error.WriteLineAsync(
                "No quarter that is over has our own figures; import vendor.json with them first.");
            return 1;
        }

        var backtest = new Backtest(
            runtime.Playbook.Tiering.On(runtime.Today), draft, quarters, runtime.Playbook.Calendars, wanted.Proposals);
        if (wanted.Json)
        {
            var report = await runtime.BacktestRuns.RunAsync(backtest, progress: null, cancellationToken);
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(report, Json));
            return 0;
        }

        new BacktestTables(wanted.Show).Print(await Progress.WithAsync(
            $"Trying {draft.Version}",
            Math.Max(1, await runtime.Portfolio.CountAsync(cancellationToken)),
            progress => runtime.BacktestRuns.RunAsync(backtest, progress, cancellationToken)));
        return 0;
    }

    private sealed record Wanted(int Quarters, Quarter? Through, ProposalFate Proposals, int Show, bool Json);
}
