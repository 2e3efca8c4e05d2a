using System.Globalization;
using Planning.Benchmarks;
using Planning.Benchmarks.Backtests;
using Planning.Benchmarks.Flows;
using Planning.Benchmarks.Fuzzing;
using Planning.Benchmarks.Hosts;
using Planning.Benchmarks.Rules;
using Planning.Benchmarks.Turns;

if (args is [FirstUse.Word])
{
    FirstUse.Run();
    return 0;
}

// Benchmarks measure real time; nothing in them decides by it.
#pragma warning disable RS0030
var clock = TimeProvider.System;
#pragma warning restore RS0030

if (args is [BacktestProcess.Word, var path, var threads])
{
    await BacktestProcess.RunAsync(path, int.Parse(threads, CultureInfo.InvariantCulture), clock);
    return 0;
}

if (args is ["fuzz", var count, .. var from])
{
    return await Fuzz.RunAsync(
        long.Parse(count, CultureInfo.InvariantCulture),
        from is [var first] ? long.Parse(first, CultureInfo.InvariantCulture) : 0,
        clock);
}

var known = new Dictionary<string, Func<Scratch, Task>>
{
    ["turns"] = scratch => TurnBenchmark.RunAsync(scratch, clock),
    ["rules"] = _ => RuleBenchmark.RunAsync(),
    ["flows"] = async scratch =>
    {
        FlowBenchmark.Run();
        await EventRoundTrips.RunAsync(scratch, clock);
    },
    ["javascript"] = _ => Task.Run(JavaScriptBenchmark.Run),
    ["start"] = scratch => StartBenchmark.RunAsync(scratch, clock),
    ["backtest"] = scratch => BacktestBenchmark.RunAsync(scratch, clock),
    ["memory"] = scratch => MemoryBenchmark.RunAsync(scratch, clock),
};
var wanted = args is [] ? [.. known.Keys] : args;
if (wanted.FirstOrDefault(name => !known.ContainsKey(name)) is { } unknown)
{
    await Console.Error.WriteLineAsync($"There is no benchmark {unknown}. There are: {string.Join(", ", known.Keys)}.");
    return 1;
}

using var scratch = new Scratch();
foreach (var name in wanted)
{
    await known[name](scratch);
}

return 0;
