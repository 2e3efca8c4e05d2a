using System.Globalization;
using System.Text.Json.Nodes;
using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Http;

/// <summary>The campaigns of METHOD §8 on the sample's day, 5 October 2026.</summary>
public sealed class When_the_sample_campaigns_are_asked_for(SamplePortfolio sample) : HostSpec(sample)
{
    private static readonly DateOnly Today = new(2026, 10, 5);

    [Theory]
    [InlineData("albion", "core-2025", "CORRECTIVE_ACTION", "B9")]
    [InlineData("helvia", "core-2024", "RECERT_DUE", "B13")]
    [InlineData("helvia", "core-2027", "REMEDIATING", "B4 B5")]
    [InlineData("aurora", "ran-2026", "REGISTERED", "B3")]
    public async Task each_stands_where_its_story_has_led_it(string customer, string id, string status, string stages)
    {
        var campaign = await Campaign(customer, id);

        Assert.Equal(status, campaign["status"]!.GetValue<string>());
        Assert.Equal(
            stages, string.Join(' ', campaign["stages"]!.AsArray().Select(stage => stage!["stage"]!["code"]!.GetValue<string>())));
    }

    [Fact]
    public async Task Albion_is_in_month_nineteen_with_two_majors_open()
    {
        var campaign = (await Campaign("albion", "core-2025"))["campaign"]!;

        Assert.Equal("2025-03-10", campaign["openedOn"]!.GetValue<string>());
        Assert.Equal(2, campaign["audits"]!["findings"]!.AsObject().Count(
            finding => finding.Value!["class"]!.GetValue<string>() == "major" && finding.Value["closedOn"] is null));
    }

    [Fact]
    public async Task Helvia_is_to_be_renewed_eight_months_before_its_place_ends()
    {
        var place = Assert.Single((await Api.GetAsync("/api/short-list?customer=helvia")).WasDone().Items);

        Assert.Equal(
            ("qualified", true, "2027-06-05"),
            (place["value"]!.GetValue<string>(), place["mayBid"]!.GetValue<bool>(), place["listing"]!["validTo"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("albion")]
    [InlineData("helvia")]
    [InlineData("aurora")]
    public async Task every_scheme_asks_for_118_criteria_in_13_domains(string customer)
    {
        var scheme = (await Certification(customer))["schemes"]![0]!;
        var criteria = scheme["criteria"]!.AsArray();

        Assert.Equal(
            (118, 13), (criteria.Count, criteria.Select(one => one!["domain"]!.GetValue<string>()).Distinct(StringComparer.Ordinal).Count()));
    }

    [Fact]
    public async Task of_260_files_seven_end_within_ninety_days_and_one_is_over_and_all_bytes_are_there()
    {
        var filed = new List<(string Customer, JsonNode Evidence)>();
        foreach (var customer in new[] { "albion", "helvia", "aurora" })
        {
            filed.AddRange((await Certification(customer))["evidence"]!.AsArray().Select(one => (customer, one!["evidence"]!)));
        }

        var ends = filed.Select(one => one.Evidence["validTo"]?.GetValue<string>()).OfType<string>()
            .Select(end => DateOnly.Parse(end, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(
            (260, 1, 7),
            (filed.Count, ends.Count(end => end < Today), ends.Count(end => end >= Today && end <= Today.AddDays(90))));
        foreach (var (customer, evidence) in filed.Where((_, at) => at % 20 == 0))
        {
            var file = await Api.GetAsync($"/api/customers/{customer}/files/{evidence["hash"]!.GetValue<string>()}");
            Assert.Contains("of Lanternfish Networks.", file.WasDone().Text, StringComparison.Ordinal);
        }
    }

    private async Task<JsonNode> Certification(string customer) =>
        (await Api.GetAsync($"/api/customers/{customer}/certification")).WasDone().Body!;

    private async Task<JsonNode> Campaign(string customer, string id) => (await Certification(customer))["campaigns"]!.AsArray()
        .Single(campaign => campaign!["campaign"]!["id"]!.GetValue<string>() == id)!;
}
