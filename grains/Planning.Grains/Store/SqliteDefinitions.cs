using Dapper;

namespace Planning.Grains.Store;

/// <summary>Every version of a workflow definition or rule set that was ever in force.</summary>
public interface IDefinitions
{
    /// <summary>Keeps a version. Keeping the same again changes nothing.</summary>
    /// <param name="kind">workflow or rules.</param>
    /// <returns>The text kept under this version: another one when somebody changed a version that is in force.</returns>
    Task<string> KeepAsync(string kind, string name, string version, string body, CancellationToken cancellationToken);

    /// <returns>The texts of every version of that kind, by name and version.</returns>
    Task<IReadOnlyList<StoredDefinition>> AllAsync(string kind, CancellationToken cancellationToken);
}

public sealed record StoredDefinition(string Name, string Version, string Body);

internal sealed class SqliteDefinitions(SqliteDatabase database, GroupCommit writer) : IDefinitions
{
    public Task<string> KeepAsync(
        string kind, string name, string version, string body, CancellationToken cancellationToken) => writer.RunAsync(
        session =>
        {
            session.Execute(
                "INSERT INTO definitions (kind, name, version, body) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
                kind, name, version, body);
            return session.Text(
                "SELECT body FROM definitions WHERE kind = $1 AND name = $2 AND version = $3", kind, name, version)!;
        },
        cancellationToken);

    public async Task<IReadOnlyList<StoredDefinition>> AllAsync(string kind, CancellationToken cancellationToken)
    {
        using var connection = database.Connect();
        return (await connection.QueryAsync<StoredDefinition>(
            "SELECT name AS Name, version AS Version, body AS Body FROM definitions WHERE kind = @kind ORDER BY name, length(version), version",
            new { kind })).AsList();
    }
}
