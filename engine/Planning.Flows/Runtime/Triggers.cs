using Planning.Flows.Activities;
using Planning.Flows.Definitions;
using Planning.Flows.Elsa;
using Planning.Flows.Instances;

namespace Planning.Flows.Runtime;

/// <summary>Where workflows begin of their own accord: activities that the author marked so.</summary>
internal static class Triggers
{
    /// <summary>Who begins with an event of that name.</summary>
    public static IEnumerable<(WorkflowDefinition Definition, string ActivityId)> Of(
        DefinitionSet definitions, string eventName, BurstEnvironment environment) =>
        from definition in definitions.InForce
        from trigger in definition.Triggers
        where trigger.Activity is Event && NameOf(definition, trigger, environment) == eventName
        select (definition, trigger.Id);

    /// <summary>When workflows begin by the clock next, each trigger with its next start after that moment.</summary>
    public static IEnumerable<ScheduledStart> After(
        DefinitionSet definitions, DateTimeOffset after, BurstEnvironment environment) =>
        from definition in definitions.InForce
        from node in definition.Triggers
        where node.Activity is IScheduledTrigger
        let at = Compute(definition, node, environment, context => ((IScheduledTrigger)node.Activity).NextStart(context, after))
        where at is not null
        select new ScheduledStart(definition.DefinitionId, node.Id, at.Value);

    private static string? NameOf(WorkflowDefinition definition, Node trigger, BurstEnvironment environment) =>
        Compute(definition, trigger, environment, context => context.Evaluate<string>(Event.Name));

    // An input of an activity that nobody runs yet, over the first values of the variables.
    private static T? Compute<T>(
        WorkflowDefinition definition, Node trigger, BurstEnvironment environment, Func<ActivityContext, T?> compute)
    {
        try
        {
            return compute(Open(new Run(definition, "", environment), trigger));
        }
        catch (Exception needsMore) when (needsMore is InputFailedException or FormatException)
        {
            return default; // Only an instance could compute it, so nothing can begin by it.
        }
    }

    private static ActivityContext Open(Run run, Node node)
    {
        var parent = node.Parent is null ? null : Open(run, node.Parent);
        var context = new ActivityContext(run, node, parent, "", run.Environment.Now);
        Memory.Declare(context, null);
        return context;
    }
}

/// <summary>A start that the clock brings.</summary>
public sealed record ScheduledStart(string DefinitionId, string ActivityId, DateTimeOffset At);
