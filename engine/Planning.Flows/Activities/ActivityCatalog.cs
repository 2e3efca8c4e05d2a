using Planning.Flows.Elsa;
using Planning.Flows.Flowcharts;
using Planning.Flows.Runtime;

namespace Planning.Flows.Activities;

/// <summary>The kinds of activity that definitions may use, and the retry strategies that they may name.</summary>
public sealed class ActivityCatalog
{
    private readonly Dictionary<(string Type, int Version), IActivity> _byVersion = [];
    private readonly Dictionary<string, IActivity> _latest = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">Two activities have the same type name and version.</exception>
    public ActivityCatalog(IEnumerable<IActivity> activities)
    {
        foreach (var activity in activities)
        {
            Add(activity);
        }

        Activities = [.. _byVersion.Values.OrderBy(activity => activity.Descriptor.TypeName, StringComparer.Ordinal)
            .ThenBy(activity => activity.Descriptor.Version)];
    }

    /// <summary>Elsa's own activities, as far as they run here.</summary>
    public static ActivityCatalog BuiltIn { get; } = new(
    [
        new Workflow(), new Flowchart(), new Sequence(), new Start(), new End(), new If(), new FlowDecision(),
        new FlowFork(), new FlowJoin(), new FlowSwitch(), new FlowNode(), new Switch(), new Fork(), new Elsa.Parallel(), new While(),
        new For(), new ForEach(), new ParallelForEach(), new Break(), new StateMachine(), new SetVariable(), new SetOutput(),
        new SetName(), new Correlate(), new WriteLine(), new Inline(), new Fault(), new Finish(), new Complete(),
        new Event(), new PublishEvent(), new RunTask(), new ExecuteWorkflow(), new DispatchWorkflow(),
        new BulkDispatchWorkflows(), new Delay(), new StartAt(), new Elsa.Timer(), new Cron(), new SendHttpRequest(),
        new FlowSendHttpRequest(), new RunJavaScript(), new RunCSharp(),
    ]);

    /// <summary>By type name, then version.</summary>
    public IReadOnlyList<IActivity> Activities { get; }

    public IReadOnlyList<RetryStrategy> RetryStrategies { get; private init; } = [];

    public ActivityCatalog With(params IReadOnlyList<IActivity> activities) =>
        new(Activities.Concat(activities)) { RetryStrategies = RetryStrategies };

    /// <summary>The same activities with other retry strategies.</summary>
    public ActivityCatalog WithRetries(IReadOnlyList<RetryStrategy> strategies) =>
        new(Activities) { RetryStrategies = strategies };

    /// <param name="version">Null for the latest.</param>
    public IActivity? Find(string type, int? version = null) => version is { } exact
        ? _byVersion.GetValueOrDefault((type, exact))
        : _latest.GetValueOrDefault(type);

    private void Add(IActivity activity)
    {
        var descriptor = activity.Descriptor;
        if (!_byVersion.TryAdd((descriptor.TypeName, descriptor.Version), activity))
        {
            throw new ArgumentException($"{descriptor.TypeName} version {descriptor.Version} is in the catalog twice.");
        }

        if (Find(descriptor.TypeName) is not { } known || known.Descriptor.Version < descriptor.Version)
        {
            _latest[descriptor.TypeName] = activity;
        }
    }
}
