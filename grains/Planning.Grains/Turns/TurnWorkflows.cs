using System.Collections.Immutable;
using System.Globalization;
using Planning.Accounts.Customers;
using Planning.Accounts.Plans;
using Planning.Accounts.Stages;
using Planning.Flows.Instances;
using Planning.Flows.Runtime;
using Planning.Grains.Store;
using Planning.Workflows.Plans;

namespace Planning.Grains.Turns;

/// <summary>The workflow instances of a customer within one turn: wakes them, and collects what is to be written.</summary>
/// <remarks>What they start, publish and wait for among themselves happens in the same turn.</remarks>
internal sealed class TurnWorkflows(Turn turn, CustomerState before, DateTimeOffset now)
{
    private readonly Dictionary<string, StoredBookmark> _created = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _burned = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _changed = new(StringComparer.Ordinal);
    private readonly TurnLog _log = new();
    private readonly Dictionary<string, OutboxEntry> _requested = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _withdrawn = new(StringComparer.Ordinal);
    private int _ids;

    public ImmutableSortedDictionary<string, WorkflowState> After { get; private set; } = before.Workflows;

    /// <summary>What the customer takes along into its next turn: instances that are over stay in the store alone, or a
    /// customer would grow heavier with every workflow it ever had.</summary>
    public ImmutableSortedDictionary<string, WorkflowState> AtRest => After.RemoveRange(
        After.Values.Where(instance => instance.Status is WorkflowStatus.Finished).Select(instance => instance.Id));

    /// <summary>Lets waiting workflows know what happened; they run until they wait again.</summary>
    public void Hear(CustomerEvent happened)
    {
        switch (Stimulus.Of(happened))
        {
            case Stimulus.Start start:
                Begin(new WorkflowStart(start.DefinitionId, start.Input, turn.Customer.Id.Value, start.InstanceId));
                break;
            case Stimulus.Resume resume:
                Keep(Runtime().Wake(After, resume.Wakes, resume.Input));
                break;
            case Stimulus.Cancel cancel when After.TryGetValue(cancel.InstanceId, out var led) && led.Status is not WorkflowStatus.Finished:
                Keep(Runtime().Cancel(After, cancel.InstanceId));
                break;
            default:
                break;
        }
    }

    /// <summary>Goes on at a bookmark; one that is gone wakes nobody.</summary>
    public void Wake(string bookmark) => Keep(Runtime().Wake(
        After, waits => waits.Id == bookmark, ImmutableDictionary<string, object?>.Empty));

    /// <summary>Lets all workflows of the customer know of an event, and those begin that begin with it.</summary>
    public void Publish(WorkflowEvent published) => Keep(Runtime().Publish(After, published));

    /// <summary>Does something to the workflows that none of them asked for.</summary>
    /// <returns>Why it was not done; nothing when it was.</returns>
    public BurstRefusal? Ask(Func<WorkflowRuntime, ImmutableSortedDictionary<string, WorkflowState>, RuntimeChange> what)
    {
        var change = what(Runtime(), After);
        Keep(change);
        return change.Refusal;
    }

    /// <returns>False when no workflow waits for that task (any more).</returns>
    public bool CompleteTask(string taskId, object? result)
    {
        var change = Runtime().CompleteTask(After, taskId, result);
        Keep(change);
        return change.Refusal is null;
    }

    /// <summary>Goes on where a request has come to its outcome; one that nobody waits for any more wakes nobody.</summary>
    public void CompleteHttp(string requestId, HttpOutcome outcome) =>
        Keep(Runtime().CompleteHttp(After, requestId, outcome));

    /// <param name="told">Hears why the workflow does not begin, or nothing, before anything that follows from it.</param>
    public void Begin(WorkflowStart start, Action<BurstRefusal?> told)
    {
        var change = Runtime().Start(After, start);
        told(change.Refusal);
        Keep(change);
    }

    public TurnCommit Write(TurnCommit commit) => _changed is { Count: 0 } ? commit : _log.Write(commit with
    {
        Instances =
        [
            .. from id in _changed
               let instance = After[id]
               select new StoredInstance(
                   id, instance.DefinitionId, instance.DefinitionVersion, instance.Status.ToString(), instance.ToJson()),
        ],
        BookmarksCreated = [.. _created.Values],
        BookmarksBurned = [.. _burned],
        OutboxAdded = [.. _requested.Values],
        OutboxRemoved = [.. commit.OutboxRemoved.Union(_withdrawn)],
    });

    private void Begin(WorkflowStart start)
    {
        var change = Runtime().Start(After, start);
        Keep(change);
        if (change.Refusal is { } refusal)
        {
            var faulted = new WorkflowFaulted(start.DefinitionId, refusal.Reason);
            turn.Happened(turn.Customer.Plan?.Id == start.InstanceId
                ? faulted
                : faulted with { Instance = start.InstanceId, Workflow = start.DefinitionId });
        }
    }

    private void Keep(RuntimeChange change)
    {
        After = change.Instances;
        foreach (var burst in change.Bursts)
        {
            Keep(burst);
        }

        foreach (var instance in change.Bursts.Select(burst => burst.State.Id).Distinct(StringComparer.Ordinal))
        {
            if (turn.Customer.HasIncident(instance) && !After[instance].OpenIncidents.Any())
            {
                turn.Happened(new IncidentMended(instance, NameOf(After[instance])));
            }
        }
    }

    private void Keep(Burst burst)
    {
        _changed.Add(burst.State.Id);
        _log.Keep(burst);
        foreach (var bookmark in burst.BookmarksCreated)
        {
            _created.Add(bookmark.Id, new StoredBookmark(
                bookmark.Id, burst.State.Id, bookmark.Name, bookmark.Data.GetRawText()));
            if (HttpCall.AwaitedBy(bookmark) is { } call)
            {
                _requested.Add(bookmark.Id, OutboxEntry.Of(burst.State.Id, call));
            }
        }

        foreach (var bookmark in burst.BookmarksBurned)
        {
            Burn(bookmark);
        }

        foreach (var incident in burst.NewIncidents)
        {
            turn.Happened(Told(burst.State, incident));
        }

        if (burst.State.SubStatus is WorkflowSubStatus.Cancelled && turn.Customer.Plan is { } led && led.Id == burst.State.Id)
        {
            turn.Happened(new PlanGivenUp(led.HorizonFrom, led.HorizonTo));
        }

        if (burst.State.Status is WorkflowStatus.Finished && turn.Customer.Plan is { Track: { Open: [], Passed: [.., var last] } } plan
            && plan.Id == burst.State.Id)
        {
            turn.Happened(new StagesCompleted(last));
        }

        if (burst.State.Status is WorkflowStatus.Finished)
        {
            foreach (var happened in turn.Customer.WorkflowOver(
                burst.State.Id, burst.State.SubStatus is WorkflowSubStatus.Cancelled).ToList())
            {
                turn.Happened(happened);
            }
        }
    }

    private WorkflowFaulted Told(WorkflowState instance, Incident incident)
    {
        var faulted = new WorkflowFaulted(incident.ActivityId ?? NameOf(instance), incident.Message);
        return instance.Id == turn.Customer.Plan?.Id
            ? faulted
            : faulted with
            {
                Instance = instance.Id,
                Workflow = NameOf(instance),
                Over = instance.Status is WorkflowStatus.Finished,
            };
    }

    // What was asked for and given up within the turn has never been.
    private void Burn(Bookmark bookmark)
    {
        if (_created.Remove(bookmark.Id))
        {
            _requested.Remove(bookmark.Id);
            return;
        }

        _burned.Add(bookmark.Id);
        if (HttpCall.AwaitedBy(bookmark) is { } call)
        {
            _withdrawn.Add(call.Id);
        }
    }

    public string NameOf(WorkflowState instance) =>
        turn.Playbook.Definitions.Version(instance.DefinitionVersionId)?.Name ?? instance.DefinitionId;

    // A turn without end is refused whole; an activity must not swallow that as a fault of its own.
    public WorkflowRuntime Runtime() => new(turn.Playbook.Definitions, new BurstEnvironment(now, NextId, turn)
    {
        IsFaultOfActivity = fault => fault is not (RunawayTurnException or OperationCanceledException or OutOfMemoryException),
    });

    /// <summary>Unique in the store, and the same when the turn is taken again.</summary>
    public string NextId() => string.Create(
        CultureInfo.InvariantCulture, $"{turn.Customer.Id}.{before.Version + 1}.{++_ids}");
}
