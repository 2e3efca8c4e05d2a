namespace Planning.Host.Tests.Support;

/// <summary>A test against a running host that has the sample portfolio, imported and judged.</summary>
public abstract class HostSpec(SamplePortfolio sample) : IAsyncLifetime
{
    private readonly TemporaryFolder _data = new();
    private RunningHost? _host;

    protected FixedClock Clock { get; } = new();

    protected string Data => _data.Path;

    protected RunningHost Host => _host!;

    protected ApiClient Api => Host.Client;

    public async ValueTask InitializeAsync()
    {
        sample.CopyTo(_data.Path);
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        _data.Dispose();
        GC.SuppressFinalize(this);
    }

    protected async Task RestartAsync()
    {
        await Host.DisposeAsync();
        await StartAsync();
    }

    /// <summary>What happened at a customer, newest first, as the history tells it.</summary>
    protected async Task<IReadOnlyList<string>> HistoryAsync(string customer, int turns = 1) =>
    [
        .. (await Api.GetAsync($"/api/customers/{customer}/history?take={turns}")).WasDone().Items
            .SelectMany(turn => turn["happened"]!.AsArray().Select(line => line!.GetValue<string>())),
    ];

    protected async Task<long> VersionAsync(string customer) => (await Api.GetAsync($"/api/customers/{customer}")).WasDone().Version;

    private async Task StartAsync() => _host = await RunningHost.StartAsync(_data.Path, Clock);
}
