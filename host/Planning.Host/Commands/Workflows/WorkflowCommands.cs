using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using Planning.Grains.Turns;

namespace Planning.Host.Commands.Workflows;

/// <summary>What admins can ask of the workflow instances of customers, and do to them.</summary>
internal static class WorkflowCommands
{
    public static Command Make(Option<string> data, TimeProvider clock) =>
        new("workflow", "The workflow instances of customers, and those without one: look at them, mend them.")
        {
            List(data, clock), Clocks(data, clock), Histories(data, clock), Show(data, clock), Retry(data, clock), Cancel(data, clock), Alter(data, clock),
        };

    private static Command List(Option<string> data, TimeProvider clock)
    {
        var customer = CommandLine.CustomerOption("--customer", "Only the instances of this customer.");
        var none = new Option<bool>("--no-customer") { Description = "Only the instances that run for no customer." };
        var incidents = new Option<bool>("--incidents") { Description = "Only those with an incident that waits to be mended." };
        var json = Json();
        var command = new Command("list", "The instances: where they stand, what they wait for, incidents.")
        {
            customer, none, incidents, json,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(none) && result.GetValue(customer) is not null)
            {
                result.AddError("--customer and --no-customer leave nothing to list; give one of them.");
            }
        });
        command.SetAction((parsed, cancellationToken) => new WorkflowList(clock).RunAsync(
            parsed.GetRequiredValue(data),
            parsed.GetValue(customer),
            parsed.GetValue(none),
            parsed.GetValue(incidents),
            parsed.GetValue(json),
            cancellationToken));
        return command;
    }

    private static Command Clocks(Option<string> data, TimeProvider clock)
    {
        var json = Json();
        var command = new Command("clocks", "Which workflows begin by the clock, for no customer, and when next.") { json };
        command.SetAction((parsed, cancellationToken) => new WorkflowClocks(clock).RunAsync(
            parsed.GetRequiredValue(data), parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static Command Histories(Option<string> data, TimeProvider clock)
    {
        var definition = new Argument<string>("definition") { Description = "The definition id of the workflow." };
        var command = new Command(
            "history", "What happened to a workflow for no customer, and when it began or was passed over; newest first.")
        {
            definition,
        };
        command.SetAction((parsed, cancellationToken) => new WorkflowClocks(clock).HistoryAsync(
            parsed.GetRequiredValue(data), parsed.GetRequiredValue(definition), cancellationToken));
        return command;
    }

    private static Command Show(Option<string> data, TimeProvider clock)
    {
        var (customer, instance, json) = (CommandLine.WhoseArgument(), Instance(), Json());
        var command = new Command("show", "One instance: values, incidents, what its activities did.") { customer, instance, json };
        command.SetAction((parsed, cancellationToken) => new WorkflowList(clock).ShowAsync(
            parsed.GetRequiredValue(data), parsed.GetRequiredValue(customer).Customer, parsed.GetRequiredValue(instance), parsed.GetValue(json),
            cancellationToken));
        return command;
    }

    private static Command Retry(Option<string> data, TimeProvider clock)
    {
        var execution = new Option<string?>("--execution")
        {
            Description = "The activity execution to run again, as show names it; all that failed when not given.",
            HelpName = "ID",
        };
        return Step(data, clock, "retry", "Run once more what failed.", [execution], (parsed, instance, why) =>
            new Request.RetryWorkflow(instance, parsed.GetValue(execution), why));
    }

    private static Command Cancel(Option<string> data, TimeProvider clock) => Step(
        data, clock, "cancel", "End an instance, and those it started. A plan is given up with its workflow.", [],
        (_, instance, why) => new Request.CancelWorkflow(instance, why));

    private static Command Alter(Option<string> data, TimeProvider clock)
    {
        var version = new Option<int?>("--to-version") { Description = "The version of the workflow to go on with.", HelpName = "N" };
        var set = new Option<KeyValuePair<string, object?>[]>("--set")
        {
            Description = "A new value of a variable, as Days=60 or Title=\"Renewal\"; what is not JSON is a text.",
            HelpName = "NAME=JSON",
            CustomParser = Variables,
        };
        var cancel = Activities("--cancel", "An activity to end.");
        var schedule = Activities("--schedule", "An activity to go on at.");
        return Step(
            data, clock, "alter", "Do to an instance what its workflow did not ask for, all or nothing; it then runs on.",
            [version, set, cancel, schedule],
            (parsed, instance, why) => new Request.AlterWorkflow(instance)
            {
                Version = parsed.GetValue(version),
                Variables = [.. parsed.GetValue(set) ?? []],
                Cancel = [.. parsed.GetValue(cancel) ?? []],
                Schedule = [.. parsed.GetValue(schedule) ?? []],
                Why = why,
            });
    }

    private static Command Step(
        Option<string> data,
        TimeProvider clock,
        string name,
        string description,
        IReadOnlyList<Option> options,
        Func<ParseResult, string, string?, Request> ask)
    {
        var (customer, instance) = (CommandLine.WhoseArgument(), Instance());
        var actor = CommandLine.ActorOption();
        var why = new Option<string?>("--why") { Description = "What to say about it in the history." };
        var command = new Command(name, description) { customer, instance, actor, why };
        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancellationToken) => new WorkflowStep(clock).RunAsync(
            parsed.GetRequiredValue(data),
            parsed.GetRequiredValue(customer).Customer,
            parsed.GetRequiredValue(instance),
            parsed.GetRequiredValue(actor),
            ask(parsed, parsed.GetRequiredValue(instance), parsed.GetValue(why)),
            cancellationToken));
        return command;
    }

    private static KeyValuePair<string, object?>[] Variables(ArgumentResult result)
    {
        var variables = new List<KeyValuePair<string, object?>>();
        foreach (var written in result.Tokens.Select(token => token.Value))
        {
            var at = written.IndexOf('=', StringComparison.Ordinal);
            if (at > 0)
            {
                variables.Add(KeyValuePair.Create(written[..at], (object?)Value(written[(at + 1)..])));
            }
            else
            {
                result.AddError($"“{written}” sets nothing; write it like Days=60.");
            }
        }

        return [.. variables];
    }

    private static JsonElement Value(string written)
    {
        try
        {
            using var document = JsonDocument.Parse(written);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(written);
        }
    }

    private static Argument<string> Instance() => new("instance") { Description = "The id of the instance, as list names it." };

    private static Option<bool> Json() => new("--json") { Description = "Print JSON, as the API does." };

    private static Option<string[]> Activities(string name, string description) =>
        new(name) { Description = $"{description} Can be given several times.", HelpName = "ACTIVITY" };
}
