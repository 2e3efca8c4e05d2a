using System.Net;
using System.Text.Json.Nodes;
using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Http;

/// <summary>The stories of the shipped sample about teams (METHOD §8); today is 5 October 2026.</summary>
public sealed class When_a_team_is_staffed(SamplePortfolio sample) : HostSpec(sample)
{
    [Fact]
    public async Task the_account_seat_of_helvia_is_in_its_33rd_month_and_a_successor_is_looked_for()
    {
        var seat = Seat(await TeamAsync("helvia"), "AR", "primary");

        Assert.Equal(33, seat["tenureMonths"]!.GetValue<int>());
        Assert.Equal(
            ("2026-07-05", "2027-01-05", "2028-01-05", "notice"),
            (Text(seat["rotation"]!, "notice"), Text(seat["rotation"]!, "due"), Text(seat["rotation"]!, "stop"), Text(seat["rotation"]!, "step")));
    }

    // 1 October is no holiday there, 5 October is.
    [Fact]
    public async Task the_solution_seat_of_lusitana_has_been_empty_for_12_working_days()
    {
        var team = await TeamAsync("lusitana");

        Assert.Equal(12, Seat(team, "SR", "primary")["vacantWorkingDays"]!.GetValue<int>());
        Assert.Contains("nobody holds the SR seat, nor acts for it (INV-08)", Texts(team["violations"]!));
    }

    [Fact]
    public async Task whoever_is_at_home_with_dragonfly_is_refused_and_nobody_is_told_why()
    {
        var process = await LookingAsync("dragonfly", "zh", "CHN");

        var refused = process["refused"]!.AsArray().Single(one => Text(one!, "employee") == "e-chn-06")!;
        Assert.Equal(("CONFLICT", "a conflict of interest that is not waived"), (Text(refused, "rule"), Text(refused, "why")));
        Assert.DoesNotContain("SZX", process.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_heir_at_helvia_needs_a_waiver_of_a_year_at_most()
    {
        var before = await LookingAsync("helvia", "de", "CEE");
        Assert.Empty(before["feasible"]!.AsArray());
        Assert.Contains(("e-cee-06", "CONFLICT"), Refusals(before));
        Assert.Contains(("e-cee-05", "LOAD"), Refusals(before));

        (await Api.PostAsync("/api/customers/helvia/commands/request-waiver", """
            { "id": "w-7", "kind": "conflict", "criterion": "CONFLICT", "object": "e-cee-06",
              "reason": "Nobody else speaks the language", "control": "A second person in all commercial meetings",
              "until": "2027-10-05" }
            """)).WasDone();
        (await Api.PostAsync("/api/customers/helvia/commands/decide-approval",
            """{ "subject": "waiver:w-7", "role": "REGION_HEAD", "granted": true }""", actor: "e-cee-01")).WasDone();
        (await Api.PostAsync("/api/customers/helvia/commands/decide-approval",
            """{ "subject": "waiver:w-7", "role": "COMPLIANCE", "granted": true }""", actor: "e-hq-01")).WasDone();

        var after = await ListedAsync("helvia", Text(before, "id"));
        var heir = Assert.Single(after["feasible"]!.AsArray())!;
        Assert.Equal("e-cee-06", Text(heir, "employee"));
        Assert.Equal(["CONFLICT"], Texts(heir["waived"]!));
    }

    [Fact]
    public async Task what_stages_lack_is_shown_with_the_process()
    {
        (await Api.PostAsync("/api/customers/dragonfly/commands/raise-seat-need", """{ "role": "AR", "cause": "growth" }""")).WasDone();

        var process = Assert.Single((await TeamAsync("dragonfly"))["processes"]!.AsArray())!;
        Assert.Equal("NEED", Text(process, "status"));
        Assert.Contains(
            "The seat's profile lacks: all of it.", Texts(process["stages"]![0]!["gate"]!["missing"]!));
    }

    // What employees hold elsewhere is looked up by us, never taken from whoever asks.
    [Theory]
    [InlineData("list-candidates")]
    [InlineData("name-stand-in")]
    public async Task nobody_brings_loads_of_their_own(string command) => Assert.Equal(
        HttpStatusCode.NotFound, (await Api.PostAsync($"/api/customers/dragonfly/commands/{command}", "{}")).Status);

    [Fact]
    public async Task a_stand_in_is_named_by_the_hard_rules()
    {
        (await Api.PutAsync("/api/customers/lusitana/team/stand-ins/SR/acting", """{ "employee": "e-iba-07" }""")).WasDone();
        Assert.Equal("e-iba-07", Text(Seat(await TeamAsync("lusitana"), "SR", "acting"), "employee"));

        (await Api.PutAsync("/api/customers/lusitana/team/stand-ins/FR/backup", """{ "employee": "e-iba-08" }""")).WasRefused(
            "stand-in-refused", "e-iba-08 cannot stand in for the FR seat (ROLE-LICENCE): SR opens no FR seat.");
    }

    [Fact]
    public async Task everybody_who_is_nearly_full_is_seen()
    {
        var loads = (await Api.GetAsync("/api/employees/loads")).WasDone().Items;

        Assert.All(loads, load => Assert.True(load["load"]!.GetValue<decimal>() <= 1, load.ToJsonString()));
        Assert.Contains(loads, load => Text(load, "employee") == "e-cee-04" && Text(load, "warning") == "nearly full");
    }

    private async Task<JsonNode> LookingAsync(string customer, string language, string region)
    {
        (await Api.PostAsync($"/api/customers/{customer}/commands/raise-seat-need", """{ "role": "AR", "cause": "rotation" }""")).WasDone();
        var process = Text((await TeamAsync(customer))["processes"]!.AsArray().Single(one => Text(one!, "role") == "AR")!, "id");
        (await Api.PostAsync($"/api/customers/{customer}/commands/write-seat-profile", $$"""
            { "process": "{{process}}", "profile": { "level": 4, "domain": "", "languages": ["{{language}}"], "industry": "telecom",
              "regions": ["{{region}}"], "clearance": null, "customerWish": "Somebody who stays" } }
            """)).WasDone();
        return await ListedAsync(customer, process);
    }

    private async Task<JsonNode> ListedAsync(string customer, string process)
    {
        (await Api.PostAsync($"/api/customers/{customer}/team/processes/{process}/candidates", "{}")).WasDone();
        return (await TeamAsync(customer))["processes"]!.AsArray().Single(one => Text(one!, "id") == process)!;
    }

    private async Task<JsonNode> TeamAsync(string customer) => (await Api.GetAsync($"/api/customers/{customer}/team")).WasDone().Body!;

    private static JsonNode Seat(JsonNode team, string role, string kind) =>
        team["seats"]!.AsArray().Single(seat => Text(seat!, "role") == role && Text(seat!, "kind") == kind)!;

    private static IEnumerable<(string Employee, string Rule)> Refusals(JsonNode process) =>
        process["refused"]!.AsArray().Select(refused => (Text(refused!, "employee"), Text(refused!, "rule")));

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();

    private static IEnumerable<string> Texts(JsonNode list) => list.AsArray().Select(text => text!.GetValue<string>());
}
