using Planning.Accounts.Customers;
using Planning.Accounts.Tiers;
using Planning.Grains.Portfolio;
using Planning.Grains.Store;
using Planning.Grains.Tests.Support;
using Planning.Grains.Versions;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Portfolio;

/// <summary>Runs over many customers on real grains and a real file.</summary>
public abstract class RunSpec : GrainSpec
{
    protected RunSpec()
    {
        var playbooks = new OnePlaybook(Playbooks.Shipped);
        Tiers = new TierRun(Grains, Kept.Portfolio, playbooks);
        TakeOvers = new TakeOverRun(Grains, Kept, Kept.Portfolio, playbooks, Clock);
    }

    protected TierRun Tiers { get; }

    protected TakeOverRun TakeOvers { get; }

    protected static ReferenceData Figures(params IEnumerable<string> quarters) =>
        new(null, [], [.. quarters.Select(Helvia.Vendor)]);

    private protected static CustomerTakeOver Sound(string id) => new(Key<Customer>(id), Helvia.Record(id, Tier.B));

    /// <summary>Nobody has registered this one, and the record does not either.</summary>
    private protected static CustomerTakeOver Flawed(string id) => new(Key<Customer>(id), new CustomerRecord(null));

    protected async Task GivenCustomers(params IEnumerable<string> ids)
    {
        var report = await TakeOvers.TakeEachAsync(
            [.. ids.Select(Sound)], Figures("2026-Q1", "2026-Q2", "2026-Q3"), "given", "anna", null, Token);
        Assert.Empty(report.Refusals);
    }

    protected async Task<IReadOnlyList<string>> Reviews(string id) =>
    [
        .. (await Kept.Portfolio.HistoryAsync(Key<Customer>(id), null, 1000, Token)).Reverse()
            .SelectMany(Planning.Grains.Turns.History.Events).OfType<TierReviewed>().Select(reviewed => reviewed.Review.Period.ToString()),
    ];

    /// <summary>Tells at once, on the thread that does the work.</summary>
    private protected sealed class Telling(Action<int> told) : IProgress<int>
    {
        public void Report(int value) => told(value);
    }
}
