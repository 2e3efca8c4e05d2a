using System.Globalization;
using Planning.Flows.Activities;
using Planning.Flows.Definitions;
using Planning.Flows.Flowcharts;
using Planning.Flows.Instances;
using Planning.Flows.Tests.Support;

namespace Planning.Flows.Tests.Authors;

public sealed class When_any_flowchart_at_all_is_drawn
{
    private const int Flowcharts = 250;
    private const int MostBursts = 6;

    [Theory]
    [InlineData(FlowchartExecutionMode.TokenBased)]
    [InlineData(FlowchartExecutionMode.CounterBased)]
    public void it_finishes_or_waits_or_reports_an_incident(FlowchartExecutionMode mode)
    {
        for (var number = 0; number < Flowcharts; number++)
        {
            foreach (var burst in Run(number, mode, isStored: false))
            {
                var state = burst.State;
                Assert.True(state.SubStatus is WorkflowSubStatus.Finished or WorkflowSubStatus.Suspended, $"{number}: {state.SubStatus}");
                Assert.True(state.SubStatus is WorkflowSubStatus.Suspended || state.Bookmarks.Count == 0, $"{number} still waits");
                Assert.True(state.SubStatus is WorkflowSubStatus.Finished || IsOpenForAReason(state), $"{number} is open for nothing");
                Assert.All(state.Bookmarks, bookmark =>
                    Assert.Contains(state.Activities, activity => activity.Id == bookmark.ActivityInstanceId));
            }
        }
    }

    [Theory]
    [InlineData(FlowchartExecutionMode.TokenBased)]
    [InlineData(FlowchartExecutionMode.CounterBased)]
    public void storing_it_at_every_wait_changes_nothing(FlowchartExecutionMode mode)
    {
        for (var number = 0; number < Flowcharts; number++)
        {
            Assert.Equal(Told(Run(number, mode, isStored: false)), Told(Run(number, mode, isStored: true)));
        }
    }

    [Theory]
    [InlineData(FlowchartExecutionMode.TokenBased)]
    [InlineData(FlowchartExecutionMode.CounterBased)]
    public void doing_the_same_again_gives_the_same_state_byte_for_byte(FlowchartExecutionMode mode)
    {
        for (var number = 0; number < Flowcharts; number++)
        {
            Assert.Equal(Told(Run(number, mode, isStored: true)), Told(Run(number, mode, isStored: true)));
        }
    }

    // It waits for something, it was stopped, or something has arrived at a meeting point where the rest never will.
    private static bool IsOpenForAReason(WorkflowState state) => state.Bookmarks.Count > 0 || state.Incidents.Count > 0
        || state.Activities.Any(activity => activity.Tokens.Any(token => !token.IsBlocked));

    private static IEnumerable<string> Told(IEnumerable<Burst> bursts) =>
        bursts.Select(burst => $"{string.Join(' ', burst.Lines)} {burst.State.ToJson()}");

    private static IEnumerable<Burst> Run(int number, FlowchartExecutionMode mode, bool isStored)
    {
        var chart = new RandomFlowchart(number);
        var (activities, connections) = chart.Draw();
        var definition = Assert.IsType<WorkflowReading.Sound>(WorkflowReader.Read(
            $$"""
            { "definitionId": "d", "root": { "type": "Elsa.Flowchart", "id": "f",
              "activities": [ {{activities}} ], "connections": [ {{connections}} ] } }
            """, ActivityCatalog.BuiltIn)).Definition;
        var ids = 0;
        string NextId() => (++ids).ToString(CultureInfo.InvariantCulture);
        var environment = new BurstEnvironment(DateTimeOffset.UnixEpoch, NextId, null) { MostWorkItems = 200, FlowchartMode = mode };
        var burst = WorkflowRunner.Start(definition, "i", null, new Dictionary<string, object?>(), environment);
        yield return burst;
        for (var count = 0; count < MostBursts && burst.State.Bookmarks.Count > 0; count++)
        {
            var state = isStored ? WorkflowState.Parse(burst.State.ToJson()) : burst.State;
            var bookmark = state.Bookmarks[chart.Below(state.Bookmarks.Count)];
            burst = WorkflowRunner.Resume(definition, state, bookmark.Id, new Dictionary<string, object?>(), environment);
            Assert.Null(burst.Refusal);
            yield return burst;
        }
    }
}
