using System.Text.Json.Nodes;
using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Http;

/// <summary>Copperbelt drifts away from us: the rules propose HARVEST, and people decide.</summary>
public sealed class When_people_decide_on_a_proposal(SamplePortfolio sample) : HostSpec(sample)
{
    private const string Commands = "/api/customers/copperbelt/commands";

    [Fact]
    public async Task the_posture_changes_when_the_region_and_the_board_have_agreed()
    {
        Assert.Equal("HOLD_STEADY", await PostureAsync());
        (await SayAsync("REGION_HEAD", "e-afr-01")).WasDone();
        Assert.Equal("HOLD_STEADY", await PostureAsync());

        (await SayAsync("STRATEGIC_CUSTOMER_BOARD", "e-nwe-03")).WasDone();

        Assert.Equal("HARVEST", await PostureAsync());
        Assert.Contains(
            await HistoryAsync("copperbelt"),
            line => line.StartsWith("Posture HoldSteady became Harvest from 2026-Q4 by T-10-CASH-COW-ENTER of tiering", StringComparison.Ordinal));
    }

    [Fact]
    public async Task the_board_cannot_speak_before_the_region() => (await SayAsync("STRATEGIC_CUSTOMER_BOARD", "e-nwe-03")).WasRefused(
        "other-approver",
        "It waits for REGION_HEAD, not for STRATEGIC_CUSTOMER_BOARD: T-10-CASH-COW-ENTER: posture HARVEST, tier no higher than A.");

    [Fact]
    public async Task a_tier_that_has_a_plan_opens_one()
    {
        const string pampas = "/api/customers/pampas/commands";
        (await Api.PostAsync($"{pampas}/request-tier-override", """
            { "id": "o-1", "tier": "A", "reason": "The owner builds a new network", "until": "2026-12-31" }
            """)).WasDone();
        (await Api.GetAsync("/api/customers/pampas/plan")).IsProblem(System.Net.HttpStatusCode.NotFound, "Pampas Fibra has no plan.");
        foreach (var (role, actor) in new[] { ("REGION_HEAD", "e-iba-01"), ("STRATEGIC_CUSTOMER_BOARD", "e-nwe-03") })
        {
            (await Api.PostAsync($"{pampas}/decide-approval", Agreement("override:o-1", role), actor: actor)).WasDone();
        }

        Assert.Equal("A0", (await Api.GetAsync("/api/customers/pampas/plan")).WasDone()
            .Body!["stages"]![0]!["stage"]!["code"]!.GetValue<string>());
    }

    private async Task<HttpAnswer> SayAsync(string role, string actor) => await Api.PostAsync(
        $"{Commands}/decide-approval", Agreement("proposal:T-10-CASH-COW-ENTER", role), actor: actor);

    private static string Agreement(string subject, string role) => new JsonObject
    {
        ["subject"] = subject,
        ["role"] = role,
        ["granted"] = true,
    }.ToJsonString();

    private async Task<string> PostureAsync() =>
        (await Api.GetAsync("/api/customers/copperbelt")).WasDone().Body!["standing"]!["posture"]!.GetValue<string>();
}
