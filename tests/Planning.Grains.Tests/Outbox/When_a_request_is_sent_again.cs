using Planning.Flows.Runtime;
using Planning.Grains.Outbox;
using Planning.Grains.Tests.Support;

namespace Planning.Grains.Tests.Outbox;

/// <summary>Failures that may pass are tried again, ever later, as often as the workflow's author asks for.</summary>
public sealed class When_a_request_is_sent_again
{
    private static readonly DateTimeOffset Nine = CalendarClock.At("2026-12-07T09:00:00Z");

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(8, 128)]
    [InlineData(13, 4096)]
    [InlineData(40, 4096)]
    public void each_pause_is_twice_the_one_before_up_to_an_hour_or_so(int attempts, int seconds)
    {
        Assert.Equal(Nine.AddSeconds(seconds), After(attempts, new HttpAttempt.TimedOut()));
        Assert.Equal(Nine.AddSeconds(seconds), After(attempts, new HttpAttempt.Failed("Connection refused")));
        Assert.Equal(Nine.AddSeconds(seconds), After(attempts, Answer(503)));
    }

    [Theory]
    [InlineData(200, false)]
    [InlineData(302, false)]
    [InlineData(400, false)]
    [InlineData(404, false)]
    [InlineData(408, true)]
    [InlineData(429, true)]
    [InlineData(500, true)]
    [InlineData(503, true)]
    public void an_answer_counts_unless_the_receiver_may_answer_otherwise_later(int statusCode, bool again) =>
        Assert.Equal(again, After(1, Answer(statusCode)) is not null);

    [Fact]
    public void after_as_many_retries_as_were_asked_for_the_last_failure_is_the_outcome()
    {
        Assert.NotNull(After(3, new HttpAttempt.TimedOut(), retries: 3));
        Assert.Null(After(4, new HttpAttempt.TimedOut(), retries: 3));
        Assert.Null(After(1, new HttpAttempt.TimedOut(), retries: 0));
    }

    [Fact]
    public void what_would_fail_each_time_is_sent_once() => Assert.Null(After(
        1, new HttpAttempt.Impossible("The address is not allowed.")));

    [Theory]
    [InlineData("30", 30)]
    [InlineData("Mon, 07 Dec 2026 09:02:00 GMT", 120)]
    [InlineData("1", 2)]
    [InlineData("Mon, 07 Dec 2026 08:00:00 GMT", 2)]
    [InlineData("soon", 2)]
    [InlineData("-5", 2)]
    public void the_receiver_says_how_long_to_wait_at_least(string retryAfter, int seconds) => Assert.Equal(
        Nine.AddSeconds(seconds), After(2, Answer(429, ("retry-after", retryAfter))));

    [Theory]
    [InlineData("86400", true)]
    [InlineData("86401", false)]
    [InlineData("4294967295", false)]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT", false)]
    public void longer_than_a_day_is_not_waited_for(string retryAfter, bool again) =>
        Assert.Equal(again, After(1, Answer(503, ("Retry-After", retryAfter))) is not null);

    [Theory]
    [InlineData(1, 60)]
    [InlineData(2, 120)]
    [InlineData(3, 150)]
    public void a_strategy_may_say_which_pauses(int attempts, int seconds) => Assert.Equal(
        Nine.AddSeconds(seconds),
        After(attempts, Answer(503), pauses: new(TimeSpan.FromMinutes(1), BackoffType.Linear, MaxDelay: TimeSpan.FromSeconds(150))));

    [Fact]
    public void the_receiver_may_ask_for_more_patience_than_the_strategy_has() => Assert.Equal(
        Nine.AddSeconds(30),
        After(1, Answer(503, ("Retry-After", "30")), pauses: new(TimeSpan.FromSeconds(5), BackoffType.Constant)));

    [Fact]
    public void chance_in_a_pause_is_the_same_for_the_same_request()
    {
        var pauses = new RetryPauses(TimeSpan.FromSeconds(10), BackoffType.Constant, UseJitter: true);
        var again = After(1, Answer(503), pauses: pauses);
        Assert.Equal(Nine + pauses.Before(1, "r-1"), again);
        Assert.InRange(again!.Value, Nine.AddSeconds(7.5), Nine.AddSeconds(12.5));
    }

    private static DateTimeOffset? After(int attempts, HttpAttempt attempt, int retries = 100, RetryPauses? pauses = null) =>
        Redelivery.After(
            new HttpCall("r-1", "GET", new Uri("https://shop.example/"), [], null, null, TimeSpan.FromSeconds(100), retries, pauses),
            attempts, attempt, Nine);

    private static HttpAttempt.Answered Answer(int statusCode, params (string Name, string Value)[] headers) => new(
        statusCode, [.. headers.Select(header => KeyValuePair.Create(header.Name, header.Value))], null, null);
}
