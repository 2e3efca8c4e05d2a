namespace Planning.Grains.Outbox;

/// <summary>Sends HTTP requests. The host says how, and where they may go.</summary>
public interface IHttpSender
{
    /// <summary>Sends a request once.</summary>
    /// <returns>What came of it, within its timeout; every failure is an outcome.</returns>
    Task<HttpAttempt> SendAsync(OutgoingRequest request, CancellationToken cancellationToken);
}

/// <param name="Key">The same each time it is sent, so that a receiver can tell a request that it gets twice.</param>
/// <param name="Body">Already in the form of <paramref name="ContentType"/>; null for none.</param>
public sealed record OutgoingRequest(
    string Key,
    string Method,
    Uri Url,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    string? ContentType,
    string? Body,
    TimeSpan Timeout);

/// <summary>What came of sending a request once.</summary>
public abstract record HttpAttempt
{
    private HttpAttempt()
    {
    }

    public sealed record Answered(
        int StatusCode, IReadOnlyList<KeyValuePair<string, string>> Headers, string? ContentType, string? Body)
        : HttpAttempt;

    public sealed record TimedOut : HttpAttempt;

    /// <summary>No answer came; the next time one may.</summary>
    public sealed record Failed(string Reason) : HttpAttempt;

    /// <summary>It would come to the same each time: the address is not allowed, the answer is too large.</summary>
    public sealed record Impossible(string Reason) : HttpAttempt;
}
