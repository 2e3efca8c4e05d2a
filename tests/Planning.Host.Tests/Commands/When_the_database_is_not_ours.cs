using System.Buffers.Binary;
using Microsoft.Data.Sqlite;
using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Commands;

/// <summary>Foreign, newer or damaged: exit code 2, a reason on standard error, and not a byte is changed.</summary>
public sealed class When_the_database_is_not_ours(SamplePortfolio sample) : IDisposable
{
    private const int SchemaVersionInHeader = 60;

    private readonly TemporaryFolder _data = new();

    private string Database => _data["planning.db"];

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task a_file_that_is_no_database_is_refused()
    {
        await File.WriteAllTextAsync(Database, new string('x', 5000), TestContext.Current.CancellationToken);
        await IsRefusedAsync("this is not a database of Planning: the file does not begin as an SQLite database does. Name another data directory, or restore a backup.");
    }

    [Fact]
    public async Task a_database_of_another_program_is_refused()
    {
        await using (var foreign = new SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            foreign.Open();
            await using var command = foreign.CreateCommand();
            command.CommandText = "CREATE TABLE bookmarks (url TEXT)";
            command.ExecuteNonQuery();
        }

        await IsRefusedAsync("this SQLite database belongs to another program. Name another data directory.");
    }

    [Fact]
    public async Task a_database_of_a_newer_program_is_refused()
    {
        sample.CopyTo(_data.Path);
        Change(bytes => BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(SchemaVersionInHeader), 99));
        await IsRefusedAsync("the database has schema version 99, this program knows versions up to");
    }

    [Fact]
    public async Task a_damaged_database_is_refused()
    {
        sample.CopyTo(_data.Path);
        Change(bytes => bytes.AsSpan(bytes.Length / 2, 8192).Fill(0xAA));
        await IsRefusedAsync("the database is damaged (");
    }

    [Fact]
    public async Task a_data_directory_that_is_a_file_is_refused()
    {
        await File.WriteAllTextAsync(Database, "x", TestContext.Current.CancellationToken);
        var run = await PlanningProcess.RunAsync("tier", "run", "--data", Database);
        Assert.Equal(2, run.Exit);
        Assert.Contains(Database, run.Errors, StringComparison.Ordinal);
    }

    private void Change(Action<byte[]> change)
    {
        var bytes = File.ReadAllBytes(Database);
        change(bytes);
        File.WriteAllBytes(Database, bytes);
    }

    private async Task IsRefusedAsync(string because)
    {
        var before = await File.ReadAllBytesAsync(Database, TestContext.Current.CancellationToken);
        var run = await PlanningProcess.RunAsync("serve", "--urls", "http://127.0.0.1:0", "--data", _data.Path);
        Assert.Equal(2, run.Exit);
        Assert.StartsWith($"{Database}: {because}", run.Errors, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Database, TestContext.Current.CancellationToken));
        Assert.Equal(["planning.db"], Directory.GetFiles(_data.Path).Select(Path.GetFileName));
    }
}
