using System.CommandLine;
using System.Globalization;

namespace Planning.Host.Commands.Rules;

/// <summary>What can be asked about the versions of the rule sets, and done to them.</summary>
internal static class RuleVersionCommands
{
    public static IEnumerable<Command> Make(Option<string> data, TimeProvider clock) =>
    [
        List(data, clock), Show(data, clock), Draft(data, clock), Shadow(data, clock), Approve(data, clock),
        Retire(data, clock), ShadowReport(data, clock), Replay(data, clock),
    ];

    private static Command List(Option<string> data, TimeProvider clock)
    {
        var command = new Command("list", "The rule sets and their versions: stage, in force from and to, author.");
        command.SetAction((parsed, cancellationToken) =>
            new RuleVersionList(clock).RunAsync(parsed.GetRequiredValue(data), cancellationToken));
        return command;
    }

    private static Command Show(Option<string> data, TimeProvider clock)
    {
        var (name, version) = (Name(), Version());
        var text = new Option<bool>("--text") { Description = "Print the text of the version, and nothing else." };
        var command = new Command("show", "One version: who did what to it, when and why.") { name, version, text };
        command.SetAction((parsed, cancellationToken) => new RuleVersionList(clock).ShowAsync(
            parsed.GetRequiredValue(data),
            parsed.GetRequiredValue(name),
            parsed.GetRequiredValue(version),
            parsed.GetValue(text),
            cancellationToken));
        return command;
    }

    private static Command Draft(Option<string> data, TimeProvider clock)
    {
        var file = new Argument<string>("file") { Description = "The text of the new version; it names rule set and version." };
        var (actor, why) = (CommandLine.ActorOption(), Why());
        var command = new Command("draft", "Take in a new version. It judges nobody yet.") { file, actor, why };
        command.SetAction((parsed, cancellationToken) => new RuleVersionStep(clock).RunAsync(
            parsed.GetRequiredValue(data),
            sets => sets.DraftAsync(
                Path.GetFileName(parsed.GetRequiredValue(file)),
                JsonFile.Text(parsed.GetRequiredValue(file)),
                parsed.GetRequiredValue(actor),
                parsed.GetValue(why),
                cancellationToken),
            cancellationToken));
        return command;
    }

    private static Command Shadow(Option<string> data, TimeProvider clock)
    {
        var (name, version, actor, why) = (Name(), Version(), CommandLine.ActorOption(), Why());
        var command = new Command("shadow", "Let a version judge beside the live one, without effect.")
        {
            name, version, actor, why,
        };
        command.SetAction((parsed, cancellationToken) => new RuleVersionStep(clock).RunAsync(
            parsed.GetRequiredValue(data),
            sets => sets.ShadowAsync(
                parsed.GetRequiredValue(name),
                parsed.GetRequiredValue(version),
                parsed.GetRequiredValue(actor),
                parsed.GetValue(why),
                cancellationToken),
            cancellationToken));
        return command;
    }

    private static Command Approve(Option<string> data, TimeProvider clock)
    {
        var (name, version, actor, why) = (Name(), Version(), CommandLine.ActorOption(), Why());
        var from = Day("--from", "The first day it is in force, as 2026-12-31; today or later.");
        from.Required = true;
        var without = new Option<string?>("--without-shadow")
        {
            Description = "Why it need not review a quarter in shadow first; kept with the approval.",
            HelpName = "REASON",
        };
        var command = new Command("approve", "Bring a version into force. Its author cannot.")
        {
            name, version, from, without, actor, why,
        };
        command.SetAction((parsed, cancellationToken) => new RuleVersionStep(clock).RunAsync(
            parsed.GetRequiredValue(data),
            sets => sets.ApproveAsync(
                parsed.GetRequiredValue(name),
                parsed.GetRequiredValue(version),
                parsed.GetRequiredValue(from),
                parsed.GetValue(without),
                parsed.GetRequiredValue(actor),
                parsed.GetValue(why),
                cancellationToken),
            cancellationToken));
        return command;
    }

    private static Command Retire(Option<string> data, TimeProvider clock)
    {
        var (name, version, actor, why) = (Name(), Version(), CommandLine.ActorOption(), Why());
        var command = new Command("retire", "Give up a version that is not in force.") { name, version, actor, why };
        command.SetAction((parsed, cancellationToken) => new RuleVersionStep(clock).RunAsync(
            parsed.GetRequiredValue(data),
            sets => sets.RetireAsync(
                parsed.GetRequiredValue(name),
                parsed.GetRequiredValue(version),
                parsed.GetRequiredValue(actor),
                parsed.GetValue(why),
                cancellationToken),
            cancellationToken));
        return command;
    }

    private static Command ShadowReport(Option<string> data, TimeProvider clock)
    {
        var (name, version) = (Name(), Version());
        var command = new Command("shadow-report", "Who would move by a version in shadow, beside the version in force.")
        {
            name, version,
        };
        command.SetAction((parsed, cancellationToken) => new RuleVersionList(clock).ReportAsync(
            parsed.GetRequiredValue(data),
            parsed.GetRequiredValue(name),
            parsed.GetRequiredValue(version),
            cancellationToken));
        return command;
    }

    private static Command Replay(Option<string> data, TimeProvider clock)
    {
        var customer = CommandLine.CustomerOption("--customer", "Only the decisions about this customer.");
        var command = new Command("replay", "Judge every past decision again from the journal, and compare byte for byte.")
        {
            customer,
        };
        command.SetAction((parsed, cancellationToken) => new RulesReplayCommand(clock).RunAsync(
            parsed.GetRequiredValue(data), parsed.GetValue(customer), cancellationToken));
        return command;
    }

    private static Argument<string> Name() => new("name") { Description = "The rule set: tiering or plan-gates." };

    private static Argument<string> Version() => new("version") { Description = "Its version, as 2026.2." };

    private static Option<string?> Why() => new("--why") { Description = "What to say about it." };

    private static Option<DateOnly> Day(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            var written = result.Tokens[0].Value;
            if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            result.AddError($"“{written}” is no day; write it like 2026-12-31.");
            return default;
        },
    };
}
