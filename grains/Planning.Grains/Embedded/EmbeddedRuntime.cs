using Microsoft.Extensions.Logging;
using Planning.Grains.Customers;
using Planning.Grains.Portfolio;
using Planning.Grains.Store;
using Planning.Grains.Timers;
using Planning.Workflows.Playbooks;

namespace Planning.Grains.Embedded;

/// <summary>Planning in one process on one SQLite file: customers, lists, timers and the playbook they work by.</summary>
/// <remarks>Several processes may open the same file; a customer's version keeps them from treading on each other.</remarks>
public sealed class EmbeddedRuntime : IAsyncDisposable
{
    private readonly SqliteCustomerStore _store;

    private EmbeddedRuntime(SqliteCustomerStore store, Playbook playbook, TimeProvider clock)
    {
        _store = store;
        Playbook = playbook;
        Clock = clock;
        Customers = new CustomerGrains(store, playbook, clock);
        TierRuns = new TierRun(Customers, store.Portfolio);
        BacktestRuns = new BacktestRun(store.Portfolio);
        TakeOverRuns = new TakeOverRun(Customers, store, store.Portfolio, playbook, clock);
    }

    public Playbook Playbook { get; }

    public TimeProvider Clock { get; }

    public CustomerGrains Customers { get; }

    public IPortfolio Portfolio => _store.Portfolio;

    public TierRun TierRuns { get; }

    public BacktestRun BacktestRuns { get; }

    public TakeOverRun TakeOverRuns { get; }

    public DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    /// <param name="path">The database file; it is made when it is not there.</param>
    /// <exception cref="StoreRefusedException">The file is foreign, newer or damaged; it is left as it was.</exception>
    /// <exception cref="PlaybookRefusedException">A workflow, rule set or policy needs mending.</exception>
    public static async Task<EmbeddedRuntime> OpenAsync(string path, TimeProvider clock, CancellationToken cancellationToken)
    {
        var store = SqliteCustomerStore.Open(path);
        try
        {
            var files = await KnownFilesAsync(store.Definitions, cancellationToken);
            return PlaybookReader.Read(files) switch
            {
                PlaybookReading.Sound sound => new EmbeddedRuntime(store, sound.Playbook, clock),
                PlaybookReading.Flawed flawed => throw new PlaybookRefusedException(flawed.Mistakes),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    public TimerPump Timers(ILogger<TimerPump> logger) => new(_store.Timers, Customers, Clock, logger);

    public async ValueTask DisposeAsync()
    {
        Customers.Dispose();
        await _store.DisposeAsync();
    }

    // Every version this database has ever worked by, and the ones this program brings.
    private static async Task<List<PlaybookFile>> KnownFilesAsync(IDefinitions definitions, CancellationToken cancellationToken)
    {
        var mistakes = new List<PlaybookMistake>();
        foreach (var file in PlaybookFile.Shipped)
        {
            if (file.Identity() is { } identity
                && await definitions.KeepAsync(file.Kind, identity.Name, identity.Version, file.Body, cancellationToken) != file.Body)
            {
                mistakes.Add(new PlaybookMistake(
                    file.Name, "PLAYBOOK005", "$", $"{identity.Name} {identity.Version} is in force with another text; give a changed file a new version."));
            }
        }

        return mistakes is []
            ?
            [
                .. (await definitions.AllAsync(PlaybookFile.Workflow, cancellationToken))
                    .Select(kept => new PlaybookFile(PlaybookFile.Workflow, $"{kept.Name} {kept.Version}", kept.Body)),
                .. PlaybookFile.Shipped.Where(file => file.Kind != PlaybookFile.Workflow),
            ]
            : throw new PlaybookRefusedException(mistakes);
    }
}

/// <summary>The files that the company works by cannot be worked by.</summary>
public sealed class PlaybookRefusedException(IReadOnlyList<PlaybookMistake> mistakes)
    : Exception(string.Join(Environment.NewLine, mistakes))
{
    public IReadOnlyList<PlaybookMistake> Mistakes { get; } = mistakes;
}
