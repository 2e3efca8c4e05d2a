using Planning.Accounts.Customers;
using Planning.Grains.Tests.Support;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Customers;

public sealed class When_nobody_asks_for_a_customer : GrainSpec
{
    [Fact]
    public async Task it_leaves_memory_after_ten_minutes_and_not_before()
    {
        await Send("m-1", Helvia.Known);
        Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        Assert.Equal((0, 1), (Grains.Sweep(), Grains.Active));
        Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal((1, 0), (Grains.Sweep(), Grains.Active));
    }

    [Fact]
    public async Task it_comes_back_as_it_was()
    {
        await Send("m-1", Helvia.Known);
        Clock.Advance(TimeSpan.FromMinutes(10));
        Grains.Sweep();
        Assert.Equal(2, Version(await Send("m-2", Helvia.Opened)));
        Assert.Equal(2, Store.Loads);
    }

    [Fact]
    public async Task being_looked_at_keeps_it()
    {
        await Send("m-1", Helvia.Known);
        Clock.Advance(TimeSpan.FromMinutes(9));
        await Grains.LookAsync(Helvia.Id, Token);
        Clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(0, Grains.Sweep());
    }

    [Fact]
    public async Task one_in_the_middle_of_a_turn_stays()
    {
        var (arrived, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        Store.BeforeCommit = _ =>
        {
            arrived.SetResult();
            return goOn.Task;
        };
        var answer = Grains.SendAsync(Helvia.Id, Ask("m-1", Helvia.Known), Token);
        await Patience.For(arrived.Task, "the turn to be written");
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal((0, 1), (Grains.Sweep(), Grains.Active));
        goOn.SetResult();
        Assert.Equal(1, Version(await Patience.For(answer, "the answer")));
        Assert.Equal(1, Grains.Sweep());
    }

    [Fact]
    public async Task above_capacity_the_ones_used_longest_ago_leave()
    {
        var small = Runtime(Store, capacity: 4);
        for (var number = 1; number <= 5; number++)
        {
            await Look(small, number);
        }

        Assert.Equal(5, small.Active);
        await Look(small, 6);
        Assert.Equal(5, small.Active);
        Assert.Equal((1, 4), (small.Sweep(), small.Active));

        // The last four are still there: looking at them loads nothing.
        var loads = Store.Loads;
        for (var number = 3; number <= 6; number++)
        {
            await Look(small, number);
        }

        Assert.Equal(loads, Store.Loads);
    }

    [Fact]
    public async Task a_forgotten_one_is_loaded_again()
    {
        await Send("m-1", Helvia.Known);
        await AnotherRuntime().SendAsync(Helvia.Id, Ask("m-2", Helvia.Opened), Token);
        Assert.Null((await Grains.LookAsync(Helvia.Id, Token)).Customer.Plan);
        Grains.Forget(Helvia.Id);
        Assert.NotNull((await Grains.LookAsync(Helvia.Id, Token)).Customer.Plan);
        Grains.Forget(Key<Customer>("nobody"));
    }

    private async Task Look(Planning.Grains.Customers.CustomerGrains grains, int number)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        await grains.LookAsync(Key<Customer>($"c-{number}"), Token);
    }
}
