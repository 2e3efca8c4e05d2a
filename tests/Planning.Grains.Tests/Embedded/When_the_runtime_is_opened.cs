using Planning.Grains.Embedded;
using Planning.Grains.Store;
using Planning.Grains.Tests.Support;
using Planning.Grains.Turns;
using Planning.Grains.Versions;
using Planning.Workflows.Playbooks;
using Planning.Workflows.Versions;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Embedded;

public sealed class When_the_runtime_is_opened : IDisposable
{
    private readonly Database _database = new();
    private readonly CalendarClock _clock = new("2026-12-07T09:30:00Z");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task it_goes_on_where_it_was_closed()
    {
        await using (var first = await EmbeddedRuntime.OpenAsync(_database.Path, _clock, Token))
        {
            await first.Customers.SendAsync(Helvia.Id, new Message("m-1", "anna", Helvia.Known), Token);
            await first.Customers.SendAsync(Helvia.Id, new Message("m-2", "anna", Helvia.Opened), Token);
        }

        await using var second = await EmbeddedRuntime.OpenAsync(_database.Path, _clock, Token);
        Assert.Equal("A0", (await second.Customers.LookAsync(Helvia.Id, Token)).Customer.Plan!.Track.Open.Single()!.Code);
        Assert.Equal(Day("2026-12-07"), second.Today);
        Assert.Equal("A0 Trigger", (await second.Portfolio.FindAsync(Helvia.Id, Token))!.Stage);
    }

    [Fact]
    public async Task a_file_of_a_known_version_with_another_text_is_refused()
    {
        await using (var store = _database.Open())
        {
            await store.Definitions.KeepAsync("rules", "tiering", "2026.1", "{}", Token);
        }

        var refused = await Assert.ThrowsAsync<PlaybookRefusedException>(
            () => EmbeddedRuntime.OpenAsync(_database.Path, _clock, Token));
        Assert.Equal(
            "tiering.json: PLAYBOOK005 at $: tiering 2026.1 is in force with another text; give a changed file a new version.",
            refused.Message);
        Assert.Single(refused.Mistakes);
    }

    [Fact]
    public async Task the_shipped_rules_are_in_force_from_the_beginning_and_once()
    {
        await (await EmbeddedRuntime.OpenAsync(_database.Path, _clock, Token)).DisposeAsync();
        await using var runtime = await EmbeddedRuntime.OpenAsync(_database.Path, _clock, Token);
        var known = await runtime.RuleSets.ReadAsync(Token);
        var shipped = PlaybookFile.Shipped.Where(file => file.Kind is PlaybookFile.Rules).ToList();
        Assert.Equal(shipped.Select(file => file.Identity()!.Value.Name).Order(StringComparer.Ordinal), known.Sets.Keys);
        Assert.All(known.Sets.Values, set => Assert.Equal(DateOnly.MinValue, Assert.Single(set.Periods).From));
        Assert.Equal(2 * (shipped.Count + PolicySet.Names.Length), known.Revision);
    }

    [Fact]
    public async Task rules_that_were_in_force_before_versions_were_kept_can_be_found_by_the_decisions_that_name_them()
    {
        var older = PlaybookFile.Shipped.Single(file => file.Name == "tiering.json").Body.Replace("\"2026.1\"", "\"2025.4\"", StringComparison.Ordinal);
        await using (var store = _database.Open())
        {
            await store.Definitions.KeepAsync("rules", "tiering", "2025.4", older, Token);
        }

        await using var runtime = await EmbeddedRuntime.OpenAsync(_database.Path, _clock, Token);
        var tiering = (await runtime.RuleSets.ReadAsync(Token)).Of("tiering");
        Assert.Equal(VersionStage.Retired, tiering.StageOf(tiering.Find("2025.4")!, runtime.Today));
        Assert.Equal("tiering 2026.1", runtime.Playbook.Tiering.On(Day("2025-12-31")).Version);
        Assert.Equal("tiering 2025.4", runtime.Playbook.Tiering.Find("tiering 2025.4")!.Version);
    }

    [Fact]
    public async Task a_kept_workflow_that_cannot_be_read_any_more_is_named_with_its_version()
    {
        await using (var store = _database.Open())
        {
            await store.Definitions.KeepAsync("workflow", "renewal", "3", "{", Token);
        }

        var refused = await Assert.ThrowsAsync<PlaybookRefusedException>(
            () => EmbeddedRuntime.OpenAsync(_database.Path, _clock, Token));
        Assert.StartsWith("renewal 3: FLOW", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_foreign_file_is_refused()
    {
        _database.Run("CREATE TABLE songs (title TEXT)");
        await Assert.ThrowsAsync<StoreRefusedException>(() => EmbeddedRuntime.OpenAsync(_database.Path, _clock, Token));
    }
}
