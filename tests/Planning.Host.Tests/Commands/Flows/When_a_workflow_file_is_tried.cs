using System.Text.Json.Nodes;
using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Commands.Flows;

public sealed class When_a_workflow_file_is_tried : IDisposable
{
    private const string Approval = """
        {
          "id": "approval-v1", "definitionId": "approval", "name": "Approval", "version": 1,
          "inputs": [ { "name": "Amount", "type": "Decimal" } ], "outputs": [ { "name": "Decision", "type": "String" } ],
          "root": { "type": "Elsa.Flowchart", "version": 1, "id": "f", "variables": [], "activities": [
            { "type": "Elsa.WriteLine", "version": 1, "id": "ask", "text": { "typeName": "String",
              "expression": { "type": "CSharp", "value": "\"May we spend \" + Input.Amount + \"?\"" } } },
            { "type": "Elsa.Event", "version": 1, "id": "answer", "eventName": { "typeName": "String",
              "expression": { "type": "Literal", "value": "answer" } } },
            { "type": "Elsa.Delay", "version": 1, "id": "patience", "timeSpan": { "typeName": "TimeSpan",
              "expression": { "type": "Literal", "value": "2.00:00:00" } } },
            { "type": "Elsa.SetOutput", "version": 1, "id": "none", "outputName": { "typeName": "String",
              "expression": { "type": "Literal", "value": "Decision" } }, "outputValue": { "typeName": "Object",
              "expression": { "type": "Literal", "value": "nobody answered" } } },
            { "type": "Elsa.End", "version": 1, "id": "end" },
            { "type": "Elsa.End", "version": 1, "id": "over" } ],
          "connections": [
            { "source": { "activity": "ask", "port": "Done" }, "target": { "activity": "answer", "port": "In" } },
            { "source": { "activity": "ask", "port": "Done" }, "target": { "activity": "patience", "port": "In" } },
            { "source": { "activity": "answer", "port": "Done" }, "target": { "activity": "end", "port": "In" } },
            { "source": { "activity": "patience", "port": "Done" }, "target": { "activity": "none", "port": "In" } },
            { "source": { "activity": "none", "port": "Done" }, "target": { "activity": "over", "port": "In" } } ] }
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task it_is_run_until_it_waits_and_says_for_what()
    {
        var run = await PlanningProcess.RunAsync("flow", "run", Written("approval.json", Approval), "--input", """{"Amount": 900}""");

        Assert.Equal(0, run.Exit);
        var told = JsonNode.Parse(run.Out)!;
        Assert.Equal("May we spend 900?", told["lines"]![0]!.GetValue<string>());
        Assert.Equal("Suspended", told["subStatus"]!.GetValue<string>());
        Assert.Equal("""[["Elsa.Event","answer"],["Elsa.Delay","patience"]]""", told["bookmarks"]!.ToJsonString());
        Assert.Equal("2026-01-07T09:00:00+00:00", told["waiting"]![1]!["due"]!.GetValue<string>());
    }

    [Fact]
    public async Task time_passes_by_steps()
    {
        var steps = Written("steps.json", """[{"advance": "1.23:59:59"}, {"advance": "00:00:01"}]""");
        var run = await PlanningProcess.RunAsync(
            "flow", "run", Written("approval.json", Approval), "--input", """{"Amount": 900}""", "--steps", steps);

        var told = JsonNode.Parse(run.Out)!;
        Assert.Equal(["Running", "Running", "Finished"], told["bursts"]!.AsArray().Select(burst => burst!["status"]!.GetValue<string>()));
        Assert.Equal("nobody answered", told["output"]!["Decision"]!.GetValue<string>());
    }

    [Fact]
    public async Task a_step_that_nobody_waits_for_is_told()
    {
        var steps = Written("steps.json", """[{"task": "call"}]""");
        var run = await PlanningProcess.RunAsync("flow", "run", Written("approval.json", Approval), "--steps", steps);

        Assert.Equal(1, run.Exit);
        Assert.Equal("No task \"call\" is waiting to be done.", JsonNode.Parse(run.Out)!["bursts"]![1]!["refused"]!.GetValue<string>());
    }

    [Fact]
    public async Task steps_that_make_no_sense_are_refused_with_their_place()
    {
        var steps = Written("steps.json", """[{"wait": 5}]""");
        var run = await PlanningProcess.RunAsync("flow", "run", Written("approval.json", Approval), "--steps", steps);

        Assert.Equal(2, run.Exit);
        Assert.Contains("$[0]: A step has exactly one of: event, resume, task, cancel, advance, http.", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task every_mistake_is_told_with_activity_place_and_cure()
    {
        var flawed = Written("flawed.json", Approval
            .Replace("Elsa.Delay", "Elsa.Pause", StringComparison.Ordinal)
            .Replace("\"target\": { \"activity\": \"answer\"", "\"target\": { \"activity\": \"gone\"", StringComparison.Ordinal));
        var run = await PlanningProcess.RunAsync("flow", "check", flawed, Written("approval.json", Approval));

        Assert.Equal(1, run.Exit);
        var told = JsonNode.Parse(run.Out)!;
        var mistakes = told["mistakes"]!.AsArray();
        Assert.Contains(mistakes, mistake => mistake!["code"]!.GetValue<string>() == "FLOW003"
            && mistake["activityId"]!.GetValue<string>() == "patience"
            && mistake["path"]!.GetValue<string>() == "$.root.activities[2].type"
            && mistake["message"]!.GetValue<string>().EndsWith("Replace it by one from the toolbox.", StringComparison.Ordinal));
        Assert.Contains(mistakes, mistake => mistake!["path"]!.GetValue<string>() == "$.root.connections[0].target");
        Assert.Equal("approval", Assert.Single(told["definitions"]!.AsArray())!["definitionId"]!.GetValue<string>());
    }

    [Fact]
    public async Task of_several_workflows_it_must_be_said_which_one_starts()
    {
        var other = Written("other.json", Approval.Replace("approval", "other", StringComparison.Ordinal));
        var run = await PlanningProcess.RunAsync("flow", "run", Written("approval.json", Approval), other);

        Assert.Equal(2, run.Exit);
        Assert.Contains("Say which workflow to start: approval, other.", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_only_the_clock_begins_cannot_have_the_customer_that_it_needs()
    {
        var check = await PlanningProcess.RunAsync("flow", "check", Written("nightly.json", """
            { "id": "n-1", "definitionId": "nightly", "version": 1, "root": { "type": "Elsa.Sequence", "id": "s", "activities": [
              { "type": "Elsa.Timer", "id": "beat", "customProperties": { "canStartWorkflow": true } },
              { "type": "Planning.PlanStage", "id": "stage", "stage": "A0", "title": "T", "owner": "AR", "approver": "AR",
                "workingDays": 1 } ] } }
            """));

        Assert.Equal(1, check.Exit);
        var mistake = JsonNode.Parse(check.Out)!["mistakes"]!.AsArray().Single()!;
        Assert.EndsWith("nightly.json", mistake["file"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(("PLAYBOOK010", "stage"), (mistake["code"]!.GetValue<string>(), mistake["activityId"]!.GetValue<string>()));
    }

    private string Written(string name, string text)
    {
        var path = Path.Combine(_folder.Path, name);
        File.WriteAllText(path, text);
        return path;
    }
}
