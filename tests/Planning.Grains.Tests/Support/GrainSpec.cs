using Planning.Grains.Customers;
using Planning.Grains.Store;
using Planning.Grains.Turns;
using Planning.Grains.Versions;

namespace Planning.Grains.Tests.Support;

/// <summary>Real grains on a real file, with something happening around each commit.</summary>
public abstract class GrainSpec : IAsyncDisposable
{
    private readonly Database _database = new();
    private readonly List<IAsyncDisposable> _stores = [];
    private readonly List<CustomerGrains> _runtimes = [];

    protected GrainSpec()
    {
        Kept = _database.Open();
        _stores.Add(Kept);
        Store = new StoreInTheMiddle(Kept);
        Grains = Runtime(Store);
    }

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected CalendarClock Clock { get; } = new("2026-12-07T09:30:00Z");

    protected string Contents() => _database.Contents();

    protected SqliteCustomerStore Kept { get; }

    private protected StoreInTheMiddle Store { get; }

    protected CustomerGrains Grains { get; }

    /// <summary>Grains as another process on the same file would have them.</summary>
    protected CustomerGrains AnotherRuntime()
    {
        var store = _database.Open();
        _stores.Add(store);
        return Runtime(store);
    }

    protected CustomerGrains Runtime(ICustomerStore store, int capacity = 1000)
    {
        var grains = new CustomerGrains(store, new OnePlaybook(Playbooks.Shipped), Clock) { Capacity = capacity };
        _runtimes.Add(grains);
        return grains;
    }

    protected static Message Ask(string id, Request request) => new(id, "anna", request);

    protected async Task<Answer> Send(string id, Request request) =>
        await Patience.For(Grains.SendAsync(Helvia.Id, Ask(id, request), Token), $"an answer to {id}");

    protected async Task<IReadOnlyList<HistoryRow>> History() => await Kept.Portfolio.HistoryAsync(Helvia.Id, null, 1000, Token);

    protected static long Version(Answer answer) => Assert.IsType<Answer.Done>(answer).Version;

    public async ValueTask DisposeAsync()
    {
        _runtimes.ForEach(grains => grains.Dispose());
        foreach (var store in _stores)
        {
            await store.DisposeAsync();
        }

        _database.Dispose();
        GC.SuppressFinalize(this);
    }
}
