using Planning.Accounts.Customers;
using Planning.Grains.Customers;
using Planning.Grains.Store;
using Planning.Grains.Tests.Support;
using Planning.Grains.Turns;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Timers;

public sealed class When_a_workflow_runs_for_no_customer : ClockSpec, IDisposable
{
    private readonly Database _database = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Request Start { get; } = new Request.StartWorkflow("nightly", new Dictionary<string, object?>()) { Why = "a try" };

    public void Dispose() => _database.Dispose();

    [Fact]
    public void it_can_be_started_by_hand()
    {
        Playbook = Of(Nightly(1, Wait));
        When(Start);
        Assert.Equal(["The workflow Nightly (_nightly.1.1) was started: a try."], Happened);
        Assert.Null(State.Workflows["_nightly.1.1"].CorrelationId);

        When(new Request.RetryWorkflow("i-9", null, null));
        ThenItIsRefused("instance-unknown", "Without a customer there is no workflow instance i-9 that is not over.");
    }

    [Fact]
    public void what_only_a_customer_can_be_asked_is_refused()
    {
        When(Helvia.Known);
        ThenItIsRefused("not-asked-here", "take-over is nothing to ask of _nightly.");
        Assert.Null(State.Customer.Details);
    }

    [Fact]
    public void a_customer_has_no_clock()
    {
        State = State with { Customer = Customer.Unknown(Helvia.Id) };
        Playbook = Of(Nightly(1, Night));
        When(Set);
        ThenItIsRefused("not-asked-here", "set-clock is nothing to ask of helvia.");
    }

    [Theory]
    [InlineData("nightly", "_nightly")]
    [InlineData("a3F.9", "_a3F.9")]
    [InlineData("每晚/1", "_%E6%AF%8F%E6%99%9A%2F1")]
    public void its_grain_has_a_key_that_no_customer_can_have(string definition, string key)
    {
        var grain = NoCustomer.GrainOf(definition);
        Assert.Equal((key, true), (grain.Value, grain.IsReserved));
        Assert.False(Id<Customer>.TryParse(key, null, out _));
        Assert.Equal(grain, Id<Customer>.Kept(key));
    }

    [Fact]
    public async Task it_comes_to_the_same_from_what_the_store_kept_before_at_and_after_a_snapshot()
    {
        Playbook = Of(OneNightlyAtATime(Timer("beat", "00:20:00"), Wait));
        await using var store = _database.Open();
        foreach (var turn in Enumerable.Range(0, 70))
        {
            var (time, request) = (turn, Due().Keys.FirstOrDefault()) switch
            {
                (0, _) => (TimeSpan.Zero, Set),
                (30, _) => (TimeSpan.Zero, new Request.PublishEvent("go on", null)),
                var (_, timer) => (TimeSpan.FromMinutes(20), new Request.TimerDue(timer!)),
            };
            Clock.Advance(time);
            var kept = CustomerState.Of(State.Customer.Id, await store.LoadAsync(State.Customer.Id, Token));
            When(request);
            var again = Turn.Take(kept, new Message(Last.Commit.Message, Last.Commit.Actor, request), Playbook, Clock.GetUtcNow());
            Assert.Equal(Text(Last.Commit), Text(again.Commit));
            Assert.IsType<CommitOutcome.Committed>(await store.CommitAsync(Last.Commit, Token));
        }

        var loaded = CustomerState.Of(State.Customer.Id, await store.LoadAsync(State.Customer.Id, Token));
        Assert.Equal((State.Customer.Clock, 6), (loaded.Customer.Clock, loaded.TurnsSinceSnapshot));
        Assert.Equal(["_nightly.32.1"], loaded.Workflows.Keys);
    }
}
