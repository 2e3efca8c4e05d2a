namespace Planning.Grains.TimeLapses;

/// <summary>A clock that stands still until it is told to go on; never back.</summary>
public sealed class JumpingClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.UtcTicks;

    public void GoTo(DateTimeOffset moment) => _now = moment > _now ? moment : _now;
}
