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

    /// <summary>When a workflow begins by the clock for the first time, trigger by trigger.</summary>
    public static IEnumerable<ScheduledStart> First(WorkflowDefinition definition, BurstEnvironment environment) =>
        from node in definition.Triggers
        where node.Activity is IScheduledTrigger
        select At(definition, node, environment, (trigger, context) => trigger.FirstStart(context));

    /// <summary>When a trigger lets its workflow begin next after that moment.</summary>
    public static ScheduledStart Next(
        WorkflowDefinition definition, string activityId, DateTimeOffset after, BurstEnvironment environment) => At(
        definition,
        definition.Triggers.Single(node => node.Id == activityId),
        environment,
        (trigger, context) => trigger.NextStart(context, after));

    private static string? NameOf(WorkflowDefinition definition, Node trigger, BurstEnvironment environment)
    {
        try
        {
            return Opened(definition, trigger, environment).Evaluate<string>(Event.Name);
        }
        catch (Exception needsMore) when (needsMore is InputFailedException or FormatException)
        {
            return null; // Only an instance could compute it, so nothing can begin by it.
        }
    }

    private static ScheduledStart At(
        WorkflowDefinition definition,
        Node trigger,
        BurstEnvironment environment,
        Func<IScheduledTrigger, ActivityContext, DateTimeOffset?> moment)
    {
        var start = new ScheduledStart(definition.DefinitionId, trigger.Id, null);
        try
        {
            return start with { At = moment((IScheduledTrigger)trigger.Activity, Opened(definition, trigger, environment)) };
        }
        catch (Exception needsMore) when (needsMore is InputFailedException or FormatException)
        {
            return start with { Problem = needsMore.Message };
        }
    }

    // For an input of an activity that nobody runs yet, over the first values of the variables.
    private static ActivityContext Opened(WorkflowDefinition definition, Node trigger, BurstEnvironment environment) =>
        Open(new Run(definition, "", environment), trigger);

    private static ActivityContext Open(Run run, Node node)
    {
        var parent = node.Parent is null ? null : Open(run, node.Parent);
        var context = new ActivityContext(run, node, parent, "", run.Environment.Now);
        Memory.Declare(context, null);
        return context;
    }
}

/// <summary>A start that the clock brings.</summary>
/// <param name="ActivityId">The trigger.</param>
/// <param name="At">Null when it comes never, or never again.</param>
public sealed record ScheduledStart(string DefinitionId, string ActivityId, DateTimeOffset? At)
{
    /// <summary>Why its moment cannot be computed; null when it can.</summary>
    public string? Problem { get; init; }
}
