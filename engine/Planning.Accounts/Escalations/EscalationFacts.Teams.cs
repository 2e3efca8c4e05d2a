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

    /// <summary>Who comes next is approved, and has not taken the seat yet.</summary>
    public bool? RotationApproved { get; init; }

    /// <summary>Taken from its holder because of a conflict, and neither given back nor given anew.</summary>
    public bool? Suspended { get; init; }

    /// <summary>Working days since we know that the holder leaves, while nobody has planned the handover; else none.</summary>
    public int? LeavingUnplannedDays { get; init; }

    /// <summary>Working days that a handover is late; none while none is.</summary>
    public int? HandoverDaysLate { get; init; }

    /// <summary>Working days since a sudden loss while nobody acts for the seat; else none.</summary>
    public int? LostUnmannedDays { get; init; }

    // One of ours, by what the portfolio told.

    /// <summary>Part of the capacity that all seats take, 0 to …</summary>
    public double? LoadShare { get; init; }

    /// <summary>Days that the load has been above the policy's warning; none while it is not.</summary>
    public int? HighLoadDays { get; init; }

    /// <summary>C customers whose account seat the employee holds.</summary>
    public int? PoolCustomers { get; init; }

    /// <summary>Distinct C customers met in a week, the mean of four weeks; nothing outside a pool.</summary>
    public double? WeeklyVisits { get; init; }
}
