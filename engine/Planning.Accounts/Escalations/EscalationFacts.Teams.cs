using Planning.Accounts.Teams;

namespace Planning.Accounts.Escalations;

/// <content>A seat.</content>
public sealed partial record EscalationFacts
{
    public SeatRole? Seat { get; init; }

    public bool? Vacant { get; init; }

    /// <summary>Working days that nobody holds it, nor acts for it.</summary>
    public int? VacantWorkingDays { get; init; }

    public int? TenureMonths { get; init; }
}
