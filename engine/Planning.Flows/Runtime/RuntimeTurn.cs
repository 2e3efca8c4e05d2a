using System.Collections.Immutable;
using Planning.Flows.Alterations;
using Planning.Flows.Definitions;
using Planning.Flows.Elsa;
using Planning.Flows.Instances;

namespace Planning.Flows.Runtime;

/// <summary>One operation of the runtime while it runs: bursts, and what they make happen to other instances.</summary>
internal sealed class RuntimeTurn : ISurroundings
{
    private readonly DefinitionSet _definitions;
    private readonly BurstEnvironment _environment;
    private readonly List<Burst> _bursts = [];
    private readonly List<string> _created = [];
    private readonly List<string> _lines = [];
    private readonly List<Effect> _outside = [];
    private readonly Queue<Action> _next = [];
    private readonly List<string> _chain = [];
    private ImmutableSortedDictionary<string, WorkflowState> _instances;
    private BurstRefusal? _refusal;
    private int _cascade;

    public RuntimeTurn(
        DefinitionSet definitions,
        BurstEnvironment environment,
        ImmutableSortedDictionary<string, WorkflowState> instances)
    {
        _definitions = definitions;
        _environment = environment with { Surroundings = this };
        _instances = instances;
    }

    public WorkflowState Begin(WorkflowStart start)
    {
        var definition = _definitions.Find(start) ?? Required(start.DefinitionId);
        var id = start.InstanceId ?? _environment.NextId();
        _created.Add(id);
        _chain.Add(start.DefinitionId);
        try
        {
            return Keep(WorkflowRunner.Start(
                definition, id, start.CorrelationId, start.Input, _environment, start.TriggerActivityId, start.Parent));
        }
        finally
        {
            _chain.RemoveAt(_chain.Count - 1);
        }
    }

    public WorkflowState RunChild(WorkflowStart child)
    {
        if (_chain.Count >= WorkflowRuntime.DeepestChain)
        {
            var circle = _chain.Skip(Math.Max(_chain.LastIndexOf(child.DefinitionId), 0)).Append(child.DefinitionId);
            throw new InvalidOperationException($"Workflows run one another more than {WorkflowRuntime.DeepestChain} deep: "
                + $"{string.Join(" → ", circle)}. Look for a workflow that runs itself.");
        }

        return Begin(child);
    }

    public void RequireWorkflow(string definitionId) => _ = Required(definitionId);

    public void Wrote(string line) => _lines.Add(line);

    public void Deliver(WorkflowEvent published)
    {
        // Who waits now; a workflow that begins with the event does not hear it a second time.
        var waiting = Waiting(bookmark => bookmark.Is(Event.Stimulus, Event.EventName, published.Name))
            .Where(one => Hears(_instances[one.InstanceId], published)).ToList();
        foreach (var (definition, activityId) in published.InstanceId is null
            ? Triggers.Of(_definitions, published.Name, _environment).ToList()
            : [])
        {
            if (Activation.Allows(definition, published.CorrelationId, _instances.Values))
            {
                Begin(new WorkflowStart(
                    definition.DefinitionId, published.Input, published.CorrelationId, TriggerActivityId: activityId));
            }
        }

        foreach (var (instanceId, bookmarkId) in waiting)
        {
            ResumeIfWaiting(instanceId, bookmarkId, published.Input);
        }
    }

    public void Wake(Func<Bookmark, bool> isMeant, IReadOnlyDictionary<string, object?> input)
    {
        foreach (var (instanceId, bookmarkId) in Waiting(isMeant).ToList())
        {
            ResumeIfWaiting(instanceId, bookmarkId, input);
        }
    }

    public void ResumeDue()
    {
        var due = Waiting(bookmark => bookmark.DueAt <= _environment.Now, bookmark => bookmark.DueAt!.Value).ToList();
        foreach (var (instanceId, bookmarkId) in due)
        {
            ResumeIfWaiting(instanceId, bookmarkId, ImmutableDictionary<string, object?>.Empty);
        }
    }

    public void Resume(string instanceId, string bookmarkId, IReadOnlyDictionary<string, object?> input) => Run(
        instanceId, (definition, state) => WorkflowRunner.Resume(definition, state, bookmarkId, input, _environment));

    public void Cancel(string instanceId)
    {
        Run(instanceId, (definition, state) => WorkflowRunner.Cancel(definition, state, _environment));
        foreach (var child in _instances.Values.Where(one => one.Parent?.InstanceId == instanceId).ToList())
        {
            if (child.Status is WorkflowStatus.Running)
            {
                Cancel(child.Id);
            }
        }
    }

    public void Retry(string instanceId, string? activityInstanceId) => Run(
        instanceId, (definition, state) => WorkflowRunner.Retry(definition, state, _environment, activityInstanceId));

    public void Alter(string instanceId, IReadOnlyList<Alteration> alterations) => Run(
        instanceId, (definition, state) => AlterationRunner.Alter(definition, state, alterations, _environment));

    /// <summary>Delivers what the bursts left for other instances, until nothing is left.</summary>
    public RuntimeChange Close()
    {
        while (_next.TryDequeue(out var act))
        {
            act();
        }

        return new RuntimeChange(_instances, _bursts, _created, _lines, _outside) { Refusal = _refusal };
    }

    private static bool Hears(WorkflowState instance, WorkflowEvent published) =>
        (published.InstanceId is null || instance.Id == published.InstanceId)
        && (published.CorrelationId is null || instance.CorrelationId == published.CorrelationId);

    private IEnumerable<(string InstanceId, string BookmarkId)> Waiting(
        Func<Bookmark, bool> isMeant, Func<Bookmark, DateTimeOffset>? since = null) =>
        from instance in _instances.Values
        from bookmark in instance.Bookmarks
        where isMeant(bookmark)
        orderby since is null ? bookmark.CreatedAt : since(bookmark), instance.CreatedAt
        select (instance.Id, bookmark.Id);

    private void ResumeIfWaiting(string instanceId, string bookmarkId, IReadOnlyDictionary<string, object?> input)
    {
        if (_instances[instanceId].Bookmarks.Any(bookmark => bookmark.Id == bookmarkId))
        {
            Resume(instanceId, bookmarkId, input);
        }
    }

    private void Run(string instanceId, Func<WorkflowDefinition, WorkflowState, Burst> run)
    {
        var state = _instances[instanceId];
        var definition = _definitions.Version(state.DefinitionVersionId)
            ?? throw new InvalidOperationException(
                $"The version {state.DefinitionVersionId} that the instance {instanceId} began with is not there any more.");
        var burst = run(definition, state);
        if (burst.Refusal is null)
        {
            Keep(burst);
        }
        else
        {
            _refusal = burst.Refusal;
        }
    }

    private WorkflowState Keep(Burst burst)
    {
        var state = burst.State;
        _instances = _instances.SetItem(state.Id, state);
        _bursts.Add(burst);
        foreach (var effect in burst.Effects)
        {
            Route(effect, state.Id);
        }

        if (state is { Status: WorkflowStatus.Finished, Parent: { ActivityInstanceId: { } waiting } parent })
        {
            Later(state.Id, () => WakeParent(parent.InstanceId, waiting, state));
        }

        return state;
    }

    private void Route(Effect effect, string instanceId)
    {
        switch (effect)
        {
            case Effect.EventPublished published:
                Later(instanceId, () => Deliver(published.Event));
                break;
            case Effect.ChildDispatched dispatched:
                Later(instanceId, () => Begin(dispatched.Start));
                break;
            default:
                _outside.Add(effect);
                break;
        }
    }

    private void Later(string instanceId, Action act)
    {
        var cascade = _cascade + 1;
        _next.Enqueue(() =>
        {
            _cascade = cascade;
            if (cascade <= WorkflowRuntime.LongestCascade && _bursts.Count < WorkflowRuntime.MostBursts)
            {
                act();
            }
            else
            {
                StopRunaway(instanceId);
            }
        });
    }

    private void WakeParent(string parentId, string activityInstanceId, WorkflowState child)
    {
        if (_instances.TryGetValue(parentId, out var parent)
            && parent.Bookmarks.FirstOrDefault(waits => Children.Wakes(waits, activityInstanceId, child.Id)) is { } bookmark)
        {
            Resume(parentId, bookmark.Id, Children.InputOf(child));
        }
    }

    private void StopRunaway(string instanceId)
    {
        _next.Clear();
        var state = _instances[instanceId];
        var incident = new Incident(
            "Workflows started or woke one another without end, so what this instance asked for last was not done. "
            + "Look for workflows that wake each other in a circle.",
            _environment.Now);
        var stopped = state with { Incidents = [.. state.Incidents, incident], UpdatedAt = _environment.Now };
        _instances = _instances.SetItem(instanceId, stopped);
        _bursts.Add(new Burst(stopped, [], [], [], [incident], []));
    }

    private WorkflowDefinition Required(string definitionId) => _definitions.Published(definitionId)
        ?? throw new InvalidOperationException($"No published version of workflow definition with ID {definitionId} found.");
}
