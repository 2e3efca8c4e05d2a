using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Planning.Grains.Timers;
using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Http;

/// <summary>A workflow begins every night at two and asks for a task; the host runs from 5 October 2026, 08:00.</summary>
public sealed class When_workflows_run_for_no_customer(SamplePortfolio sample) : HostSpec(sample)
{
    private const string Workflows = "/api/workflows";

    [Fact]
    public async Task the_clock_begins_one_for_nobody_and_an_admin_finds_it()
    {
        await GivenTheNightlyReport();
        var clock = (await Api.GetAsync($"{Workflows}/clocks")).WasDone().Items.Single();
        Assert.Equal(("nightly", "Nightly report", 1), (
            Text(clock, "definition"), Text(clock, "workflow"), clock["version"]!.GetValue<int>()));
        Assert.Equal("2026-10-06T02:00:00+00:00", Text(clock["starts"]![0]!, "next"));
        Assert.Empty((await Api.GetAsync(Workflows)).WasDone().Items);

        await WhenItIs("2026-10-06");
        var listed = (await Api.GetAsync(Workflows)).WasDone().Items.Single();
        Assert.Equal(("_nightly.2.1", null, "nightly", "Suspended"), (
            Text(listed, "id"), listed["customer"], Text(listed, "definition"), Text(listed, "subStatus")));
        var shown = (await Api.GetAsync($"{Workflows}/_nightly.2.1")).WasDone().Body!;
        Assert.Equal("Elsa.RunTask", Text(shown["workflow"]!["waitsFor"]![0]!, "name"));
        Assert.NotEmpty((await Api.GetAsync($"{Workflows}/_nightly.2.1/log")).WasDone().Items);

        await RestartAsync();
        await WhenItIs("2026-10-06");
        Assert.Single((await Api.GetAsync(Workflows)).WasDone().Items);
        await WhenItIs("2026-10-07");
        Assert.Equal(2, (await Api.GetAsync(Workflows)).WasDone().Items.Count);
        var page = (await Api.GetAsync($"{Workflows}/history/nightly?take=2")).WasDone();
        Assert.Equal(
            [
                "Nightly report (_nightly.3.1) began, due at 2026-10-07 02:00:00. Next at 2026-10-08 02:00:00.",
                "Nightly report (_nightly.2.1) began, due at 2026-10-06 02:00:00. Next at 2026-10-07 02:00:00.",
            ],
            page.Items.Select(turn => turn["happened"]![0]!.GetValue<string>()));
        Assert.Equal("2", Text(page.Body!, "next"));
    }

    [Fact]
    public async Task one_is_started_by_hand_told_of_its_task_and_over()
    {
        await GivenTheNightlyReport();
        var started = (await Api.PostAsync(Workflows, """{"definition": "nightly", "why": "the board asks"}""", key: "k-1")).WasDone();
        var id = Text(started.Body!, "instance");
        Assert.Equal([$"The workflow Nightly report ({id}) was started: the board asks."], started.Happened);
        Assert.Equal(
            started.Text,
            (await Api.PostAsync(Workflows, """{"definition": "nightly", "why": "the board asks"}""", key: "k-1")).WasDone().Text);

        (await Api.PostAsync($"{Workflows}/{id}/alter", """{"cancel": ["night"], "schedule": ["task"]}""")).WasDone();
        var task = Text((await Show(id))["waitsFor"]!.AsArray().Single()!["payload"]!, "taskId");
        (await Api.PostAsync($"{Workflows}/{id}/tasks/{task}/complete")).WasDone();
        Assert.Equal("Elsa.Event", Text((await Show(id))["waitsFor"]!.AsArray().Single()!, "name"));
        (await Api.PostAsync($"{Workflows}/{id}/events/read")).WasDone();
        Assert.Equal("Finished", Text(await Show(id), "subStatus"));
    }

    [Fact]
    public async Task what_stopped_waits_for_the_admin_at_no_customer_until_it_is_cancelled()
    {
        await GivenTheNightlyReport();
        var id = Text((await Api.PostAsync(Workflows, """{"definition": "nightly"}""")).WasDone().Body!, "instance");
        (await Api.PostAsync($"{Workflows}/{id}/alter", """{"cancel": ["night"], "schedule": ["stop"]}""")).WasDone();

        Assert.Equal([id], (await Api.GetAsync($"{Workflows}?incidents=true")).WasDone().Items.Select(one => Text(one, "id")));
        var waiting = (await Api.GetAsync("/api/waiting")).WasDone().Items.Single(one => one["customer"] is null);
        Assert.Equal(("incident", "Nightly report: No paper."), (Text(waiting, "kind"), Text(waiting, "subject")));

        (await Api.PostAsync($"{Workflows}/{id}/retry")).WasDone();
        (await Api.PostAsync($"{Workflows}/{id}/cancel", """{"why": "bought none"}""")).WasDone();
        Assert.DoesNotContain((await Api.GetAsync("/api/waiting")).WasDone().Items, one => one["customer"] is null);
    }

    [Fact]
    public async Task what_is_not_there_is_named_and_a_customers_instance_is_not_there()
    {
        var plan = Text((await Api.GetAsync("/api/customers/savannah/workflows")).WasDone().Items[0], "id");
        foreach (var path in new[] { plan, "i-9" })
        {
            var sentence = $"Without a customer there is no workflow instance {path}.";
            (await Api.GetAsync($"{Workflows}/{path}")).IsProblem(HttpStatusCode.NotFound, sentence);
            (await Api.GetAsync($"{Workflows}/{path}/log")).IsProblem(HttpStatusCode.NotFound, sentence);
            (await Api.PostAsync($"{Workflows}/{path}/cancel")).IsProblem(HttpStatusCode.NotFound, sentence);
        }

        (await Api.PostAsync(Workflows, """{"definition": "nothing"}""")).IsProblem(
            HttpStatusCode.NotFound, "There is no workflow nothing.");
        (await Api.PostAsync(Workflows, """{"definition": "strategic-account-plan"}""")).WasRefused(
            "plan-needed", "The workflow Strategic account plan begins when a plan is opened, not by itself.");
        (await Api.GetAsync("/api/customers/_nightly")).IsUnknown("Nobody has registered a customer _nightly.");
        (await Api.PostAsync("/api/customers/_nightly/events/read")).IsUnknown("Nobody has registered a customer _nightly.");
    }

    private async Task GivenTheNightlyReport()
    {
        await Definitions.KeepAsync(Data, "nightly", "1", Definitions.NightlyReport);
        await RestartAsync();
        await Host.Services.GetRequiredService<TimerPump>().SetClocksAsync(TestContext.Current.CancellationToken);
    }

    // Beside the beats of the host, so that nobody has to wait for one.
    private async Task WhenItIs(string day)
    {
        Clock.GoTo(day);
        await Host.Services.GetRequiredService<TimerPump>().TellAsync(TestContext.Current.CancellationToken);
    }

    private async Task<JsonNode> Show(string id) => (await Api.GetAsync($"{Workflows}/{id}")).WasDone().Body!["workflow"]!;

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();
}
