using System.Globalization;
using Planning.Flows.Activities;
using Planning.Flows.Definitions;
using Planning.Flows.Instances;
using Planning.Flows.Tests.Support;

namespace Planning.Flows.Tests.Worlds;

/// <summary>Elsa's dialect: second, minute, hour, day of the month, month, day of the week. It is Monday, 5 January 2026, 9:00.</summary>
public sealed class When_a_moment_is_written_as_cron : WorldSpec
{
    [Theory]
    [InlineData("0 0 * * * *", "2026-01-05T10:00:00Z")]
    [InlineData("30 * * * * *", "2026-01-05T09:00:30Z")]
    [InlineData("* * * * * *", "2026-01-05T09:00:01Z")]
    [InlineData("*/15 * * * * ?", "2026-01-05T09:00:15Z")]
    [InlineData("0 0/20 * * * *", "2026-01-05T09:20:00Z")]
    [InlineData("0 0 8-10/2 * * *", "2026-01-05T10:00:00Z")]
    [InlineData("0 0 22-2 * * *", "2026-01-05T22:00:00Z")]
    [InlineData("0 0 9 * * 1", "2026-01-12T09:00:00Z")]
    [InlineData("0 0 9 * * SUN", "2026-01-11T09:00:00Z")]
    [InlineData("0 0 9 * * 0", "2026-01-11T09:00:00Z")]
    [InlineData("0 0 9 * * 7", "2026-01-11T09:00:00Z")]
    [InlineData("0 0 9 * * FRI-MON", "2026-01-09T09:00:00Z")]
    [InlineData("0 0 9 * * SAT-MON/2", "2026-01-10T09:00:00Z")]
    [InlineData("0 0 8 * * SAT-MON/2", "2026-01-10T08:00:00Z")]
    [InlineData("0 0 8 * * 5-7", "2026-01-09T08:00:00Z")]
    [InlineData("0 0 9 13 * FRI", "2026-02-13T09:00:00Z")]
    [InlineData("0 0 9 29 2 ?", "2028-02-29T09:00:00Z")]
    [InlineData("0 0 9 L * *", "2026-01-31T09:00:00Z")]
    [InlineData("0 0 9 L-2 feb *", "2026-02-26T09:00:00Z")]
    [InlineData("0 0 9 LW * *", "2026-01-30T09:00:00Z")]
    [InlineData("0 0 9 1W FEB *", "2026-02-02T09:00:00Z")]
    [InlineData("0 0 9 * * 5L", "2026-01-30T09:00:00Z")]
    [InlineData("0 0 9 * * TUE#2", "2026-01-13T09:00:00Z")]
    [InlineData("@daily", "2026-01-06T00:00:00Z")]
    public void the_next_one_is_found(string written, string next)
    {
        GivenTheWorkflow("cron", Activity("Cron", "c", ("cronExpression", written)));

        WhenItStarts("cron");

        Assert.Equal(DateTimeOffset.Parse(next, CultureInfo.InvariantCulture), Assert.Single(World.Main!.Bookmarks).DueAt);
    }

    [Theory]
    [InlineData("0 * * * *", "has 5 fields, not 6")]
    [InlineData("60 * * * * *", "\"60\" is none of the seconds. They go from 0 to 59.")]
    [InlineData("0 0 25 * * *", "\"25\" is none of the hours")]
    [InlineData("0 0 0 0 * *", "\"0\" is none of the days of the month")]
    [InlineData("0 0 0 * FOO *", "\"FOO\" is none of the months")]
    [InlineData("0 0 0 * * 8", "\"8\" is none of the days of the week")]
    [InlineData("0 0/0 0 * * *", "\"0\" is no step in the minutes")]
    [InlineData("0 1-2-3 0 * * *", "\"1-2-3\" cannot be read in the minutes")]
    [InlineData("0 ,1 0 * * *", "\"\" cannot be read in the minutes")]
    public void what_cannot_be_meant_is_refused_when_the_workflow_is_read(string written, string because)
    {
        GivenTheWorkflow("cron", Activity("Cron", "c", ("cronExpression", written)));

        Assert.Contains(because, Assert.Single(MistakesOf("cron")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void any_text_at_all_is_read_or_refused()
    {
        var chance = new RandomFlowchart(7);
        string[] pieces = ["*", "*", "*", "*", "*", "*", "5", "5", "0", "11", "31", "60", "?", "-", "/", ",", "L", "W", "#", "MON", "jan", "x"];
        var read = 0;
        for (var number = 0; number < 5_000; number++)
        {
            var written = string.Join(' ', Enumerable.Range(0, chance.Below(9) == 0 ? 5 : 6).Select(_ =>
                string.Concat(Enumerable.Range(0, chance.Below(5) == 0 ? 3 : 1).Select(_ => pieces[chance.Below(pieces.Length)]))));
            var json = $$"""{ "definitionId": "d", "root": {{Activity("Cron", "c", ("cronExpression", written))}} }""";
            if (WorkflowReader.Read(json, ActivityCatalog.BuiltIn) is not WorkflowReading.Sound { Definition: var definition })
            {
                continue;
            }

            read++;
            var burst = WorkflowRunner.Start(
                definition, "i", null, new Dictionary<string, object?>(), new BurstEnvironment(Monday, () => "id", null));
            Assert.True(burst.State.Incidents.Count == 1 || burst.State.Bookmarks[0].DueAt > Monday, written);
        }

        Assert.True(read > 0, "Not one of them was read.");
    }

    [Fact]
    public void a_day_that_never_comes_is_an_incident_and_not_an_endless_search()
    {
        GivenTheWorkflow("cron", Activity("Cron", "c", ("cronExpression", "0 0 0 30 2 *")));

        WhenItStarts("cron");

        Assert.Contains("never comes", Assert.Single(World.Main!.Incidents).Message, StringComparison.Ordinal);
    }
}
