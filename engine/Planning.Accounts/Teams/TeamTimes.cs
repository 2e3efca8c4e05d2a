using Planning.Accounts.Customers;

namespace Planning.Accounts.Teams;

/// <summary>What time does to a team: seats that are empty, holders who stay too long, stages, duties and checks that are due. Pure.</summary>
internal static class TeamTimes
{
    /// <summary>The first day on which somebody has to look; nothing when time changes nothing.</summary>
    public static DateOnly? Next(Customer customer, TeamPolicy policy)
    {
        var team = customer.Team;
        if (customer.Details is null)
        {
            return null;
        }

        return Earliest(
        [
            .. team.Processes.Select(process => process.Track.NextOverdue()),
            .. team.Processes.SelectMany(process => Checks(process, policy)).Select(check => (DateOnly?)check.On),
            .. team.Duties.Where(duty => !duty.LateNoted).Select(duty => (DateOnly?)duty.Due.AddDays(1)),
            .. TeamNeeds.Unmet(customer, policy).Select(seat => (DateOnly?)EmptySince(customer, seat)),
            .. Rotations(customer, policy).Select(notice => (DateOnly?)notice.On),
            .. LapsedWaivers(customer).Select(held => (DateOnly?)held.From),
            LacksBackup(customer, policy) is { } seat ? customer.Team.Find(seat, SeatKind.Primary)!.Since : null,
        ]);
    }

    /// <summary>What has come about by today, once each.</summary>
    public static IEnumerable<CustomerEvent> Come(Customer customer, Occasion on)
    {
        var policy = on.Policies.Team;
        var team = customer.Team;
        return
        [
            .. team.Processes.SelectMany(process => process.Track.Overdue(on.Today).Select(late => late with { Process = process.Id })),
            .. team.Processes.SelectMany(process => Checks(process, policy)
                .Where(check => check.On <= on.Today)
                .Select(check => new SeatCheckDue(process.Id, check.Day, check.On))),
            .. team.Duties.Where(duty => !duty.LateNoted && duty.Due < on.Today)
                .Select(duty => new TeamDutyLate(duty.Id, duty.What, duty.Role, duty.Due)),
            .. Empty(customer, on),
            .. Rotate(customer, on),
            .. LapsedWaivers(customer).Where(held => held.From <= on.Today).SelectMany(held => Suspend(customer, held.Held, on)),
            .. LacksBackup(customer, policy) is { } seat ? [TeamNeeds.NameBackup(seat, on)] : Array.Empty<CustomerEvent>(),
        ];
    }

    /// <summary>Takes a seat from its holder because of a conflict: suspended at once, the backup acts (INV-23).</summary>
    public static IEnumerable<CustomerEvent> Suspend(Customer customer, SeatAssignment held, Occasion on) =>
    [
        new SeatSuspended(held.Seat, held.Employee!.Value, held.Since, on.Today),
        .. customer.Team.ProcessOf(held.Seat) is { TakenOn: null } open && open.Need.Before == held.Employee
            ? [new SeatPredecessorLost(open.Id, held.Employee.Value)]
            : Array.Empty<CustomerEvent>(),
        .. TeamNeeds.Loss(customer, held.Seat, held.Employee.Value, SeatCause.Conflict, on),
    ];

    /// <summary>When the holders of the triangle come to the next step of their time.</summary>
    public static IEnumerable<(SeatAssignment Held, RotationStep Step, DateOnly On)> Rotations(Customer customer, TeamPolicy policy) =>
        from held in customer.Team.Seats
        where held is { Kind: SeatKind.Primary, Employee: not null } && held.Seat.InTriangle
        let told = customer.Team.Notices.FirstOrDefault(notice => notice.Seat == held.Seat && notice.Employee == held.Employee)?.Step
        where told is not RotationStep.Stop
        let step = told is null ? RotationStep.Notice : told.Value + 1
        select (held, step, RotationClock.DayOf(held, step, policy));

    private static IEnumerable<CustomerEvent> Empty(Customer customer, Occasion on)
    {
        foreach (var seat in TeamNeeds.Unmet(customer, on.Policies.Team))
        {
            var known = customer.Team.Find(seat, SeatKind.Primary);
            yield return TeamNeeds.Raise(customer, seat, known is null ? SeatCause.NewTier : SeatCause.Vacancy, on);
            if (customer.Team.Find(seat, SeatKind.Acting)?.Employee is null)
            {
                yield return TeamNeeds.StandIn(customer, seat, on);
            }
        }
    }

    private static IEnumerable<CustomerEvent> Rotate(Customer customer, Occasion on)
    {
        foreach (var (held, step, day) in Rotations(customer, on.Policies.Team).Where(rotation => rotation.On <= on.Today))
        {
            yield return new RotationNoticed(new RotationNotice(held.Seat, held.Employee!.Value, step), held.Since, day);
            if (customer.Team.ProcessOf(held.Seat) is null)
            {
                yield return TeamNeeds.Raise(customer, held.Seat, SeatCause.Rotation, on);
            }
        }
    }

    // A waiver was needed, so there was a conflict; when it ends and compliance has said nothing since, the seat is suspended.
    private static IEnumerable<(SeatAssignment Held, DateOnly From)> LapsedWaivers(Customer customer) =>
        from held in customer.Team.Seats
        where held is { Kind: SeatKind.Primary, Employee: not null }
        let until = customer.Approvals.Waivers.Values
            .Where(waiver => waiver.Criterion == CandidateRule.Conflict && waiver.Object == held.Employee!.Value.Value && waiver.GrantedOn is not null)
            .Select(waiver => (DateOnly?)waiver.Until).Max()
        where until is not null
            && !(customer.Team.CheckOf(held.Employee!.Value) is { Allowed: true } check && check.On > until)
        select (held, until.GetValueOrDefault().AddDays(1));

    private static Seat? LacksBackup(Customer customer, TeamPolicy policy) => TeamNeeds.Required(customer, policy).FirstOrDefault(seat =>
        seat.Role is SeatRole.AR
        && customer.Team.Find(seat, SeatKind.Primary)?.Employee is not null
        && customer.Team.Find(seat, SeatKind.Backup)?.Employee is null
        && !customer.Team.Duties.Any(duty => duty.Id.StartsWith("backup-ar", StringComparison.Ordinal)));

    private static DateOnly EmptySince(Customer customer, Seat seat) =>
        customer.Team.Find(seat, SeatKind.Primary)?.Since ?? customer.Standing.TierSince.StartsOn;

    private static IEnumerable<(int Day, DateOnly On)> Checks(SeatProcess process, TeamPolicy policy) =>
        from day in policy.Terms.CheckDays
        where process.TakenOn is not null && !process.Reminded.Contains(day) && process.Checks.All(check => check.Day != day)
        select (day, process.TakenOn.GetValueOrDefault().AddDays(day));

    private static DateOnly? Earliest(IEnumerable<DateOnly?> days) => days.Min();
}
