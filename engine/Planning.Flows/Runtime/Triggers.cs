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

    private static string? NameOf(WorkflowDefinition definition, Node trigger, BurstEnvironment environment) =>
        InputOf<string>(definition, trigger, Event.Name, environment);

    /// <summary>An input of an activity that nobody runs yet, over the first values of the variables.</summary>
    /// <returns>The type's default when the expression cannot be computed before the workflow runs.</returns>
    public static T? InputOf<T>(WorkflowDefinition definition, Node trigger, string input, BurstEnvironment environment)
    {
        var run = new Run(definition, "", environment);
        var context = Open(run, trigger);
        try
        {
            return context.Evaluate<T>(input);
        }
        catch (InputFailedException)
        {
            return default; // It needs what only an instance has, so nothing can begin by it.
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
