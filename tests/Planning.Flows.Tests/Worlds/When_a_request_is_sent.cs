using System.Text.Json.Nodes;
using Planning.Flows.Runtime;
using Planning.Flows.Tests.Support;

namespace Planning.Flows.Tests.Worlds;

/// <summary>HTTP requests leave as wishes; somebody outside sends them and reports what came of it.</summary>
public sealed class When_a_request_is_sent : WorldSpec
{
    [Fact]
    public void the_host_is_told_what_to_send_and_the_workflow_waits()
    {
        GivenARequest(
            ("method", "POST"), ("content", new JsonObject { ["name"] = "Helvia" }), ("contentType", "application/json"),
            ("authorization", "Bearer secret"), ("requestHeaders", new JsonObject { ["X-Tag"] = new JsonArray("a", "b") }),
            ("enableResiliency", true));

        WhenItStarts("caller");

        var call = Assert.IsType<Effect.HttpRequested>(Assert.Single(World.Open)).Call;
        Assert.Equal(("POST", new Uri("https://example.com/accounts")), (call.Method, call.Url));
        Assert.Equal("""{"name":"Helvia"}""", call.Body);
        Assert.Equal(
            ["Authorization: Bearer secret", "X-Tag: a", "X-Tag: b"], call.Headers.Select(header => $"{header.Key}: {header.Value}"));
        Assert.Equal((8, TimeSpan.FromSeconds(100)), (call.Retries, call.Timeout));
        Assert.DoesNotContain(World.LogOf(World.Main!.Id), record => record.ActivityState?.Contains("Authorization") is true);
    }

    [Theory]
    [InlineData("""{"http": 200, "body": {"id": 5}}""", "expected")]
    [InlineData("""{"http": 404}""", "unmatched")]
    [InlineData("""{"http": "timeout"}""", "too late")]
    [InlineData("""{"http": "failed"}""", "nobody there")]
    public void the_workflow_goes_on_by_the_outcome(string answer, string line)
    {
        GivenARequest();

        WhenItStarts("caller");
        When(answer);

        ThenItSaid(line);
        ThenItIsFinished("caller");
    }

    [Fact]
    public void the_answer_can_be_used()
    {
        GivenARequest();

        WhenItStarts("caller");
        When("""{"http": 200, "body": {"id": 5}, "headers": {"ETag": "x"}}""");

        var outputs = World.LogOf(World.Main!.Id).Single(record => record.Outputs is not null).Outputs!;
        Assert.Equal(200, outputs.Get<int>("StatusCode"));
        Assert.Equal(5, outputs.Get<JsonObject>("ParsedContent")!["id"]!.GetValue<int>());
        Assert.Equal("x", outputs.Get<JsonObject>("ResponseHeaders")!["ETag"]![0]!.GetValue<string>());
    }

    [Fact]
    public void an_outcome_is_reported_once()
    {
        GivenARequest();

        WhenItStarts("caller");
        When("""{"http": 200}, {"http": 200}""");

        Assert.Equal("No request is waiting for an answer.", Last.Refusal!.Reason);
        ThenItSaid("expected");
    }

    [Theory]
    [InlineData("""{"http": 201}""", "created")]
    [InlineData("""{"http": 500}""", "unmatched")]
    [InlineData("""{"http": "timeout"}""", "too late")]
    public void outside_a_flowchart_an_activity_inside_it_runs_by_the_outcome(string answer, string line)
    {
        var request = JsonNode.Parse(Activity("SendHttpRequest", "call", ("url", "https://example.com/accounts")))!;
        request["expectedStatusCodes"] = new JsonArray(
            new JsonObject { ["statusCode"] = 201, ["activity"] = JsonNode.Parse(Steps.Say("created")) });
        request["unmatchedStatusCode"] = JsonNode.Parse(Steps.Say("unmatched"));
        request["timeout"] = JsonNode.Parse(Steps.Say("too late"));
        GivenTheWorkflow("caller", request.ToJsonString());

        WhenItStarts("caller");
        When(answer);

        ThenItSaid(line);
        ThenItIsFinished("caller");
    }

    [Fact]
    public void what_is_no_address_is_an_incident()
    {
        GivenTheWorkflow("caller", Activity("FlowSendHttpRequest", "call", ("url", "file:///etc/passwd")));

        WhenItStarts("caller");

        Assert.Contains("is no address of a web server", Assert.Single(World.Main!.Incidents).Message, StringComparison.Ordinal);
        Assert.Empty(World.Open);
    }

    private void GivenARequest(params (string, JsonNode?)[] inputs)
    {
        var request = Activity("FlowSendHttpRequest", "call", [("url", "https://example.com/accounts"), .. inputs]);
        GivenTheWorkflow("caller", $$"""
            { "type": "Elsa.Flowchart", "version": 1, "id": "f", "variables": [], "activities": [ {{Steps.List(
                request, Steps.Say("expected"), Steps.Say("unmatched"), Steps.Say("too late"), Steps.Say("nobody there"))}} ],
              "connections": [ {{Steps.Connect(
                  "call.200 -> expected", "call.Unmatched status code -> unmatched", "call.Timeout -> too late",
                  "call.Failed to connect -> nobody there")}} ] }
            """);
    }
}
