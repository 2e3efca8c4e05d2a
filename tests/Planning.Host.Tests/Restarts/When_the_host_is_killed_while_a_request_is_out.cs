using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Planning.Accounts.Customers;
using Planning.Grains.Embedded;
using Planning.Grains.Store;
using Planning.Grains.Turns;
using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Restarts;

/// <summary>kill -9 after another company's server was asked and before its answer came.</summary>
public sealed class When_the_host_is_killed_while_a_request_is_out(SamplePortfolio sample) : IDisposable
{
    private readonly TemporaryFolder _data = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task it_is_asked_again_under_the_same_key_and_the_workflow_goes_on_with_the_answer()
    {
        var (asked, heard) = (Signal(), Signal());
        await using var server = await Receiver.StartAsync(context => HoldBackAsync(context, asked));
        await GivenAnInquiryAt(server.Url);

        var (first, _) = await PlanningProcess.ServeAsync(_data.Path, "--http-to", "127.0.0.0/8");
        await using (first)
        {
            await Patience(asked);
            first.Kill();
            await first.EndAsync();
        }

        await WhenTheTimeOfTheKilledHostIsOver();
        server.Answer = context => AnswerAsync(context, heard);
        var (second, url) = await PlanningProcess.ServeAsync(_data.Path, "--http-to", "127.0.0.0/8");
        await using var _ = second;
        await Patience(heard);

        Assert.Equal(["/credit", "/credit", "/thanks"], server.Received.Select(request => request.Path));
        Assert.Equal(2, server.Received.Select(request => request.Headers["Idempotency-Key"]).Distinct().Count());
        Assert.Equal("Bearer Secret-7391", server.Received.First().Headers["Authorization"]);
        Assert.Equal("""{"score":7}""", server.Received.Last().Body);
        using var api = new ApiClient(url);
        Assert.Contains(
            (await api.GetAsync("/api/customers/helvia/history?take=5")).WasDone().Items,
            turn => turn["asked"]!.GetValue<string>() == "http-answered");
        Assert.All(
            first.Errors.Concat(second.Errors), line => Assert.DoesNotContain("Secret-7391", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_network_that_is_none_is_told()
    {
        var refused = await PlanningProcess.RunAsync("serve", "--data", _data.Path, "--http-to", "10.1.0.0/16;intranet");

        Assert.Equal(1, refused.Exit);
        Assert.Contains(
            "“intranet” is not a network; write it like 10.1.0.0/16, or 10.1.2.3/32 for one address.",
            refused.Errors,
            StringComparison.Ordinal);
    }

    private async Task GivenAnInquiryAt(Uri server)
    {
        sample.CopyTo(_data.Path);
        await using (var store = SqliteCustomerStore.Open(_data["planning.db"]))
        {
            await store.Definitions.KeepAsync("workflow", "inquiry", "1", Inquiry(server), Token);
        }

        await using var runtime = await EmbeddedRuntime.OpenAsync(_data["planning.db"], new FixedClock(), Token);
        Assert.IsType<Answer.Done>(await runtime.Customers.SendAsync(
            Id<Customer>.Parse("helvia", null), new Message("m-1", "anna", new Request.PublishEvent("inquire", null)), Token));
    }

    // Minutes, in which whoever took the entry might still be sending.
    private async Task WhenTheTimeOfTheKilledHostIsOver()
    {
        await using var database = new SqliteConnection($"Data Source={_data["planning.db"]};Pooling=False");
        await database.OpenAsync(Token);
        await using var command = database.CreateCommand();
        command.CommandText = "UPDATE outbox SET due = '2026-10-05T08:00:00.0000000Z'";
        Assert.Equal(1, await command.ExecuteNonQueryAsync(Token));
    }

    private static async Task HoldBackAsync(HttpContext context, TaskCompletionSource asked)
    {
        asked.TrySetResult();
        var hungUp = Signal();
        await using var registration = context.RequestAborted.Register(hungUp.SetResult);
        await hungUp.Task;
    }

    private static Task AnswerAsync(HttpContext context, TaskCompletionSource heard)
    {
        if (context.Request.Path == "/thanks")
        {
            heard.TrySetResult();
        }

        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync("""{"score":7}""", context.RequestAborted);
    }

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static Task Patience(TaskCompletionSource signal) => signal.Task.WaitAsync(TimeSpan.FromMinutes(1), Token);

    // Asks for a credit score, and sends what came back to say thank you.
    private static string Inquiry(Uri server) => $$"""
        {
          "id": "inquiry-1", "definitionId": "inquiry", "name": "Inquiry", "version": 1,
          "variables": [ { "id": "Score", "name": "Score", "typeName": "Object", "isArray": false, "value": null } ],
          "root": { "type": "Elsa.Flowchart", "version": 1, "id": "f", "activities": [
            { "type": "Elsa.Event", "version": 1, "id": "begin", "customProperties": { "canStartWorkflow": true },
              "eventName": { "expression": { "type": "Literal", "value": "inquire" } } },
            { "type": "Elsa.FlowSendHttpRequest", "version": 1, "id": "ask",
              "url": { "expression": { "type": "Literal", "value": "{{server}}credit?token=Secret-7391" } },
              "authorization": { "expression": { "type": "Literal", "value": "Bearer Secret-7391" } },
              "parsedContent": { "typeName": "Object", "memoryReference": { "id": "Score" } } },
            { "type": "Elsa.FlowSendHttpRequest", "version": 1, "id": "thank",
              "url": { "expression": { "type": "Literal", "value": "{{server}}thanks" } },
              "method": { "expression": { "type": "Literal", "value": "POST" } },
              "contentType": { "expression": { "type": "Literal", "value": "application/json" } },
              "content": { "typeName": "Object", "expression": { "type": "Variable", "value": { "id": "Score", "name": "Score" } } } } ],
          "connections": [
            { "source": { "activity": "begin", "port": "Done" }, "target": { "activity": "ask", "port": "In" } },
            { "source": { "activity": "ask", "port": "200" }, "target": { "activity": "thank", "port": "In" } } ] }
        }
        """;
}
