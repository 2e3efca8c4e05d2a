using Planning.Accounts.Customers;
using Planning.Accounts.Tiers;
using Planning.Grains.Embedded;
using Planning.Host.Commands;
using Planning.Host.Tests.Generated;
using Planning.Host.Tests.Support;
using Planning.Workflows.Generation;

[assembly: AssemblyFixture(typeof(JudgedPortfolio))]

namespace Planning.Host.Tests.Generated;

/// <summary>400 generated customers: imported, reviewed in twelve quarters, swept, and swept again a month later.</summary>
public sealed class JudgedPortfolio : IAsyncDisposable
{
    public const int Customers = 400;

    /// <summary>The commands draw their progress, and a console draws one at a time.</summary>
    public const string OneProgressAtATime = "one progress at a time";

    private readonly TemporaryFolder _files = new();
    private readonly TemporaryFolder _data = new();
    private readonly Lazy<Task> _judged;
    private EmbeddedRuntime? _runtime;

    public JudgedPortfolio() => _judged = new Lazy<Task>(JudgeAsync);

    public string Files => _files.Path;

    /// <summary>What the import said at its end.</summary>
    public int ImportExit { get; private set; }

    /// <summary>The customers as the import left them.</summary>
    internal IReadOnlyDictionary<string, Customer> Imported { get; private set; } = new Dictionary<string, Customer>();

    /// <summary>The customers on the day of the portfolio, reviewed and swept.</summary>
    internal IReadOnlyDictionary<string, Customer> Now { get; private set; } = new Dictionary<string, Customer>();

    /// <summary>The same a month later, when what must hold for thirty days has done so.</summary>
    internal IReadOnlyDictionary<string, Customer> Later { get; private set; } = new Dictionary<string, Customer>();

    internal IReadOnlyList<(string Kind, string Customer, string Object, string Rule)> Truths { get; private set; } = [];

    internal EmbeddedRuntime Runtime => _runtime!;

    /// <summary>Does the work for the first who asks.</summary>
    public Task IsReadyAsync() => _judged.Value;

    /// <summary>The customers, or people and seats of customers, about which a truth was put in.</summary>
    internal HashSet<string> Labelled(string kind, string? rule = null) =>
    [
        .. Truths.Where(truth => truth.Kind == kind && (rule is null || truth.Rule == rule))
            .Select(truth => truth.Object.Length == 0 ? truth.Customer : $"{truth.Customer} {truth.Object}"),
    ];

    /// <summary>The customers at which a tier rule fired in the newest quarter.</summary>
    internal HashSet<string> Fired(string rule) =>
    [
        .. Now.Values
            .Where(customer => customer.Standing.LastReview!.Findings
                .Any(finding => finding.Rule == rule && finding.Kind is FindingKind.Fired))
            .Select(customer => customer.Id.Value),
    ];

    /// <summary>What an escalation rule is open about; a customer alone for the customer itself.</summary>
    internal static HashSet<string> Raised(IReadOnlyDictionary<string, Customer> customers, string rule) =>
    [
        .. from customer in customers.Values
           from open in customer.Escalations.Open.Values
           where open.Rule == rule
           let about = open.Key[(open.Key.IndexOf(':', StringComparison.Ordinal) + 1)..]
           select about == customer.Id.Value ? about : $"{customer.Id} {about}",
    ];

    public async ValueTask DisposeAsync()
    {
        if (_runtime is not null)
        {
            await _runtime.DisposeAsync();
        }

        _files.Dispose();
        _data.Dispose();
    }

    private async Task JudgeAsync()
    {
        var clock = new FixedClock();
        _runtime = await DataDirectory.OpenAsync(_data.Path, clock, CancellationToken.None);
        var portfolio = new GeneratedPortfolio(7, PortfolioSize.Of(Customers, critical: false), _runtime.Today, _runtime.Playbook);
        Assert.Equal(0, await GenerateCommand.WriteAsync(_files.Path, portfolio.Parts(), CancellationToken.None));
        Truths =
        [
            .. GeneratedNumbers.Rows(_files.Path, "truths.csv").Select(cells => (cells[0], cells[1], cells[2], cells[3])),
        ];
        ImportExit = await ImportCommand.RunAsync(_runtime, _files.Path, strict: true, CancellationToken.None);
        Imported = await AllAsync();
        Assert.Empty((await TierRunCommand.RunAsync(_runtime, null, CancellationToken.None))!.Refusals);
        await _runtime.Sweep.RunAsync("first", "sweep", null, CancellationToken.None);
        Now = await AllAsync();
        clock.GoTo("2026-11-05");
        await _runtime.Sweep.RunAsync("second", "sweep", null, CancellationToken.None);
        Later = await AllAsync();
    }

    private async Task<IReadOnlyDictionary<string, Customer>> AllAsync()
    {
        var all = new Dictionary<string, Customer>(StringComparer.Ordinal);
        for (var page = await Runtime.Portfolio.ListAsync(null, 1000, CancellationToken.None); page is [.., var last];
            page = await Runtime.Portfolio.ListAsync(last.Customer, 1000, CancellationToken.None))
        {
            foreach (var row in page)
            {
                all[row.Customer] = (await Runtime.Customers.LookAsync(Id<Customer>.Parse(row.Customer, null), CancellationToken.None)).Customer;
            }
        }

        return all;
    }
}
