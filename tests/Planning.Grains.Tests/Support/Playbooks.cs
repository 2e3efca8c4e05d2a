using System.Text.Json.Nodes;
using Planning.Flows.Activities;
using Planning.Flows.Definitions;
using Planning.Workflows.Playbooks;

namespace Planning.Grains.Tests.Support;

/// <summary>What the company works by in these specs.</summary>
internal static class Playbooks
{
    private const string Plan = "strategic-account-plan.json";

    public static Playbook Shipped { get; } = Sound(PlaybookFile.Shipped);

    /// <summary>The shipped one, with one passage of the plan's workflow written otherwise.</summary>
    public static Playbook Where(string passage, string otherwise)
    {
        Assert.Contains(passage, PlaybookFile.Shipped.Single(file => file.Name == Plan).Body, StringComparison.Ordinal);
        return Sound(
        [
            .. PlaybookFile.Shipped.Select(file => file.Name == Plan
                ? file with { Body = file.Body.Replace(passage, otherwise, StringComparison.Ordinal) }
                : file),
        ]);
    }

    /// <summary>The shipped one, with a workflow as it once was, or in several versions.</summary>
    public static Playbook With(string workflow, params string[] versions) => Sound(
    [
        .. PlaybookFile.Shipped.Select(file => IsOf(workflow, file) ? file with { Body = workflow } : file),
        .. versions.Select((body, at) => new PlaybookFile(PlaybookFile.Workflow, $"version {at}", body)),
    ]);

    /// <summary>The shipped one, with a workflow as it once was.</summary>
    /// <param name="signed">Whether the gates of a plan ask for the names of SR and FR.</param>
    public static Playbook As(string definition, bool signed = true)
    {
        var id = new PlaybookFile(PlaybookFile.Workflow, "", definition).Identity()!.Value.Name;
        return Sound(
        [
            .. PlaybookFile.Shipped.Select(file => file.Name == $"{id}.json" ? file with { Body = definition }
                : file.Name == "plan-gates.json" && !signed ? file with { Body = Unsigned(file.Body) }
                : file),
        ]);
    }

    private static string Unsigned(string gates)
    {
        var rules = JsonNode.Parse(gates)!;
        rules["Rules"] = new JsonArray(
        [
            .. rules["Rules"]!.AsArray().Where(rule => !rule!["RuleName"]!.GetValue<string>().EndsWith("-SIGNED", StringComparison.Ordinal))
                .Select(rule => rule!.DeepClone()),
        ]);
        return rules.ToJsonString();
    }

    /// <summary>A plan's workflow that does nothing but one activity.</summary>
    public static Playbook Doing(IActivity activity) => new()
    {
        Tiering = Shipped.Tiering,
        Gates = Shipped.Gates,
        Escalations = Shipped.Escalations,
        Calendars = Shipped.Calendars,
        Policies = Shipped.Policies,
        Workflows =
        [
            Assert.IsType<WorkflowReading.Sound>(WorkflowReader.Read(
                $$"""
                {
                  "id": "v1", "definitionId": "strategic-account-plan", "name": "Plan", "version": 1,
                  "root": { "type": "{{activity.Descriptor.TypeName}}", "version": 1, "id": "only" }
                }
                """,
                PlaybookReader.Activities.With(activity))).Definition,
        ],
    };

    /// <summary>The shipped one with more workflows.</summary>
    public static Playbook And(params string[] workflows) => Sound(
        [.. PlaybookFile.Shipped, .. workflows.Select((body, at) => new PlaybookFile(PlaybookFile.Workflow, $"more {at}", body))]);

    private static bool IsOf(string workflow, PlaybookFile file) => file.Kind == PlaybookFile.Workflow
        && workflow.Contains($"\"definitionId\": \"{file.Identity()!.Value.Name}\"", StringComparison.Ordinal);

    private static Playbook Sound(IReadOnlyList<PlaybookFile> files) =>
        Assert.IsType<PlaybookReading.Sound>(PlaybookReader.Read(files)).Playbook;
}
