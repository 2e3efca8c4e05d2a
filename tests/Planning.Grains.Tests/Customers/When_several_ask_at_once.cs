using Planning.Accounts.Customers;
using Planning.Grains.Tests.Support;
using Planning.Grains.Turns;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Customers;

public sealed class When_several_ask_at_once : GrainSpec
{
    [Fact]
    public async Task one_customer_answers_one_after_the_other()
    {
        await Send("m-0", Helvia.Known);
        var answers = await Patience.For(
            Task.WhenAll(Enumerable.Range(1, 32).Select(number => Task.Run(() => Send($"m-{number}", Helvia.Seated(number)), Token))),
            "thirty-two answers of one customer");
        Assert.Equal(Enumerable.Range(2, 32).Select(version => (long)version), answers.Select(Version).Order());
        Assert.All(answers, answer => Assert.Single(((Answer.Done)answer).Happened));
        Assert.Equal(0, Store.Superseded);
        Assert.Equal(Enumerable.Range(1, 33).Reverse().Select(version => (long)version), (await History()).Select(turn => turn.Version));
    }

    [Fact]
    public async Task while_one_turn_is_written_the_next_has_not_begun()
    {
        await Send("m-0", Helvia.Known);
        var (arrived, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var commits = 0;
        Store.BeforeCommit = _ =>
        {
            Interlocked.Increment(ref commits);
            arrived.TrySetResult();
            return goOn.Task;
        };
        var first = Grains.SendAsync(Helvia.Id, Ask("m-1", Helvia.Seated(1)), Token);
        await Patience.For(arrived.Task, "the first turn to be written");
        var second = Grains.SendAsync(Helvia.Id, Ask("m-2", Helvia.Seated(2)), Token);
        Assert.Equal(1, commits);
        Assert.False(second.IsCompleted);
        goOn.SetResult();
        Assert.Equal((2, 3), (Version(await Patience.For(first, "the first answer")), Version(await Patience.For(second, "the second answer"))));
    }

    [Fact]
    public async Task different_customers_are_written_at_the_same_time()
    {
        Id<Customer>[] customers = [Key<Customer>("a"), Key<Customer>("b"), Key<Customer>("c")];
        var (arrived, all) = (0, new TaskCompletionSource());
        Store.BeforeCommit = _ =>
        {
            if (Interlocked.Increment(ref arrived) == customers.Length)
            {
                all.SetResult();
            }

            return Patience.For(all.Task, "three customers to be in their commit at the same time");
        };
        var answers = await Task.WhenAll(customers.Select(
            customer => Grains.SendAsync(customer, Ask("m-1", new Request.TakeOver(Helvia.Record(customer.Value))), Token)));
        Assert.All(answers, answer => Assert.Equal(1, Version(answer)));
    }

    [Fact]
    public async Task the_same_message_sent_many_times_has_one_effect_and_one_answer()
    {
        await Send("m-0", Helvia.Known);
        var answers = await Task.WhenAll(Enumerable.Range(1, 16).Select(_ => Send("m-1", Helvia.Opened)));
        Assert.Single(answers.Select(Text).Distinct());
        Assert.Equal(2, (await History()).Count);
    }

    [Fact]
    public async Task a_double_click_leaves_one_stage()
    {
        await Send("m-0", Helvia.Known);
        await Send("m-1", Helvia.Opened);
        await Send("m-2", Helvia.Confirmed);
        var first = await Send("click", Helvia.Advanced("A0"));
        Assert.Equal(Text(first), Text(await Send("click", Helvia.Advanced("A0"))));
        Assert.Equal("other-stage", Assert.IsType<Answer.Refused>(await Send("another", Helvia.Advanced("A0"))).Code);
        Assert.Equal("A1", (await Grains.LookAsync(Helvia.Id, Token)).Customer.Plan!.Track.Open.Single().Code);
    }

    [Fact]
    public async Task a_refusal_is_given_again_even_when_it_would_be_granted_now()
    {
        await Send("m-0", Helvia.Known);
        await Send("m-1", Helvia.Opened);
        var refused = Assert.IsType<Answer.Refused>(await Send("click", Helvia.Advanced("A0")));
        await Send("m-2", Helvia.Confirmed);
        Assert.Equal(Text<Answer>(refused), Text(await Send("click", Helvia.Advanced("A0"))));
        Assert.Equal(
            Text<Answer>(refused),
            Text(await AnotherRuntime().SendAsync(Helvia.Id, Ask("click", Helvia.Advanced("A0")), Token)));
    }
}
