using System.Text.Json.Nodes;
using Planning.Flows.Activities;
using Planning.Flows.Compatibility.Tests.Support;
using Planning.Flows.Definitions;

namespace Planning.Flows.Compatibility.Tests.Recorded;

/// <summary>Elsa refuses some definitions when they are published; ours refuses the same ones when it reads them.</summary>
public sealed class When_a_recorded_definition_is_published
{
    [Theory]
    [InlineData("ImportAndPublish/cron-every-hour")]
    [InlineData("ImportAndPublish/bad-cron-expression")]
    [InlineData("ImportAndPublish/timer-workflow")]
    public void it_is_refused_where_Elsa_refuses_it(string id)
    {
        if (CaseFolder.Find() is not { } folder)
        {
            Assert.Skip(CaseFolder.WhyNone);
            return;
        }

        var recorded = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "cases.json")))!.AsArray()
            .Single(one => one!["id"]!.GetValue<string>() == id)!;
        var definition = File.ReadAllText(Path.Combine(folder, recorded["files"]![0]!.GetValue<string>()));

        Assert.Equal(
            recorded["asserted"]!["publishSucceeded"]!.GetValue<bool>(),
            WorkflowReader.Read(definition, ActivityCatalog.BuiltIn) is WorkflowReading.Sound);
    }
}
