using System.Globalization;
using Planning.Flows.Instances;
using Planning.Flows.Tests.Support;

namespace Planning.Flows.Tests.Worlds;

/// <summary>Random workflows that start, wake and await one another, and random things that happen to them.</summary>
public sealed class When_any_workflows_at_all_work_together
{
    private const int Worlds = 120;

    [Fact]
    public void each_instance_is_over_or_waits_or_has_an_incident()
    {
        foreach (var instance in All().SelectMany(world => world.World.Instances))
        {
            Assert.NotEqual(WorkflowSubStatus.Executing, instance.SubStatus);
            Assert.True(
                instance.Status is WorkflowStatus.Finished ? instance.Bookmarks.Count == 0
                    : instance.Bookmarks.Count > 0 || instance.Incidents.Count > 0,
                $"{instance.Id} is {instance.SubStatus} for nothing");
        }
    }

    [Fact]
    public void nobody_waits_for_a_child_that_is_over()
    {
        var waiting = 0;
        foreach (var world in All().Select(one => one.World))
        {
            var instances = world.Instances.ToDictionary(instance => instance.Id, StringComparer.Ordinal);
            foreach (var bookmark in world.Instances.Where(instance => instance.Incidents.Count == 0).SelectMany(instance => instance.Bookmarks))
            {
                if (bookmark.Payload["childInstanceId"]?.GetValue<string>() is { } child)
                {
                    waiting++;
                    Assert.Equal(WorkflowStatus.Running, instances[child].Status);
                }
            }
        }

        Assert.True(waiting > 0, "Nobody waited for a child at all.");
    }

    [Fact]
    public void the_same_again_gives_the_same_byte_for_byte() => Assert.Equal(Told(), Told());

    private static List<string> Told() =>
        [.. All().SelectMany(one => one.World.Instances.Select(instance => instance.ToJson()).Concat(one.World.Lines))];

    private static IEnumerable<RandomWorld> All() => Enumerable.Range(0, Worlds).Select(number => new RandomWorld(number));

    /// <summary>Four workflows that follow from a number, and ten things that happen.</summary>
    private sealed class RandomWorld : WorldSpec
    {
        private const int Workflows = 4;
        private const int Events = 3;
        private const int Happenings = 10;

        private readonly RandomFlowchart _chance;
        private int _activities;

        public RandomWorld(int number)
        {
            _chance = new RandomFlowchart(number);
            for (var at = 0; at < Workflows; at++)
            {
                GivenTheWorkflow(Name(at), Steps.Sequence($"s{at}", [.. Enumerable.Range(0, 2 + _chance.Below(4)).Select(_ => Any(at))]));
            }

            // This one begins with an event, and may let it happen again.
            GivenTheWorkflow("eager", Steps.Sequence("s", Trigger(Activity("Event", "t", ("eventName", "e0"))), Any(Workflows - 1)));
            WhenItStarts(Name(0));
            for (var at = 0; at < Happenings; at++)
            {
                When(Happening());
            }
        }

        private string Any(int workflow)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"a{++_activities}");
            var later = workflow + 1 + _chance.Below(Workflows - workflow);
            return (_chance.Below(8), later < Workflows) switch
            {
                (0, _) => Activity("Delay", id, ("timeSpan", "00:10:00")),
                (1, _) => Activity("RunTask", id, ("taskName", "task")),
                (2, _) => Activity("PublishEvent", id, ("eventName", $"e{_chance.Below(Events)}"), ("isLocalEvent", _chance.Below(2) == 0)),
                (3, true) => Activity(
                    "ExecuteWorkflow", id, ("workflowDefinitionId", Name(later)), ("waitForCompletion", _chance.Below(3) > 0)),
                (4, true) => Activity(
                    "DispatchWorkflow", id, ("workflowDefinitionId", Name(later)), ("waitForCompletion", _chance.Below(3) > 0)),
                (5, true) => Activity("BulkDispatchWorkflows", id, ("workflowDefinitionId", Name(later)), ("items", "xyz")),
                (6, _) => Steps.Say(id),
                _ => Activity("Event", id, ("eventName", $"e{_chance.Below(Events)}")),
            };
        }

        private string Happening() => _chance.Below(8) switch
        {
            0 or 1 => """{"advance": "00:10:00"}""",
            2 or 3 => """{"task": "task", "result": 1}""",
            4 => $$"""{"event": "e{{_chance.Below(Events)}}"}""",
            5 => _chance.Below(4) == 0 ? """{"cancel": true}""" : """{"advance": "00:05:00"}""",
            _ => $$"""{"event": "e{{_chance.Below(Events)}}", "any": true}""",
        };

        private static string Name(int workflow) => $"w{workflow}";
    }
}
