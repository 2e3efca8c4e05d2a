using System.Globalization;
using Planning.Flows.Runtime;

namespace Planning.Grains.Outbox;

/// <summary>Whether and when a request that failed is sent again. Pure.</summary>
public static class Redelivery
{
    /// <summary>A receiver that asks for more patience than this has given its answer.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    /// <param name="attempts">How often it was sent, this time included.</param>
    /// <returns>When to send it again; nothing when the attempt is the outcome.</returns>
    public static DateTimeOffset? After(HttpCall call, int attempts, HttpAttempt attempt, DateTimeOffset now)
    {
        var pause = (call.Pauses ?? RetryPauses.Usual).Before(attempts, call.Id);
        return attempt switch
        {
            _ when attempts > call.Retries => null,
            HttpAttempt.Answered answered when MayPass(answered.StatusCode) =>
                Later(now, pause, AskedFor(answered, now)),
            HttpAttempt.Answered or HttpAttempt.Impossible => null,
            _ => now + pause,
        };
    }

    private static bool MayPass(int statusCode) => statusCode is 408 or 429 or >= 500;

    private static DateTimeOffset? Later(DateTimeOffset now, TimeSpan pause, TimeSpan askedFor) =>
        askedFor > LongestPause ? null : now + (askedFor > pause ? askedFor : pause);

    // Retry-After is a number of seconds or a date (RFC 9110, 10.2.3); anything else asks for nothing.
    private static TimeSpan AskedFor(HttpAttempt.Answered answered, DateTimeOffset now)
    {
        var written = answered.Headers
            .FirstOrDefault(header => header.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value;
        if (uint.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return DateTimeOffset.TryParseExact(
            written, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date - now
            : TimeSpan.Zero;
    }
}
