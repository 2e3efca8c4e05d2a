using System.Text.Json;
using System.Text.Json.Nodes;
using Planning.Accounts.Customers;
using Planning.Accounts.Tests.Support;
using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Http;

/// <summary>The main job from the portfolio to the last stage, as the account team of Dragonfly (tier S, China) does it.</summary>
public sealed class When_a_strategic_plan_is_led_to_its_end(SamplePortfolio sample) : HostSpec(sample)
{
    private const string Plan = "/api/customers/dragonfly/plan";

    private static readonly string[] NothingHandedIn =
    [
        "The customer profile lacks these sections: macro, industry, competition, strategy, pains.",
        "No profile section is dated yet.",
        "The profile rests on 0 classes of sources; three are needed.",
        "The profile names no source yet.",
        "The listed vendors must cover 90 % of the relevant spend; they cover 0.",
        "These relevant units have no estimated headcount: Product Marketing.",
    ];

    [Fact]
    public async Task the_tier_run_has_opened_the_plan_by_itself()
    {
        var plan = (await Api.GetAsync(Plan)).WasDone().Body!;
        Assert.Equal((2027, 2031), (plan["horizonFrom"]!.GetValue<int>(), plan["horizonTo"]!.GetValue<int>()));
        Assert.Equal(("A0", "ACCOUNT_HEAD", "2026-10-19"), Stage(plan));
        Assert.Contains(
            "The plan 2027 to 2031 was opened in the form for tier S.", await HistoryAsync("dragonfly", turns: 5));
    }

    [Fact]
    public async Task only_a_customer_of_tier_S_or_A_has_one()
    {
        (await Api.GetAsync("/api/customers/savannah/plan")).WasDone();
        (await Api.GetAsync("/api/customers/karst/plan")).IsProblem(System.Net.HttpStatusCode.NotFound, "Karst Valley Municipal Networks has no plan.");
        (await Api.PostAsync("/api/customers/karst/plan")).WasRefused(
            "no-plan-for-tier", "A customer of tier C has no strategic account plan.");
        (await Api.PostAsync(Plan)).WasRefused(
            "plan-open", "The plan 2027 to 2031 of Dragonfly Mobile Communications is open already.");
    }

    [Fact]
    public async Task a_stage_that_lacks_something_is_not_left_and_all_that_it_lacks_is_told()
    {
        (await AdvanceAsync("A0")).WasDone();

        var gate = (await Api.GetAsync(Plan)).WasDone().Body!["stages"]![0]!["gate"]!;
        Assert.False(gate["open"]!.GetValue<bool>());
        Assert.Equal(NothingHandedIn, gate["missing"]!.AsArray().Select(line => line!.GetValue<string>()));
        (await AdvanceAsync("A1")).WasRefused(
            "gate-not-passed", "Stage A1 Insight cannot be passed yet.", NothingHandedIn);
        Assert.Equal(
            [$"Refused: Stage A1 Insight cannot be passed yet. {string.Join(' ', NothingHandedIn)}"], await HistoryAsync("dragonfly"));
    }

    [Fact]
    public async Task the_group_root_must_be_confirmed_before_the_first_stage_is_left()
    {
        (await Api.PostAsync("/api/customers/savannah/plan/stages/A0/advance")).WasRefused(
            "gate-not-passed",
            "Stage A0 Trigger cannot be passed yet.",
            "The group root is not confirmed: check who controls the customer.");

        (await Api.PostAsync("/api/customers/savannah/group-root/confirm")).WasDone();
        (await Api.PostAsync("/api/customers/savannah/plan/stages/A0/advance")).WasDone();
    }

    [Fact]
    public async Task its_stages_are_due_in_working_days_of_the_customers_country()
    {
        (await Api.PostAsync("/api/customers/helvia/plan/stages/A0/advance")).WasDone();
        (await Api.PostAsync("/api/customers/savannah/group-root/confirm")).WasDone();
        (await Api.PostAsync("/api/customers/savannah/plan/stages/A0/advance")).WasDone();

        Assert.Equal(("A1", "AR", "2026-11-09"), await StageAsync("helvia"));

        // 20 October is Mashujaa Day in Kenya.
        Assert.Equal(("A1", "AR", "2026-11-10"), await StageAsync("savannah"));
    }

    [Fact]
    public async Task it_passes_every_stage_and_is_approved_by_the_region_and_the_board()
    {
        Clock.GoTo("2026-10-06");
        (await AdvanceAsync("A0", actor: "e-chn-02")).WasDone();
        Assert.Equal(("A1", "AR", "2026-11-10"), await StageAsync("dragonfly"));

        await HandInInsightAsync();
        Clock.GoTo("2026-10-07");
        Assert.Equal(
            [
                "Stage A1 Insight was passed by plan-gates 2026.13: every section of the customer profile is written; age of the oldest profile section in days 36 ≤ 180; source classes 3 ≥ 3; share of public sources 0.67 ≥ 0.60; relevant spend covered by vendors 0.92 ≥ 0.90; units mapped 5 ≥ 1; every relevant unit has an estimated headcount.",
                "Stage A2 Match began; AR has it until 2026-10-21.",
            ],
            (await AdvanceAsync("A1", actor: "e-chn-02")).WasDone().Happened);

        (await Api.PutAsync($"{Plan}/match/e-chn-04", Work.Match(90))).WasDone();
        (await AdvanceAsync("A2")).WasRefused(
            "gate-not-passed",
            "Stage A2 Match cannot be passed yet.",
            "The strategic match needs two independent assessors; 1 handed in a view.",
            "The views of two assessors must be there to be compared.");
        (await Api.PutAsync($"{Plan}/match/e-chn-07", Work.Match(80))).WasDone();
        (await AdvanceAsync("A2", actor: "e-chn-01")).WasDone();
        Assert.Equal(85, (await Api.GetAsync(Plan)).WasDone().Body!["match"]!["result"]!.GetValue<double>());

        await WriteAsync([Dragonfly.Ambition]);
        (await AdvanceAsync("A3")).WasDone();
        Assert.Equal(["A4", "A5"], (await StagesAsync()).Order());
        await WriteAsync([.. Dragonfly.Objectives, .. Dragonfly.Relationship]);
        await SignAsync("A4", "A5");
        (await AdvanceAsync("A4")).WasDone();
        (await AdvanceAsync("A5")).WasDone();
        await WriteAsync([.. Dragonfly.Resources, Dragonfly.Validation(new DateOnly(2026, 10, 7))]);
        await SignAsync("A6");
        (await AdvanceAsync("A6")).WasDone();
        (await AdvanceAsync("A7", actor: "e-chn-01")).WasDone();

        foreach (var (function, by) in new[] { ("finance", "e-chn-01"), ("delivery", "e-chn-02"), ("red_team", "e-chn-06") })
        {
            (await Api.PostAsync(
                "/api/customers/dragonfly/commands/give-plan-opinion",
                $$"""{"function": "{{function}}", "agrees": true, "text": "Looked at it"}""", actor: by)).WasDone();
        }

        (await AdvanceAsync("A8")).WasDone();
        var subject = $"plan:{(await Api.GetAsync(Plan)).WasDone().Body!["id"]!.GetValue<string>()}";
        await AgreeAsync(subject, "REGION_HEAD", "e-chn-01");
        await AgreeAsync(subject, "STRATEGIC_CUSTOMER_BOARD", "e-chn-02");
        Assert.Equal(["A9"], await StagesAsync());

        var shown = (await Api.GetAsync(Plan)).WasDone().Body!;
        Assert.Equal(["A0", "A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8"], shown["passed"]!.AsArray().Select(stage => stage!.GetValue<string>()));
        Assert.Equal("ACTIVE", shown["life"]!["status"]!.GetValue<string>());
        Assert.Equal(1, shown["life"]!["versions"]![0]!["number"]!.GetValue<int>());
        Assert.Contains("objective", shown["draft"]!.AsArray().Select(entry => entry!["entry"]!.GetValue<string>()));
        var extract = (await Api.GetAsync($"{Plan}/extract")).WasDone().Body!["entries"]!.ToJsonString();
        Assert.Contains("One core network for all of you", extract, StringComparison.Ordinal);
        Assert.DoesNotContain("Reach core", extract, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_history_says_who_passed_a_stage_when_why_and_by_which_rules()
    {
        Clock.GoTo("2026-10-06");
        (await AdvanceAsync("A0", actor: "e-chn-02")).WasDone();

        var turn = (await Api.GetAsync("/api/customers/dragonfly/history?take=1")).Items.Single();
        Assert.Equal("e-chn-02", turn["actor"]!.GetValue<string>());
        Assert.Equal("2026-10-06T08:00:00.0000000Z", turn["at"]!.GetValue<string>());
        Assert.Equal("advance-plan", turn["asked"]!.GetValue<string>());
        var passed = turn["events"]!.AsArray().Single(happened => happened!["event"]!.GetValue<string>() == "stage-passed")!;
        Assert.Equal("plan-gates 2026.13", passed["gateVersion"]!.GetValue<string>());
        Assert.Equal(
            ["AR seat filled", "group root confirmed"], passed["grounds"]!.AsArray().Select(ground => ground!.GetValue<string>()));
    }

    [Fact]
    public async Task a_second_click_does_not_leave_a_second_stage()
    {
        (await AdvanceAsync("A0")).WasDone();
        (await AdvanceAsync("A0")).WasRefused("other-stage", "The plan is in stage A1 Insight, not in A0.");
    }

    [Fact]
    public async Task what_waits_for_whom_names_the_stage_and_its_owner()
    {
        var waiting = (await Api.GetAsync("/api/waiting?customer=dragonfly")).WasDone().Items;
        Assert.Contains(waiting, item => (item["subject"]!.GetValue<string>(), item["role"]!.GetValue<string>(), item["due"]?.GetValue<string>())
            == ("A0 Trigger", "ACCOUNT_HEAD", "2026-10-19"));
    }

    private static (string Code, string Owner, string Due) Stage(JsonNode plan) => (
        plan["stages"]![0]!["stage"]!["code"]!.GetValue<string>(),
        plan["stages"]![0]!["stage"]!["owner"]!.GetValue<string>(),
        plan["stages"]![0]!["stage"]!["due"]!.GetValue<string>());

    private async Task<(string Code, string Owner, string Due)> StageAsync(string customer) =>
        Stage((await Api.GetAsync($"/api/customers/{customer}/plan")).WasDone().Body!);

    private Task<HttpAnswer> AdvanceAsync(string stage, string actor = "e-chn-04") =>
        Api.PostAsync($"{Plan}/stages/{stage}/advance", actor: actor);

    private static SoundPlan Dragonfly { get; } = new(
        "e-chn-04", "e-chn-07", "CHN",
        [
            ("Networks Division", "p-dragonfly-zhou"), ("Planning Institute", "p-dragonfly-hao"),
            ("Provincial Operations", "p-dragonfly-meng"), ("Procurement Centre", "p-dragonfly-qian"),
            ("Product Marketing", "p-dragonfly-marketing"),
        ]);

    private async Task AgreeAsync(string subject, string role, string by) => (await Api.PostAsync(
        "/api/customers/dragonfly/commands/decide-approval",
        $$"""{"subject": "{{subject}}", "role": "{{role}}", "granted": true}""", actor: by)).WasDone();

    private async Task<IEnumerable<string>> StagesAsync() => (await Api.GetAsync(Plan)).WasDone().Body!["stages"]!.AsArray()
        .Select(stage => stage!["stage"]!["code"]!.GetValue<string>());

    private async Task WriteAsync(IEnumerable<CustomerCommand> commands)
    {
        foreach (var command in commands)
        {
            (await Api.PostAsync(
                $"/api/customers/dragonfly/commands/{CustomerCommands.KindOf(command)}",
                JsonSerializer.Serialize(command, command.GetType(), JsonSerializerOptions.Web),
                actor: "e-chn-04")).WasDone();
        }
    }

    private async Task SignAsync(params string[] stages)
    {
        foreach (var (seat, holder) in new[] { ("SR", "e-chn-07"), ("FR", "e-chn-08") })
        {
            foreach (var stage in stages)
            {
                (await Api.PostAsync(
                    "/api/customers/dragonfly/commands/co-sign-plan-stage",
                    $$"""{"stage": "{{stage}}", "seat": "{{seat}}"}""", actor: holder)).WasDone();
            }
        }
    }

    private async Task HandInInsightAsync()
    {
        foreach (var topic in Work.Topics)
        {
            (await Api.PutAsync($"{Plan}/profile/{topic}", Work.Section($"What we know of {topic}"))).WasDone();
        }

        (await Api.PutAsync($"{Plan}/vendors", Work.Vendors)).WasDone();
        (await Api.PutAsync(
            "/api/customers/dragonfly/units/Product%20Marketing",
            """{"function": "marketing", "relevance": 1, "headcountInProcess": 12}""")).WasDone();
        (await Api.PutAsync(
            "/api/customers/dragonfly/people/p-dragonfly-marketing",
            """{"name": "Wen Ya", "title": "Product manager", "unit": "Product Marketing", "influenceNow": 2, "influenceFuture": 3}""")).WasDone();
    }
}
