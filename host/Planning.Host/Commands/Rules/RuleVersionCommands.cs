using System.CommandLine;
using System.Globalization;
using Planning.Grains.Embedded;
using Planning.Grains.Versions;

namespace Planning.Host.Commands.Rules;

/// <summary>What can be asked about the versions of the rule sets, or of the policies, and done to them.</summary>
internal sealed class RuleVersionCommands
{
    private readonly bool _policies;

    private RuleVersionCommands(bool policies) => _policies = policies;

    public static IEnumerable<Command> Make(Option<string> data, TimeProvider clock)
    {
        var rules = new RuleVersionCommands(policies: false);
        return
        [
            rules.List(data, clock), rules.Show(data, clock), rules.Draft(data, clock), rules.Shadow(data, clock),
            rules.Approve(data, clock), rules.Retire(data, clock), rules.ShadowReport(data, clock), Replay(data, clock),
        ];
    }

    /// <summary>The numbers that METHOD leaves to the company: versions as rules have them, without a shadow.</summary>
    public static Command Policies(Option<string> data, TimeProvider clock)
    {
        var policies = new RuleVersionCommands(policies: true);
        return new Command("policies", "Policies: list and show their versions, draft a new one, bring it into force.")
        {
            policies.List(data, clock), policies.Show(data, clock), policies.Draft(data, clock), policies.Approve(data, clock),
            policies.Retire(data, clock),
        };
    }

    private string What => _policies ? "policy" : "rule set";

    private RuleSets Of(EmbeddedRuntime runtime) => _policies ? runtime.Policies : runtime.RuleSets;

    private Command List(Option<string> data, TimeProvider clock)
    {
        var command = new Command("list", _policies
            ? "The policies and their versions: stage, in force from and to, author."
            : "The rule sets and their versions: stage, in force from and to, author.");
        command.SetAction((parsed, cancellationToken) =>
            new RuleVersionList(clock, Of).RunAsync(parsed.GetRequiredValue(data), cancellationToken));
        return command;
    }

    private Command Show(Option<string> data, TimeProvider clock)
    {
        var (name, version) = (Name(), Version());
        var text = new Option<bool>("--text") { Description = "Print the text of the version, and nothing else." };
        var command = new Command("show", "One version: who did what to it, when and why.") { name, version, text };
        command.SetAction((parsed, cancellationToken) => new RuleVersionList(clock, Of).ShowAsync(
            parsed.GetRequiredValue(data),
            parsed.GetRequiredValue(name),
            parsed.GetRequiredValue(version),
            parsed.GetValue(text),
            cancellationToken));
        return command;
    }

    private Command Draft(Option<string> data, TimeProvider clock)
    {
        var file = new Argument<string>("file") { Description = $"The text of the new version; it names {What} and version." };
        var (actor, why) = (CommandLine.ActorOption(), Why());
        var command = new Command("draft", _policies ? "Take in a new version. Nobody works by it yet." : "Take in a new version. It judges nobody yet.") { file, actor, why };
        command.SetAction((parsed, cancellationToken) => new RuleVersionStep(clock, Of).RunAsync(
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

    private Command Shadow(Option<string> data, TimeProvider clock)
    {
        var (name, version, actor, why) = (Name(), Version(), CommandLine.ActorOption(), Why());
        var command = new Command("shadow", "Let a version judge beside the live one, without effect.")
        {
            name, version, actor, why,
        };
        command.SetAction((parsed, cancellationToken) => new RuleVersionStep(clock, Of).RunAsync(
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

    private Command Approve(Option<string> data, TimeProvider clock)
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
            name, version, from, actor, why,
        };
        if (!_policies)
        {
            command.Add(without);
        }

        command.SetAction((parsed, cancellationToken) => new RuleVersionStep(clock, Of).RunAsync(
            parsed.GetRequiredValue(data),
            sets => sets.ApproveAsync(
                parsed.GetRequiredValue(name),
                parsed.GetRequiredValue(version),
                parsed.GetRequiredValue(from),
                _policies ? null : parsed.GetValue(without),
                parsed.GetRequiredValue(actor),
                parsed.GetValue(why),
                cancellationToken),
            cancellationToken));
        return command;
    }

    private Command Retire(Option<string> data, TimeProvider clock)
    {
        var (name, version, actor, why) = (Name(), Version(), CommandLine.ActorOption(), Why());
        var command = new Command("retire", "Give up a version that is not in force.") { name, version, actor, why };
        command.SetAction((parsed, cancellationToken) => new RuleVersionStep(clock, Of).RunAsync(
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

    private Command ShadowReport(Option<string> data, TimeProvider clock)
    {
        var (name, version) = (Name(), Version());
        var command = new Command("shadow-report", "Who would move by a version in shadow, beside the version in force.")
        {
            name, version,
        };
        command.SetAction((parsed, cancellationToken) => new RuleVersionList(clock, Of).ReportAsync(
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

    private Argument<string> Name() => new("name") { Description = _policies ? "The policy, as planning." : "The rule set: tiering or plan-gates." };

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
