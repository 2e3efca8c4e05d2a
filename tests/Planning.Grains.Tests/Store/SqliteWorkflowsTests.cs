using Planning.Grains.Store;
using Planning.Grains.Tests.Support;

namespace Planning.Grains.Tests.Store;

public sealed class SqliteWorkflowsTests : WorkflowsContract, IDisposable
{
    private readonly Database _database = new();

    public void Dispose() => _database.Dispose();

    protected override Opened Open()
    {
        var store = SqliteCustomerStore.Open(_database.Path, log: Kept);
        return new Opened(store, store.Portfolio, store.Vault, store.Timers, store.Outbox, store.Definitions, store);
    }

    protected override IWorkflows Workflows(Opened store) => ((SqliteCustomerStore)store.Owner).Workflows;
}
