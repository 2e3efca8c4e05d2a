using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Planning.Rules.Facts;

namespace Planning.Benchmarks.Rules;

/// <summary>What reading rules costs: many in a warm process, and the first twelve of a fresh one.</summary>
internal static class FirstUse
{
    /// <summary>The word by which this program starts itself to be the fresh process.</summary>
    public const string Word = "rules-first";

    private const int Starts = 9;
    private const int Many = 500;

    /// <summary>In the fresh process: reads twelve rules, judges one record, says what that cost.</summary>
    public static void Run()
    {
        var before = Environment.CpuUsage.TotalTime;
        var begun = Stopwatch.GetTimestamp();
        var account = Accounts.All[0];
        var set = AccountRules.Read(AccountRules.File(), new FactInput("account", typeof(Account)));
        var results = set.Evaluate(new RuleParameter("account", account)).Results.Count;
        var took = Stopwatch.GetElapsedTime(begun);
        var now = Environment.CpuUsage.TotalTime;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{results} {(now - before).TotalMilliseconds} {took.TotalMilliseconds} {now.TotalMilliseconds}"));
    }

    public static async Task PrintAsync()
    {
        var compiled = Enumerable.Range(0, Starts).Select(_ => ReadMany()).ToArray();
        var firsts = new List<double[]>();
        for (var start = 0; start < Starts; start++)
        {
            firsts.Add(await StartAsync());
        }

        Table.Print(
            "rules: what reading costs, in milliseconds (the middle of nine)",
            ["", "ms", "aim", "microsoft/RulesEngine 6.0.1"],
            [
                ["500 rules read and evaluated once, warm process, processor time", Middle(compiled), "150", "292"],
                [
                    "first 12 rules read and evaluated, fresh process, processor time",
                    Middle(firsts.Select(one => one[1])), "200", "about 200",
                ],
                ["the same by the clock on the wall", Middle(firsts.Select(one => one[2])), "", ""],
                ["whole fresh process with the runtime's start, processor time", Middle(firsts.Select(one => one[3])), "", ""],
            ]);
    }

    private static double ReadMany()
    {
        var file = AccountRules.Many(Many);
        var begun = Environment.CpuUsage.TotalTime;
        var set = AccountRules.Read(file, new FactInput("account", typeof(Account)));
        _ = set.Evaluate(new RuleParameter("account", Accounts.All[0]));
        return (Environment.CpuUsage.TotalTime - begun).TotalMilliseconds;
    }

    private static async Task<double[]> StartAsync()
    {
        var program = Assembly.GetExecutingAssembly().Location;
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, Word])
        {
            RedirectStandardOutput = true,
        })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return [.. said.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
    }

    private static string Middle(IEnumerable<double> all)
    {
        var sorted = all.Order().ToArray();
        return sorted[sorted.Length / 2].ToString("0", CultureInfo.InvariantCulture);
    }
}
