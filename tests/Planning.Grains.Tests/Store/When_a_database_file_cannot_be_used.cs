using Planning.Accounts.Customers;
using Planning.Grains.Store;
using Planning.Grains.Tests.Support;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Store;

/// <summary>A file that is foreign, newer or damaged is refused in words and left as it is, byte for byte.</summary>
public sealed class When_a_database_file_cannot_be_used : IDisposable
{
    private const int PageSize = 4096;

    private readonly Database _database = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _database.Dispose();

    [Fact]
    public void a_database_of_another_program_is_left_alone()
    {
        _database.Run("CREATE TABLE songs (title TEXT)");
        IsRefused("this SQLite database belongs to another program. Name another data directory.");
    }

    [Fact]
    public void a_database_that_names_another_program_is_left_alone_even_when_it_is_empty()
    {
        _database.Run("PRAGMA application_id = 42");
        IsRefused("this SQLite database belongs to another program. Name another data directory.");
    }

    [Fact]
    public void a_file_that_is_no_database_is_left_alone()
    {
        File.WriteAllText(_database.Path, new string('x', 5000));
        IsRefused(
            "this is not a database of Planning: the file does not begin as an SQLite database does. Name another data directory, or restore a backup.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(99)]
    public async Task a_stump_is_left_alone(int length)
    {
        await GivenManyTurns();
        await using (var file = File.OpenWrite(_database.Path))
        {
            file.SetLength(length);
        }

        IsRefused("the file is too short to be a database. Restore a backup, or name another data directory.");
    }

    [Fact]
    public async Task a_newer_database_waits_for_its_newer_program()
    {
        await GivenManyTurns();
        _database.Run("PRAGMA user_version = 10");
        IsRefused("the database has schema version 10, this program knows versions up to 9. Start the newer program that wrote it.");
    }

    [Fact]
    public async Task a_damaged_page_in_the_middle_is_noticed()
    {
        await GivenManyTurns();
        await using (var file = File.OpenWrite(_database.Path))
        {
            file.Seek(file.Length / PageSize / 2 * PageSize, SeekOrigin.Begin);
            file.Write(new byte[PageSize]);
        }

        IsDamaged();
    }

    [Fact]
    public async Task a_file_that_lost_its_end_is_noticed()
    {
        await GivenManyTurns();
        await using (var file = File.OpenWrite(_database.Path))
        {
            file.SetLength(file.Length / PageSize / 2 * PageSize);
        }

        IsDamaged();
    }

    [Fact]
    public async Task an_empty_file_becomes_a_database()
    {
        await File.WriteAllBytesAsync(_database.Path, [], Token);
        await GivenManyTurns();
    }

    private void IsDamaged()
    {
        var reason = IsRefused();
        Assert.StartsWith("the database is damaged (", reason, StringComparison.Ordinal);
        Assert.EndsWith("). Nothing was written to it. Restore a backup, or name another data directory.", reason, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', reason);
    }

    private void IsRefused(string reason) => Assert.Equal(reason, IsRefused());

    private string IsRefused()
    {
        var before = _database.Bytes();
        var refused = Assert.Throws<StoreRefusedException>(_database.Open);
        Assert.Equal((_database.Path, $"{_database.Path}: {refused.Reason}"), (refused.Path, refused.Message));
        Assert.Equal(before, _database.Bytes());
        return refused.Reason;
    }

    private async Task GivenManyTurns()
    {
        await using var store = _database.Open();
        for (var version = 1; version <= 400; version++)
        {
            Assert.IsType<CommitOutcome.Committed>(await store.CommitAsync(
                new TurnCommit(
                    Key<Customer>("albion"), version, DateTimeOffset.UnixEpoch, "anna", $"m-{version}", "spec", "{}",
                    $"""["{new string('e', 400)}"]"""),
                Token));
        }
    }
}
