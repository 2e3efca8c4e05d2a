using System.Text;
using Planning.Grains.Tests.Support;

namespace Planning.Grains.Tests.Store;

public sealed class SqliteVaultTests : VaultContract, IDisposable
{
    private readonly Database _database = new();

    public void Dispose() => _database.Dispose();

    // INV-20: bytes that were changed behind our back are found.
    [Fact]
    public async Task INV_20_bytes_that_somebody_changed_in_the_file_are_found()
    {
        string hash;
        await using (var store = _database.Open())
        {
            hash = await store.Vault.KeepAsync(Encoding.UTF8.GetBytes("ISO 9001"), Token);
        }

        _database.Run("UPDATE vault_files SET bytes = CAST('ISO 9002' AS BLOB)");
        await using var again = _database.Open();
        Assert.False((await again.Vault.ReadAsync(hash, Token))!.IsIntact);
        Assert.Equal([hash], await again.Vault.TamperedAsync(Token));
    }

    protected override Opened Open()
    {
        var store = _database.Open();
        return new Opened(store, store.Portfolio, store.Vault, store.Timers, store.Outbox, store.Definitions, store);
    }
}
