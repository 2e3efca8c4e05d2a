using System.Net;
using System.Text.Json.Nodes;
using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Http;

/// <summary>A customer's short list, and our campaign for a place on it, as people see them.</summary>
public sealed class When_a_campaign_is_asked_for(SamplePortfolio sample) : HostSpec(sample)
{
    private const string Commands = "/api/customers/dragonfly/commands";

    private const string Scope = """{ "category": "core networks", "region": "CN", "unit": "Networks" }""";

    private const string Scheme = $$"""
        { "scheme": { "id": "core", "title": "Supplier qualification", "ruleBook": "4.1", "scope": {{Scope}},
          "criteria": [{ "id": "cr3-01", "domain": "Cr3", "text": "A quality system", "evidenceTypes": [] }] } }
        """;

    [Fact]
    public async Task it_shows_where_it_stands_and_what_its_stage_lacks()
    {
        await GivenACampaign();
        var certification = (await Api.GetAsync("/api/customers/dragonfly/certification")).WasDone().Body!;
        var campaign = certification["campaigns"]![0]!;

        Assert.Equal("TARGETED", campaign["status"]!.GetValue<string>());
        Assert.Equal("B0", campaign["stages"]![0]!["stage"]!["code"]!.GetValue<string>());
        Assert.Equal(
            ["The board has not said go: ask it with the value of the place and who decides."],
            campaign["stages"]![0]!["gate"]!["missing"]!.AsArray().Select(missing => missing!.GetValue<string>()));
        Assert.Equal("fail", campaign["ownScore"]!["outlook"]!.GetValue<string>());
        Assert.Equal("core", certification["schemes"]![0]!["id"]!.GetValue<string>());
        Assert.Empty(certification["shortList"]!.AsArray());
    }

    // Never must happen (B) 7.
    [Fact]
    public async Task INV_21_a_bid_in_a_scope_that_is_not_listed_is_refused_at_once()
    {
        await GivenACampaign();

        (await Api.PostAsync($"{Commands}/link-bid", $$"""{ "id": "b-1", "scope": {{Scope}}, "title": "Core" }""")).WasRefused(
            "scope-not-listed",
            "Dragonfly Mobile Communications runs a short list for core networks / CN / Networks and we are not on it: no bid (INV-21).");
    }

    // Never must happen (B) 4: owned by “team”.
    [Fact]
    public async Task only_a_person_of_ours_owns_anything()
    {
        await GivenACampaign();
        var answer = await Api.PostAsync(
            $"{Commands}/assign-finding", """{ "campaign": "core", "id": "f-1", "owner": "team", "due": "2026-12-01" }""");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("Nobody of ours has the id team", answer.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_customer_nobody_knows_has_no_certification() =>
        Assert.Equal(HttpStatusCode.NotFound, (await Api.GetAsync("/api/customers/nobody/certification")).Status);

    [Fact]
    public async Task what_is_not_there_in_a_list_is_a_mistake_and_no_fault()
    {
        var hole = JsonNode.Parse(Scheme)!;
        hole["scheme"]!["criteria"]!.AsArray().Add(null);

        Assert.Equal(HttpStatusCode.BadRequest, (await Api.PostAsync($"{Commands}/register-scheme", hole.ToJsonString())).Status);
    }

    private async Task GivenACampaign()
    {
        (await Api.PostAsync($"{Commands}/register-scheme", Scheme)).WasDone();
        (await Api.PostAsync($"{Commands}/open-campaign", """{ "id": "core", "title": "Core", "scheme": "core" }""")).WasDone();
    }
}
