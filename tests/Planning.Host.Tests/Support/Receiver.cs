using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Planning.Host.Tests.Support;

/// <summary>A web server of somebody else, on a free port of this machine.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ReceivedRequest> _received = [];

    private Receiver(WebApplication app, RequestDelegate answer)
    {
        _app = app;
        Answer = answer;
    }

    /// <summary>How it answers; may be changed while it runs.</summary>
    public RequestDelegate Answer { get; set; }

    public IReadOnlyCollection<ReceivedRequest> Received => _received;

    public Uri Url => new(_app.Urls.Single());

    public static async Task<Receiver> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var receiver = new Receiver(app, answer);
        app.Run(receiver.ReceiveAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body);
        _received.Enqueue(new ReceivedRequest(
            context.Request.Method,
            context.Request.Path,
            await body.ReadToEndAsync(context.RequestAborted),
            context.Request.Headers.ToDictionary(
                header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        await Answer(context);
    }
}

public sealed record ReceivedRequest(string Method, string Path, string Body, IReadOnlyDictionary<string, string> Headers);
