using Planning.Grains.Customers;
using Planning.Grains.Tests.Support;

namespace Planning.Grains.Tests.Customers;

public sealed class When_another_runtime_moves_a_customer_on : GrainSpec
{
    [Fact]
    public async Task the_customer_is_loaded_again_and_the_turn_decided_again()
    {
        await Send("m-1", Helvia.Known);
        await AnotherRuntime().SendAsync(Helvia.Id, Ask("m-2", Helvia.Opened), Token);
        Assert.Equal(3, Version(await Send("m-3", Helvia.Confirmed)));
        Assert.Equal((1, 2), (Store.Superseded, Store.Loads));
        Assert.NotNull((await Grains.LookAsync(Helvia.Id, Token)).Customer.Plan);
    }

    [Fact]
    public async Task two_runtimes_at_once_lose_nothing()
    {
        await Send("m-0", Helvia.Known);
        var there = AnotherRuntime();
        await Patience.For(
            Task.WhenAll(Enumerable.Range(1, 20).SelectMany(number => new Task[]
            {
                Send($"here-{number}", Helvia.Seated(number)),
                there.SendAsync(Helvia.Id, Ask($"there-{number}", Helvia.Seated(100 + number)), Token),
            })),
            "two runtimes to ask one customer forty times");
        Assert.Equal(Enumerable.Range(1, 41).Reverse().Select(version => (long)version), (await History()).Select(turn => turn.Version));
    }

    [Fact]
    public async Task one_that_never_gets_its_turn_is_told_so_and_has_changed_nothing()
    {
        await Send("m-0", Helvia.Known);
        var there = AnotherRuntime();
        var moves = 0;
        Store.BeforeCommit = _ => there.SendAsync(Helvia.Id, Ask($"there-{++moves}", Helvia.Seated(moves)), Token);
        var contested = await Assert.ThrowsAsync<CustomerContestedException>(() => Send("m-1", Helvia.Opened));
        Assert.Equal("The customer helvia is being changed by others all the time.", contested.Message);
        Assert.Equal((Helvia.Id, 20), (contested.Customer, moves));
        Assert.DoesNotContain(await History(), turn => turn.Message == "m-1");

        Store.BeforeCommit = _ => Task.CompletedTask;
        Assert.Equal(22, Version(await Send("m-1", Helvia.Opened)));
    }

    [Fact]
    public async Task a_commit_of_which_nobody_knows_is_found_by_its_message()
    {
        await Send("m-0", Helvia.Known);
        Store.AfterCommit = _ => throw new IOException("The disk went away.");
        await Assert.ThrowsAsync<IOException>(() => Send("m-1", Helvia.Opened));
        Store.AfterCommit = _ => Task.CompletedTask;
        Assert.Equal(2, Version(await Send("m-1", Helvia.Opened)));
        Assert.Equal(2, (await History()).Count);
    }

    [Fact]
    public async Task who_gives_up_waiting_leaves_the_turn_to_its_end()
    {
        await Send("m-0", Helvia.Known);
        using var patience = new CancellationTokenSource();
        Store.BeforeCommit = _ => patience.CancelAsync();
        Assert.Equal(2, Version(await Grains.SendAsync(Helvia.Id, Ask("m-1", Helvia.Opened), patience.Token)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Grains.SendAsync(Helvia.Id, Ask("m-2", Helvia.Confirmed), patience.Token));
        Assert.Equal(2, (await History()).Count);
    }
}
