using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Planning.Accounts.Calendars;
using Planning.Accounts.Metrics;
using Planning.Accounts.Wording;
using Planning.Grains.Embedded;
using Planning.Grains.Versions;
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
        var draft = new Argument<string>("draft")
        {
            Description = "The draft: a file of tier rules, or the rule set of a kept version.",
        };
        var version = new Argument<string?>("version")
        {
            Description = "The kept version to try, as 2026.2; nothing for a file.",
            Arity = ArgumentArity.ZeroOrOne,
        };
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
            draft, version, quarters, through, proposals, show, json,
        };
        command.SetAction((parsed, cancellationToken) => new RulesBacktestCommand(clock).RunAsync(
            parsed.GetRequiredValue(data),
            new Tried(parsed.GetRequiredValue(draft), parsed.GetValue(version)),
            new Wanted(
                parsed.GetValue(quarters), parsed.GetValue(through), parsed.GetValue(proposals), parsed.GetValue(show), parsed.GetValue(json)),
            cancellationToken));
        return command;
    }

    private Task<int> RunAsync(string data, Tried tried, Wanted wanted, CancellationToken cancellationToken) => DataDirectory.WithAsync(
        data,
        clock,
        async runtime =>
        {
            var done = new Done();
            try
            {
                return await ReadAsync(runtime, tried, cancellationToken) is { } rules
                    ? await RunAsync(runtime, rules, wanted, done, cancellationToken)
                    : 1;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                await Console.Error.WriteLineAsync($"Stopped after {done.Customers:N0} customers. Nothing was changed.");
                return Stopped;
            }
        },
        cancellationToken);

    /// <returns>Nothing once it has been told why not.</returns>
    private static async Task<TierRules?> ReadAsync(EmbeddedRuntime runtime, Tried tried, CancellationToken cancellationToken)
    {
        if (tried.Version is { } version)
        {
            return await runtime.RuleSets.TryAsync(tried.Draft, version, cancellationToken) switch
            {
                TrialRules.Sound sound => sound.Rules,
                TrialRules.Refused { Why: var why } => await RefuseAsync([why.Sentence, .. why.Missing]),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }

        if (!File.Exists(tried.Draft))
        {
            var known = await runtime.RuleSets.ReadAsync(cancellationToken);
            return await RefuseAsync(known.Sets.TryGetValue(tried.Draft, out var set)
                ? [$"There is no file {tried.Draft}. To try a kept version, name it too: {string.Join(", ", set.All.Select(one => one.Label))}."]
                : [$"There is no file {tried.Draft}."]);
        }

        return PlaybookReader.ReadTierRules(
            Path.GetFileName(tried.Draft), await File.ReadAllTextAsync(tried.Draft, cancellationToken)) switch
        {
            TierRulesReading.Sound sound => sound.Rules,
            TierRulesReading.Flawed flawed => await RefuseAsync([.. flawed.Mistakes.Select(mistake => mistake.ToString())]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static async Task<TierRules?> RefuseAsync(IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
        {
            await Console.Error.WriteLineAsync(line);
        }

        return null;
    }

    private static async Task<int> RunAsync(
        EmbeddedRuntime runtime, TierRules draft, Wanted wanted, Done done, CancellationToken cancellationToken)
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
            var report = await runtime.BacktestRuns.RunAsync(backtest, done, cancellationToken);
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(report, Json));
            return 0;
        }

        new BacktestTables(wanted.Show).Print(await Progress.WithAsync(
            $"Trying {draft.Version}",
            Math.Max(1, await runtime.Portfolio.CountAsync(cancellationToken)),
            bar => runtime.BacktestRuns.RunAsync(backtest, done.Telling(bar), cancellationToken)));
        return 0;
    }

    /// <param name="Draft">A file, or with a version the rule set.</param>
    private sealed record Tried(string Draft, string? Version);

    private sealed record Wanted(int Quarters, Quarter? Through, ProposalFate Proposals, int Show, bool Json);

    /// <summary>Remembers how far the back-test came, and tells it on.</summary>
    private sealed class Done : IProgress<int>
    {
        private int _customers;
        private IProgress<int>? _further;

        public int Customers => Volatile.Read(ref _customers);

        public Done Telling(IProgress<int> further)
        {
            _further = further;
            return this;
        }

        public void Report(int value)
        {
            Volatile.Write(ref _customers, value);
            _further?.Report(value);
        }
    }
}
