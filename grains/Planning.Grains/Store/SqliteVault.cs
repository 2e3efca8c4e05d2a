using System.Security.Cryptography;
using Dapper;
using Planning.Accounts.Certification;
using Planning.Accounts.Customers;
using Planning.Grains.Turns;

namespace Planning.Grains.Store;

/// <summary>Files and the index of evidence in the same SQLite file.</summary>
internal sealed class SqliteVault(SqliteDatabase database, GroupCommit writer) : IVault
{
    public async Task<string> KeepAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        var hash = Hash(bytes);
        await writer.RunAsync(
            session => session.Execute("INSERT OR IGNORE INTO vault_files (hash, bytes) VALUES ($1, $2)", hash, bytes),
            cancellationToken);
        return hash;
    }

    public async Task<VaultFile?> ReadAsync(string hash, CancellationToken cancellationToken)
    {
        using var connection = database.Connect();
        return await connection.QuerySingleOrDefaultAsync<byte[]>(
            "SELECT bytes FROM vault_files WHERE hash = @hash", new { hash }) is { } bytes
            ? new VaultFile(bytes, Hash(bytes) == hash)
            : null;
    }

    public async Task<VaultStanding> StandingAsync(string hash, Id<Customer> customer, CancellationToken cancellationToken)
    {
        using var connection = database.Connect();
        var elsewhere = (await connection.QueryAsync<long>(
            "SELECT secret FROM vault_index WHERE hash = @hash AND customer <> @customer",
            new { hash, customer = customer.Value })).AsList();
        var held = await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM vault_files WHERE hash = @hash", new { hash });
        return new VaultStanding(held > 0, elsewhere.Contains(1), elsewhere is [_, ..]);
    }

    public async Task<IReadOnlyList<EvidenceRow>> EvidenceAsync(Id<Customer>? at, CancellationToken cancellationToken)
    {
        using var connection = database.Connect();
        var rows = await connection.QueryAsync<(string Customer, string Body)>(
            "SELECT customer, body FROM vault_index WHERE secret = 0 OR customer = @at ORDER BY customer, evidence",
            new { at = at?.Value });
        return [.. rows.Select(row => new EvidenceRow(row.Customer, TurnJson.Read<Evidence>(row.Body)))];
    }

    public async Task<IReadOnlyList<string>> TamperedAsync(CancellationToken cancellationToken)
    {
        using var connection = database.Connect();
        var tampered = new List<string>();
        foreach (var hash in (await connection.QueryAsync<string>("SELECT hash FROM vault_files ORDER BY hash")).AsList())
        {
            if (await ReadAsync(hash, cancellationToken) is { IsIntact: false })
            {
                tampered.Add(hash);
            }
        }

        return tampered;
    }

    internal static void Write(SqliteSession session, TurnCommit turn)
    {
        foreach (var evidence in turn.Evidence)
        {
            session.Execute(
                "INSERT OR REPLACE INTO vault_index (customer, evidence, hash, secret, body) VALUES ($1, $2, $3, $4, $5)",
                turn.Customer.Value,
                evidence.Id.Value,
                evidence.Hash,
                evidence.Confidentiality is Confidentiality.Confidential ? 1 : 0,
                TurnJson.Write(evidence));
        }
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
