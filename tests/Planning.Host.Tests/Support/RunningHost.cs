using System.Net;
using Microsoft.AspNetCore.Builder;
using Planning.Grains.Embedded;
using Planning.Host.Api;
using Planning.Host.Commands;
using Planning.Host.Outbound;

namespace Planning.Host.Tests.Support;

/// <summary>A host in this process: a real web server on a free port over a real database file.</summary>
public sealed class RunningHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningHost(EmbeddedRuntime runtime, WebApplication app)
    {
        Runtime = runtime;
        _app = app;
        Client = new ApiClient(new Uri(app.Urls.Single()));
    }

    public EmbeddedRuntime Runtime { get; }

    public ApiClient Client { get; }

    public IServiceProvider Services => _app.Services;

    /// <param name="more">Lets a test add endpoints of its own.</param>
    public static async Task<RunningHost> StartAsync(string data, TimeProvider clock, Action<WebApplication>? more = null)
    {
        var runtime = await DataDirectory.OpenAsync(data, clock, TestContext.Current.CancellationToken);
        var app = Web.Build(runtime, "http://127.0.0.1:0", new Reach([IPNetwork.Parse("127.0.0.0/8")]));
        more?.Invoke(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RunningHost(runtime, app);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        await Runtime.DisposeAsync();
    }
}
