using Planning.Accounts.Customers;

namespace Planning.Accounts.Teams;

/// <summary>Say that the holder of a seat is gone at once: the backup acts, and what the method asks for begins (METHOD §3.3 C10).</summary>
[Command("report-sudden-loss", "Say that the holder of a seat is gone at once; the backup acts from now on")]
public sealed record ReportSuddenLoss(SeatRole Role, LossReason Reason, int? Number = null) : CustomerCommand
{
    public override Decision Decide(Customer customer, Occasion on)
    {
        var seat = new Seat(Role, Number);
        return customer.Team.Find(seat, SeatKind.Primary)?.Employee is { } holder
            ? Decision.Record(
            [
                new SeatVacated(seat, holder, on.Today, Reason),
                .. customer.Team.ProcessOf(seat) is { TakenOn: null } open && open.Need.Before == holder
                    ? [new SeatPredecessorLost(open.Id, holder)]
                    : Array.Empty<CustomerEvent>(),
                .. TeamNeeds.Loss(customer, seat, holder, SeatCause.SuddenLoss, on),
            ])
            : Decision.Record();
    }
}

/// <summary>Keep the team together for a while: a crisis, an acceptance, an audit week, a final bid.</summary>
/// <param name="Until">At most the policy's months after the freeze began.</param>
[Command("freeze-team", "Let nobody rotate for a while, with a reason and an end")]
public sealed record FreezeTeam(string Reason, DateOnly Until) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        FieldMistake.Blank(nameof(Reason), Reason),
        Until < on.Today ? new FieldMistake(nameof(Until), FormattableString.Invariant($"is {Until:yyyy-MM-dd}, which is over")) : null,
        Until > From(customer, on).AddMonths(on.Policies.Team.Terms.FreezeMonths)
            ? new FieldMistake(nameof(Until), FormattableString.Invariant(
                $"is {Until:yyyy-MM-dd}; a freeze that began on {From(customer, on):yyyy-MM-dd} ends within {on.Policies.Team.Terms.FreezeMonths} months"))
            : null);

    public override Decision Decide(Customer customer, Occasion on)
    {
        var freeze = new TeamFreeze(Reason, From(customer, on), Until);
        return customer.Team.Freeze == freeze ? Decision.Record() : Decision.Record(new TeamFrozen(freeze));
    }

    // One freeze after the other would be one without end.
    private static DateOnly From(Customer customer, Occasion on) =>
        customer.Team.Freeze is { } last && last.Until.AddMonths(on.Policies.Team.Terms.FreezeGapMonths) >= on.Today
            ? last.From
            : on.Today;
}

[Command("thaw-team", "Let rotation go on before the freeze ends")]
public sealed record ThawTeam : CustomerCommand
{
    public override Decision Decide(Customer customer, Occasion on) => customer.Team.Freeze?.InForceOn(on.Today) is true
        ? Decision.Record(new TeamThawed(on.Today))
        : Decision.Record();
}

/// <summary>Say that a duty is done.</summary>
/// <param name="Evidence">What shows it: a ticket, a note of the call.</param>
[Command("finish-team-duty", "Say that a duty about the team is done, and what shows it")]
public sealed record FinishTeamDuty(string Duty, string Evidence) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) =>
        FieldMistake.Among(FieldMistake.Blank(nameof(Evidence), Evidence));

    public override Decision Decide(Customer customer, Occasion on) =>
        customer.Team.Duties.FirstOrDefault(duty => duty.Id == Duty) is not { } duty
            ? Decision.Refuse("duty-unknown", $"There is no open duty {Duty}.")
            : Team.IsForStandIn(duty)
            ? Decision.Refuse("name-somebody", $"It is done by naming somebody: {duty.What}.")
            : Decision.Record(new TeamDutyDone(duty.Id, duty.What, on.Actor, Evidence));
}
