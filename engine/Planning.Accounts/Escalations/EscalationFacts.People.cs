using Planning.Accounts.People;

namespace Planning.Accounts.Escalations;

/// <content>A person.</content>
public sealed partial record EscalationFacts
{
    public bool? InProcess { get; init; }

    public ProcessRole? Role { get; init; }

    public int? InfluenceNow { get; init; }

    public int? InfluenceFuture { get; init; }

    public int? Level { get; init; }

    public Stance? Stance { get; init; }

    /// <summary>Since the last qualifying touch; nothing when there was none.</summary>
    public int? DaysSinceTouch { get; init; }

    /// <summary>No qualifying touch within the window of the coverage level.</summary>
    public bool? Ignored { get; init; }
}
