using System.Globalization;

namespace Planning.Host.Tests.Support;

/// <summary>A day that lasts until the test says otherwise: Monday, 5 October 2026, the day of the sample portfolio.</summary>
public sealed class FixedClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 10, 5, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    /// <param name="day">As 2026-10-06.</param>
    public void GoTo(string day) => _now = new DateTimeOffset(
        DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), new TimeOnly(8, 0), TimeSpan.Zero);
}
