using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Planning.Accounts.Customers;
using Planning.Flows.Runtime;
using Planning.Grains.Customers;
using Planning.Grains.Outbox;
using Planning.Grains.Store;
using Planning.Grains.Tests.Support;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Outbox;

/// <summary>Entries in a real file, a pump, and a world outside that answers as the spec says.</summary>
public abstract class OutboxSpec : GrainSpec
{
    private int _entries;

    private protected Receivers World { get; } = new();

    private protected OutboxPump Pump => field ??= Another(Grains, World);

    private protected OutboxPump Another(CustomerGrains grains, Receivers world) =>
        new(Kept.Outbox, grains, world, Clock, NullLogger<OutboxPump>.Instance);

    /// <summary>A customer of its own that wants a request sent, r-1, r-2 and so on.</summary>
    private protected async Task<Id<Customer>> GivenARequest(
        string receiver = "shop.example", int retries = 8, RetryPauses? pauses = null)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"r-{++_entries}");
        var customer = Key<Customer>($"c-{id}");
        var call = new HttpCall(
            id, "POST", new Uri($"https://{receiver}/"), [], null, null, TimeSpan.FromSeconds(100), retries, pauses);
        Assert.IsType<CommitOutcome.Committed>(await Kept.CommitAsync(
            new TurnCommit(customer, 1, Clock.GetUtcNow(), "anna", "m-1", "spec", """{"answer":"done","version":1,"happened":[]}""", "[]")
            {
                OutboxAdded = [OutboxEntry.Of("i-1", call)],
            },
            Token));
        return customer;
    }

    protected Task<int> WhenThePumpRuns() => Patience.For(Pump.SendDueAsync(Token), "the outbox to be empty for now");

    protected IEnumerable<string> Received => World.Received.Select(request => request.Key);

    private protected async Task ThenItWasToldOnce(Id<Customer> customer)
    {
        var told = Assert.Single(
            await Kept.Portfolio.HistoryAsync(customer, null, 10, Token), turn => turn.Kind == "http-answered");
        Assert.Equal("outbox", told.Actor);
    }

    private protected async Task ThenNobodyWasTold(Id<Customer> customer) =>
        Assert.Single(await Kept.Portfolio.HistoryAsync(customer, null, 10, Token));

    protected async Task ThenTheOutboxHolds(int entries) =>
        Assert.Equal(entries, (await Kept.Outbox.DepthAsync(Token)).Entries);
}
