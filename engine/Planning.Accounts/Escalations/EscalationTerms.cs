using System.Collections.Immutable;

namespace Planning.Accounts.Escalations;

/// <summary>How a rule raises: how long its condition must hold, and who is told when (METHOD §5.5 “ladder”).</summary>
/// <param name="Title">What it is about, in a few words.</param>
/// <param name="HoldDays">Calendar days that the condition must hold before it is raised, and be false before it closes.</param>
/// <param name="Ladder">One or more steps, from low to high.</param>
public sealed record EscalationTerms(string Title, int HoldDays, ImmutableArray<LadderStep> Ladder)
{
    public bool Equals(EscalationTerms? other) => other is not null
        && (Title, HoldDays) == (other.Title, other.HoldDays) && Ladder.AsSpan().SequenceEqual(other.Ladder.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Title, HoldDays);
}

/// <summary>One level of a ladder, as the rule gives it: one time at the most, counted from the trigger or within the time that
/// the watched thing has.</summary>
/// <param name="Role">Who is told.</param>
/// <param name="DaysBefore">Calendar days before that time is over.</param>
/// <param name="Percent">Of that time.</param>
public sealed record LadderStep(
    string Role, int? Hours = null, int? Days = null, int? WorkingDays = null, int? DaysBefore = null, int? Percent = null);

/// <summary>When people may be disturbed, by the clocks of the customer's country.</summary>
/// <param name="QuietFrom">First hour of the evening at which nobody is told any more, 0 to 24.</param>
/// <param name="QuietUntil">First hour of the morning at which people are told again, 0 to 23.</param>
/// <param name="SnoozeDays">The longest time that an escalation may rest.</param>
public sealed record EscalationPolicy(int QuietFrom, int QuietUntil, int SnoozeDays)
{
    public static EscalationPolicy Default { get; } = new(QuietFrom: 20, QuietUntil: 6, SnoozeDays: 30);

    public IEnumerable<Customers.FieldMistake> Mistakes() => Customers.FieldMistake.Among(
        Customers.FieldMistake.OutOfRange(nameof(QuietFrom), QuietFrom, QuietUntil + 1, 24),
        Customers.FieldMistake.OutOfRange(nameof(QuietUntil), QuietUntil, 0, 23),
        Customers.FieldMistake.OutOfRange(nameof(SnoozeDays), SnoozeDays, 1, 365));
}
