using System.Collections.Immutable;
using System.Globalization;
using Planning.Accounts.Customers;
using Planning.Accounts.Plans;
using Planning.Flows.Definitions;
using Planning.Flows.Instances;
using Planning.Grains.Store;
using Planning.Workflows.Plans;

namespace Planning.Grains.Turns;

/// <summary>The workflow instances of a customer within one turn: wakes them, and collects what is to be written.</summary>
internal sealed class TurnWorkflows(Turn turn, CustomerState before, DateTimeOffset now)
{
    private readonly Dictionary<string, StoredBookmark> _created = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _burned = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _changed = new(StringComparer.Ordinal);
    private int _ids;

    public ImmutableSortedDictionary<string, WorkflowState> After { get; private set; } = before.Workflows;

    /// <summary>Lets waiting workflows know what happened; they run until they wait again.</summary>
    public void Hear(CustomerEvent happened)
    {
        switch (Stimulus.Of(happened))
        {
            case Stimulus.Start start:
                var definition = turn.Playbook.Newest(start.DefinitionId);
                Keep(definition, WorkflowRunner.Start(
                    definition, start.InstanceId, turn.Customer.Id.Value, start.Input, Environment()));
                break;
            case Stimulus.Resume resume:
                // By creation, so that one event wakes two waiting branches always in the same order.
                var waiting = After.Values.SelectMany(instance => instance.Bookmarks).Where(resume.Wakes).ToList();
                waiting.ForEach(bookmark => Wake(bookmark.Id));
                break;
            default:
                break;
        }
    }

    /// <summary>Goes on at a bookmark; one that is gone wakes nobody.</summary>
    public void Wake(string bookmark)
    {
        if (After.Values.FirstOrDefault(state => state.Bookmarks.Any(waits => waits.Id == bookmark)) is { } instance)
        {
            var definition = turn.Playbook.Version(instance.DefinitionId, instance.DefinitionVersion);
            Keep(definition, WorkflowRunner.Resume(
                definition, instance, bookmark, ImmutableDictionary<string, object?>.Empty, Environment()));
        }
    }

    public TurnCommit Write(TurnCommit commit) => _changed is { Count: 0 } ? commit : commit with
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
    };

    private void Keep(WorkflowDefinition definition, Burst burst)
    {
        After = After.SetItem(burst.State.Id, burst.State);
        _changed.Add(burst.State.Id);
        foreach (var bookmark in burst.BookmarksCreated)
        {
            _created.Add(bookmark.Id, new StoredBookmark(
                bookmark.Id, burst.State.Id, bookmark.Name, bookmark.Data.GetRawText()));
        }

        foreach (var bookmark in burst.BookmarksBurned.Where(bookmark => !_created.Remove(bookmark.Id)))
        {
            _burned.Add(bookmark.Id);
        }

        foreach (var incident in burst.NewIncidents)
        {
            turn.Happened(new WorkflowFaulted(incident.ActivityId ?? definition.Name, incident.Message));
        }

        if (burst.State.Status is WorkflowStatus.Finished && turn.Customer.Plan is { Stage: null, Passed: [.., var last] } plan
            && plan.Id == burst.State.Id)
        {
            turn.Happened(new StagesCompleted(last));
        }
    }

    // A turn without end is refused whole; an activity must not swallow that as a fault of its own.
    private BurstEnvironment Environment() => new(now, NextId, turn)
    {
        IsFaultOfActivity = fault => fault is not (RunawayTurnException or OperationCanceledException or OutOfMemoryException),
    };

    // Unique in the store, and the same when the turn is taken again.
    private string NextId() => string.Create(
        CultureInfo.InvariantCulture, $"{turn.Customer.Id}.{before.Version + 1}.{++_ids}");
}
