using System.Globalization;

namespace Planning.Grains.Tests.Support;

/// <summary>The only clock of these specs: it stands still until somebody moves it.</summary>
internal sealed class CalendarClock(string now) : TimeProvider
{
    private DateTimeOffset _now = At(now);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.UtcTicks;

    public void Advance(TimeSpan by) => _now += by;

    public void GoTo(string instant) => _now = At(instant);
}
