using Planning.Accounts.People;

namespace Planning.Accounts.Escalations;

/// <content>A person.</content>
public sealed partial record EscalationFacts
{
    public bool? InProcess { get; init; }

    public ProcessRole? Role { get; init; }

    public int? InfluenceNow { get; init; }

    public int? InfluenceFuture { get; init; }

    /// <summary>As found; what silence costs is told as silence.</summary>
    public int? Level { get; init; }

    public Stance? Stance { get; init; }

    /// <summary>Since the last qualifying touch; nothing when there was none.</summary>
    public int? DaysSinceTouch { get; init; }

    /// <summary>No qualifying touch within the window of the coverage level.</summary>
    public bool? Ignored { get; init; }

    /// <summary>Whoever weighs so much that no plan may miss them (METHOD §5.2).</summary>
    public bool? IsKey { get; init; }

    /// <summary>Levels that the person fell within the policy's days, as found; silence alone is no fall.</summary>
    public int? LevelsFallen { get; init; }

    /// <summary>Opposes us now, and did not within the policy's days.</summary>
    public bool? TurnedAgainstUs { get; init; }

    // All people of the customer.

    /// <summary>Independent reporting lines with somebody who supports us; nothing while nobody there is known.</summary>
    public int? SupporterLines { get; init; }

    /// <summary>How many of them the coverage level asks for; nothing where it asks for none.</summary>
    public int? SupporterLinesWanted { get; init; }

    /// <summary>How far the relationship hangs on single people of ours, 0 to 1 (METHOD §5.4 PD).</summary>
    public double? PersonDependence { get; init; }

    /// <summary>The most that the coverage level allows; nothing where it allows anything.</summary>
    public double? PersonDependenceLimit { get; init; }
}
