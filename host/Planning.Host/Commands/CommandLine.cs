using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Host.Commands.Flows;
using Planning.Host.Commands.Rules;
using Planning.Host.Commands.Workflows;
using Planning.Host.Outbound;

namespace Planning.Host.Commands;

/// <summary>What the program can be asked from a shell. Every command works beside a running host.</summary>
internal static class CommandLine
{
    // Wide enough for a table when nobody's terminal says otherwise: in a pipe or a log.
    private const int WidthOfPipe = 160;

    /// <summary>Ctrl+C asks a command to stop and lets it say how far it came; it ends by force when that takes long.</summary>
    public static InvocationConfiguration Stoppable { get; } = new() { ProcessTerminationTimeout = TimeSpan.FromSeconds(10) };

    public static RootCommand Make(TimeProvider clock)
    {
        if (Console.IsOutputRedirected)
        {
            Spectre.Console.AnsiConsole.Profile.Width = WidthOfPipe;
            Spectre.Console.AnsiConsole.Profile.Capabilities.Ansi = false;
            Spectre.Console.AnsiConsole.Profile.Capabilities.ColorSystem = Spectre.Console.ColorSystem.NoColors;
        }

        var data = new Option<string>("--data")
        {
            Description = "The directory of the database; made when it is not there.",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("PLANNING_DATA") ?? "data",
            Recursive = true,
        };
        return new RootCommand("Planning: a rule-driven account-planning workflow engine.")
        {
            data,
            Serve(data, clock),
            Import(data, clock),
            Check(data, clock),
            GenerateCommand.Make(),
            SimulateCommand.Make(data),
            new Command("tier", "The tiers of the portfolio.") { TierRun(data, clock) },
            RulesCommands.Make(data, clock),
            RuleVersionCommands.Policies(data, clock),
            FlowCommands.Make(),
            WorkflowCommands.Make(data, clock),
            new Command("customer", "One customer.") { CustomerShow(data, clock) },
        };
    }

    private static Command Serve(Option<string> data, TimeProvider clock)
    {
        var urls = new Option<string>("--urls")
        {
            Description = "Where to listen, on this machine only; several are divided by semicolons.",
            DefaultValueFactory = _ => "http://127.0.0.1:5080",
        };
        urls.Validators.Add(result =>
        {
            // Whoever asks only names themselves so far, so nobody else's machine may ask.
            foreach (var url in result.GetRequiredValue(urls).Split(';', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !address.IsLoopback)
                {
                    result.AddError(
                        $"“{url}” is not an address of this machine's own; as long as there is no sign-in, "
                            + "write one like http://127.0.0.1:5080.");
                }
            }
        });
        var sample = new Option<bool>("--sample")
        {
            Description = "Bring in the sample portfolio, let the tier rules judge it, and print what waits for whom.",
        };
        var reach = HttpTo();
        var command = new Command("serve", "Start the host: HTTP API, timers, outbox, health.") { urls, reach, sample };
        command.SetAction((parsed, cancellationToken) => new ServeCommand(clock).RunAsync(
            parsed.GetRequiredValue(data),
            parsed.GetRequiredValue(urls),
            new Reach(parsed.GetRequiredValue(reach)),
            parsed.GetValue(sample),
            cancellationToken));
        return command;
    }

    private static Option<IReadOnlyList<IPNetwork>> HttpTo() => new("--http-to")
    {
        Description = "Networks that are not public and that requests of workflows may go to all the same, as 10.1.0.0/16; "
            + "several are divided by semicolons.",
        DefaultValueFactory = result => Networks(result, Environment.GetEnvironmentVariable("PLANNING_HTTP_TO") ?? ""),
        CustomParser = result => Networks(result, result.Tokens[0].Value),
    };

    private static List<IPNetwork> Networks(ArgumentResult result, string written)
    {
        var networks = new List<IPNetwork>();
        foreach (var one in written.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (IPNetwork.TryParse(one, out var network))
            {
                networks.Add(network);
            }
            else
            {
                result.AddError($"“{one}” is not a network; write it like 10.1.0.0/16, or 10.1.2.3/32 for one address.");
            }
        }

        return networks;
    }

    private static Command Import(Option<string> data, TimeProvider clock)
    {
        var path = new Argument<string>("path") { Description = "A folder of portfolio files, or one of them." };
        var strict = new Option<bool>("--strict") { Description = "All rows or none: one bad row keeps everything out." };
        var command = new Command("import", "Take a portfolio over from CSV files; good rows go in, bad rows are reported.")
        {
            path, strict,
        };
        command.SetAction((parsed, cancellationToken) => new ImportCommand(clock).RunAsync(
            parsed.GetRequiredValue(data), parsed.GetRequiredValue(path), parsed.GetValue(strict), cancellationToken));
        return command;
    }

    private static Command Check(Option<string> data, TimeProvider clock)
    {
        var json = new Option<bool>("--json") { Description = "A JSON object a line: a violation each, then the sum." };
        var command = new Command("check", "Look over the stored portfolio for what must never be so (INV-01 to INV-32).") { json };
        command.SetAction((parsed, cancellationToken) => new CheckCommand(clock).RunAsync(
            parsed.GetRequiredValue(data), parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static Command TierRun(Option<string> data, TimeProvider clock)
    {
        var through = QuarterOption(
            "--through", "The last quarter to judge, as 2026-Q3; the newest that is over when not given.");
        var command = new Command("run", "Let the tier rules judge every customer.") { through };
        command.SetAction((parsed, cancellationToken) => new TierRunCommand(clock).RunAsync(
            parsed.GetRequiredValue(data), parsed.GetValue(through), cancellationToken));
        return command;
    }

    public static Option<Quarter?> QuarterOption(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            if (Quarter.TryParse(result.Tokens[0].Value, null, out var quarter))
            {
                return quarter;
            }

            result.AddError($"“{result.Tokens[0].Value}” is not a quarter; write it like 2026-Q3.");
            return null;
        },
    };

    public static Option<Id<Customer>?> CustomerOption(string name, string description) =>
        new(name) { Description = description, CustomParser = Customer };

    public static Argument<Id<Customer>> CustomerArgument() => new("customer")
    {
        Description = "The customer's id.",
        CustomParser = result => Customer(result) ?? default,
    };

    /// <summary>A customer, or a hyphen for what runs for none.</summary>
    public static Argument<Whose> WhoseArgument() => new("customer")
    {
        Description = "The customer's id; - for an instance that runs for none.",
        CustomParser = result => new Whose(result.Tokens[0].Value == "-" ? null : Customer(result)),
    };

    public static Option<string> ActorOption() => new("--actor")
    {
        Description = "Who does it; the user of this machine when not given.",
        DefaultValueFactory = _ => Environment.UserName,
    };

    private static Id<Customer>? Customer(ArgumentResult result)
    {
        if (Id<Customer>.TryParse(result.Tokens[0].Value, null, out var id))
        {
            return id;
        }

        result.AddError($"“{result.Tokens[0].Value}” is not an id: write 1 to 64 lower-case letters, digits and hyphens.");
        return null;
    }

    private static Command CustomerShow(Option<string> data, TimeProvider clock)
    {
        var customer = CustomerArgument();
        var command = new Command("show", "Show a customer: tier and why, plan, what waits, history.") { customer };
        command.SetAction((parsed, cancellationToken) => new CustomerShowCommand(clock).RunAsync(
            parsed.GetRequiredValue(data), parsed.GetValue(customer), cancellationToken));
        return command;
    }
}

/// <param name="Customer">Nothing for what belongs to no customer.</param>
internal sealed record Whose(Id<Customer>? Customer);
