using Planning.Accounts.Customers;

namespace Planning.Accounts.Teams;

/// <summary>Something that happened to the team, beside <see cref="SeatAssigned"/>.</summary>
public abstract record TeamEvent : CustomerEvent;

/// <summary>A need for somebody in a seat; a workflow leads it from here.</summary>
public sealed record SeatNeedRaised(StaffNeed Need) : TeamEvent
{
    protected override string Tell() => FormattableString.Invariant(
        $"The {Need.Seat} seat needs somebody ({Wording.Words<SeatCause>.Of(Need.Cause)}): {Need.Load:0.###} FTE, level {Need.Level} or more.");
}

/// <summary>The holder is gone at once; whoever acts for the seat answers for it from now on (INV-25).</summary>
public sealed record SeatVacated(Seat Seat, Id<Employee> Employee, DateOnly On, LossReason Reason) : TeamEvent
{
    protected override string Tell() => FormattableString.Invariant(
        $"{Employee} left the {Seat} seat on {On:yyyy-MM-dd} without handover ({Wording.Words<LossReason>.Of(Reason)}).");
}

/// <summary>Compliance's word, without its grounds (INV-27).</summary>
public sealed record ConflictChecked(ConflictCheck Check) : TeamEvent
{
    protected override string Tell() => FormattableString.Invariant(
        $"{Check.Employee} is {(Check.Allowed ? "allowed" : "refused")} by the declaration of {Check.DeclaredOn:yyyy-MM-dd}.");
}

/// <param name="Since">Since when the holder had had it.</param>
public sealed record SeatSuspended(Seat Seat, Id<Employee> Employee, DateOnly Since, DateOnly On) : TeamEvent
{
    protected override string Tell() => FormattableString.Invariant(
        $"{Employee} does not hold the {Seat} seat from {On:yyyy-MM-dd} on because of a conflict (INV-23).");
}

public sealed record SeatRestored(Seat Seat, Id<Employee> Employee, DateOnly Since) : TeamEvent
{
    protected override string Tell() => $"{Employee} holds the {Seat} seat again: the conflict is waived.";
}

public sealed record TeamDutyOpened(TeamDuty Duty) : TeamEvent
{
    protected override string Tell() => FormattableString.Invariant($"{Duty.Role} has until {Duty.Due:yyyy-MM-dd}: {Duty.What}.");
}

public sealed record TeamDutyDone(string Duty, string What, string By, string Evidence) : TeamEvent
{
    protected override string Tell() => $"{By} did it: {What} ({Evidence}).";
}

public sealed record TeamDutyLate(string Duty, string What, string Role, DateOnly Due) : TeamEvent
{
    protected override string Tell() => FormattableString.Invariant($"{Role} should have done it by {Due:yyyy-MM-dd}: {What}.");
}

/// <param name="Since">Since when the holder has the seat.</param>
/// <param name="On">The day that the step counts from.</param>
public sealed record RotationNoticed(RotationNotice Notice, DateOnly Since, DateOnly On) : TeamEvent
{
    protected override string Tell() => FormattableString.Invariant(
        $"{Notice.Employee} has held the {Notice.Seat} seat since {Since:yyyy-MM-dd}; since {On:yyyy-MM-dd} {Step}.");

    private string Step => Notice.Step switch
    {
        RotationStep.Notice => "a successor is looked for",
        RotationStep.Due => "rotation is due",
        _ => "nobody stays longer",
    };
}

public sealed record TeamFrozen(TeamFreeze Freeze) : TeamEvent
{
    protected override string Tell() =>
        FormattableString.Invariant($"Nobody rotates until {Freeze.Until:yyyy-MM-dd}: {Freeze.Reason}.");
}

public sealed record TeamThawed(DateOnly On) : TeamEvent
{
    protected override string Tell() => FormattableString.Invariant($"Rotation goes on from {On:yyyy-MM-dd}.");
}

public sealed record LeavingKnown(KnownLeaving Leaving) : TeamEvent
{
    protected override string Tell() => FormattableString.Invariant(
        $"{Leaving.Employee} will leave the {Leaving.Seat} seat on {Leaving.LastDay:yyyy-MM-dd}.");
}

/// <param name="Figures">Of all of ours who concern the customer most, in place of what was told before.</param>
public sealed record StaffFigured(System.Collections.Immutable.ImmutableArray<StaffFigures> Figures) : TeamEvent
{
    protected override string Tell() => Figures is []
        ? "None of ours is loaded too much any more, or visits too little."
        : string.Join(", ", Figures.Select(one => FormattableString.Invariant($"{one.Employee} is loaded by {100 * one.Load:0.#} %")
            + (one.WeeklyVisits is null ? "" : FormattableString.Invariant($" and meets {one.WeeklyVisits:0.##} of {one.PoolCustomers} customers a week")))) + ".";

    public bool Equals(StaffFigured? other) => other is not null && Figures.AsSpan().SequenceEqual(other.Figures.AsSpan());

    public override int GetHashCode() => Figures.Length;
}
