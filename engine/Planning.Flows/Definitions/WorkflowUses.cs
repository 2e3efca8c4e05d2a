using System.Text.Json.Nodes;

namespace Planning.Flows.Definitions;

/// <summary>The workflows that others may use as activities, in every version there is.</summary>
internal sealed class WorkflowUses(IReadOnlyList<WorkflowActivity> all)
{
    public static WorkflowUses None { get; } = new([]);

    /// <summary>
    /// The version an activity asks for; without it the version number, then the published or newest of that workflow,
    /// then the same of any workflow whose name makes that type.
    /// </summary>
    public WorkflowActivity? Find(JsonObject activity)
    {
        var (definition, version) = (activity.Text("workflowDefinitionId"), activity.Whole("version"));
        var versionId = activity.Text("workflowDefinitionVersionId");
        var same = all.Where(workflow => workflow.DefinitionId == definition).ToList();
        return same.Find(workflow => workflow.VersionId == versionId)
            ?? same.Find(workflow => string.IsNullOrEmpty(versionId) && workflow.Version == version)
            ?? Newest(same)
            ?? Newest(all.Where(workflow => workflow.Descriptor.TypeName == activity.Text("type")));
    }

    private static WorkflowActivity? Newest(IEnumerable<WorkflowActivity> versions) => versions
        .OrderByDescending(workflow => workflow.IsPublished).ThenByDescending(workflow => workflow.Version).FirstOrDefault();
}
