using System.Text.Json.Nodes;
using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Http;

public sealed class When_company_meets_company(SamplePortfolio sample) : HostSpec(sample)
{
    [Fact]
    public async Task straits_hears_two_voices_refused_a_delivery_and_is_asked_why_a_deal_was_lost()
    {
        var straits = await AskAsync("straits");
        Assert.Equal("harbour-ring-repair", Assert.Single(straits["conflicts"]!.AsArray())!["topic"]!.GetValue<string>());
        Assert.Equal(58m, Measure(straits, "satisfaction"));

        (await Api.PostAsync("/api/escalation-sweeps", "{}")).WasDone();
        var raised = (await Api.GetAsync("/api/customers/straits/escalations")).WasDone().Body!["open"]!.AsArray()
            .Select(open => open!["escalation"]!["rule"]!.GetValue<string>()).ToList();
        Assert.All(["ESC-01", "ESC-13", "ESC-15", "ESC-17"], rule => Assert.Contains(rule, raised));
    }

    [Theory]
    [InlineData("straits", 0)]
    [InlineData("lusitana", 1)]
    [InlineData("dragonfly", 2)]
    [InlineData("helvia", 3)]
    public async Task stickiness_is_counted_from_what_was_proven(string customer, int layer) =>
        Assert.Equal(layer, Measure(await AskAsync(customer), "stickiness layer"));

    private static decimal? Measure(JsonNode view, string name) => view["measures"]!.AsArray()
        .Single(measure => measure!["name"]!.GetValue<string>() == name)!["value"]?.GetValue<decimal>();

    private async Task<JsonNode> AskAsync(string customer) =>
        (await Api.GetAsync($"/api/customers/{customer}/organisation")).WasDone().Body!;
}
