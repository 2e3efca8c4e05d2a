using Microsoft.Extensions.Logging;
using Planning.Grains.Customers;
using Planning.Grains.Outbox;
using Planning.Grains.Portfolio;
using Planning.Grains.Replays;
using Planning.Grains.Store;
using Planning.Grains.Timers;
using Planning.Grains.Versions;
using Planning.Workflows.Playbooks;

namespace Planning.Grains.Embedded;

/// <summary>Planning in one process on one SQLite file: customers, lists, timers and the playbook they work by.</summary>
/// <remarks>Several processes may open the same file; a customer's version keeps them from treading on each other.</remarks>
public sealed class EmbeddedRuntime : IAsyncDisposable
{
    private readonly SqliteCustomerStore _store;
    private readonly StoredPlaybooks _playbooks;

    private EmbeddedRuntime(SqliteCustomerStore store, StoredPlaybooks playbooks, TimeProvider clock)
    {
        _store = store;
        _playbooks = playbooks;
        Clock = clock;
        Customers = new CustomerGrains(store, playbooks, clock, store.Vault);
        Clocks = new Clocks(Customers, playbooks);
        RuleSets = new RuleSets(store.RuleVersions, playbooks, clock);
        Policies = new RuleSets(store.RuleVersions, playbooks, clock, policies: true);
        TierRuns = new TierRun(Customers, store.Portfolio, playbooks);
        Sweep = new EscalationSweep(Customers, store.Portfolio, playbooks, clock);
        Staffing = new StaffingRun(Customers, store.Portfolio, playbooks);
        BacktestRuns = new BacktestRun(store.Portfolio);
        Replays = new ReplayRun(store.Portfolio, playbooks);
        Invariants = new InvariantRun(Customers, store.Portfolio, Replays, Staffing, playbooks, clock);
        TakeOverRuns = new TakeOverRun(Customers, store, store.Portfolio, playbooks, clock);
        HistoryRuns = new HistoryRun(Customers);
    }

    public IPlaybooks Playbooks => _playbooks;

    /// <summary>What a turn that begins now works by.</summary>
    public Playbook Playbook => _playbooks.Take();

    public RuleSets RuleSets { get; }

    /// <summary>The versions of the policies: the same steps, approved by somebody else, in force from a day on.</summary>
    public RuleSets Policies { get; }

    public TimeProvider Clock { get; }

    public EscalationSweep Sweep { get; }

    public CustomerGrains Customers { get; }

    public IPortfolio Portfolio => _store.Portfolio;

    public IVault Vault => _store.Vault;

    public Clocks Clocks { get; }

    public IWorkflows Workflows => _store.Workflows;

    public TierRun TierRuns { get; }

    public StaffingRun Staffing { get; }

    public BacktestRun BacktestRuns { get; }

    public TakeOverRun TakeOverRuns { get; }

    public InvariantRun Invariants { get; }

    public HistoryRun HistoryRuns { get; }

    public ReplayRun Replays { get; }

    public DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    /// <param name="path">The database file; it is made when it is not there.</param>
    /// <exception cref="StoreRefusedException">The file is foreign, newer or damaged; it is left as it was.</exception>
    /// <exception cref="PlaybookRefusedException">A workflow, rule set or policy needs mending.</exception>
    public static Task<EmbeddedRuntime> OpenAsync(string path, TimeProvider clock, CancellationToken cancellationToken) =>
        OpenAsync(path, clock, SqliteCustomerStore.UsualLog, cancellationToken);

    /// <param name="log">How many entries of its execution log a workflow instance keeps; 1 or more.</param>
    /// <inheritdoc cref="OpenAsync(string, TimeProvider, CancellationToken)"/>
    public static async Task<EmbeddedRuntime> OpenAsync(
        string path, TimeProvider clock, int log, CancellationToken cancellationToken)
    {
        var store = SqliteCustomerStore.Open(path, log: log);
        try
        {
            var now = clock.GetUtcNow();
            var files = await KnownFilesAsync(store.Definitions, cancellationToken);
            var rules = await ShippedRules.TakeInAsync(store.RuleVersions, PlaybookFile.Shipped, now, cancellationToken);
            return PlaybookReader.Read(files, rules, DateOnly.FromDateTime(now.UtcDateTime)) switch
            {
                PlaybookReading.Sound sound => new EmbeddedRuntime(
                    store, new StoredPlaybooks(sound.Playbook, rules.Revision, store.RuleVersions, clock), clock),
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

    public OutboxPump Outbox(IHttpSender sender, ILogger<OutboxPump> logger) =>
        new(_store.Outbox, Customers, sender, Clock, logger);

    public TimerPump Timers(ILogger<TimerPump> logger) =>
        new(_store.Timers, Customers, Clocks, () => RuleSets.Troubles, Clock, logger);

    public async ValueTask DisposeAsync()
    {
        Customers.Dispose();
        _playbooks.Dispose();
        await _store.DisposeAsync();
    }

    // Every version of a workflow that this database has ever worked by, and the files that this program brings.
    private static async Task<List<PlaybookFile>> KnownFilesAsync(IDefinitions definitions, CancellationToken cancellationToken)
    {
        var mistakes = new List<PlaybookMistake>();
        foreach (var file in PlaybookFile.Shipped.Where(file => file.Kind == PlaybookFile.Workflow))
        {
            var (name, version) = file.Identity()!.Value;
            if (await definitions.KeepAsync(file.Kind, name, version, file.Body, cancellationToken) != file.Body)
            {
                mistakes.Add(new PlaybookMistake(
                    file.Name, "PLAYBOOK005", "$", $"{name} {version} is in force with another text; give a changed file a new version."));
            }
        }

        return mistakes is []
            ?
            [
                .. (await definitions.AllAsync(PlaybookFile.Workflow, cancellationToken))
                    .Select(kept => new PlaybookFile(PlaybookFile.Workflow, $"{kept.Name} {kept.Version}", kept.Body)),
                .. PlaybookFile.Shipped.Where(file => file.Kind == PlaybookFile.Policies),
            ]
            : throw new PlaybookRefusedException(mistakes);
    }
}
