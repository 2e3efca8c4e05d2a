using Planning.Flows.Expressions;
using Planning.Flows.Instances;
using Planning.Grains.Store;

namespace Planning.Grains.Turns;

/// <summary>What workflows did in a turn, in the form in which it is kept.</summary>
internal sealed class TurnLog
{
    // So that what is dropped in whole rows leaves little more than was asked for.
    private const int MostEntriesInRow = 500;

    // The log shows values to people; who needs all of one finds it in the instance, as long as that has it.
    private const int LongestValue = 4_000;

    private readonly List<StoredLog> _rows = [];
    private readonly Dictionary<string, StoredExecution> _executions = new(StringComparer.Ordinal);

    public void Keep(Burst burst)
    {
        var instance = burst.State.Id;
        foreach (var entries in burst.Log.Chunk(MostEntriesInRow))
        {
            _rows.Add(new StoredLog(
                instance, entries[0].Sequence, entries[^1].Sequence, TurnJson.Write(entries.Select(Kept).ToList())));
        }

        var last = burst.Log.GroupBy(entry => entry.ActivityInstanceId, StringComparer.Ordinal)
            .ToDictionary(of => of.Key, of => of.Last().Sequence, StringComparer.Ordinal);
        foreach (var execution in burst.Activities)
        {
            _executions[execution.Id] = new StoredExecution(
                execution.Id, instance, execution.ActivityNodeId, last[execution.Id],
                execution.Status is ActivityStatus.Completed or ActivityStatus.Canceled, TurnJson.Write(Kept(execution)));
        }
    }

    public TurnCommit Write(TurnCommit commit) => commit with
    {
        Log = [.. _rows],
        Executions = [.. _executions.Values.OrderBy(execution => execution.Instance, StringComparer.Ordinal)],
    };

    private static LogEntry Kept(LogRecord entry) => new(
        entry.Sequence,
        entry.Timestamp,
        entry.EventName,
        entry.ActivityInstanceId,
        entry.ParentActivityInstanceId,
        entry.ActivityId,
        entry.ActivityNodeId,
        entry.ActivityType,
        entry.ActivityTypeVersion,
        entry.ActivityName,
        Kept(entry.ActivityState),
        entry.Outcomes is [] ? null : entry.Outcomes,
        Kept(entry.Outputs),
        Kept(entry.Fault));

    private static ActivityExecution Kept(ActivityRecord execution) => new(
        execution.Id,
        execution.ParentId,
        execution.ActivityId,
        execution.ActivityNodeId,
        execution.ActivityType,
        execution.ActivityTypeVersion,
        execution.ActivityName,
        execution.Status.ToString(),
        execution.HasBookmarks,
        execution.FaultCount,
        execution.StartedAt,
        execution.CompletedAt,
        Kept(execution.Inputs),
        execution.Outcomes is [] ? null : execution.Outcomes,
        Kept(execution.Outputs),
        Kept(execution.Fault));

    private static Dictionary<string, object?>? Kept(ValueBag? values) => values is null or { Count: 0 }
        ? null
        : values.ToDictionary(value => value.Key, value => Cut(value.Value), StringComparer.Ordinal);

    private static IncidentRow? Kept(Incident? fault) => fault is null ? null : IncidentRow.Of(fault, open: null);

    private static object? Cut(object? value) => Values.ToText(value) is { Length: > LongestValue } text
        ? string.Concat(text.AsSpan(0, LongestValue), "…")
        : value;
}
