using System.Text.Json.Nodes;
using Planning.Flows.Tests.Support;

namespace Planning.Flows.Tests.Authors;

public sealed class When_a_definition_is_exported : FlowSpec
{
    [Fact]
    public void Elsa_Studio_knows_it_by_its_schema_and_nothing_in_it_is_lost()
    {
        const string Json = """
            { "definitionId": "d", "createdAt": "2026-01-01T00:00:00+00:00", "ours": { "kept": [1, null] },
              "root": { "type": "Elsa.Sequence", "id": "s", "activities": [], "customProperties": null, "later": true } }
            """;
        GivenTheWorkflow(Json);
        var exported = JsonNode.Parse(Definition.Export())!.AsObject();
        Assert.StartsWith(
            "https://elsaworkflows.io/schemas/workflow-definition", exported["$schema"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("$schema", exported.First().Key);
        exported.Remove("$schema");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Json), exported));
    }
}
