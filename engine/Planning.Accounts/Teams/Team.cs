using System.Collections.Immutable;
using Planning.Accounts.Approvals;
using Planning.Accounts.Customers;
using Planning.Accounts.Stages;

namespace Planning.Accounts.Teams;

/// <summary>The team of one customer: who holds which seat, and what is under way to fill seats (METHOD §3.3).</summary>
public sealed record Team(ImmutableArray<SeatAssignment> Seats)
{
    /// <summary>Approvals of who is to hold a seat, by the id of the process.</summary>
    public const string ApprovalKind = "seat:";

    public static Team Empty { get; } = new([]);

    /// <summary>Those that are not over, in the order they began.</summary>
    public ImmutableArray<SeatProcess> Processes { get; init; } = [];

    /// <summary>Compliance's newest word on each employee.</summary>
    public ImmutableArray<ConflictCheck> Checks { get; init; } = [];

    /// <summary>The last seat that each employee left.</summary>
    public ImmutableArray<FormerHolder> Former { get; init; } = [];

    public ImmutableArray<SuspendedSeat> Suspended { get; init; } = [];

    /// <summary>Those that are not done.</summary>
    public ImmutableArray<TeamDuty> Duties { get; init; } = [];

    /// <summary>What was told of each seat's holder last.</summary>
    public ImmutableArray<RotationNotice> Notices { get; init; } = [];

    /// <summary>What was said of holders who will leave; it counts as long as they hold the seat.</summary>
    public ImmutableArray<KnownLeaving> Leavings { get; init; } = [];

    /// <summary>What the portfolio told last of our people; by id.</summary>
    public ImmutableArray<StaffFigures> Figures { get; init; } = [];

    /// <summary>The last freeze, in force or over; nothing when there never was one.</summary>
    public TeamFreeze? Freeze { get; init; }

    /// <summary>Who answers for the seat today: its holder, else who acts for it.</summary>
    public Id<Employee>? Holder(SeatRole role, int? number = null) =>
        Find(role, SeatKind.Primary, number)?.Employee ?? Find(role, SeatKind.Acting, number)?.Employee;

    public SeatAssignment? Find(SeatRole role, SeatKind kind, int? number = null) =>
        Seats.FirstOrDefault(seat => seat.Role == role && seat.Kind == kind && seat.Number == number);

    public SeatAssignment? Find(Seat seat, SeatKind kind) => Find(seat.Role, kind, seat.Number);

    public bool Includes(Id<Employee> employee) => Seats.Any(seat => seat.Employee == employee);

    public SeatProcess? Process(string id) => Processes.FirstOrDefault(process => process.Id == id);

    public SeatProcess? ProcessOf(Seat seat) => Processes.FirstOrDefault(process => process.Seat == seat);

    /// <summary>Whether a seat was being handed over on a day, of those that are still.</summary>
    public bool IsHandedOver(DateOnly day) => Processes.Any(process =>
        process.IsHandingOver && process.HandingOverSince <= day);

    public KnownLeaving? LeavingOf(Seat seat) => Leavings.FirstOrDefault(leaving =>
        leaving.Seat == seat && Find(seat, SeatKind.Primary)?.Employee == leaving.Employee);

    public ConflictCheck? CheckOf(Id<Employee> employee) => Checks.FirstOrDefault(check => check.Employee == employee);

    /// <summary>Whether a conflict of this employee is waived; compliance's later word is not covered by it.</summary>
    public bool ConflictIsWaived(OpenApprovals approvals, Id<Employee> employee, DateOnly today) =>
        approvals.Find(CandidateRule.Conflict, employee.Value, today) is { } waiver
        && (CheckOf(employee) is not { Allowed: false } check || check.On <= waiver.GrantedOn);

    /// <summary>The holders of the triangle who came after a day, beside one seat.</summary>
    public IEnumerable<SeatAssignment> ChangedSince(DateOnly day, Seat beside) => Seats.Where(held =>
        held is { Kind: SeatKind.Primary, Employee: not null } && held.Seat.InTriangle && held.Seat != beside && held.Since > day);

    public Team With(SeatAssignment assignment) => this with
    {
        Seats =
        [
            .. Seats.Where(seat => seat.Seat != assignment.Seat || seat.Kind != assignment.Kind)
                .Append(assignment)
                .OrderBy(seat => seat.Role)
                .ThenBy(seat => seat.Number)
                .ThenBy(seat => seat.Kind),
        ],
    };

    /// <summary>Somebody gets a seat, or leaves one; nobody has to be named for it any more.</summary>
    public Team Assigned(SeatAssignment assignment) => With(assignment) with
    {
        Duties = assignment.Employee is null ? Duties : Duties.RemoveAll(duty => IsForStandIn(duty, assignment)),
    };

    /// <summary>Whether it is done by naming somebody.</summary>
    internal static bool IsForStandIn(TeamDuty duty) =>
        duty.Id.StartsWith("acting-", StringComparison.Ordinal) || duty.Id.StartsWith("backup-", StringComparison.Ordinal);

    /// <summary>Takes part in what happens to the stages of its processes; others' are not its own.</summary>
    public Team Apply(StageEvent happened) => happened switch
    {
        { Process: null } => this,
        StagesCompleted completed => Without(completed.Process),
        _ => With(happened.Process, process => process with
        {
            Track = process.Track.Apply(happened),
            HandingOverSince = happened is StageEntered { Stage: { Code: "C6" } stage } ? stage.EnteredOn : process.HandingOverSince,
        }),
    };

    public Team Apply(TeamEvent happened) => happened switch
    {
        SeatNeedRaised raised => this with { Processes = Processes.Add(new SeatProcess(raised.Need, StageTrack.Empty)) },
        SeatProcessGivenUp given => Without(given.Process),
        SeatTaken taken => Taken(taken),
        SeatProcessEvent step => With(step.Process, process => process.Apply(step)),
        SeatVacated vacated => Vacated(vacated.Seat, vacated.Employee, vacated.On),
        SeatSuspended suspended => Vacated(suspended.Seat, suspended.Employee, suspended.On) with
        {
            Suspended = Suspended.Add(new SuspendedSeat(suspended.Seat, suspended.Employee, suspended.Since, suspended.On)),
        },
        SeatRestored restored => Restored(restored),
        ConflictChecked answered => this with
        {
            Checks = Checks.RemoveAll(check => check.Employee == answered.Check.Employee).Add(answered.Check),
        },
        TeamDutyOpened opened => this with { Duties = Duties.Add(opened.Duty) },
        TeamDutyDone done => this with { Duties = Duties.RemoveAll(duty => duty.Id == done.Duty) },
        TeamDutyLate late => this with
        {
            Duties = [.. Duties.Select(duty => duty.Id == late.Duty ? duty with { LateNoted = true } : duty)],
        },
        RotationNoticed noticed => this with
        {
            Notices = Notices.RemoveAll(notice => notice.Seat == noticed.Notice.Seat).Add(noticed.Notice),
        },
        LeavingKnown leaving => this with
        {
            Leavings = Leavings.RemoveAll(known => known.Seat == leaving.Leaving.Seat).Add(leaving.Leaving),
        },
        StaffFigured told => this with { Figures = told.Figures },
        TeamFrozen frozen => this with { Freeze = frozen.Freeze },
        TeamThawed thawed => this with { Freeze = Freeze! with { Until = thawed.On.AddDays(-1) } },
        _ => throw new System.Diagnostics.UnreachableException($"Unknown event {happened.GetType().Name}"),
    };

    /// <summary>What follows for the team from an approval: a waiver gives a seat back, a seat has been decided about.</summary>
    internal IEnumerable<TeamEvent> Follow(ApprovalConcluded concluded, OpenApprovals approvals)
    {
        if (concluded.Subject.StartsWith(ApprovalKind, StringComparison.Ordinal)
            && Process(concluded.Subject[ApprovalKind.Length..]) is { Proposal: { } proposal } process)
        {
            return [new SeatDecided(process.Id, proposal.Employee, concluded.Granted)];
        }

        return concluded.Granted && approvals.Asked(concluded.Subject) is { Criterion: CandidateRule.Conflict } waiver
            ? from suspended in Suspended
              where suspended.Employee.Value == waiver.Object && ProcessOf(suspended.Seat) is not { TakenOn: not null }
              select new SeatRestored(suspended.Seat, suspended.Employee, suspended.Since)
            : [];
    }

    public bool Equals(Team? other) => other is not null
        && Seats.AsSpan().SequenceEqual(other.Seats.AsSpan())
        && Processes.AsSpan().SequenceEqual(other.Processes.AsSpan())
        && Checks.AsSpan().SequenceEqual(other.Checks.AsSpan())
        && Former.AsSpan().SequenceEqual(other.Former.AsSpan())
        && Suspended.AsSpan().SequenceEqual(other.Suspended.AsSpan())
        && Duties.AsSpan().SequenceEqual(other.Duties.AsSpan())
        && Notices.AsSpan().SequenceEqual(other.Notices.AsSpan())
        && Leavings.AsSpan().SequenceEqual(other.Leavings.AsSpan())
        && Figures.AsSpan().SequenceEqual(other.Figures.AsSpan())
        && Freeze == other.Freeze;

    public override int GetHashCode() => HashCode.Combine(Seats.Length, Processes.Length, Checks.Length, Duties.Length);

    private static bool IsForStandIn(TeamDuty duty, SeatAssignment named) => IsForStandIn(duty) && duty.Id.StartsWith(
        $"{named.Kind}-{TeamNeeds.Slug(named.Seat)}-", StringComparison.OrdinalIgnoreCase);

    private Team With(string? process, Func<SeatProcess, SeatProcess> change) => this with
    {
        Processes = [.. Processes.Select(known => known.Id == process ? change(known) : known)],
    };

    private Team Without(string? process) => this with { Processes = Processes.RemoveAll(known => known.Id == process) };

    private Team WithoutStandIn(Seat seat) => this with
    {
        Seats = Seats.RemoveAll(held => held.Seat == seat && held.Kind is SeatKind.Acting),
    };

    private Team Taken(SeatTaken taken)
    {
        var left = taken.Before is { } before ? Left(taken.Seat, before, taken.On) : this;
        return left.With(Primary(taken.Seat, taken.Employee, taken.On))
            .WithoutStandIn(taken.Seat)
            .With(taken.Process, process => process with { TakenOn = taken.On, BasePulse = taken.BasePulse }) with
        {
            Notices = Notices.RemoveAll(notice => notice.Seat == taken.Seat),
            Suspended = Suspended.RemoveAll(suspended => suspended.Seat == taken.Seat),
        };
    }

    private Team Restored(SeatRestored restored) => With(Primary(restored.Seat, restored.Employee, restored.Since))
        .WithoutStandIn(restored.Seat) with
    {
        Suspended = Suspended.RemoveAll(suspended => suspended.Seat == restored.Seat),
        Former = Former.RemoveAll(former => former.Employee == restored.Employee),
    };

    private static SeatAssignment Primary(Seat seat, Id<Employee>? employee, DateOnly since) =>
        new(seat.Role, SeatKind.Primary, employee, since) { Number = seat.Number };

    private Team Vacated(Seat seat, Id<Employee> employee, DateOnly on) => Left(seat, employee, on)
        .With(Primary(seat, null, on)) with
    {
        Notices = Notices.RemoveAll(notice => notice.Seat == seat),
    };

    private Team Left(Seat seat, Id<Employee> employee, DateOnly on) => this with
    {
        Former = Former.RemoveAll(former => former.Employee == employee).Add(new FormerHolder(employee, seat, on)),
    };
}
