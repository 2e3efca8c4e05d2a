using Planning.Flows.Definitions;
using Planning.Flows.Instances;

namespace Planning.Flows.Alterations;

/// <summary>Takes an instance from one version of its workflow to another.</summary>
internal static class Migration
{
    /// <summary>Everything the instance stands at must be there in the new version, with the same id and of the same
    /// type. Variables that are new begin with their default; those that are gone are dropped.</summary>
    public static WorkflowState Of(
        WorkflowState state, WorkflowDefinition source, WorkflowDefinition target, List<string> problems)
    {
        if (source.DefinitionId != target.DefinitionId)
        {
            problems.Add($"{target.Name} is another workflow than {source.Name}.");
            return state;
        }

        var standing = state.Activities.Select(activity => activity.NodeId).Concat(state.Scheduled.Select(item => item.NodeId));
        foreach (var nodeId in standing.Distinct(StringComparer.Ordinal))
        {
            Check(nodeId, source, target, problems);
        }

        return state with
        {
            DefinitionVersionId = target.Id,
            DefinitionVersion = target.Version,
            Activities = [.. state.Activities.Select(activity => Migrated(activity, source, target))],
            Outputs = [.. state.Outputs.Where(outputs => target.Find(outputs.NodeId) is not null)],
        };
    }

    private static void Check(string nodeId, WorkflowDefinition source, WorkflowDefinition target, List<string> problems)
    {
        if (target.Find(nodeId) is not { } node)
        {
            problems.Add($"Version {target.Version} has no activity {nodeId}, where the instance stands. "
                + "Let it go on first, or cancel that activity.");
        }
        else if (source.Find(nodeId) is { } before && before.Descriptor.TypeName != node.Descriptor.TypeName)
        {
            problems.Add($"In version {target.Version} the activity {nodeId} is {node.Descriptor.TypeName}, "
                + $"not {before.Descriptor.TypeName} as the instance has it.");
        }
    }

    private static ActivityState Migrated(ActivityState activity, WorkflowDefinition source, WorkflowDefinition target)
    {
        if (target.Find(activity.NodeId) is not { } node)
        {
            return activity;
        }

        var before = source.Find(activity.NodeId)?.Variables ?? [];
        var kept = activity.Variables.Where(variable => node.Variables.Any(one => one.Id == variable.Id)
            || before.All(one => one.Id != variable.Id));
        var added = node.Variables.Where(one => activity.Variables.All(variable => variable.Id != one.Id))
            .Select(one => new VariableState(one.Id, one.Name, one.Initial));
        var members = node.Children.Select(child => child.Id).ToHashSet(StringComparer.Ordinal);
        return activity with
        {
            Variables = [.. kept, .. added],
            Tokens = [.. activity.Tokens.Where(token => members.Contains(token.From) && members.Contains(token.To))],
            Visits = [.. activity.Visits.Where(visit => members.Contains(visit.From)
                && (visit.To is null || members.Contains(visit.To)))],
        };
    }
}
