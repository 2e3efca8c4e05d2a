using Planning.Accounts.Customers;
using Planning.Grains.Store;
using Planning.Grains.Tests.Support;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Store;

/// <summary>What every database must do for lists, histories, timers and definitions: they are as new as the answer.</summary>
public abstract class ListContract : StoreContract
{
    [Fact]
    public async Task lists_are_as_new_as_the_answer()
    {
        await using var store = Open();
        await Commits(store, Turn(Albion, 1) with { Row = Row(Albion, "Albion"), Waiting = [Call, Plan] });
        Assert.Equal(Row(Albion, "Albion"), await store.Portfolio.FindAsync(Albion, Token));
        Assert.Equal(
            [new WaitingRow("albion", "task", "CALL", "AR", null), new("albion", "stage", "A0", "AR", "2026-10-09")],
            await store.Portfolio.WaitingAsync("albion", Token));

        await Commits(store, Turn(Albion, 2));
        Assert.Equal(2, (await store.Portfolio.WaitingAsync(null, Token)).Count);

        await Commits(store, Turn(Albion, 3) with { Row = Row(Albion, "Albion Group"), Waiting = [] });
        Assert.Equal(["Albion Group"], (await store.Portfolio.ListAsync(null, 10, Token)).Select(row => row.Name));
        Assert.Empty(await store.Portfolio.WaitingAsync(null, Token));
    }

    [Fact]
    public async Task what_waits_at_a_workflow_that_runs_for_no_customer_names_none()
    {
        await using var store = Open();
        await Commits(
            store,
            Turn(Nightly, 1) with
            {
                Waiting = [new("incident", "No money.", "ADMIN", null)],
                TimersSet = [new("clock:1:night", CalendarClock.At("2026-10-06T02:00:00Z"))],
            });
        Assert.Equal(
            [new WaitingRow(null, "incident", "No money.", "ADMIN", null)], await store.Portfolio.WaitingAsync(null, Token));
        Assert.Empty(await store.Portfolio.ListAsync(null, 10, Token));
        Assert.Equal(0, await store.Portfolio.CountAsync(Token));
        Assert.Equal(
            [new DueTimer(Nightly, "clock:1:night", "2026-10-06T02:00:00.0000000Z")],
            await store.Timers.DueAsync(CalendarClock.At("2026-10-06T02:00:00Z"), 10, Token));
    }

    [Fact]
    public async Task a_list_is_read_page_by_page_and_a_history_backwards()
    {
        await using var store = Open();
        foreach (var id in new[] { "c", "a", "b" })
        {
            await Commits(store, Turn(Key<Customer>(id), 1) with { Row = Row(Key<Customer>(id), id) });
        }

        Assert.Equal(["a", "b"], (await store.Portfolio.ListAsync(null, 2, Token)).Select(row => row.Customer));
        Assert.Equal(["c"], (await store.Portfolio.ListAsync("b", 2, Token)).Select(row => row.Customer));

        await Commits(store, Turn(Albion, 1), Turn(Albion, 2), Turn(Albion, 3));
        var newest = await store.Portfolio.HistoryAsync(Albion, null, 2, Token);
        Assert.Equal([3, 2], newest.Select(turn => turn.Version));
        Assert.Equal([1], (await store.Portfolio.HistoryAsync(Albion, 2, 2, Token)).Select(turn => turn.Version));
        Assert.Equal(
            new HistoryRow(3, "2026-10-05T08:00:00.0000000Z", "anna", "m-3", "spec", "answer 3", """["event 3"]"""), newest[0]);
    }

    [Fact]
    public async Task a_portfolio_is_read_as_of_one_moment_customer_by_customer()
    {
        await using var store = Open();
        await Commits(
            store,
            Turn(Karst, 1) with { Row = Row(Karst, "Karst") },
            Turn(Albion, 1) with { Row = Row(Albion, "Albion") },
            Turn(Albion, 2) with { Snapshot = "state 2" },
            Turn(Albion, 3));
        using var reading = store.Portfolio.Read();
        await Commits(store, Turn(Albion, 4), Turn(Key<Customer>("later"), 1) with { Row = Row(Key<Customer>("later"), "later") });

        Assert.Equal(2, reading.Customers);
        var bytes = new CustomerBytes();
        Assert.True(reading.TryTake(bytes));
        Assert.Equal((Albion, "state 2", """["event 3"]"""), (bytes.Customer, Text(bytes.Snapshot), Turns(bytes)));
        reading.TakeJournal(bytes);
        Assert.Equal((Albion, "", """["event 1"]["event 2"]["event 3"]"""), (bytes.Customer, Text(bytes.Snapshot), Turns(bytes)));
        Assert.True(reading.TryTake(bytes));
        Assert.Equal((Karst, "", """["event 1"]"""), (bytes.Customer, Text(bytes.Snapshot), Turns(bytes)));
        Assert.False(reading.TryTake(bytes));
        Assert.False(reading.TryTake(bytes));
    }

    [Fact]
    public async Task a_customer_of_any_size_is_read_whole()
    {
        await using var store = Open();
        var events = $"[\"{new string('é', 200_000)}\"]";
        await Commits(store, Turn(Albion, 1) with { Events = events, Row = Row(Albion, "Albion") }, Turn(Albion, 2));
        using var reading = store.Portfolio.Read();
        var bytes = new CustomerBytes();
        Assert.True(reading.TryTake(bytes));
        Assert.Equal(events + """["event 2"]""", Turns(bytes));
    }

    [Fact]
    public async Task timers_are_due_from_their_instant_until_they_are_cleared()
    {
        await using var store = Open();
        var due = CalendarClock.At("2026-10-06T00:00:00Z");
        await Commits(
            store,
            Turn(Albion, 1) with { TimersSet = [new("stage-due", due), new("later", due.AddDays(1))] },
            Turn(Karst, 1) with { TimersSet = [new("stage-due", due.AddHours(-1))] });
        Assert.Empty(await store.Timers.DueAsync(due.AddHours(-1).AddTicks(-1), 10, Token));
        Assert.Equal(["karst", "albion"], (await store.Timers.DueAsync(due, 10, Token)).Select(timer => timer.Customer.Value));
        Assert.Equal(["karst"], (await store.Timers.DueAsync(due, 1, Token)).Select(timer => timer.Customer.Value));

        await Commits(
            store,
            Turn(Albion, 2) with { TimersCleared = ["stage-due"] },
            Turn(Karst, 2) with { TimersSet = [new("stage-due", due.AddTicks(1))] });
        Assert.Empty(await store.Timers.DueAsync(due, 10, Token));
        Assert.Equal(
            [new DueTimer(Karst, "stage-due", "2026-10-06T00:00:00.0000001Z")], await store.Timers.DueAsync(due.AddTicks(1), 10, Token));
    }

    [Fact]
    public async Task a_version_of_a_definition_keeps_its_text()
    {
        await using var store = Open();
        Assert.Equal("first", await store.Definitions.KeepAsync("rules", "tiering", "2026.1", "first", Token));
        Assert.Equal("first", await store.Definitions.KeepAsync("rules", "tiering", "2026.1", "second", Token));
        await store.Definitions.KeepAsync("workflow", "plan", "10", "ten", Token);
        await store.Definitions.KeepAsync("workflow", "plan", "9", "nine", Token);
        Assert.Equal(["nine", "ten"], (await store.Definitions.AllAsync("workflow", Token)).Select(kept => kept.Body));
    }

    private static string Text(ReadOnlySpan<byte> utf8) => System.Text.Encoding.UTF8.GetString(utf8);

    private static string Turns(CustomerBytes bytes) =>
        string.Concat(Enumerable.Range(0, bytes.Turns).Select(turn => Text(bytes.Turn(turn))));
}
