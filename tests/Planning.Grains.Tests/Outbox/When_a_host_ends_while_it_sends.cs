using Planning.Grains.Outbox;
using Planning.Grains.Tests.Support;

namespace Planning.Grains.Tests.Outbox;

/// <summary>Sent at least once, told exactly once.</summary>
public sealed class When_a_host_ends_while_it_sends : OutboxSpec
{
    [Fact]
    public async Task who_comes_after_a_killed_host_sends_again_and_a_late_outcome_changes_nothing()
    {
        var customer = await GivenARequest();
        var late = new TaskCompletionSource<HttpAttempt>(TaskCreationOptions.RunContinuationsAsynchronously);
        var killedWorld = new Receivers { Answer = (_, _) => late.Task };
        using var killed = Another(Grains, killedWorld);
        var hanging = killed.SendDueAsync(Token);

        Assert.Equal(0, await WhenThePumpRuns());
        Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(1, await WhenThePumpRuns());
        await ThenItWasToldOnce(customer);

        late.SetResult(Receivers.Status(404));
        await Patience.For(hanging, "the late outcome");
        Assert.Equal(["r-1"], killedWorld.Received.Select(request => request.Key));
        Assert.Equal(["r-1"], Received);
        await ThenItWasToldOnce(customer);
        await ThenTheOutboxHolds(0);
    }

    [Fact]
    public async Task of_two_hosts_one_sends()
    {
        var customer = await GivenARequest();
        using var other = Another(AnotherRuntime(), World);

        await Task.WhenAll(WhenThePumpRuns(), other.SendDueAsync(Token));

        Assert.Equal(["r-1"], Received);
        await ThenItWasToldOnce(customer);
    }

    [Fact]
    public async Task a_host_that_stops_puts_back_what_it_has_not_finished()
    {
        var customer = await GivenARequest();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        World.Answer = async (_, token) =>
        {
            asked.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, Clock, token);
            return Receivers.Ok;
        };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var running = Pump.RunAsync(stop.Token);
        await Patience.For(asked.Task, "the receiver to be asked");
        await stop.CancelAsync();
        await Patience.For(running, "the pump to stop");
        await ThenNobodyWasTold(customer);

        using var next = Another(Grains, new Receivers());
        Assert.Equal(1, await next.SendDueAsync(Token));
        await ThenItWasToldOnce(customer);
    }

    [Fact]
    public async Task an_outcome_that_could_not_be_told_is_told_later_without_sending_again()
    {
        var customer = await GivenARequest();
        Store.BeforeCommit = _ => throw new IOException("the disk is full");
        using var pump = Another(Runtime(Store), World);
        Assert.Equal(1, await pump.SendDueAsync(Token));
        await ThenNobodyWasTold(customer);

        Store.BeforeCommit = _ => Task.CompletedTask;
        Assert.Equal(0, await WhenThePumpRuns());
        Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(1, await WhenThePumpRuns());

        Assert.Equal(["r-1"], Received);
        await ThenItWasToldOnce(customer);
        await ThenTheOutboxHolds(0);
    }
}
