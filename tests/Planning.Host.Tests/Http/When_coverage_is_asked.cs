using System.Text.Json.Nodes;
using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Http;

public sealed class When_coverage_is_asked(SamplePortfolio sample) : HostSpec(sample)
{
    [Fact]
    public async Task the_director_whom_nobody_sees_at_straits_is_ignored_and_rises()
    {
        var coverage = await CoverageAsync("straits");
        var farah = Assert.Single(Named(coverage, "ignored"));
        Assert.Equal("Farah Iskandar", farah["name"]!.GetValue<string>());
        Assert.Equal("last touch 2026-05-18, 140 days ago; the window is 90 days", farah["ignored"]!.GetValue<string>());
        Assert.Contains(
            "influence 5 to come, level 0; last touch 2026-05-18, 140 days ago",
            Named(coverage, "rising").Where(person => person["name"]!.GetValue<string>() == "Farah Iskandar")
                .Select(person => person["rising"]!.GetValue<string>()));
        Assert.Null(coverage["notVisited"]);
    }

    [Fact]
    public async Task karst_is_not_visited()
    {
        var coverage = await CoverageAsync("karst");
        Assert.Equal(
            "last contact 2026-03-29, 190 days ago; 180 are the most",
            coverage["notVisited"]!.GetValue<string>());
        Assert.Equal("C", coverage["level"]!.GetValue<string>());
    }

    [Fact]
    public async Task every_measure_has_its_target_and_what_it_is_made_of()
    {
        var measures = (await CoverageAsync("helvia"))["measures"]!.AsArray();
        var universal = measures.Single(measure => measure!["name"]!.GetValue<string>() == "universal coverage")!;
        Assert.Equal(0.8m, universal["target"]!.GetValue<decimal>());
        Assert.False(universal["met"]!.GetValue<bool>());
        Assert.All(measures, measure => Assert.NotEmpty(measure!["because"]!.GetValue<string>()));
    }

    [Fact]
    public async Task people_and_their_owners_are_changed_by_commands()
    {
        (await Api.PostAsync("/api/customers/straits/commands/capture-contact-point", """
            { "person": "p-straits-iskandar", "kind": "mail", "value": "farah.iskandar@straits.example" }
            """)).WasDone();
        Assert.Equal(["A mail contact of p-straits-iskandar was kept."], await HistoryAsync("straits"));
        (await Api.PostAsync("/api/customers/straits/commands/release-employee", """
            { "employee": "e-apac-07", "day": "2026-10-01" }
            """)).WasDone();
        Assert.Contains("e-apac-04 looks after p-straits-iskandar in place of e-apac-07.", await HistoryAsync("straits"));
    }

    private static IEnumerable<JsonNode> Named(JsonNode coverage, string list) => coverage[list]!.AsArray().Select(person => person!);

    private async Task<JsonNode> CoverageAsync(string customer) =>
        (await Api.GetAsync($"/api/customers/{customer}/coverage")).WasDone().Body!;
}
