using Planning.Flows.Activities;
using Planning.Flows.Definitions;
using Planning.Flows.Flowcharts;

namespace Planning.Flows.Instances;

/// <summary>Between the state at rest and the instance while a burst runs.</summary>
internal static class StateStore
{
    public static Run Open(WorkflowDefinition definition, WorkflowState state, BurstEnvironment environment)
    {
        if (state.DefinitionVersionId != definition.Id)
        {
            throw new ArgumentException(
                $"The instance {state.Id} runs on {state.DefinitionVersionId}, not on {definition.Id}.", nameof(definition));
        }

        var run = new Run(definition, state.Id, environment, state.LogSequence)
        {
            CreatedAt = state.CreatedAt,
            SubStatus = state.SubStatus,
            CorrelationId = state.CorrelationId,
            InstanceName = state.Name,
            TriggerActivityId = state.TriggerActivityId,
            Parent = state.Parent,
            Input = new ValueBag(state.Input),
            Output = new ValueBag(state.Output),
        };
        run.Restore(state.Bookmarks, state.Incidents);
        run.Outputs.Load(state.Outputs);
        var contexts = OpenContexts(run, state);
        foreach (var item in state.Scheduled)
        {
            run.Enqueue(new WorkItem(
                Run.Require(definition, item.NodeId), item.OwnerId is null ? null : contexts[item.OwnerId], item.Callback,
                item.Tag, item.Variables, item.ExistingId is null ? null : contexts[item.ExistingId]));
        }

        return run;
    }

    public static Burst Close(Run run)
    {
        var isOver = run.SubStatus is not WorkflowSubStatus.Suspended;
        var state = new WorkflowState
        {
            Id = run.InstanceId,
            DefinitionId = run.Definition.DefinitionId,
            DefinitionVersionId = run.Definition.Id,
            DefinitionVersion = run.Definition.Version,
            SubStatus = run.SubStatus,
            CorrelationId = run.CorrelationId,
            Name = run.InstanceName,
            TriggerActivityId = run.TriggerActivityId,
            Parent = run.Parent,
            Input = [.. run.Input],
            Output = [.. run.Output],
            Activities = [.. run.Contexts.Select(Close)],
            Bookmarks = [.. run.Bookmarks],
            Incidents = [.. run.Incidents],
            Scheduled = [.. run.Queue.Select(Close)],
            Outputs = run.Outputs.Save(),
            LogSequence = run.Journal.Sequence,
            CreatedAt = run.CreatedAt,
            UpdatedAt = run.Environment.Now,
            FinishedAt = isOver ? run.Environment.Now : null,
        };
        return new Burst(state, run.Created, run.Burned, run.Journal.Records, run.NewIncidents, run.Lines)
        {
            Activities = run.Journal.Activities(),
            Effects = run.Effects,
        };
    }

    private static Dictionary<string, ActivityContext> OpenContexts(Run run, WorkflowState state)
    {
        var contexts = new Dictionary<string, ActivityContext>(StringComparer.Ordinal);
        foreach (var stored in state.Activities)
        {
            var parent = stored.ParentId is null ? null : contexts[stored.ParentId];
            var node = Run.Require(run.Definition, stored.NodeId);
            var context = new ActivityContext(run, node, parent, stored.Id, stored.StartedAt)
            {
                Status = stored.Status,
                Callback = stored.Callback,
                Tag = stored.Tag,
                FaultCount = stored.FaultCount,
                CompletedAt = stored.CompletedAt,
                Visits = stored.Visits.Count == 0 ? null : new FlowVisits(stored.Visits),
            };
            Fill(context.Properties, stored.Properties);
            Fill(context.Inputs, stored.Inputs);
            context.Tokens.AddRange(stored.Tokens);
            context.Variables.AddRange(stored.Variables.Select(kept => new Variable(kept.Id, kept.Name, kept.Value)));
            contexts[stored.Id] = context;
            run.Add(context);
        }

        return contexts;
    }

    private static void Fill(ValueBag bag, IReadOnlyCollection<KeyValuePair<string, object?>> values)
    {
        foreach (var (name, value) in values)
        {
            bag[name] = value;
        }
    }

    private static ActivityState Close(ActivityContext context) => new()
    {
        Id = context.Id,
        ParentId = context.Parent?.Id,
        NodeId = context.Node.NodeId,
        Status = context.Status,
        Callback = context.Callback,
        Tag = context.Tag,
        FaultCount = context.FaultCount,
        StartedAt = context.StartedAt,
        CompletedAt = context.CompletedAt,
        Variables = [.. context.Variables.Select(variable => new VariableState(variable.Id, variable.Name, variable.Value))],
        Properties = [.. context.Properties],
        Inputs = [.. context.Inputs],
        Tokens = [.. context.Tokens],
        Visits = context.Visits?.All ?? [],
    };

    private static ScheduledActivity Close(WorkItem item) =>
        new(item.Node.NodeId, item.Owner?.Id, item.Callback, item.Tag, item.Existing?.Id, item.Variables);
}
