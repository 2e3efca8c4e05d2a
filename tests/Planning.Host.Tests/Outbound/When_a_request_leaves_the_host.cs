using System.Text;
using Microsoft.AspNetCore.Http;
using Planning.Grains.Outbox;
using Planning.Host.Outbound;

namespace Planning.Host.Tests.Outbound;

public sealed class When_a_request_leaves_the_host : SenderSpec
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task it_goes_as_its_author_wrote_it_and_names_itself_so_that_the_receiver_can_tell_it_twice()
    {
        await WhenSent(Request("/accounts?of=helvia") with
        {
            Method = "PATCH",
            Headers =
            [
                KeyValuePair.Create("Authorization", "our own scheme, of no registry"),
                KeyValuePair.Create("X-Tag", "a"),
                KeyValuePair.Create("X-Tag", "b"),
            ],
            ContentType = "application/json",
            Body = """{"name":"瑞士"}""",
        });

        var received = Assert.Single(Receiver.Received);
        Assert.Equal(("PATCH", "/accounts", """{"name":"瑞士"}"""), (received.Method, received.Path, received.Body));
        Assert.Equal("application/json", received.Headers["Content-Type"]);
        Assert.Equal("our own scheme, of no registry", received.Headers["Authorization"]);
        Assert.Equal("a,b", received.Headers["X-Tag"].Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal("helvia.3.2", received.Headers["Idempotency-Key"]);
    }

    [Fact]
    public async Task a_key_of_the_authors_own_counts()
    {
        await WhenSent(Request() with { Headers = [KeyValuePair.Create("idempotency-key", "order-7")] });
        Assert.Equal("order-7", Assert.Single(Receiver.Received).Headers["Idempotency-Key"]);
    }

    [Fact]
    public async Task what_is_said_of_a_body_that_is_not_there_goes_along_too()
    {
        await WhenSent(Request() with { Headers = [KeyValuePair.Create("Content-Type", "application/json")] });
        Assert.Equal("application/json", Assert.Single(Receiver.Received).Headers["Content-Type"]);
    }

    [Fact]
    public async Task the_answer_comes_back_with_status_headers_and_text()
    {
        Receiver.Answer = async context =>
        {
            context.Response.StatusCode = 418;
            context.Response.ContentType = "text/plain; charset=iso-8859-1";
            context.Response.Headers["X-Tag"] = new(["a", "b"]);
            await context.Response.Body.WriteAsync(Encoding.Latin1.GetBytes("Zürich"), context.RequestAborted);
        };

        var answer = await ThenTheAnswerTo(Request());

        Assert.Equal((418, "text/plain; charset=iso-8859-1", "Zürich"), (answer.StatusCode, answer.ContentType, answer.Body));
        Assert.Equal(["a", "b"], answer.Headers.Where(header => header.Key == "X-Tag").Select(header => header.Value));
    }

    [Fact]
    public async Task a_receiver_that_does_not_answer_in_time_is_not_waited_for()
    {
        Receiver.Answer = context => Forever(context.RequestAborted);

        Assert.IsType<HttpAttempt.TimedOut>(await WhenSent(Request() with { Timeout = Soon }));
    }

    [Fact]
    public async Task an_answer_that_does_not_come_to_its_end_in_time_is_none()
    {
        Receiver.Answer = async context =>
        {
            await context.Response.WriteAsync("Once upon a time", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Forever(context.RequestAborted);
        };

        Assert.IsType<HttpAttempt.TimedOut>(await WhenSent(Request() with { Timeout = Soon }));
    }

    [Fact]
    public async Task nobody_at_the_address_is_an_outcome_that_may_pass()
    {
        var request = Request();
        await Receiver.DisposeAsync();

        var failed = Assert.IsType<HttpAttempt.Failed>(await WhenSent(request));

        Assert.Contains("refused", failed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_answer_that_breaks_off_is_an_outcome_that_may_pass()
    {
        Receiver.Answer = async context =>
        {
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("half", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        };

        Assert.IsType<HttpAttempt.Failed>(await WhenSent(Request()));
    }

    [Fact]
    public async Task an_answer_of_a_megabyte_is_kept_and_one_byte_more_is_not()
    {
        Receiver.Answer = context => context.Response.WriteAsync(new string('x', HttpSender.LargestBody), context.RequestAborted);
        Assert.Equal(HttpSender.LargestBody, (await ThenTheAnswerTo(Request())).Body!.Length);

        Receiver.Answer = context => context.Response.WriteAsync(new string('x', HttpSender.LargestBody + 1), context.RequestAborted);
        Assert.Equal("The answer (200) is larger than 1 MB; nothing of it was kept.", await ThenItIsNotSentAgain(Request()));
    }

    [Fact]
    public async Task an_answer_without_end_is_cut_off()
    {
        Receiver.Answer = async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync(new string('x', 10_000), context.RequestAborted);
            }
        };

        Assert.Equal("The answer (200) is larger than 1 MB; nothing of it was kept.", await ThenItIsNotSentAgain(Request()));
    }

    [Theory]
    [InlineData("no header", "x")]
    [InlineData("X-Tag", "a\r\nX-Evil: b")]
    public async Task what_cannot_be_said_in_a_request_is_told(string header, string value)
    {
        var reason = await ThenItIsNotSentAgain(Request() with { Headers = [KeyValuePair.Create(header, value)] });

        Assert.StartsWith("This request cannot be sent: ", reason, StringComparison.Ordinal);
        Assert.Contains(header, reason, StringComparison.Ordinal);
        Assert.Empty(Receiver.Received);
    }

    // Until the sender has hung up.
    private static async Task Forever(CancellationToken hungUp)
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = hungUp.Register(end.SetResult);
        await end.Task;
    }
}
