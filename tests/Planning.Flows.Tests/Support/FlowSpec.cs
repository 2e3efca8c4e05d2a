using System.Globalization;
using Planning.Flows.Activities;
using Planning.Flows.Alterations;
using Planning.Flows.Definitions;
using Planning.Flows.Expressions;
using Planning.Flows.Flowcharts;
using Planning.Flows.Instances;
using Planning.Flows.JavaScript;

namespace Planning.Flows.Tests.Support;

/// <summary>Given a definition, when it is started or something arrives, then …; the instance rests as text in between.</summary>
public abstract class FlowSpec
{
    private readonly List<IActivity> _own = [];
    private readonly List<string> _lines = [];
    private readonly List<LogRecord> _log = [];
    private int _ids;
    private WorkflowDefinition? _definition;
    private string _stored = "";

    protected Burst Last { get; private set; } = null!;

    protected IReadOnlyList<string> Lines => _lines;

    protected IReadOnlyList<LogRecord> Log => _log;

    protected WorkflowState State => Last.State;

    protected WorkflowDefinition Definition => _definition!;

    protected string Stored => _stored;

    protected object? Subject { get; set; }

    protected FlowchartExecutionMode Mode { get; set; }

    protected int MostWorkItems { get; set; } = BurstEnvironment.UsualMostWorkItems;

    protected DateTimeOffset Now { get; set; } = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    protected ActivityCatalog Catalog => ActivityCatalog.BuiltIn.With([.. _own]);

    protected static IExpressionLanguage[] Languages { get; } = [new TinyLanguage(), new JavaScriptLanguage()];

    protected void GivenTheActivity(IActivity activity) => _own.Add(activity);

    protected void GivenTheWorkflow(string json) => _definition = Read(json) switch
    {
        WorkflowReading.Sound sound => sound.Definition,
        WorkflowReading.Flawed flawed => throw new InvalidOperationException(string.Join('\n', flawed.Mistakes)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    protected void GivenTheFlowchart(string activities, string connections, string members = "") => GivenTheWorkflow(
        $$"""
        {
          "id": "v1", "definitionId": "spec", "name": "Spec", "version": 1, {{members}}
          "root": {
            "type": "Elsa.Flowchart", "version": 1, "id": "Flowchart1", "variables": [],
            "activities": [ {{activities}} ],
            "connections": [ {{connections}} ]
          }
        }
        """);

    protected void GivenTheSequence(params string[] activities) => GivenTheWorkflow(
        $$"""{ "id": "v1", "definitionId": "spec", "root": {{Steps.Sequence("Sequence1", activities)}} }""");

    protected WorkflowReading Read(string json) => WorkflowReader.Read(json, Catalog, Languages);

    protected IReadOnlyList<Diagnostic> MistakesOf(string json) =>
        Assert.IsType<WorkflowReading.Flawed>(Read(json)).Mistakes;

    protected void WhenItStarts(params (string Name, object? Value)[] input) =>
        Keep(WorkflowRunner.Start(Definition, "instance-1", null, Input(input), Environment()));

    protected void WhenItStartsBy(string triggerActivityId, params (string Name, object? Value)[] input) =>
        Keep(WorkflowRunner.Start(Definition, "instance-1", null, Input(input), Environment(), triggerActivityId));

    /// <summary>Resumes the one bookmark of that activity, from the text the instance was stored as.</summary>
    protected void WhenItIsResumedAt(string activityId, params (string Name, object? Value)[] input) => Keep(
        WorkflowRunner.Resume(Definition, WorkflowState.Parse(_stored), BookmarkOf(activityId).Id, Input(input), Environment()));

    protected void WhenItIsResumedBy(string bookmarkId) => Keep(
        WorkflowRunner.Resume(Definition, WorkflowState.Parse(_stored), bookmarkId, Input([]), Environment()));

    protected void WhenItIsRetried() =>
        Keep(WorkflowRunner.Retry(Definition, WorkflowState.Parse(_stored), Environment()));

    protected void WhenItIsAltered(params Alteration[] alterations) =>
        Keep(AlterationRunner.Alter(Definition, WorkflowState.Parse(_stored), alterations, Environment()));

    protected void GivenTheVersion(WorkflowDefinition definition) => _definition = definition;

    protected void WhenItIsCancelled() =>
        Keep(WorkflowRunner.Cancel(Definition, WorkflowState.Parse(_stored), Environment()));

    protected Bookmark BookmarkOf(string activityId) =>
        Assert.Single(State.Bookmarks, bookmark => bookmark.ActivityId == activityId);

    protected void ThenItWaitsAt(params string[] activityIds)
    {
        Assert.Equal(WorkflowSubStatus.Suspended, State.SubStatus);
        Assert.Equal(activityIds, State.Bookmarks.Select(bookmark => bookmark.ActivityId));
    }

    protected void ThenItIsFinished()
    {
        Assert.Empty(State.Incidents);
        Assert.Equal(WorkflowSubStatus.Finished, State.SubStatus);
        Assert.Equal(WorkflowStatus.Finished, State.Status);
        Assert.Empty(State.Bookmarks);
    }

    private static Dictionary<string, object?> Input((string Name, object? Value)[] input) =>
        input.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);

    private BurstEnvironment Environment() => new(Now, NextId, Subject) { MostWorkItems = MostWorkItems, FlowchartMode = Mode };

    private string NextId() => string.Create(CultureInfo.InvariantCulture, $"id-{++_ids}");

    private void Keep(Burst burst)
    {
        Last = burst;
        _lines.AddRange(burst.Lines);
        _log.AddRange(burst.Log);
        _stored = burst.State.ToJson();
        Assert.Equal(_stored, WorkflowState.Parse(_stored).ToJson());
    }
}
