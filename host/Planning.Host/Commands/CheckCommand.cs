using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Planning.Accounts.Invariants;
using Planning.Grains.Embedded;
using Planning.Grains.Portfolio;
using Spectre.Console;

namespace Planning.Host.Commands;

/// <summary>Looks over the stored portfolio for what must never be so, and names every violation. Changes nothing.</summary>
internal sealed class CheckCommand(TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <returns>0 when people have been told of every violation, 1 when one is silent.</returns>
    public Task<int> RunAsync(string data, bool json, CancellationToken cancellationToken) => DataDirectory.WithAsync(
        data,
        clock,
        async runtime =>
        {
            var report = await RunAsync(runtime, cancellationToken);
            (json ? (Action<InvariantReport>)PrintJson : Print)(report);
            return report.Silent.Any() ? 1 : 0;
        },
        cancellationToken);

    public static async Task<InvariantReport> RunAsync(EmbeddedRuntime runtime, CancellationToken cancellationToken) =>
        await Progress.WithAsync(
            "Checking",
            Math.Max(1, await runtime.Portfolio.CountAsync(cancellationToken)),
            progress => runtime.Invariants.RunAsync(progress, cancellationToken));

    public static void Print(InvariantReport report)
    {
        foreach (var violation in report.Violations)
        {
            Console.WriteLine(violation.Raised is { } raised
                ? $"{violation.Invariant} {violation.Customer?.Value ?? "portfolio"}: {violation.What} (people know: {raised})"
                : $"{violation.Invariant} {violation.Customer?.Value ?? "portfolio"}: {violation.What}");
        }

        var table = new Table().AddColumns("Invariant", "Promise", "Shows in", "Raised", "Silent");
        foreach (var invariant in Invariant.All)
        {
            var broken = report.Violations.Where(violation => violation.Invariant == invariant.Number).ToList();
            table.AddRow(
                invariant.Number,
                invariant.Promise,
                Place(invariant.LookedAt),
                Count(broken.Count(violation => violation.Raised is not null)),
                Count(broken.Count(violation => violation.Raised is null)));
        }

        AnsiConsole.Write(table);
        Console.WriteLine(FormattableString.Invariant(
            $"{report.Customers} customers and {report.Turns} turns were looked at: {report.Violations.Length} violations, {report.Silent.Count()} of them silent."));
    }

    private static void PrintJson(InvariantReport report)
    {
        foreach (var violation in report.Violations)
        {
            Console.WriteLine(JsonSerializer.Serialize(
                new { violation.Invariant, Customer = violation.Customer?.Value, violation.What, violation.Raised }, Json));
        }

        Console.WriteLine(JsonSerializer.Serialize(
            new { report.Customers, report.Turns, Violations = report.Violations.Length, Silent = report.Silent.Count() }, Json));
    }

    private static string Place(Evident evident) => evident switch
    {
        Evident.InState => "state",
        Evident.InJournal => "journal",
        Evident.InReplay => "replay",
        Evident.InPortfolio => "portfolio",
        Evident.InPolicies => "policies",
        _ => "nowhere: no place for it",
    };

    private static string Count(int count) => count == 0 ? "" : count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
