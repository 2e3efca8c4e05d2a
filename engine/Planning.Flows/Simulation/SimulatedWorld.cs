using System.Collections.Immutable;
using System.Globalization;
using Planning.Flows.Alterations;
using Planning.Flows.Definitions;
using Planning.Flows.Elsa;
using Planning.Flows.Flowcharts;
using Planning.Flows.Instances;
using Planning.Flows.Runtime;

namespace Planning.Flows.Simulation;

/// <summary>A host in memory, with a clock that only steps move: the same runtime, and nothing ever leaves it.</summary>
/// <remarks>Between two steps every instance rests as the text it would be stored as.</remarks>
public sealed class SimulatedWorld(DefinitionSet definitions, DateTimeOffset begins)
{
    /// <summary>More moments than this in one step of time, and the rest of it passes without them.</summary>
    private const int MostMoments = 10_000;

    private readonly List<string> _created = [];
    private readonly List<string> _lines = [];
    private readonly List<(string InstanceId, LogRecord Record)> _log = [];
    private readonly List<Effect> _effects = [];
    private ImmutableSortedDictionary<string, WorkflowState> _instances =
        ImmutableSortedDictionary.Create<string, WorkflowState>(StringComparer.Ordinal);
    private ImmutableList<ScheduledStart> _scheduled =
    [
        .. definitions.InForce.SelectMany(
            new WorkflowRuntime(definitions, new BurstEnvironment(begins, () => "", null)).FirstStarts),
    ];

    private int _ids;

    public DateTimeOffset Now { get; private set; } = begins;

    /// <summary>How flowcharts decide in every instance.</summary>
    public FlowchartExecutionMode FlowchartMode { get; init; }

    /// <summary>What happens after a fault when a definition does not say; Elsa's own default is Fault.</summary>
    public IncidentStrategy IncidentStrategy { get; init; } = IncidentStrategy.Fault;

    /// <summary>In the order of their creation.</summary>
    public IReadOnlyList<WorkflowState> Instances => [.. _created.Select(id => _instances[id])];

    /// <summary>The first instance of all; null before the first start.</summary>
    public WorkflowState? Main => _created is [var first, ..] ? _instances[first] : null;

    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Tasks and requests that somebody still waits for, the oldest first.</summary>
    public IReadOnlyList<Effect> Open => [.. _effects.Where(IsOpen)];

    public IReadOnlyList<LogRecord> LogOf(string instanceId) =>
        [.. _log.Where(entry => entry.InstanceId == instanceId).Select(entry => entry.Record)];

    public RuntimeChange Start(
        string definitionId, IReadOnlyDictionary<string, object?> input, string? correlationId = null) =>
        Keep(Runtime().Start(_instances, new WorkflowStart(definitionId, input, correlationId)));

    /// <returns>Refused when nobody waits for the step; an event that nobody waits for is none the less heard.</returns>
    public RuntimeChange Take(WorldStep step) => step switch
    {
        WorldStep.Event happened => Publish(happened),
        WorldStep.Resume resumed => Resume(resumed.ActivityId),
        WorldStep.Task done => CompleteTask(done),
        WorldStep.Cancel => Main is { } main ? Keep(Runtime().Cancel(_instances, main.Id)) : Refused("There is no instance."),
        WorldStep.Advance advance => Advance(advance.Span),
        WorldStep.Http answered => Answer(answered),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public RuntimeChange Alter(string instanceId, IReadOnlyList<Alteration> alterations) =>
        Keep(Runtime().Alter(_instances, instanceId, alterations));

    private RuntimeChange Publish(WorldStep.Event happened)
    {
        var instance = happened switch
        {
            { Any: true } => null,
            { InstanceOf: { } definition } => Instances.FirstOrDefault(one => one.DefinitionId == definition)?.Id,
            _ => Main?.Id,
        };
        return instance is null && !happened.Any
            ? Refused($"There is no instance of {happened.InstanceOf ?? "any workflow"}.")
            : Keep(Runtime().Publish(
                _instances, new WorkflowEvent(happened.Name, happened.Payload, happened.CorrelationId, instance)));
    }

    private RuntimeChange Resume(string activityId)
    {
        var waiting = Instances.SelectMany(one => one.Bookmarks.Select(bookmark => (Instance: one.Id, Bookmark: bookmark)))
            .FirstOrDefault(one => one.Bookmark.ActivityId == activityId);
        return waiting.Bookmark is null
            ? Refused($"The activity \"{activityId}\" does not wait.")
            : Keep(Runtime().Resume(
                _instances, waiting.Instance, waiting.Bookmark.Id, ImmutableDictionary<string, object?>.Empty));
    }

    private RuntimeChange CompleteTask(WorldStep.Task done) =>
        Open.OfType<Effect.TaskRequested>().FirstOrDefault(task => task.TaskName == done.Name) is { } task
            ? Keep(Runtime().CompleteTask(_instances, task.TaskId, done.Result))
            : Refused($"No task \"{done.Name}\" is waiting to be done.");

    private RuntimeChange Answer(WorldStep.Http answered) =>
        Open.OfType<Effect.HttpRequested>().FirstOrDefault(
            request => answered.ActivityId is null || request.ActivityId == answered.ActivityId) is { } request
            ? Keep(Runtime().CompleteHttp(_instances, request.Call.Id, answered.Outcome))
            : Refused($"No request{(answered.ActivityId is { } id ? $" of \"{id}\"" : "")} is waiting for an answer.");

    private RuntimeChange Advance(TimeSpan span)
    {
        var until = Now + span;
        var changes = new List<RuntimeChange>();
        while (Next(until) is { } due && changes.Count < MostMoments)
        {
            Now = due;
            foreach (var start in _scheduled.Where(start => start.At <= due).ToList())
            {
                changes.Add(Begin(start));
            }

            changes.Add(Keep(Runtime().ResumeDue(_instances)));
        }

        Now = until;
        return new RuntimeChange(
            _instances, [.. changes.SelectMany(change => change.Bursts)], [.. changes.SelectMany(change => change.Created)],
            [.. changes.SelectMany(change => change.Lines)], [.. changes.SelectMany(change => change.Effects)]);
    }

    private RuntimeChange Begin(ScheduledStart start)
    {
        _scheduled = _scheduled.Replace(start, Runtime().NextStart(
            definitions.Published(start.DefinitionId)!, start.ActivityId, start.At!.Value));
        return Keep(Runtime().Start(_instances, new WorkflowStart(
            start.DefinitionId, ImmutableDictionary<string, object?>.Empty, TriggerActivityId: start.ActivityId)));
    }

    private DateTimeOffset? Next(DateTimeOffset until)
    {
        var due = _instances.Values.SelectMany(one => one.Bookmarks).Select(bookmark => bookmark.DueAt)
            .Concat(_scheduled.Select(start => start.At))
            .Where(moment => moment <= until).Min();
        return due < Now ? Now : due;
    }

    private bool IsOpen(Effect effect)
    {
        var (instance, id) = effect switch
        {
            Effect.TaskRequested task => (task.InstanceId, task.TaskId),
            Effect.HttpRequested request => (request.InstanceId, request.Call.Id),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return _instances[instance].Bookmarks.Any(
            bookmark => bookmark.Carries(RunTask.TaskId, id) || bookmark.Carries(Http.RequestId, id));
    }

    private WorkflowRuntime Runtime() => new(definitions, new BurstEnvironment(Now, NextId, null)
    {
        FlowchartMode = FlowchartMode,
        IncidentStrategy = IncidentStrategy,
    });

    private RuntimeChange Refused(string reason) =>
        new(_instances, [], [], [], []) { Refusal = new BurstRefusal("step-impossible", reason) };

    private RuntimeChange Keep(RuntimeChange change)
    {
        _instances = change.Instances.SetItems(change.Bursts.Select(burst => burst.State.Id).Distinct()
            .Select(id => KeyValuePair.Create(id, WorkflowState.Parse(change.Instances[id].ToJson()))));
        _created.AddRange(change.Created);
        _lines.AddRange(change.Lines);
        _effects.AddRange(change.Effects);
        foreach (var burst in change.Bursts)
        {
            _log.AddRange(burst.Log.Select(record => (burst.State.Id, record)));
        }

        return change;
    }

    private string NextId() => string.Create(CultureInfo.InvariantCulture, $"id{++_ids}");
}
