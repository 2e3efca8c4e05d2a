using System.Globalization;
using System.Text.Json;
using Planning.Grains.Customers;
using Planning.Grains.Turns;
using Planning.Host.Api;
using Spectre.Console;

namespace Planning.Host.Commands.Workflows;

/// <summary>Prints the clocks that let workflows begin for no customer, or what happened to one workflow so.</summary>
internal sealed class WorkflowClocks(TimeProvider clock)
{
    private const int ShownTurns = 50;

    public Task<int> RunAsync(string data, bool json, CancellationToken cancellationToken) => DataDirectory.WithAsync(
        data,
        clock,
        async runtime =>
        {
            var clocks = await runtime.Clocks.ListAsync(cancellationToken);
            if (json)
            {
                Console.WriteLine(JsonSerializer.Serialize(clocks.Select(ClockView.Of), WorkflowList.Json));
                return 0;
            }

            var table = new Table().AddColumns("workflow", "version", "activity", "next", "last");
            foreach (var (of, start) in clocks.SelectMany(of => of.Starts.Select(start => (of, start))))
            {
                table.AddRow(
                    Markup.Escape(of.Definition),
                    of.Version.ToString(CultureInfo.InvariantCulture),
                    Markup.Escape(start.Activity),
                    Markup.Escape(start.Problem ?? At(start.Next)),
                    At(start.Last));
            }

            AnsiConsole.Write(table);
            return 0;
        },
        cancellationToken);

    public Task<int> HistoryAsync(string data, string definition, CancellationToken cancellationToken) => DataDirectory.WithAsync(
        data,
        clock,
        async runtime =>
        {
            foreach (var turn in await runtime.Portfolio.HistoryAsync(
                NoCustomer.GrainOf(definition), null, ShownTurns, cancellationToken))
            {
                foreach (var line in History.Of(turn))
                {
                    Console.WriteLine($"{turn.At[..16]} {turn.Actor}: {line}");
                }
            }

            return 0;
        },
        cancellationToken);

    private static string At(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "–";
}
