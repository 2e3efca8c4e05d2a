using Planning.Flows.Activities;
using Planning.Flows.Definitions;
using Planning.Flows.Elsa;
using Planning.Flows.Expressions;
using Planning.Flows.Flowcharts;
using Planning.Flows.Instances;

namespace Planning.Flows.Alterations;

/// <summary>Alters instances, all or nothing, and lets them run on.</summary>
/// <remarks>Pure, as <see cref="WorkflowRunner"/> is.</remarks>
public static class AlterationRunner
{
    /// <returns>A burst with a refusal that names everything that stands in the way, and the state unchanged; otherwise the
    /// instance after it ran on.</returns>
    public static Burst Alter(
        WorkflowDefinition definition,
        WorkflowState state,
        IReadOnlyList<Alteration> alterations,
        BurstEnvironment environment)
    {
        if (WorkflowRunner.RefusalOf(state) is { } refusal)
        {
            return WorkflowRunner.Refused(state, refusal);
        }

        var problems = new List<string>();
        var (target, migrated) = (definition, state);
        foreach (var migrate in alterations.OfType<Alteration.Migrate>())
        {
            (target, migrated) = (migrate.Target, Migration.Of(migrated, target, migrate.Target, problems));
        }

        if (problems is [])
        {
            var run = StateStore.Open(target, migrated, environment);
            Apply(run, alterations, problems);
            if (problems is [])
            {
                Scheduler.Drain(run);
                return StateStore.Close(run);
            }
        }

        return WorkflowRunner.Refused(state, new BurstRefusal("alteration-impossible", string.Join(' ', problems)));
    }

    private static void Apply(Run run, IReadOnlyList<Alteration> alterations, List<string> problems)
    {
        var orphaned = new List<(ActivityContext Owner, ActivityContext Child)>();
        foreach (var alteration in alterations)
        {
            switch (alteration)
            {
                case Alteration.ModifyVariable modify:
                    Modify(run, modify, problems);
                    break;
                case Alteration.CancelActivity cancel:
                    Cancel(run, cancel.ActivityId, orphaned, problems);
                    break;
                case Alteration.ScheduleActivity schedule:
                    Schedule(run, schedule.ActivityId, problems);
                    break;
                default:
                    break; // The migration came before.
            }
        }

        foreach (var (owner, child) in orphaned.Where(one => problems is [] && !one.Owner.HasWorkInside))
        {
            ((IContainerActivity)owner.Node.Activity).ChildCanceled(owner, child);
        }
    }

    private static void Modify(Run run, Alteration.ModifyVariable modify, List<string> problems)
    {
        var inUse = run.Contexts.SelectMany(context => context.Variables.Select(variable => (context.Node, Variable: variable)));
        var (node, variable) = inUse.OrderBy(one => one.Variable.Id != modify.VariableId)
            .FirstOrDefault(one => one.Variable.Id == modify.VariableId || one.Variable.Name == modify.VariableId);
        var value = Values.Canonical(modify.Value);
        if (variable is null)
        {
            problems.Add($"No variable {modify.VariableId} is in use in the instance now.");
        }
        else if (ValueLimits.SizeOf(value) > ValueLimits.Largest)
        {
            problems.Add($"The new value of \"{variable.Name}\" is larger than {ValueLimits.Largest:N0} characters.");
        }
        else
        {
            var type = node.Variables.FirstOrDefault(one => one.Id == variable.Id)?.Type ?? DataType.Any;
            variable.Value = Conversion.To(value, type).Value;
        }
    }

    private static void Cancel(
        Run run, string activityId, List<(ActivityContext Owner, ActivityContext Child)> orphaned, List<string> problems)
    {
        var executions = run.Contexts.Where(context => context.Node.Id == activityId && context.Parent is not null).ToList();
        if (executions is [])
        {
            problems.Add($"The activity \"{activityId}\" is not running, waiting or failed.");
        }

        foreach (var execution in executions)
        {
            orphaned.Add((execution.Parent!, execution));
            execution.Cancel();
        }
    }

    private static void Schedule(Run run, string activityId, List<string> problems)
    {
        if (run.Definition.FindById(activityId) is not { Parent: { } container } node)
        {
            problems.Add($"The workflow has no activity \"{activityId}\".");
        }
        else if (container.Activity is not (Flowchart or Sequence))
        {
            problems.Add($"\"{activityId}\" stands in neither a flowchart nor a sequence; schedule what stands around it.");
        }
        else if (run.Contexts.LastOrDefault(context => context.Node == container) is not { } owner)
        {
            problems.Add($"\"{container.Id}\", which contains \"{activityId}\", is not running.");
        }
        else
        {
            owner.Schedule(node);
        }
    }
}
