using Planning.Accounts.Teams;

namespace Planning.Host.Imports;

/// <summary>seats.csv: a row is who holds a seat at a customer; without an employee it is vacant.</summary>
internal static class SeatRows
{
    public static IReadOnlyList<string> Columns { get; } = ["customer", "role", "kind", "employee", "since"];

    public static IReadOnlyList<string> Optional { get; } = ["number", "share"];

    public static void Take(Row row, Intake intake)
    {
        var draft = intake.Customer(row, "customer");
        var seat = new SeatAssignment(
            row.Word<SeatRole>("role"),
            row.Word<SeatKind>("kind"),
            row.KeyOrNothing<Employee>("employee"),
            row.Day("since"))
        {
            Number = row.WholeOrNothing("number"),
            Share = row.NumberOrNothing("share"),
        };
        row.Check(seat.Mistakes(), property => property.ToLowerInvariant());
        if (seat.Employee is { } employee)
        {
            intake.RequireEmployee(row, "employee", employee);
        }

        if (draft is null || !(row.IsWell("role") && row.IsWell("kind")))
        {
            return;
        }

        var key = (draft.Id, seat.Seat, seat.Kind);
        Intake.Enter(row, "kind", intake.SeatRows, key, "each role and kind of seat at a customer");
        if (row.IsSound)
        {
            draft.Seats.Add(new(seat, row.Source));
        }
    }

    /// <summary>Leaves out the rows after which one person would hold two roles at a customer.</summary>
    /// <remarks>Only the team after all rows shows it: two people may change places. Without these rows somebody else
    /// keeps a seat, who may have been given another one; so it is looked at again.</remarks>
    public static void Settle(Intake intake)
    {
        foreach (var draft in intake.Drafts.Where(draft => draft.Seats.Count > 0))
        {
            var known = intake.Known.TeamOf(draft.Id);
            while (TwoRoles(known, draft).ToList() is { Count: > 0 } flawed)
            {
                foreach (var (seat, reason) in flawed)
                {
                    draft.Seats.Remove(seat);
                    intake.Mistakes.Add(new ImportMistake(
                        seat.From.File, seat.From.Row, "employee", $"{seat.What.Employee}", reason));
                }
            }
        }
    }

    private static IEnumerable<(Sourced<SeatAssignment> Seat, string Reason)> TwoRoles(Team known, CustomerDraft draft)
    {
        var team = draft.Seats.Aggregate(known, (all, seat) => all.With(seat.What));
        return
            from seat in draft.Seats
            where seat.What.Employee is not null
            let held = team.Seats.Where(other => other.Employee == seat.What.Employee).ToList()
            where held.DistinctBy(other => other.Role).Count() > 1
            select (seat, $"would hold {string.Join(" and ", held.Select(Words))}; one person has one role at a customer");
    }

    private static string Words(SeatAssignment seat) => $"{seat.Role} {seat.Kind.ToString().ToLowerInvariant()}";
}
