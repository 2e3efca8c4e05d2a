using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Accounts.Invariants;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;
using Planning.Grains.Embedded;

namespace Planning.Host.Api;

/// <summary>The team of a customer: who holds what since when, and what is under way.</summary>
/// <param name="Violations">What the method asks for and the team lacks; empty when all is well.</param>
/// <param name="Conflicts">Compliance's newest word on each employee; never why (INV-27).</param>
internal sealed record TeamView(
    IReadOnlyList<SeatView> Seats,
    IReadOnlyList<SeatProcessView> Processes,
    IReadOnlyList<TeamDuty> Duties,
    TeamFreeze? Freeze,
    IReadOnlyList<ConflictView> Conflicts,
    IReadOnlyList<string> Violations)
{
    public static TeamView Of(Customer customer, EmbeddedRuntime runtime)
    {
        var (playbook, today) = (runtime.Playbook, runtime.Today);
        var calendar = playbook.Calendars.Of(customer.Details!.Country);
        var policy = playbook.Policies.Team;
        return new TeamView(
            [.. customer.Team.Seats.Select(seat => SeatView.Of(seat, customer.Standing.Tier, policy, calendar, today))],
            [.. customer.Team.Processes.Select(process => SeatProcessView.Of(customer, process, runtime))],
            customer.Team.Duties,
            customer.Team.Freeze?.InForceOn(today) is true ? customer.Team.Freeze : null,
            [.. customer.Team.Checks.Select(check => ConflictView.Of(customer, check, today))],
            [.. TeamCheck.Of(customer, policy, today).Select(violation => $"{violation.What} ({violation.Invariant})")]);
    }
}

/// <param name="TenureMonths">Whole months in the seat; nothing for an empty one.</param>
/// <param name="VacantWorkingDays">Working days that the seat has been empty, in the customer's calendar; nothing for a held one.</param>
/// <param name="Load">Full-time equivalents.</param>
/// <param name="Rotation">Of the three seats' holders only.</param>
internal sealed record SeatView(
    SeatRole Role,
    int? Number,
    SeatKind Kind,
    Id<Employee>? Employee,
    DateOnly Since,
    int? TenureMonths,
    int? VacantWorkingDays,
    decimal Load,
    RotationView? Rotation)
{
    public static SeatView Of(SeatAssignment seat, Tier tier, TeamPolicy policy, WorkingCalendar calendar, DateOnly today)
    {
        var rotates = seat is { Kind: SeatKind.Primary, Employee: not null } && seat.Seat.InTriangle;
        return new SeatView(
            seat.Role,
            seat.Number,
            seat.Kind,
            seat.Employee,
            seat.Since,
            seat.Employee is null ? null : RotationClock.Months(seat.Since, today),
            seat.EmptyWorkingDays(calendar, today),
            Math.Round(policy.Load(tier, seat.Role, seat.Kind, seat.Share), 4),
            rotates ? RotationView.Of(seat, policy, today) : null);
    }
}

/// <param name="Step">The last step that has come; nothing before the notice.</param>
internal sealed record RotationView(DateOnly Notice, DateOnly Due, DateOnly Stop, RotationStep? Step)
{
    public static RotationView Of(SeatAssignment seat, TeamPolicy policy, DateOnly today) => new(
        RotationClock.DayOf(seat, RotationStep.Notice, policy),
        RotationClock.DayOf(seat, RotationStep.Due, policy),
        RotationClock.DayOf(seat, RotationStep.Stop, policy),
        RotationClock.StepOn(seat, policy, today));
}

/// <param name="Status">METHOD's status line of a seat, as STEADY.</param>
/// <param name="Feasible">The best of those who may hold the seat.</param>
internal sealed record SeatProcessView(
    string Id,
    SeatRole Role,
    int? Number,
    SeatCause Cause,
    string Status,
    StaffNeed Need,
    IReadOnlyList<StageView> Stages,
    IReadOnlyList<string> Passed,
    SeatProfile? Profile,
    DateOnly? ListedOn,
    IReadOnlyList<Candidate> Feasible,
    IReadOnlyList<RefusedCandidate> Refused,
    SeatProposal? Proposal,
    Handover Handover,
    DateOnly? TakenOn,
    IReadOnlyList<SeatDayCheck> Checks)
{
    public static SeatProcessView Of(Customer customer, SeatProcess process, EmbeddedRuntime runtime)
    {
        var (playbook, today) = (runtime.Playbook, runtime.Today);
        var calendar = playbook.Calendars.Of(customer.Details!.Country);
        var facts = SeatFacts.Of(customer, process, playbook.Policies.Team, calendar, today);
        var gates = playbook.Gates.On(today);
        return new SeatProcessView(
            process.Id,
            process.Seat.Role,
            process.Seat.Number,
            process.Need.Cause,
            process.Status(),
            process.Need,
            [.. process.Track.Open.Select(stage => new StageView(stage, gates.Judge(stage.Code, facts)))],
            process.Track.Passed,
            process.Profile,
            process.Candidates == CandidateList.None ? null : process.Candidates.On,
            [.. process.Candidates.Feasible.Take(playbook.Policies.Team.Terms.Shown)],
            process.Candidates.Refused,
            process.Proposal,
            process.Handover,
            process.TakenOn,
            process.Checks);
    }
}

/// <param name="Answer">allowed, waived or refused.</param>
internal sealed record ConflictView(Id<Employee> Employee, string Answer, DateOnly DeclaredOn)
{
    public static ConflictView Of(Customer customer, ConflictCheck check, DateOnly today) => new(
        check.Employee,
        check.Allowed ? "allowed" : customer.Team.ConflictIsWaived(customer.Approvals, check.Employee, today) ? "waived" : "refused",
        check.DeclaredOn);
}
