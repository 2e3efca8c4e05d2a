using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Planning.Host.Commands.Rules;
using Planning.Workflows.Trials;

namespace Planning.Host.Commands.Flows;

/// <summary>What can be asked about workflow files. None of it needs a database, and nothing leaves the program.</summary>
internal static class FlowCommands
{
    private static readonly JsonSerializerOptions Page = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Make() => new("flow", "Workflows: check files in Elsa's format, try them in a simulated world.")
    {
        Check(),
        Run(),
    };

    private static Command Check()
    {
        var files = Files();
        var command = new Command(
            "check", "Print every mistake as JSON: file, code, activity, JSON path, and how to mend it. Exit code 1 when there is one.")
        {
            files,
        };
        command.SetAction(parsed => Print(() => TrialOf(parsed.GetRequiredValue(files)).Check()));
        return command;
    }

    private static Command Run()
    {
        var files = Files();
        var run = new Option<string?>("--run")
        {
            Description = "The definition id of the workflow to start, when there are several.",
            HelpName = "DEFINITION-ID",
        };
        var mode = new Option<string>("--mode")
        {
            Description = "How flowcharts decide: by tokens, as the host does, or by counting visits.",
            DefaultValueFactory = _ => "token",
        };
        mode.AcceptOnlyFromAmong("token", "counter");
        var input = new Option<string?>("--input")
        {
            Description = "The workflow's input: a JSON object, or the name of a file with one.",
            HelpName = "JSON",
        };
        var correlation = new Option<string?>("--correlation") { Description = "The correlation id to start with.", HelpName = "ID" };
        var steps = new Option<string?>("--steps")
        {
            Description = """
                A JSON file with what happens afterwards, one object for each step: {"event": "name"} (with payload,
                correlationId, any or instanceOf), {"resume": "activity"}, {"task": "name", "result": …}, {"cancel": true},
                {"advance": "1.00:00:00"}, {"http": 200} (or "timeout" or "failed", with activity, body, headers).
                """,
            HelpName = "STEPS.json",
        };
        var command = new Command(
            "run",
            "Run a workflow in memory, with a clock that only steps move, and print as JSON what came of it. A fault ends it "
                + "where the definition does not say otherwise, as in Elsa.")
        {
            files, run, mode, input, correlation, steps,
        };
        command.SetAction(parsed => Print(() => TrialOf(parsed.GetRequiredValue(files)).Run(new TrialRun(
            parsed.GetValue(run),
            parsed.GetRequiredValue(mode) is "counter",
            Input(parsed.GetValue(input)),
            parsed.GetValue(correlation),
            parsed.GetValue(steps) is { } file ? JsonFile.Text(file) : null))));
        return command;
    }

    private static Argument<string[]> Files() => new("files")
    {
        Description = "Workflow definitions in Elsa's format; those that use or start one another together.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static WorkflowTrial TrialOf(IReadOnlyList<string> files) =>
        new([.. files.Select(file => new TrialFile(file, JsonFile.Text(file)))]);

    private static IReadOnlyDictionary<string, object?> Input(string? input) => input switch
    {
        null => new Dictionary<string, object?>(),
        _ when input.TrimStart().StartsWith('{') => TrialRun.InputOf(JsonFile.Parse(input, "The input")),
        _ => TrialRun.InputOf(JsonFile.Read(input)!.Value),
    };

    /// <returns>0 when all is well, 1 when something was refused, 2 when a file cannot be read or makes no sense.</returns>
    private static int Print(Func<TrialReport> report)
    {
        try
        {
            var (json, isGood) = report();
            Console.WriteLine(json.ToJsonString(Page));
            return isGood ? 0 : 1;
        }
        catch (Exception refusal) when (refusal is CaseRefusedException or FormatException)
        {
            Console.Error.WriteLine(refusal.Message);
            return DataDirectory.Refused;
        }
    }
}
