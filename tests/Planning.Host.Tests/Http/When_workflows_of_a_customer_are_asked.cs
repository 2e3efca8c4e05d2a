using System.Net;
using System.Text.Json.Nodes;
using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Http;

public sealed class When_workflows_of_a_customer_are_asked(SamplePortfolio sample) : HostSpec(sample)
{
    private const string Workflows = "/api/customers/pampas/workflows";

    private const string Start = """{"definition": "renewal", "input": {"Budget": 250}, "why": "the contract ends"}""";

    [Fact]
    public async Task one_is_started_shown_and_waits_for_its_task()
    {
        await GivenTheRenewal();
        var started = (await Api.PostAsync(Workflows, Start)).WasDone();
        var id = Text(started.Body!, "instance");
        Assert.Equal([$"The workflow Renewal ({id}) was started: the contract ends."], started.Happened);

        var shown = (await Api.GetAsync($"{Workflows}/{id}")).WasDone().Body!;
        Assert.Equal(("renewal", "Running", "Suspended"), (
            Text(shown["workflow"]!, "definition"), Text(shown["workflow"]!, "status"), Text(shown["workflow"]!, "subStatus")));
        var waits = shown["workflow"]!["waitsFor"]!.AsArray().Single()!;
        Assert.Equal(("Elsa.Event", "contract-ends"), (Text(waits, "name"), Text(waits["payload"]!, "eventName")));
        Assert.Equal((250, 30), (shown["input"]!["Budget"]!.GetValue<int>(), shown["variables"]![0]!["value"]!.GetValue<int>()));
        Assert.Equal("waits", shown["executions"]!.AsArray().Where(one => one!["waits"]!.GetValue<bool>()).Select(_ => "waits").Single());
    }

    [Fact]
    public async Task an_event_and_a_finished_task_lead_it_to_its_end_and_the_log_tells_each_step()
    {
        await GivenTheRenewal();
        (await Api.PostAsync("/api/customers/pampas/events/contract-ends", """{"payload": {"on": "2026-12-31"}}""")).WasDone();
        var waiting = (await Api.GetAsync(Workflows)).WasDone().Items.Single(one => Text(one, "definition") == "renewal");
        var task = Text(waiting["waitsFor"]![0]!["payload"]!, "taskId");
        (await Api.PostAsync($"/api/customers/pampas/tasks/{task}/complete", """{"result": "they renew"}""")).WasDone();

        var id = Text(waiting, "id");
        Assert.Equal("Finished", Text((await Api.GetAsync($"{Workflows}/{id}")).WasDone().Body!["workflow"]!, "status"));
        var log = (await Api.GetAsync($"{Workflows}/{id}/log")).WasDone().Items;
        Assert.Equal(
            ["Started begin", "Completed begin", "Started task", "Suspended task", "Resumed task", "Completed task"],
            log.Select(entry => $"{Text(entry, "event")} {Text(entry, "activity")}")
                .Where(entry => entry.EndsWith("begin", StringComparison.Ordinal) || entry.EndsWith("task", StringComparison.Ordinal)));
        var page = (await Api.GetAsync($"{Workflows}/{id}/log?from=2&take=1")).WasDone();
        Assert.Equal((2, "3"), (page.Items.Single()["sequence"]!.GetValue<int>(), Text(page.Body!, "next")));
    }

    [Fact]
    public async Task the_log_is_there_after_a_restart_and_keeps_no_more_than_it_should()
    {
        await GivenTheRenewal();
        var id = Text((await Api.PostAsync(Workflows, Start)).WasDone().Body!, "instance");
        var before = (await Api.GetAsync($"{Workflows}/{id}/log")).WasDone().Text;
        await RestartAsync();
        Assert.Equal(before, (await Api.GetAsync($"{Workflows}/{id}/log")).WasDone().Text);
    }

    [Fact]
    public async Task the_same_key_starts_it_once_and_names_it_again()
    {
        await GivenTheRenewal();
        var first = (await Api.PostAsync(Workflows, Start, key: "k-1")).WasDone();
        await RestartAsync();
        Assert.Equal(first.Text, (await Api.PostAsync(Workflows, Start, key: "k-1")).WasDone().Text);
        (await Api.PostAsync(Workflows, Start, key: "k-2")).WasRefused(
            "activation-refused", "The workflow Renewal does not begin while another that counts is running (Singleton).");
    }

    [Fact]
    public async Task a_variable_is_set_an_activity_ended_and_the_instance_cancelled()
    {
        await GivenTheRenewal();
        var id = Text((await Api.PostAsync(Workflows, Start)).WasDone().Body!, "instance");
        (await Api.PostAsync(
            $"{Workflows}/{id}/alter", """{"variables": {"Days": 60}, "cancel": ["begin"], "schedule": ["task"]}""")).WasDone();
        var shown = (await Api.GetAsync($"{Workflows}/{id}")).WasDone().Body!;
        Assert.Equal(60, shown["variables"]![0]!["value"]!.GetValue<int>());
        Assert.Equal(["Elsa.RunTask"], shown["workflow"]!["waitsFor"]!.AsArray().Select(one => Text(one!, "name")));

        var cancelled = (await Api.PostAsync($"{Workflows}/{id}/cancel", """{"why": "they called us"}""")).WasDone();
        Assert.Equal([$"The workflow Renewal ({id}) was cancelled: they called us."], cancelled.Happened);
        (await Api.PostAsync($"{Workflows}/{id}/retry")).IsProblem(
            HttpStatusCode.NotFound, $"pampas has no workflow instance {id} that is not over.");
        Assert.Equal("Cancelled", Text((await Api.GetAsync($"{Workflows}/{id}")).WasDone().Body!["workflow"]!, "subStatus"));
    }

    [Fact]
    public async Task what_is_not_there_is_named()
    {
        (await Api.GetAsync("/api/customers/nobody/workflows")).IsUnknown("Nobody has registered a customer nobody.");
        (await Api.PostAsync("/api/customers/nobody/events/contract-ends")).IsUnknown("Nobody has registered a customer nobody.");
        (await Api.GetAsync($"{Workflows}/i-9")).IsProblem(
            HttpStatusCode.NotFound, "There is no workflow instance i-9 of pampas.");
        (await Api.PostAsync($"{Workflows}/i-9/cancel")).IsProblem(
            HttpStatusCode.NotFound, "pampas has no workflow instance i-9 that is not over.");
        (await Api.PostAsync(Workflows, """{"definition": "nothing"}""")).IsProblem(
            HttpStatusCode.NotFound, "There is no workflow nothing.");
        (await Api.PostAsync("/api/customers/pampas/tasks/t-9/complete")).IsProblem(
            HttpStatusCode.NotFound, "No workflow waits for the task t-9: it is done, or was never asked for.");
        (await Api.PostAsync($"{Workflows}/i-9/alter", """{"cancel": [null]}""")).CannotBeRead("Item 1 of the list is null.");
    }

    private async Task GivenTheRenewal()
    {
        await Definitions.KeepAsync(Data, "renewal", "1", Definitions.Renewal);
        await RestartAsync();
    }

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();
}
