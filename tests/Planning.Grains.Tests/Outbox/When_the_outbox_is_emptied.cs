using Planning.Flows.Runtime;
using Planning.Grains.Outbox;
using Planning.Grains.Tests.Support;

namespace Planning.Grains.Tests.Outbox;

public sealed class When_the_outbox_is_emptied : OutboxSpec
{
    [Fact]
    public async Task a_request_is_sent_and_its_customer_told_what_came_of_it()
    {
        var customer = await GivenARequest();

        Assert.Equal(1, await WhenThePumpRuns());

        Assert.Equal(new Uri("https://shop.example/"), Assert.Single(World.Received).Url);
        await ThenItWasToldOnce(customer);
        await ThenTheOutboxHolds(0);
        Assert.Equal(0, await WhenThePumpRuns());
    }

    [Fact]
    public async Task a_request_that_failed_is_sent_again_in_its_time_under_the_same_id()
    {
        var customer = await GivenARequest();
        World.Answer = (_, _) => Task.FromResult(Receivers.Status(World.Received.Count < 3 ? 500 : 200));

        Assert.Equal(1, await WhenThePumpRuns());
        Assert.Equal(0, await WhenThePumpRuns());
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await WhenThePumpRuns());
        Clock.Advance(TimeSpan.FromSeconds(1.9));
        Assert.Equal(0, await WhenThePumpRuns());
        await ThenNobodyWasTold(customer);
        Clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(1, await WhenThePumpRuns());

        Assert.Equal(["r-1", "r-1", "r-1"], Received);
        await ThenItWasToldOnce(customer);
        await ThenTheOutboxHolds(0);
    }

    [Fact]
    public async Task a_request_waits_as_long_as_its_strategy_says_also_with_another_host()
    {
        var customer = await GivenARequest(retries: 2, pauses: new RetryPauses(TimeSpan.FromMinutes(5), BackoffType.Constant));
        World.Answer = (_, _) => Task.FromResult(Receivers.Status(503));

        Assert.Equal(1, await WhenThePumpRuns());
        Clock.Advance(TimeSpan.FromSeconds(299));
        using var next = Another(AnotherRuntime(), World);
        Assert.Equal(0, await next.SendDueAsync(Token));
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await next.SendDueAsync(Token));
        await ThenNobodyWasTold(customer);
        Clock.Advance(TimeSpan.FromSeconds(300));
        Assert.Equal(1, await next.SendDueAsync(Token));

        Assert.Equal(["r-1", "r-1", "r-1"], Received);
        await ThenItWasToldOnce(customer);
    }

    [Fact]
    public async Task the_last_failure_is_the_outcome()
    {
        var customer = await GivenARequest(retries: 1);
        World.Answer = (_, _) => Task.FromResult<HttpAttempt>(new HttpAttempt.TimedOut());

        await WhenThePumpRuns();
        Clock.Advance(TimeSpan.FromSeconds(1));
        await WhenThePumpRuns();

        Assert.Equal(2, World.Received.Count);
        await ThenItWasToldOnce(customer);
        await ThenTheOutboxHolds(0);
    }

    [Fact]
    public async Task more_than_are_sent_at_once_are_all_sent()
    {
        for (var number = 0; number < 200; number++)
        {
            await GivenARequest($"shop-{number % 3}.example");
        }

        Assert.Equal(200, await WhenThePumpRuns());
        Assert.Equal(200, Received.Distinct().Count());
        await ThenTheOutboxHolds(0);
    }

    [Fact]
    public async Task a_slow_receiver_does_not_hold_up_the_others()
    {
        var slowAnswer = new TaskCompletionSource<HttpAttempt>(TaskCreationOptions.RunContinuationsAsynchronously);
        var bankAsked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        World.Answer = (request, _) =>
        {
            if (request.Url.Host == "slow.example")
            {
                return slowAnswer.Task;
            }

            bankAsked.TrySetResult();
            return Task.FromResult(Receivers.Ok);
        };
        for (var number = 0; number < 150; number++)
        {
            await GivenARequest("slow.example");
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var running = Pump.RunAsync(stop.Token);
        await GivenARequest("bank.example");
        await Patience.For(bankAsked.Task, "the bank to be asked");

        Assert.Equal(OutboxPump.AtOneReceiver, World.Received.Count(request => request.Url.Host == "slow.example"));
        slowAnswer.SetResult(Receivers.Ok);
        await stop.CancelAsync();
        await Patience.For(running, "the pump to stop");
    }

    [Fact]
    public async Task the_log_says_how_much_waits_and_how_long()
    {
        await GivenARequest();
        World.Answer = (_, _) => Task.FromResult(Receivers.Status(503));
        await WhenThePumpRuns();
        var log = new LogOfOneLine<OutboxPump>();
        using var pump = new OutboxPump(Kept.Outbox, Grains, World, Clock, log);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var running = pump.RunAsync(stop.Token);

        Assert.Equal(
            "Entries in the outbox: 1, the first of them due at 2026-12-07T09:30:01.0000000Z.",
            await Patience.For(log.Line, "the depth of the outbox"));
        await stop.CancelAsync();
        await Patience.For(running, "the pump to stop");
    }

    [Fact]
    public async Task whatever_is_wrong_with_one_request_the_others_are_sent()
    {
        var odd = await GivenARequest();
        var fine = await GivenARequest();
        World.Answer = (request, _) => request.Key == "r-1" ? throw new InvalidOperationException("a bug") : Task.FromResult(Receivers.Ok);

        await WhenThePumpRuns();
        await ThenItWasToldOnce(fine);
        await ThenNobodyWasTold(odd);

        World.Answer = (_, _) => Task.FromResult(Receivers.Ok);
        Clock.Advance(TimeSpan.FromMinutes(3));
        await WhenThePumpRuns();
        await ThenItWasToldOnce(odd);
        await ThenTheOutboxHolds(0);
    }
}
