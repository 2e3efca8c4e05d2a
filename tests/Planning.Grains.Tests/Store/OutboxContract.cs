using System.Globalization;
using Planning.Grains.Store;
using Planning.Grains.Tests.Support;

namespace Planning.Grains.Tests.Store;

/// <summary>What every outbox must do. A new database means one subclass and no new tests.</summary>
public abstract class OutboxContract : StoreContract
{
    private static readonly DateTimeOffset Eight = CalendarClock.At("2026-10-05T08:00:00Z");

    [Fact]
    public async Task an_entry_is_due_as_soon_as_its_turn_is_kept_also_after_a_restart()
    {
        await using (var store = Open())
        {
            await Commits(store, Turn(Albion, 1) with { OutboxAdded = [Entry("r-1", body: "für 瑞士")] });
        }

        await using var reopened = Open();
        var due = Assert.Single(await Due(reopened, Eight));
        Assert.Equal(("r-1", Albion, "shop", 0, false), (due.Id, due.Customer, due.Receiver, due.Attempts, due.Answered));
        Assert.Equal("für 瑞士", await reopened.Outbox.TakeAsync(due, Eight, Token));
        Assert.Empty(await Due(reopened, Eight.AddTicks(-1)));
    }

    [Fact]
    public async Task an_entry_of_a_workflow_that_runs_for_no_customer_knows_its_grain()
    {
        await using var store = Open();
        await Commits(store, Turn(Nightly, 1) with { OutboxAdded = [Entry("r-1")] });
        Assert.Equal(Nightly, Assert.Single(await Due(store, Eight)).Customer);
    }

    [Fact]
    public async Task a_turn_that_is_not_kept_sends_nothing()
    {
        await using var store = Open();
        await Commits(store, Turn(Albion, 1));
        var told = 0;
        store.Outbox.Added += (_, _) => told++;

        var late = Turn(Albion, 1) with { Message = "late", OutboxAdded = [Entry("r-1")] };
        Assert.IsType<CommitOutcome.Superseded>(await store.Customers.CommitAsync(late, Token));
        Assert.Equal((0, null, 0), await Depth(store, told));

        await Commits(store, Turn(Albion, 2) with { OutboxAdded = [Entry("r-1")] });
        Assert.Equal((1, "2026-10-05T08:00:00.0000000Z", 1), await Depth(store, told));
    }

    [Fact]
    public async Task of_sixteen_who_want_an_entry_one_gets_it_until_its_time_is_over()
    {
        await using var store = Open();
        await Commits(store, Turn(Albion, 1) with { OutboxAdded = [Entry("r-1")] });
        var due = Assert.Single(await Due(store, Eight));

        var taken = await Task.WhenAll(Enumerable.Range(0, 16).Select(
            _ => store.Outbox.TakeAsync(due, Eight.AddMinutes(3), Token)));

        Assert.Equal("body", Assert.Single(taken, content => content is not null));
        Assert.Empty(await Due(store, Eight.AddMinutes(3).AddTicks(-1)));
        Assert.Single(await Due(store, Eight.AddMinutes(3)));
    }

    [Fact]
    public async Task what_is_put_back_says_how_often_it_was_sent()
    {
        await using var store = Open();
        await Commits(store, Turn(Albion, 1) with { OutboxAdded = [Entry("r-1")] });

        await store.Outbox.PutBackAsync("r-1", Eight.AddSeconds(4), 3, "an outcome", Token);

        Assert.Empty(await Due(store, Eight.AddSeconds(3)));
        var again = Assert.Single(await Due(store, Eight.AddSeconds(4)));
        Assert.Equal((3, false), (again.Attempts, again.Answered));
        Assert.Equal("body", await store.Outbox.TakeAsync(again, Eight.AddMinutes(1), Token));
    }

    [Fact]
    public async Task an_outcome_that_is_kept_is_what_whoever_takes_it_gets()
    {
        await using var store = Open();
        await Commits(store, Turn(Albion, 1) with { OutboxAdded = [Entry("r-1")] });

        await store.Outbox.KeepOutcomeAsync("r-1", Eight.AddSeconds(30), "the outcome", Token);

        var again = Assert.Single(await Due(store, Eight.AddSeconds(30)));
        Assert.True(again.Answered);
        Assert.Equal("the outcome", await store.Outbox.TakeAsync(again, Eight.AddMinutes(1), Token));
    }

    [Fact]
    public async Task an_entry_is_gone_with_the_turn_that_hears_its_outcome()
    {
        await using var store = Open();
        await Commits(store, Turn(Albion, 1) with { OutboxAdded = [Entry("r-1"), Entry("r-2")] });
        var due = await Due(store, Eight);

        await Commits(store, Turn(Albion, 2) with { OutboxRemoved = ["r-1"] });

        Assert.Null(await store.Outbox.TakeAsync(due[0], Eight.AddMinutes(3), Token));
        await store.Outbox.PutBackAsync("r-1", Eight, 1, null, Token);
        await store.Outbox.KeepOutcomeAsync("r-1", Eight, "late", Token);
        Assert.Equal("r-2", Assert.Single(await Due(store, Eight)).Id);
    }

    [Fact]
    public async Task a_receiver_of_many_leaves_room_for_the_others()
    {
        await using var store = Open();
        await Commits(
            store,
            Turn(Albion, 1) with
            {
                OutboxAdded =
                [
                    .. Enumerable.Range(1, 50).Select(number => Entry(string.Create(CultureInfo.InvariantCulture, $"r-{number:00}"))),
                ],
            },
            Turn(Karst, 1) with { At = Eight.AddSeconds(1), OutboxAdded = [Entry("z", receiver: "bank")] });

        var due = await store.Outbox.DueAsync(Eight.AddSeconds(1), 3, 10, Token);

        Assert.Equal(["r-01", "r-02", "r-03", "z"], due.Select(entry => entry.Id));
        Assert.Equal(["r-01", "r-02"], (await store.Outbox.DueAsync(Eight.AddSeconds(1), 3, 2, Token)).Select(entry => entry.Id));
    }

    private static OutboxEntry Entry(string id, string receiver = "shop", string body = "body") =>
        new(id, "i-1", "http-request", receiver, body);

    private static Task<IReadOnlyList<DueEntry>> Due(Opened store, DateTimeOffset now) =>
        store.Outbox.DueAsync(now, 100, 100, Token);

    private static async Task<(int Entries, string? Oldest, int Told)> Depth(Opened store, int told)
    {
        var depth = await store.Outbox.DepthAsync(Token);
        return (depth.Entries, depth.Oldest, told);
    }
}
