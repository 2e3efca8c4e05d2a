using Planning.Flows.Definitions;

namespace Planning.Flows.Runtime;

/// <summary>The workflows that can be run, in every version there is. Immutable.</summary>
public sealed class DefinitionSet
{
    private readonly Dictionary<string, WorkflowDefinition> _byVersionId;
    private readonly Dictionary<string, WorkflowDefinition> _published;

    /// <exception cref="ArgumentException">Two definitions have the same version id.</exception>
    public DefinitionSet(IReadOnlyList<WorkflowDefinition> definitions)
    {
        All = definitions;
        _byVersionId = definitions.ToDictionary(definition => definition.Id, StringComparer.Ordinal);
        _published = definitions.GroupBy(definition => definition.DefinitionId, StringComparer.Ordinal)
            .ToDictionary(versions => versions.Key, Newest, StringComparer.Ordinal);
    }

    public IReadOnlyList<WorkflowDefinition> All { get; }

    /// <summary>One version of each workflow: the one that new instances begin with.</summary>
    public IEnumerable<WorkflowDefinition> InForce => All.Where(definition => Published(definition.DefinitionId) == definition);

    /// <summary>The newest published version; where no version says that it is published, the newest of all.</summary>
    public WorkflowDefinition? Published(string definitionId) => _published.GetValueOrDefault(definitionId);

    /// <summary>What would begin.</summary>
    public WorkflowDefinition? Find(WorkflowStart start) =>
        start.VersionId is { } version ? Version(version) : Published(start.DefinitionId);

    /// <summary>The very version an instance began with.</summary>
    public WorkflowDefinition? Version(string versionId) => _byVersionId.GetValueOrDefault(versionId);

    private static WorkflowDefinition Newest(IEnumerable<WorkflowDefinition> versions) => versions
        .OrderByDescending(definition => definition.IsPublished).ThenByDescending(definition => definition.Version).First();
}
