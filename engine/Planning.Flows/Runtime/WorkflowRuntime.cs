using System.Collections.Immutable;
using Planning.Flows.Alterations;
using Planning.Flows.Definitions;
using Planning.Flows.Elsa;
using Planning.Flows.Instances;

namespace Planning.Flows.Runtime;

/// <summary>Runs instances that start, wake and wait for one another.</summary>
/// <remarks>Pure: the same definitions, instances, environment and request give the same change.</remarks>
public sealed class WorkflowRuntime(DefinitionSet definitions, BurstEnvironment environment)
{
    /// <summary>One burst lets another happen, and that another: longer chains in one operation are an incident.</summary>
    public const int LongestCascade = 500;

    /// <summary>More bursts than this in one operation are an incident as well, however wide they spread.</summary>
    public const int MostBursts = 20_000;

    /// <summary>A workflow may run another inside itself, and that another, so many deep.</summary>
    public const int DeepestChain = 25;

    /// <returns>Refused when there is no such workflow, or its activation strategy does not let it begin.</returns>
    public RuntimeChange Start(ImmutableSortedDictionary<string, WorkflowState> instances, WorkflowStart start)
    {
        if (definitions.Find(start) is not { } definition)
        {
            return Refused(instances, "definition-unknown", $"There is no workflow {start.VersionId ?? start.DefinitionId}.");
        }

        return Activation.Allows(definition, start.CorrelationId, instances.Values)
            ? Take(instances, turn => turn.Begin(start))
            : Refused(instances, "activation-refused",
                $"The workflow {definition.Name} does not begin while another that counts is running ({definition.Activation}).");
    }

    /// <summary>Starts the workflows that begin with the event, then wakes who waited for it, in the order of waiting.</summary>
    public RuntimeChange Publish(ImmutableSortedDictionary<string, WorkflowState> instances, WorkflowEvent published) =>
        Take(instances, turn => turn.Deliver(published));

    /// <summary>Wakes who waits at the bookmarks that are meant, in the order of waiting.</summary>
    public RuntimeChange Wake(
        ImmutableSortedDictionary<string, WorkflowState> instances,
        Func<Bookmark, bool> isMeant,
        IReadOnlyDictionary<string, object?> input) =>
        Take(instances, turn => turn.Wake(isMeant, input));

    /// <summary>Goes on at one particular bookmark.</summary>
    public RuntimeChange Resume(
        ImmutableSortedDictionary<string, WorkflowState> instances,
        string instanceId,
        string bookmarkId,
        IReadOnlyDictionary<string, object?> input) =>
        OnOne(instances, instanceId, turn => turn.Resume(instanceId, bookmarkId, input));

    /// <summary>Goes on where somebody has done a task.</summary>
    /// <param name="result">Any JSON-able value.</param>
    public RuntimeChange CompleteTask(
        ImmutableSortedDictionary<string, WorkflowState> instances, string taskId, object? result) =>
        WakeOne(instances, RunTask.TaskId, taskId,
            new Dictionary<string, object?>(StringComparer.Ordinal) { [RunTask.Result] = result });

    /// <summary>Goes on where a request has come to its outcome.</summary>
    public RuntimeChange CompleteHttp(
        ImmutableSortedDictionary<string, WorkflowState> instances, string requestId, HttpOutcome outcome) =>
        WakeOne(instances, Http.RequestId, requestId, Http.InputOf(outcome));

    /// <summary>Goes on at every bookmark whose time has come, the earliest first.</summary>
    public RuntimeChange ResumeDue(ImmutableSortedDictionary<string, WorkflowState> instances) =>
        Take(instances, turn => turn.ResumeDue());

    /// <summary>Whether the workflow has a trigger that waits for a time.</summary>
    public static bool BeginsByTheClock(WorkflowDefinition definition) =>
        definition.Triggers.Any(trigger => trigger.Activity is IScheduledTrigger);

    /// <summary>Whether nothing else ever begins the workflow, unless somebody does by hand.</summary>
    public static bool BeginsByTheClockOnly(WorkflowDefinition definition) =>
        definition.Triggers is [_, ..] && definition.Triggers.All(trigger => trigger.Activity is IScheduledTrigger);

    /// <summary>When a workflow begins by the clock for the first time: one entry for each trigger.</summary>
    public IReadOnlyList<ScheduledStart> FirstStarts(WorkflowDefinition definition) =>
        [.. Triggers.First(definition, environment)];

    /// <summary>The start after one that was due; starts that were missed since then are not made up for.</summary>
    public ScheduledStart NextStart(WorkflowDefinition definition, string activityId, DateTimeOffset due) =>
        Triggers.Next(definition, activityId, due, environment) is var next && next.At <= environment.Now
            ? Triggers.Next(definition, activityId, environment.Now, environment)
            : next;

    /// <summary>Ends an instance and every instance it started, wherever they stand.</summary>
    public RuntimeChange Cancel(ImmutableSortedDictionary<string, WorkflowState> instances, string instanceId) =>
        OnOne(instances, instanceId, turn => turn.Cancel(instanceId));

    /// <summary>Runs activities that failed once more.</summary>
    /// <param name="activityInstanceId">Null for all that failed.</param>
    public RuntimeChange Retry(
        ImmutableSortedDictionary<string, WorkflowState> instances, string instanceId, string? activityInstanceId = null) =>
        OnOne(instances, instanceId, turn => turn.Retry(instanceId, activityInstanceId));

    /// <summary>Alters an instance, all or nothing, and lets it run on.</summary>
    public RuntimeChange Alter(
        ImmutableSortedDictionary<string, WorkflowState> instances, string instanceId, IReadOnlyList<Alteration> alterations) =>
        OnOne(instances, instanceId, turn => turn.Alter(instanceId, alterations));

    private static RuntimeChange Refused(
        ImmutableSortedDictionary<string, WorkflowState> instances, string code, string reason) =>
        new(instances, [], [], [], []) { Refusal = new BurstRefusal(code, reason) };

    private RuntimeChange WakeOne(
        ImmutableSortedDictionary<string, WorkflowState> instances,
        string member,
        string value,
        Dictionary<string, object?> input)
    {
        foreach (var (id, state) in instances)
        {
            if (state.Bookmarks.FirstOrDefault(bookmark => bookmark.Carries(member, value)) is { } bookmark)
            {
                return Resume(instances, id, bookmark.Id, input);
            }
        }

        return Refused(instances, "bookmark-unknown", $"Nobody waits for {value}: it has been reported, or was never asked for.");
    }

    private RuntimeChange OnOne(
        ImmutableSortedDictionary<string, WorkflowState> instances, string instanceId, Action<RuntimeTurn> act) =>
        instances.ContainsKey(instanceId)
            ? Take(instances, act)
            : Refused(instances, "instance-unknown", $"There is no instance {instanceId}.");

    private RuntimeChange Take(ImmutableSortedDictionary<string, WorkflowState> instances, Action<RuntimeTurn> act)
    {
        var turn = new RuntimeTurn(definitions, environment, instances);
        act(turn);
        return turn.Close();
    }
}
