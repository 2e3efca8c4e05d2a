using Planning.Accounts.Customers;

namespace Planning.Accounts.Teams;

/// <summary>Say that the holder of a seat leaves or is transferred on a known day; somebody is looked for from now on (ESC-06).</summary>
/// <param name="LastDay">The holder's last day in the seat, as far as it is known; it is left only with a signed handover (INV-25).</param>
[Command("announce-leaving", "Say that the holder of a seat leaves or is transferred on a known day")]
public sealed record AnnounceLeaving(SeatRole Role, DateOnly LastDay, int? Number = null) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(LastDay < on.Today
        ? new FieldMistake(nameof(LastDay), FormattableString.Invariant($"is {LastDay:yyyy-MM-dd}, which is over; report the loss itself"))
        : null);

    public override Decision Decide(Customer customer, Occasion on)
    {
        var seat = new Seat(Role, Number);
        if (customer.Team.Find(seat, SeatKind.Primary)?.Employee is not { } holder)
        {
            return Decision.Refuse("seat-empty", $"Nobody holds the {seat} seat.");
        }

        var known = customer.Team.LeavingOf(seat);
        return known?.LastDay == LastDay
            ? Decision.Record()
            : Decision.Record(
            [
                new LeavingKnown(new KnownLeaving(seat, holder, LastDay, known?.KnownOn ?? on.Today)),
                .. customer.Team.ProcessOf(seat) is null
                    ? [TeamNeeds.Raise(customer, seat, SeatCause.Leaving, on)]
                    : Array.Empty<CustomerEvent>(),
            ]);
    }
}

/// <summary>Say when predecessor and successor will work side by side.</summary>
[Command("plan-handover", "Say from when to when a seat will be handed over")]
public sealed record PlanHandover(string Process, DateOnly Begins, DateOnly Ends) : SeatCommand(Process)
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        Ends < on.Today ? new FieldMistake(nameof(Ends), FormattableString.Invariant($"is {Ends:yyyy-MM-dd}, which is over")) : null,
        Begins > Ends ? new FieldMistake(nameof(Begins), FormattableString.Invariant($"is {Begins:yyyy-MM-dd}, after the end")) : null);

    protected override Decision Decide(Customer customer, SeatProcess process, Occasion on)
    {
        if (customer.Team.LeavingOf(process.Seat) is { } leaving && Ends > leaving.LastDay)
        {
            return Decision.Refuse("after-the-last-day", FormattableString.Invariant(
                $"{leaving.Employee} leaves the {process.Seat} seat on {leaving.LastDay:yyyy-MM-dd}; the handover ends before."));
        }

        var plan = new HandoverPlan(Begins, Ends, on.Actor);
        return process.Plan == plan ? Decision.Record() : Decision.Record(new HandoverPlanned(Process, plan));
    }
}

/// <summary>What the portfolio knows of our people who concern this customer most. It travels in the message, so only our own
/// run asks this (ESC-10, ESC-11).</summary>
[Command("tell-staff-figures", "Take over how our people are loaded in all", ByRunOnly = true)]
public sealed record TellStaffFigures(IReadOnlyList<StaffFigures> Figures) : CustomerCommand
{
    public override Decision Decide(Customer customer, Occasion on)
    {
        var known = customer.Team.Figures;
        var figures = Figures.OrderBy(one => one.Employee).Select(one => one with
        {
            HighSince = one.Load > on.Policies.Team.Terms.WarnLoad
                ? known.FirstOrDefault(before => before.Employee == one.Employee)?.HighSince ?? on.Today
                : null,
        }).ToList();
        return figures.SequenceEqual(known) ? Decision.Record() : Decision.Record(new StaffFigured([.. figures]));
    }
}
