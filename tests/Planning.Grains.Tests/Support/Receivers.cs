using System.Collections.Concurrent;
using Planning.Grains.Outbox;

namespace Planning.Grains.Tests.Support;

/// <summary>The world outside, as far as requests go: it answers as a spec says.</summary>
internal sealed class Receivers : IHttpSender
{
    private readonly ConcurrentQueue<OutgoingRequest> _received = [];

    /// <summary>What came in, in this order.</summary>
    public IReadOnlyCollection<OutgoingRequest> Received => _received;

    public Func<OutgoingRequest, CancellationToken, Task<HttpAttempt>> Answer { get; set; } =
        (_, _) => Task.FromResult(Ok);

    public static HttpAttempt Ok => Status(200);

    public static HttpAttempt Status(int code) => new HttpAttempt.Answered(code, [], null, "fine");

    public Task<HttpAttempt> SendAsync(OutgoingRequest request, CancellationToken cancellationToken)
    {
        _received.Enqueue(request);
        return Answer(request, cancellationToken);
    }
}
