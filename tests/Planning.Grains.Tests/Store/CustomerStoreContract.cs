using System.Data.Common;
using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Grains.Store;
using Planning.Grains.Tests.Support;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Store;

/// <summary>What every store of customers must do. A new database means one subclass and no new tests.</summary>
public abstract class CustomerStoreContract : StoreContract
{
    [Fact]
    public async Task a_customer_nobody_has_heard_of_has_nothing()
    {
        await using var store = Open();
        var stored = await store.Customers.LoadAsync(Albion, Token);
        Assert.Equal((0, null, 0, 0), (stored.Version, stored.Snapshot, stored.EventsSince.Count, stored.Instances.Count));
    }

    [Fact]
    public async Task turns_come_back_exactly_and_in_order()
    {
        await using (var store = Open())
        {
            for (var version = 1; version <= 12; version++)
            {
                await Commits(store, Turn(Albion, version) with { Events = $"""["{version} – für 瑞士 \u0001 ' \" 🐟"]""" });
            }

            await Commits(store, Turn(Karst, 1) with { Events = """["karst"]""" });
        }

        await using var reopened = Open();
        var stored = await reopened.Customers.LoadAsync(Albion, Token);
        Assert.Equal(12, stored.Version);
        Assert.Equal(
            Enumerable.Range(1, 12).Select(version => $"""["{version} – für 瑞士 \u0001 ' \" 🐟"]"""), stored.EventsSince);
        Assert.Equal(["""["karst"]"""], (await reopened.Customers.LoadAsync(Karst, Token)).EventsSince);
    }

    [Fact]
    public async Task after_a_snapshot_only_the_turns_behind_it_are_read()
    {
        await using var store = Open();
        await Commits(store, Turn(Albion, 1), Turn(Albion, 2) with { Snapshot = "two" }, Turn(Albion, 3));
        var stored = await store.Customers.LoadAsync(Albion, Token);
        Assert.Equal((3, "two", 1), (stored.Version, stored.Snapshot, stored.TurnsSinceSnapshot));
        Assert.Equal([Turn(Albion, 3).Events], stored.EventsSince);

        await Commits(store, Turn(Albion, 4) with { Snapshot = "four" });
        stored = await store.Customers.LoadAsync(Albion, Token);
        Assert.Equal((4, "four", 0), (stored.Version, stored.Snapshot, stored.TurnsSinceSnapshot));
    }

    [Fact]
    public async Task workflows_come_back_as_they_were_left_last()
    {
        await using var store = Open();
        await Commits(
            store,
            Turn(Albion, 1) with { Instances = [new("i-2", "plan", 1, "Running", "one"), new("i-1", "plan", 1, "Running", "x")] },
            Turn(Albion, 2) with { Instances = [new("i-2", "plan", 1, "Running", "two")] });
        Assert.Equal(
            [new StoredInstance("i-1", "plan", 1, "Running", "x"), new("i-2", "plan", 1, "Running", "two")],
            (await store.Customers.LoadAsync(Albion, Token)).Instances);
    }

    [Fact]
    public async Task workflows_that_are_over_weigh_nobody_down()
    {
        await using var store = Open();
        await Commits(
            store,
            Turn(Albion, 1) with { Instances = [new("i-1", "plan", 1, "Running", "one")] },
            Turn(Albion, 2) with { Instances = [new("i-1", "plan", 1, "Finished", "two")] });
        Assert.Empty((await store.Customers.LoadAsync(Albion, Token)).Instances);
    }

    [Fact]
    public async Task a_repeated_message_gets_its_first_answer_and_writes_nothing()
    {
        var again = Turn(Albion, 3) with
        {
            Message = "m-1",
            Answer = "another",
            Snapshot = "another",
            TimersSet = [new("t", CalendarClock.At("2026-01-01"))],
        };
        await using (var store = Open())
        {
            await Commits(store, Turn(Albion, 1), Turn(Albion, 2));
            await IsAnswered(store, again, "answer 1");
        }

        await using var reopened = Open();
        await IsAnswered(reopened, again, "answer 1");
        await IsAnswered(reopened, again with { Version = 1 }, "answer 1");
        var stored = await reopened.Customers.LoadAsync(Albion, Token);
        Assert.Equal((2, null, 2), (stored.Version, stored.Snapshot, stored.EventsSince.Count));
        Assert.Empty(await reopened.Timers.DueAsync(CalendarClock.At("2027-01-01"), 10, Token));
    }

    [Fact]
    public async Task a_refusal_is_remembered_like_any_answer()
    {
        await using (var store = Open())
        {
            await Commits(store, Turn(Albion, 1) with { Answer = "refused", Events = "[]" });
        }

        await using var reopened = Open();
        await IsAnswered(reopened, Turn(Albion, 2) with { Message = "m-1" }, "refused");
    }

    [Fact]
    public async Task the_same_message_to_another_customer_is_another_message()
    {
        await using var store = Open();
        await Commits(store, Turn(Albion, 1), Turn(Karst, 1));
    }

    [Fact]
    public async Task a_turn_on_an_old_version_is_superseded_and_writes_nothing()
    {
        await using var store = Open();
        await Commits(store, Turn(Albion, 1), Turn(Albion, 2));
        var stale = Turn(Albion, 2) with { Message = "late", Row = Row(Albion, "late"), Snapshot = "late" };
        Assert.IsType<CommitOutcome.Superseded>(await store.Customers.CommitAsync(stale, Token));
        Assert.Null((await store.Customers.LoadAsync(Albion, Token)).Snapshot);
        Assert.Null(await store.Portfolio.FindAsync(Albion, Token));
    }

    [Fact]
    public async Task of_sixteen_racing_writers_one_wins_each_version()
    {
        await using var store = Open();
        var wins = await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(
            async () =>
            {
                var won = new List<long>();
                for (var version = 1L; version <= 20; version++)
                {
                    var turn = Turn(Albion, version) with { Message = $"{writer}-{version}" };
                    if (await store.Customers.CommitAsync(turn, Token) is CommitOutcome.Committed)
                    {
                        won.Add(version);
                    }
                }

                return won;
            },
            Token)));
        Assert.Equal(Enumerable.Range(1, 20).Select(version => (long)version), wins.SelectMany(won => won).Order());
        Assert.Equal(20, (await store.Customers.LoadAsync(Albion, Token)).EventsSince.Count);
    }

    [Fact]
    public async Task turns_committed_together_are_all_there_with_the_reference_data()
    {
        await using var store = Open();
        Assert.IsType<CommitOutcome.Committed>(
            await store.Customers.CommitTogetherAsync([Turn(Albion, 1), Turn(Karst, 1)], Reference, Token));
        Assert.Equal(1, (await store.Customers.LoadAsync(Albion, Token)).Version);
        Assert.Equal(1, (await store.Customers.LoadAsync(Karst, Token)).Version);
        Assert.Equal(Text(Reference.Employees), Text(await store.Portfolio.EmployeesAsync(Token)));
        Assert.Equal(Reference.Figures, await store.Portfolio.FiguresAsync(Token));
        Assert.Equal("Lanternfish", await store.Portfolio.VendorNameAsync(Token));
    }

    [Theory]
    [InlineData("late", typeof(CommitOutcome.Superseded))]
    [InlineData("m-1", typeof(CommitOutcome.AlreadyAnswered))]
    public async Task a_conflict_in_the_last_takes_back_the_first_and_the_reference_data(string message, Type outcome)
    {
        await using var store = Open();
        await Commits(store, Turn(Karst, 1));
        var together = await store.Customers.CommitTogetherAsync(
            [Turn(Albion, 1) with { Row = Row(Albion, "Albion"), Waiting = [Call] }, Turn(Karst, 1) with { Message = message }],
            Reference,
            Token);
        Assert.IsType(outcome, together);
        await NothingIsKnownOfAlbion(store);
        Assert.Empty(await store.Portfolio.EmployeesAsync(Token));
        Assert.Null(await store.Portfolio.VendorNameAsync(Token));
    }

    [Fact]
    public async Task a_fault_in_the_last_takes_back_the_first_too()
    {
        await using var store = Open();
        await Assert.ThrowsAnyAsync<DbException>(() => store.Customers.CommitTogetherAsync(
            [Turn(Albion, 1) with { Row = Row(Albion, "Albion"), Waiting = [Call] }, Broken(Karst)], Reference, Token));
        await NothingIsKnownOfAlbion(store);
        await Commits(store, Turn(Albion, 1));
    }

    [Fact]
    public async Task a_turn_that_cannot_be_written_fails_alone()
    {
        await using var store = Open();
        var sound = Enumerable.Range(1, 40).Select(number => store.Customers.CommitAsync(Turn(Key<Customer>($"c-{number}"), 1), Token));
        var broken = Enumerable.Range(1, 3).Select(number => store.Customers.CommitAsync(Broken(Key<Customer>($"b-{number}")), Token));
        var unfinished = store.Customers.CommitAsync(Turn(Albion, 1) with { Instances = default }, Token);
        var all = sound.Concat(broken).Append(unfinished).ToList();
        await Patience.For(Task.WhenAll(all).ContinueWith(_ => { }, TaskScheduler.Default), "every turn of the group to be answered");
        Assert.Equal(40, all.Count(task => task.IsCompletedSuccessfully));
        Assert.Equal(3, all.Count(task => task.Exception?.InnerException is DbException));
        Assert.Equal(0, (await store.Customers.LoadAsync(Key<Customer>("b-1"), Token)).Version);
        await NothingIsKnownOfAlbion(store);
        await Patience.For(store.Customers.CommitAsync(Turn(Albion, 1), Token), "the store to go on after a bug of ours");
    }

    [Fact]
    public async Task who_gives_up_before_the_turn_is_written_has_changed_nothing()
    {
        await using var store = Open();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => store.Customers.CommitAsync(Turn(Albion, 1), new CancellationToken(canceled: true)));
        await Commits(store, Turn(Albion, 1));
    }

    private static ReferenceData Reference { get; } = new(
        "Lanternfish",
        [new Employee(Key<Employee>("anna"), "Anna Keller", "CEE", "Zürich", "AR", 4, ["de"], ["telecom"], 1, ["CH-ZRH"])],
        [Helvia.Vendor("2026-Q3")]);

    /// <summary>A turn that no database can keep: it waits twice at one bookmark.</summary>
    private static TurnCommit Broken(Id<Customer> customer) =>
        Turn(customer, 1) with { BookmarksCreated = [new("b", "i", "n", "{}"), new("b", "i", "n", "{}")] };

    private static async Task IsAnswered(Opened store, TurnCommit turn, string answer) => Assert.Equal(
        answer, Assert.IsType<CommitOutcome.AlreadyAnswered>(await store.Customers.CommitAsync(turn, Token)).Answer);

    private static async Task NothingIsKnownOfAlbion(Opened store)
    {
        Assert.Equal(0, (await store.Customers.LoadAsync(Albion, Token)).Version);
        Assert.Null(await store.Portfolio.FindAsync(Albion, Token));
        Assert.Empty(await store.Portfolio.WaitingAsync("albion", Token));
    }
}
