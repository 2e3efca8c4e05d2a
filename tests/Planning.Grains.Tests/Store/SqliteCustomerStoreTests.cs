using Planning.Grains.Tests.Support;

namespace Planning.Grains.Tests.Store;

public sealed class SqliteCustomerStoreTests : CustomerStoreContract, IDisposable
{
    private readonly Database _database = new();

    public void Dispose() => _database.Dispose();

    protected override Opened Open()
    {
        var store = _database.Open();
        return new Opened(store, store.Portfolio, store.Vault, store.Timers, store.Outbox, store.Definitions, store);
    }
}
