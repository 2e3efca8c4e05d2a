using Microsoft.Extensions.Logging.Abstractions;
using Planning.Accounts.Customers;
using Planning.Grains.Customers;
using Planning.Grains.Tests.Support;
using Planning.Grains.Timers;
using Planning.Grains.Turns;
using Planning.Grains.Versions;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Timers;

public sealed class When_timers_are_told : GrainSpec
{
    [Fact]
    public async Task before_its_time_nobody_is_told()
    {
        await GivenAPlan(Helvia.Id);
        Clock.GoTo("2026-12-21T23:59:59Z");
        Assert.Equal(0, await Pump(Grains).TellAsync(Token));
    }

    [Fact]
    public async Task a_stage_is_overdue_once_however_often_it_is_told()
    {
        await GivenAPlan(Helvia.Id);
        Clock.GoTo("2026-12-22T00:00:00Z");
        await Task.WhenAll(Pump(Grains).TellAsync(Token), Pump(AnotherRuntime()).TellAsync(Token));
        Assert.Equal(0, await Pump(Grains).TellAsync(Token));
        Assert.Equal(["Stage A0 Trigger was due on 2026-12-21 and is not passed."], await Overdue(Helvia.Id));
    }

    [Fact]
    public async Task a_timer_told_again_after_a_crash_has_no_second_effect()
    {
        await GivenAPlan(Helvia.Id);
        Clock.GoTo("2026-12-22T00:00:00Z");
        var due = Assert.Single(await Kept.Timers.DueAsync(Clock.GetUtcNow(), 10, Token));
        await Pump(Grains).TellAsync(Token);
        var again = await Send($"timer:{due.Name}:{due.Due}", new Request.TimerDue(due.Name));
        Assert.Equal("Stage A0 Trigger was due on 2026-12-21 and is not passed.", Assert.IsType<Answer.Done>(again).Happened[0]);
        Assert.Equal(3, (await History()).Count);
    }

    [Fact]
    public async Task more_than_a_handful_are_all_told()
    {
        Id<Customer>[] customers = [.. Enumerable.Range(1, 300).Select(number => Key<Customer>($"c-{number}"))];
        await Task.WhenAll(customers.Select(GivenAPlan));
        Clock.GoTo("2026-12-22T00:00:00Z");
        Assert.Equal(300, await Patience.For(Pump(Grains).TellAsync(Token), "three hundred timers to be told"));
        Assert.Empty(await Kept.Timers.DueAsync(Clock.GetUtcNow(), 10, Token));
        Assert.Single(await Overdue(customers[^1]));
    }

    private TimerPump Pump(CustomerGrains grains) => new(
        Kept.Timers, grains, new Clocks(grains, new OnePlaybook(Playbooks.Shipped)), () => [], Clock, NullLogger<TimerPump>.Instance);

    private async Task GivenAPlan(Id<Customer> customer)
    {
        await Grains.SendAsync(customer, Ask("m-1", new Request.TakeOver(Helvia.Record(customer.Value))), Token);
        await Grains.SendAsync(customer, Ask("m-2", Helvia.Opened), Token);
    }

    private async Task<IEnumerable<string>> Overdue(Id<Customer> customer) =>
        (await Kept.Portfolio.HistoryAsync(customer, null, 1000, Token)).SelectMany(Planning.Grains.Turns.History.Of)
        .Where(sentence => sentence.EndsWith("and is not passed.", StringComparison.Ordinal));
}
