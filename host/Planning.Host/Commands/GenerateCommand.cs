using System.CommandLine;
using System.Globalization;
using System.Text;
using Planning.Workflows.Generation;
using Planning.Workflows.Playbooks;
using Spectre.Console;

namespace Planning.Host.Commands;

/// <summary>Writes a portfolio made from a seed as the importer's own files.</summary>
internal static class GenerateCommand
{
    // The day of the sample portfolio: the same seed gives the same bytes on every day.
    private static readonly DateOnly UsualDay = new(2026, 10, 5);

    public static Command Make()
    {
        var customers = new Option<int>("--customers") { Description = "How many.", DefaultValueFactory = _ => 10_000 };
        customers.Validators.Add(result =>
        {
            if (result.GetRequiredValue(customers) is < PortfolioSize.Smallest or > 1_000_000)
            {
                result.AddError($"Write a number of customers from {PortfolioSize.Smallest} to 1000000.");
            }
        });
        var seed = new Option<int>("--seed") { Description = "Another seed, another portfolio.", DefaultValueFactory = _ => 7 };
        seed.Validators.Add(result =>
        {
            if (result.GetRequiredValue(seed) < 0)
            {
                result.AddError("Write a seed of 0 or more.");
            }
        });
        var folder = new Option<string>("--out")
        {
            Description = "The folder of the files; made when it is not there.",
            Required = true,
        };
        var today = new Option<DateOnly>("--today")
        {
            Description = "The day after which nothing has happened yet, as 2026-10-05.",
            DefaultValueFactory = _ => UsualDay,
            CustomParser = result => Day(result.Tokens[0].Value, result.AddError),
        };
        var critical = new Option<bool>("--critical") { Description = "The five largest customers bring 82 % of the revenue." };
        var edge = new Option<bool>("--edge")
        {
            Description = "The small set in which nothing is usual instead, always the same: import OUT, then OUT/after.",
        };
        var command = new Command("generate", "Make a portfolio of any size, with labelled truths, as files to import.")
        {
            customers, seed, folder, today, critical, edge,
        };
        command.SetAction((parsed, cancellationToken) => WriteAsync(
            parsed.GetRequiredValue(folder),
            parsed.GetValue(edge)
                ? EdgePortfolio.Parts()
                : new GeneratedPortfolio(
                    parsed.GetRequiredValue(seed),
                    PortfolioSize.Of(parsed.GetRequiredValue(customers), parsed.GetValue(critical)),
                    parsed.GetRequiredValue(today),
                    Shipped()).Parts(),
            cancellationToken));
        return command;
    }

    public static async Task<int> WriteAsync(
        string folder, IEnumerable<(string File, string Text)> parts, CancellationToken cancellationToken)
    {
        var files = new Dictionary<string, StreamWriter>(StringComparer.Ordinal);
        try
        {
            foreach (var (name, text) in parts)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!files.TryGetValue(name, out var file))
                {
                    var path = Path.Combine(folder, name);
                    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                    files[name] = file = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 16);
                }

                await file.WriteAsync(text.AsMemory(), cancellationToken);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return DataDirectory.Refused;
        }
        finally
        {
            foreach (var file in files.Values)
            {
                await file.DisposeAsync();
            }
        }

        AnsiConsole.MarkupLineInterpolated($"{files.Count} files were written to {folder}.");
        return 0;
    }

    private static DateOnly Day(string text, Action<string> addError)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        addError($"“{text}” is not a day; write it like 2026-10-05.");
        return default;
    }

    private static Playbook Shipped() => PlaybookReader.Read(PlaybookFile.Shipped) switch
    {
        PlaybookReading.Sound sound => sound.Playbook,
        PlaybookReading.Flawed flawed => throw new InvalidOperationException(string.Join('\n', flawed.Mistakes)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
