using System.Text.Json.Nodes;
using Planning.Flows.Definitions;
using Planning.Flows.Instances;
using Planning.Flows.Runtime;
using Planning.Flows.Tests.Support;

namespace Planning.Flows.Tests.Worlds;

/// <summary>How often a failed request is sent again stands in strategies that the company names.</summary>
public sealed class When_a_retry_strategy_is_chosen : WorldSpec
{
    private static readonly RetryStrategy Patient = new()
    {
        Id = "patient",
        MaxRetryAttempts = 12,
        Delay = TimeSpan.FromMinutes(1),
        BackoffType = BackoffType.Linear,
        UseJitter = true,
        MaxDelay = TimeSpan.FromHours(4),
    };

    public When_a_retry_strategy_is_chosen() => Strategies = [new RetryStrategy { Id = "quick" }, Patient];

    [Theory]
    [InlineData("""{ "mode": "Identifier", "strategyId": "patient", "expression": null }""")]
    [InlineData("""{ "strategyId": "patient" }""")]
    [InlineData("""{ "mode": "Expression", "expression": { "type": "Literal", "value": "patient" } }""")]
    [InlineData("""{ "mode": "expression", "expression": { "type": "Variable", "value": { "id": "Chosen" } } }""")]
    public void the_request_says_how_often_and_after_which_pauses_it_is_sent_again(string chosen)
    {
        GivenARequest(chosen, value: "patient");
        WhenItStarts("caller");
        Assert.Equal((12, new RetryPauses(TimeSpan.FromMinutes(1), BackoffType.Linear, true, TimeSpan.FromHours(4))), Retries());
        Assert.Equal(Call().Pauses, HttpCall.AwaitedBy(Assert.Single(World.Main!.Bookmarks))!.Pauses);
    }

    [Fact]
    public void what_the_strategy_leaves_out_is_as_in_Elsa()
    {
        GivenARequest("""{ "mode": "Identifier", "strategyId": "quick" }""");
        WhenItStarts("caller");
        Assert.Equal((3, new RetryPauses(TimeSpan.FromSeconds(1), BackoffType.Exponential)), Retries());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("""{ "mode": "Identifier", "strategyId": "" }""")]
    [InlineData("""{ "mode": "Expression", "expression": null }""")]
    [InlineData("""{ "mode": "Expression", "expression": { "type": "Variable", "value": { "id": "Chosen" } } }""")]
    public void without_one_nothing_is_sent_again(string chosen)
    {
        GivenARequest(chosen);
        WhenItStarts("caller");
        Assert.Equal((0, null), Retries());
    }

    [Fact]
    public void the_older_switch_goes_before_it_as_in_Elsa()
    {
        GivenARequest("""{ "mode": "Identifier", "strategyId": "patient" }""", triesAgain: true);
        WhenItStarts("caller");
        Assert.Equal((8, null), Retries());
    }

    [Theory]
    [InlineData("FlowSendHttpRequest")]
    [InlineData("SendHttpRequest")]
    public void one_that_nobody_knows_is_a_mistake_that_names_those_there_are(string type)
    {
        GivenARequest("""{ "mode": "Identifier", "strategyId": "stubborn" }""", type: type);
        Assert.Equal(
            [new Diagnostic(Codes.UnknownRetryStrategy, "call", "$.root.customProperties.resilienceStrategy",
                "There is no retry strategy \"stubborn\". Choose one of: quick, patient.")],
            MistakesOf("caller"));
    }

    [Fact]
    public void where_there_are_none_the_mistake_says_so()
    {
        Strategies = [];
        GivenARequest("""{ "mode": "Expression", "expression": { "type": "Literal", "value": "quick" } }""");
        Assert.Equal("There is no retry strategy \"quick\", and none at all here. Leave it out.",
            Assert.Single(MistakesOf("caller")).Message);
    }

    [Fact]
    public void a_choice_of_another_kind_is_a_mistake()
    {
        GivenARequest("""{ "mode": "Sometimes", "strategyId": "quick" }""");
        Assert.Equal(
            [new Diagnostic(Codes.BadValue, "call", "$.root.customProperties.resilienceStrategy.mode",
                "A retry strategy is chosen by Identifier or by Expression, not by \"Sometimes\".")],
            MistakesOf("caller"));
    }

    [Fact]
    public void an_expression_that_names_none_there_is_ends_in_an_incident()
    {
        GivenARequest("""{ "mode": "Expression", "expression": { "type": "Tiny", "value": "get Chosen" } }""", value: "stubborn");
        WhenItStarts("caller");
        Assert.Equal("There is no retry strategy \"stubborn\". Choose one of: quick, patient.",
            Assert.Single(World.Main!.Incidents).Message);
        Assert.Empty(World.Open);
    }

    [Fact]
    public void a_request_from_before_there_were_strategies_is_still_understood()
    {
        GivenARequest("null", triesAgain: true);
        WhenItStarts("caller");
        var stored = World.Main!.ToJson();
        Assert.DoesNotContain("pauses", stored, StringComparison.Ordinal);
        var call = HttpCall.AwaitedBy(Assert.Single(WorkflowState.Parse(stored).Bookmarks))!;
        Assert.Equal((8, null), (call.Retries, call.Pauses));
    }

    private HttpCall Call() => Assert.IsType<Effect.HttpRequested>(Assert.Single(World.Open)).Call;

    private (int, RetryPauses?) Retries() => (Call().Retries, Call().Pauses);

    private void GivenARequest(string chosen, string? value = null, bool triesAgain = false, string type = "FlowSendHttpRequest")
    {
        var request = JsonNode.Parse(
            Activity(type, "call", ("url", "https://example.com"), ("enableResiliency", triesAgain)))!;
        request["customProperties"] = new JsonObject { ["resilienceStrategy"] = JsonNode.Parse(chosen) };
        GivenTheWorkflow("caller", request.ToJsonString(),
            Steps.Variables(Steps.Variable("Chosen", "String", value is null ? "null" : $"\"{value}\"")));
    }
}
