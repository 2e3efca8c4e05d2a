using Planning.Flows.Runtime;

namespace Planning.Flows.Tests.Worlds;

/// <summary>Pauses before retries, as Polly computes them; chance follows from what is tried again.</summary>
public sealed class When_something_is_tried_again
{
    [Theory]
    [InlineData(BackoffType.Constant, "10 10 10 10 10")]
    [InlineData(BackoffType.Linear, "10 20 30 40 50")]
    [InlineData(BackoffType.Exponential, "10 20 40 80 160")]
    public void the_pauses_grow_as_the_strategy_says(BackoffType type, string seconds) =>
        Assert.Equal(seconds, Pauses(new RetryPauses(TimeSpan.FromSeconds(10), type)));

    [Theory]
    [InlineData(BackoffType.Linear, "10 20 25 25 25")]
    [InlineData(BackoffType.Exponential, "10 20 25 25 25")]
    public void no_pause_is_longer_than_the_longest(BackoffType type, string seconds) =>
        Assert.Equal(seconds, Pauses(new RetryPauses(TimeSpan.FromSeconds(10), type, MaxDelay: TimeSpan.FromSeconds(25))));

    [Theory]
    [InlineData(BackoffType.Linear, false)]
    [InlineData(BackoffType.Exponential, false)]
    [InlineData(BackoffType.Exponential, true)]
    public void no_pause_is_longer_than_a_day_however_often_it_is_tried(BackoffType type, bool varies) =>
        Assert.Equal(
            TimeSpan.FromDays(1),
            new RetryPauses(TimeSpan.FromDays(1), type, varies).Before(RetryStrategy.MostRetries, "a"));

    [Fact]
    public void without_a_delay_it_is_tried_again_at_once() =>
        Assert.Equal("0 0 0 0 0", Pauses(new RetryPauses(TimeSpan.Zero, BackoffType.Exponential, UseJitter: true)));

    [Theory]
    [InlineData(BackoffType.Constant, 3)]
    [InlineData(BackoffType.Linear, 9)]
    public void chance_makes_a_pause_a_quarter_longer_or_shorter(BackoffType type, int middle)
    {
        var pauses = Many(new RetryPauses(TimeSpan.FromSeconds(3), type, UseJitter: true), retry: 3);
        Assert.All(pauses, pause => Assert.InRange(pause, middle * 0.75, middle * 1.25));
        Assert.True(pauses.Max() - pauses.Min() > middle * 0.45, "They lie close together.");
    }

    [Fact]
    public void with_chance_the_first_of_growing_pauses_is_about_the_delay_and_later_ones_double_from_the_second_on()
    {
        var pauses = new RetryPauses(TimeSpan.FromSeconds(1), BackoffType.Exponential, UseJitter: true);
        double[] middles = [.. Enumerable.Range(1, 6).Select(retry => Many(pauses, retry).Order().ElementAt(500))];
        Assert.InRange(middles[0], 0.8, 1.2);
        Assert.InRange(middles[1], 0.9, 1.3);
        Assert.All(middles[1..^1].Zip(middles[2..]), two => Assert.InRange(two.Second / two.First, 1.7, 2.3));
        Assert.All(Many(pauses, retry: 5), pause => Assert.InRange(pause, 0.1, 23));
    }

    [Fact]
    public void chance_is_the_same_each_time_and_another_for_others()
    {
        var pauses = new RetryPauses(TimeSpan.FromSeconds(1), BackoffType.Exponential, UseJitter: true);
        Assert.Equal(pauses.Before(2, "helvia.7.1"), pauses.Before(2, "helvia.7.1"));
        Assert.NotEqual(pauses.Before(2, "helvia.7.1"), pauses.Before(2, "helvia.7.2"));
    }

    private static string Pauses(RetryPauses pauses) =>
        string.Join(' ', Enumerable.Range(1, 5).Select(retry => pauses.Before(retry, "a").TotalSeconds));

    private static List<double> Many(RetryPauses pauses, int retry) =>
        [.. Enumerable.Range(0, 1000).Select(number => pauses.Before(retry, $"r-{number}").TotalSeconds)];
}
