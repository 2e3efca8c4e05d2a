using System.Text.Json;
using System.Text.Json.Serialization;
using Planning.Flows.Elsa;
using Planning.Flows.Instances;

namespace Planning.Flows.Runtime;

/// <summary>A request as an author wrote it, to be sent by the host.</summary>
/// <param name="Id">Whoever sends it reports the outcome under this id.</param>
/// <param name="Body">Already in the form of <paramref name="ContentType"/>; null for none.</param>
/// <param name="Retries">How often it is sent again after a failure that may pass; 0 for never.</param>
/// <param name="Pauses">Null for <see cref="RetryPauses.Usual"/>, as in every request from before there were others.</param>
public sealed record HttpCall(
    string Id,
    string Method,
    Uri Url,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    string? ContentType,
    string? Body,
    TimeSpan Timeout,
    int Retries,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RetryPauses? Pauses = null)
{
    /// <returns>The request whose outcome the bookmark waits for; null for a bookmark that waits for something else.</returns>
    public static HttpCall? AwaitedBy(Bookmark bookmark) =>
        bookmark.Data.TryGetProperty(Http.RequestId, out _) && bookmark.Data.TryGetProperty(Http.Request, out var request)
            ? request.Deserialize<HttpCall>(JsonSerializerOptions.Web)
            : null;
}

/// <summary>What became of a request.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "outcome")]
[JsonDerivedType(typeof(Answered), "answered")]
[JsonDerivedType(typeof(TimedOut), "timed-out")]
[JsonDerivedType(typeof(FailedToConnect), "failed-to-connect")]
public abstract record HttpOutcome
{
    private HttpOutcome() { }

    /// <param name="Body">As text; null or empty for none.</param>
    public sealed record Answered(
        int StatusCode, IReadOnlyList<KeyValuePair<string, string>> Headers, string? ContentType, string? Body)
        : HttpOutcome;

    public sealed record TimedOut : HttpOutcome;

    /// <param name="Reason">A sentence for people.</param>
    public sealed record FailedToConnect(string Reason) : HttpOutcome;
}
