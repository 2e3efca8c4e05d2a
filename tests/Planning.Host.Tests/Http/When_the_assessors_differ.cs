using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Http;

public sealed class When_the_assessors_differ(SamplePortfolio sample) : HostSpec(sample)
{
    private const string Plan = "/api/customers/helvia/plan";

    private const string Agreement = """{"on": "2026-10-05", "result": 78, "reasons": "The channel study counts more."}""";

    [Fact]
    public async Task by_fifteen_points_they_need_no_meeting()
    {
        await ReachMatchAsync(95, 80);
        (await AdvanceAsync()).WasDone();
    }

    [Fact]
    public async Task by_more_than_fifteen_points_a_meeting_must_agree()
    {
        await ReachMatchAsync(96, 80);
        (await AdvanceAsync()).WasRefused(
            "gate-not-passed",
            "Stage A2 Match cannot be passed yet.",
            "The assessors differ by 16 points; above 15 a meeting must agree on the result.");

        Assert.Equal(
            ["The assessors agreed on a strategic match of 78: The channel study counts more."],
            (await Api.PutAsync($"{Plan}/match/agreement", Agreement)).WasDone().Happened);
        (await AdvanceAsync()).WasDone();
        Assert.Equal(78, (await Api.GetAsync(Plan)).Body!["match"]!["result"]!.GetValue<double>());
    }

    [Fact]
    public async Task the_drift_since_the_match_24_months_ago_is_shown()
    {
        await ReachMatchAsync(96, 80);
        (await Api.PutAsync($"{Plan}/match/agreement", Agreement)).WasDone();
        var match = (await Api.GetAsync(Plan)).Body!["match"]!;
        Assert.Equal(16, match["difference"]!.GetValue<double>());

        // Nobody measured the match in 2024-Q4.
        Assert.Null(match["drift"]);
    }

    [Fact]
    public async Task a_new_view_makes_the_agreement_void()
    {
        await ReachMatchAsync(96, 80);
        (await Api.PutAsync($"{Plan}/match/agreement", Agreement)).WasDone();
        (await Api.PutAsync($"{Plan}/match/e-cee-07", Work.Match(70, on: "2026-10-05"))).WasDone();
        (await AdvanceAsync()).WasRefused(
            "gate-not-passed",
            "Stage A2 Match cannot be passed yet.",
            "The assessors differ by 26 points; above 15 a meeting must agree on the result.");
    }

    [Fact]
    public async Task there_is_nothing_to_agree_on_before_two_have_assessed()
    {
        (await Api.PutAsync($"{Plan}/match/e-cee-04", Work.Match(90, on: "2026-10-05"))).WasDone();
        (await Api.PutAsync($"{Plan}/match/agreement", Agreement)).WasRefused(
            "nothing-to-agree", "Two assessments must be handed in before a meeting can agree on the result.");
    }

    [Fact]
    public async Task an_assessor_nobody_knows_is_none() =>
        (await Api.PutAsync($"{Plan}/match/e-invented", Work.Match(90, on: "2026-10-05"))).CannotBeRead(
            "Nobody of ours has the id e-invented; import employees.csv with them first.");

    private async Task ReachMatchAsync(int first, int second)
    {
        (await Api.PostAsync($"{Plan}/stages/A0/advance")).WasDone();
        foreach (var topic in Work.Topics)
        {
            (await Api.PutAsync($"{Plan}/profile/{topic}", Work.Section("Known"))).WasDone();
        }

        (await Api.PutAsync($"{Plan}/vendors", Work.Vendors)).WasDone();
        (await Api.PostAsync($"{Plan}/stages/A1/advance")).WasDone();
        (await Api.PutAsync($"{Plan}/match/e-cee-04", Work.Match(first, on: "2026-10-05"))).WasDone();
        (await Api.PutAsync($"{Plan}/match/e-cee-07", Work.Match(second, on: "2026-10-05"))).WasDone();
    }

    private Task<HttpAnswer> AdvanceAsync() => Api.PostAsync($"{Plan}/stages/A2/advance");
}
