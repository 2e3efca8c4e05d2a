using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Planning.Accounts.Customers;
using Planning.Grains.Customers;
using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Http;

public sealed class When_something_breaks : IDisposable
{
    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task our_mistake_is_answered_without_telling_its_inside()
    {
        var answer = await AskAsync(() => throw new InvalidOperationException("secret"));
        answer.IsProblem(HttpStatusCode.InternalServerError, "This is our mistake.");
        Assert.Equal("It has been logged with the trace id of this answer.", answer.Detail);
        Assert.DoesNotContain("secret", answer.Text, StringComparison.Ordinal);
        Assert.NotNull(answer.Body!["traceId"]);
    }

    [Fact]
    public async Task a_database_that_does_not_answer_is_worth_another_try()
    {
        var answer = await AskAsync(() => throw new SqliteException("disk I/O error", 10));
        answer.IsProblem(HttpStatusCode.ServiceUnavailable, "The database does not answer.");
        Assert.Equal(
            "Whether the request was carried out is not known. Send it again with the same Idempotency-Key.", answer.Detail);
    }

    [Fact]
    public async Task a_contested_customer_is_worth_another_try()
    {
        var answer = await AskAsync(() => throw new CustomerContestedException(Id<Customer>.Parse("helvia", null)));
        answer.IsProblem(HttpStatusCode.ServiceUnavailable, "The customer helvia is being changed by others all the time.");
        Assert.Equal("Nothing was changed. Send the same request again.", answer.Detail);
    }

    private async Task<HttpAnswer> AskAsync(Func<string> breaks)
    {
        await using var host = await RunningHost.StartAsync(_data.Path, new FixedClock(), app => app.MapGet("/breaks", breaks));
        return await host.Client.GetAsync("/breaks");
    }
}
