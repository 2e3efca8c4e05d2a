using System.CommandLine;
using System.Globalization;

namespace Planning.Host.Commands.Rules;

/// <summary>What can be asked about rule files. None of it needs a database.</summary>
internal static class RuleFileCommands
{
    public static Command Check()
    {
        var file = File();
        var inputs = Inputs("An example of the inputs, against which names and types in the rules are checked");
        var json = new Option<bool>("--json") { Description = "Print the diagnostics as JSON." };
        var batch = Batch("""{"workflows": …, "inputs": {…}}""");
        var command = new Command(
            "check", "Tell every mistake in a rule file: code, JSON path, line and column, and what was probably meant.")
        {
            file, inputs, json, batch,
        };
        Need(command, file, batch);
        command.SetAction((parsed, cancellationToken) =>
            new RulesCheckCommand(new CaseRun(null, parsed.GetValue(batch), asText: !parsed.GetValue(json))).RunAsync(
                () => RuleCase.Nothing with
                {
                    Workflows = JsonFile.Read(parsed.GetValue(file)),
                    Inputs = JsonFile.Read(parsed.GetValue(inputs)),
                },
                cancellationToken));
        return command;
    }

    public static Command Eval()
    {
        var file = File();
        var workflow = new Option<string?>("--workflow")
        {
            Description = "Which workflow, when the file holds several.",
        };
        var rule = new Option<string?>("--rule") { Description = "Judge only this rule, and run its action." };
        var inputs = Inputs("The inputs by name: {\"input1\": {…}}");
        var (settings, asOf) = (Settings(), AsOf());
        var explain = new Option<bool>("--explain")
        {
            Description = "With the trace: every operand with its value, and what decided in English and Chinese.",
        };
        var batch = Batch("""{"inputs": {…}, "workflow": "…", "rule": "…", "workflows": …, "settings": {…}}""");
        var command = new Command("eval", "Judge the rules of a workflow and print the tree of results as JSON.")
        {
            file, workflow, rule, inputs, settings, asOf, explain, batch,
        };
        Need(command, file, batch);
        command.SetAction((parsed, cancellationToken) =>
            new RulesEvalCommand(
                new CaseRun(parsed.GetValue(asOf), parsed.GetValue(batch)), parsed.GetValue(explain)).RunAsync(
                () => RuleCase.Nothing with
                {
                    Workflows = JsonFile.Read(parsed.GetValue(file)),
                    Workflow = parsed.GetValue(workflow),
                    Rule = parsed.GetValue(rule),
                    Inputs = JsonFile.Read(parsed.GetValue(inputs)),
                    Settings = JsonFile.Read(parsed.GetValue(settings)),
                },
                cancellationToken));
        return command;
    }

    public static Command Expr()
    {
        var expression = new Argument<string?>("expression")
        {
            Description = "The expression, as a rule has it.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var inputs = Inputs("The inputs by name: {\"input1\": {…}}");
        var (settings, asOf) = (Settings(), AsOf());
        var batch = Batch("""{"expression": "…", "inputs": {…}, "settings": {…}}""");
        var command = new Command("expr", "Compute an expression: its type and value, or what is wrong with it.")
        {
            expression, inputs, settings, asOf, batch,
        };
        Need(command, expression, batch);
        command.SetAction((parsed, cancellationToken) =>
            new RulesExprCommand(new CaseRun(parsed.GetValue(asOf), parsed.GetValue(batch))).RunAsync(
                () => RuleCase.Nothing with
                {
                    Expression = parsed.GetValue(expression),
                    Inputs = JsonFile.Read(parsed.GetValue(inputs)),
                    Settings = JsonFile.Read(parsed.GetValue(settings)),
                },
                cancellationToken));
        return command;
    }

    private static Argument<string?> File() => new("file")
    {
        Description = "A file in RulesEngine's format: a workflow, or a list of them.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static Option<string?> Inputs(string what) => new("--inputs")
    {
        Description = $"{what}, as a JSON file.",
        HelpName = "FILE.json",
    };

    private static Option<bool> Batch(string line) => new("--batch")
    {
        Description = $"Many cases: one JSON object a line on standard input, one answer a line. A case is {line}; "
            + "what it does not say is as on the command line.",
    };

    private static Option<string?> Settings() => new("--settings")
    {
        Description = "Settings as a JSON file, under RulesEngine's names or ours; what it does not name is as RulesEngine "
            + "6 has it.",
        HelpName = "FILE.json",
    };

    private static Option<DateTimeOffset?> AsOf() => new("--as-of")
    {
        Description = "What DateTime.Now is, as 2026-11-25 or 2026-11-25T08:00Z. Without it rules cannot ask for the time.",
        CustomParser = result =>
        {
            var written = result.Tokens[0].Value;
            if (DateTimeOffset.TryParse(
                    written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            {
                return moment;
            }

            result.AddError($"“{written}” is no moment; write it like 2026-11-25 or 2026-11-25T08:00Z.");
            return null;
        },
    };

    private static void Need(Command command, Argument<string?> argument, Option<bool> batch) =>
        command.Validators.Add(result =>
        {
            if (result.GetResult(argument) is not { Tokens: not [] } && !result.GetValue(batch))
            {
                result.AddError($"Give the {argument.Name}, or cases with --batch.");
            }
        });
}
