using System.Net;
using Microsoft.AspNetCore.Http;
using Planning.Grains.Outbox;
using Planning.Host.Outbound;
using Planning.Host.Tests.Support;

namespace Planning.Host.Tests.Outbound;

/// <summary>The host's sender and a real web server on this machine, which it may reach unless a spec forbids it.</summary>
public abstract class SenderSpec : IAsyncLifetime
{
    private HttpSender _sender = new(new Reach([IPNetwork.Parse("127.0.0.1/32")]), new FixedClock());
    private Receiver? _receiver;

    protected Receiver Receiver => _receiver!;

    public async ValueTask InitializeAsync() =>
        _receiver = await Receiver.StartAsync(context => context.Response.WriteAsync("fine"));

    public async ValueTask DisposeAsync()
    {
        _sender.Dispose();
        await Receiver.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected void GivenNothingButPublicAddressesIsAllowed()
    {
        _sender.Dispose();
        _sender = new HttpSender(new Reach([]), new FixedClock());
    }

    private protected OutgoingRequest Request(string path = "/") => new(
        "helvia.3.2", "GET", new Uri(Receiver.Url, path), [], null, null, TimeSpan.FromSeconds(100));

    private protected Task<HttpAttempt> WhenSent(OutgoingRequest request) =>
        _sender.SendAsync(request, TestContext.Current.CancellationToken);

    private protected async Task<HttpAttempt.Answered> ThenTheAnswerTo(OutgoingRequest request) =>
        Assert.IsType<HttpAttempt.Answered>(await WhenSent(request));

    private protected async Task<string> ThenItIsNotSentAgain(OutgoingRequest request) =>
        Assert.IsType<HttpAttempt.Impossible>(await WhenSent(request)).Reason;
}
