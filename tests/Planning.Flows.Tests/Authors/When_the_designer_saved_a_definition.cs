using System.Text.Json.Nodes;
using Planning.Flows.Tests.Support;

namespace Planning.Flows.Tests.Authors;

public sealed class When_the_designer_saved_a_definition : FlowSpec
{
    private const string AsSaved =
        """
        {
          "id": null, "definitionId": "d", "tenantId": null, "name": null, "version": 4, "toolVersion": "3.8.2.0",
          "variables": null, "inputs": null, "outputs": null, "outcomes": null, "customProperties": null, "options": null,
          "ourOwn": { "kept": [1, 2.50, "é"] },
          "root": { "id": "f", "nodeId": "Workflow1:f", "type": "Elsa.Flowchart", "version": 1, "metadata": { "designer": { "x": 1 } },
            "activities": [
              { "id": "a", "name": "Start1", "type": "Elsa.Start", "version": 1, "metadata": {} },
              { "id": "b", "name": null, "type": "Elsa.WriteLine", "version": 1, "customProperties": null,
                "text": { "typeName": null, "memoryReference": null }, "unknown": { "x": null } },
              { "id": "c", "type": "Elsa.WriteLine", "version": 1,
                "text": { "typeName": null, "expression": { "type": null, "value": "hello" }, "memoryReference": { "id": "c:input-0" } } },
              { "id": "e", "type": "Elsa.Event", "version": 1, "eventName": "go",
                "result": { "typeName": "Object", "memoryReference": { "id": "e:output-0" } } }
            ],
            "connections": {
              "$values": [
                { "source": "a", "target": "b", "sourcePort": "Done", "targetPort": "In" },
                { "Source": { "Activity": "b", "Port": null }, "Target": { "Activity": "c", "Port": "In" } },
                { "source": { "activity": "c" }, "target": { "activity": "e" }, "vertices": [ { "x": 0, "y": 0 } ] }
              ]
            } }
        }
        """;

    [Fact]
    public void nulls_and_old_connections_are_no_obstacle()
    {
        GivenTheWorkflow(AsSaved);
        WhenItStarts();
        Assert.Equal(["", "hello"], Lines);
        ThenItWaitsAt("e");
        Assert.Equal(("d-v4", "d", 4, "d"), (Definition.Id, Definition.DefinitionId, Definition.Version, Definition.Name));
    }

    [Fact]
    public void everything_we_do_not_know_survives()
    {
        GivenTheWorkflow(AsSaved);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(AsSaved), JsonNode.Parse(Definition.ToJson())));
    }

    [Fact]
    public void code_that_stands_in_no_file_is_passed_over_and_not_offered()
    {
        GivenTheSequence(Steps.Say("before"), """{ "type": "Elsa.Inline", "version": 1, "id": "code" }""", Steps.Say("after"));
        WhenItStarts();
        Assert.Equal(["before", "after"], Lines);
        ThenItIsFinished();
        Assert.False(Definition.Nodes.Single(node => node.Id == "code").Descriptor.IsBrowsable);
    }

    [Fact]
    public void activities_without_an_id_are_named_as_Elsa_names_them()
    {
        GivenTheWorkflow(
            """
            { "definitionId": "d", "root": { "type": "Elsa.Sequence", "activities": [
              { "type": "Elsa.WriteLine" }, { "type": "Elsa.WriteLine", "id": "WriteLine1" } ] } }
            """);
        Assert.Equal(
            ["Workflow1", "Workflow1:Sequence1", "Workflow1:Sequence1:WriteLine2", "Workflow1:Sequence1:WriteLine1"],
            Definition.Nodes.Select(node => node.NodeId));
    }
}
