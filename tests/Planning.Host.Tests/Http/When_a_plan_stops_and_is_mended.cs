using System.Text.Json.Nodes;
using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Http;

public sealed class When_a_plan_stops_and_is_mended(SamplePortfolio sample) : HostSpec(sample)
{
    private const string Workflows = "/api/customers/savannah/workflows";

    [Fact]
    public async Task it_goes_on_in_the_mended_version_from_where_it_stopped()
    {
        await Definitions.KeepPlanAsync(Data, "102", Definitions.FlawedPlan);
        await RestartAsync();
        var plan = Text((await Api.GetAsync(Workflows)).WasDone().Items.Single(), "id");
        (await Api.PostAsync($"{Workflows}/{plan}/alter", """{"version": 102, "why": "the new stages"}""")).WasDone();
        (await Api.PostAsync("/api/customers/savannah/group-root/confirm")).WasDone();
        var stopped = (await Api.PostAsync("/api/customers/savannah/plan/stages/A0/advance")).WasDone();
        Assert.StartsWith("The plan's workflow stopped at a1: ", stopped.Happened[1], StringComparison.Ordinal);

        var found = (await Api.GetAsync($"{Workflows}?incidents=true")).WasDone().Items.Single();
        var incident = found["incidents"]!.AsArray().Single()!;
        Assert.Equal(("a1", "Planning.PlanStage", true), (Text(incident, "activity"), Text(incident, "activityType"), incident["open"]!.GetValue<bool>()));
        Assert.Equal("2026-10-05T08:00:00+00:00", Text(incident, "at"));
        Assert.NotEmpty(Text(incident, "message"));
        Assert.NotEmpty(Text(incident, "cause"));

        await Definitions.KeepPlanAsync(Data, "103", Definitions.MendedPlan);
        await RestartAsync();
        (await Api.PostAsync($"{Workflows}/{plan}/retry")).WasDone();
        Assert.StartsWith("The plan's workflow stopped at a1: ", (await HistoryAsync("savannah"))[1], StringComparison.Ordinal);

        (await Api.PostAsync($"{Workflows}/{plan}/alter", """{"version": 103, "why": "A1 has 25 working days"}""")).WasDone();
        var retried = (await Api.PostAsync($"{Workflows}/{plan}/retry", """{"why": "it is mended"}""")).WasDone();
        Assert.Equal(
            [
                $"The workflow Strategic account plan ({plan}) was retried: it is mended.",
                "Stage A1 Insight began; AR has it until 2026-11-10.",
            ],
            retried.Happened);
        Assert.Empty((await Api.GetAsync($"{Workflows}?incidents=true")).WasDone().Items);
        Assert.Equal("A1", Text((await Api.GetAsync("/api/customers/savannah/plan")).WasDone().Body!["stages"]![0]!["stage"]!, "code"));
        Assert.Contains(
            $"The workflow Strategic account plan ({plan}) was altered, taken to version 103: A1 has 25 working days.",
            await HistoryAsync("savannah", turns: 2));
    }

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();
}
