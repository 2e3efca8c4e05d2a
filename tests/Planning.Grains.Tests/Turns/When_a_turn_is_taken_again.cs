using Planning.Grains.Store;
using Planning.Grains.Tests.Support;
using Planning.Grains.Turns;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Turns;

/// <summary>A turn is a function of state, message, playbook and time: the same inputs, the same bytes.</summary>
public sealed class When_a_turn_is_taken_again : TurnSpec, IDisposable
{
    private readonly Database _database = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _database.Dispose();

    [Fact]
    public void it_comes_to_the_same_byte_for_byte()
    {
        foreach (var request in Helvia.Story)
        {
            var before = State;
            When(request, Helvia.Asks(request));
            var again = Turn.Take(
                before, new Message(Last.Commit.Message, Last.Commit.Actor, request), Playbook, Clock.GetUtcNow());
            Assert.Equal(Text(Last.Commit), Text(again.Commit));
            Assert.Equal(Image(Last.After), Image(again.After));
        }
    }

    [Fact]
    public async Task it_comes_to_the_same_from_what_the_store_kept()
    {
        await using var store = _database.Open();
        foreach (var request in Helvia.Story)
        {
            var kept = CustomerState.Of(Helvia.Id, await store.LoadAsync(Helvia.Id, Token));
            When(request, Helvia.Asks(request));
            var again = Turn.Take(kept, new Message(Last.Commit.Message, Last.Commit.Actor, request), Playbook, Clock.GetUtcNow());
            Assert.Equal(Text(Last.Commit), Text(again.Commit));
            Assert.IsType<CommitOutcome.Committed>(await store.CommitAsync(Last.Commit, Token));
        }
    }

    [Fact]
    public async Task the_state_from_the_store_is_the_one_in_memory_before_at_and_after_a_snapshot()
    {
        await using var store = _database.Open();
        Request[] requests = [.. Helvia.Story, .. Enumerable.Range(1, 130 - Helvia.Story.Count).Select(Helvia.Seated)];
        foreach (var (at, request) in requests.Index())
        {
            When(request, Helvia.Asks(request));
            Assert.IsType<CommitOutcome.Committed>(await store.CommitAsync(Last.Commit, Token));
            Assert.Equal((at + 1) is 64 or 128, Last.Commit.Snapshot is not null);
            if ((at + 1) % 32 is 31 or 0 or 1)
            {
                Assert.Equal(Image(State), Image(CustomerState.Of(Helvia.Id, await store.LoadAsync(Helvia.Id, Token))));
            }
        }

        Assert.Equal(2, (await store.LoadAsync(Helvia.Id, Token)).TurnsSinceSnapshot);
    }

    [Fact]
    public void the_snapshot_waits_for_a_turn_that_changes_something()
    {
        Given(Helvia.Known);
        Given([.. Enumerable.Repeat(Helvia.Advanced("A0"), 80)]);
        Assert.Null(Last.Commit.Snapshot);
        When(Helvia.Seated(1));
        Assert.NotNull(Last.Commit.Snapshot);
        Assert.Equal(0, State.TurnsSinceSnapshot);
    }

    [Fact]
    public void what_is_so_already_is_done_without_anything_happening()
    {
        Given(Helvia.Known);
        When(Helvia.Known);
        Assert.Empty(Happened);
        Assert.Equal("[]", Last.Commit.Events);
        Assert.Null(Last.Commit.Row);
        Assert.Null(Last.Commit.Waiting);
        Assert.Equal(2, State.Version);
    }

    private static string Image(CustomerState state) => Text(new
    {
        state.Customer,
        state.Version,
        state.TurnsSinceSnapshot,
        Workflows = state.Workflows.Values.Select(workflow => workflow.ToJson()),
    });
}
