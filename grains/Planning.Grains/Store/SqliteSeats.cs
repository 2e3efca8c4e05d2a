using System.Globalization;
using Planning.Accounts.Teams;
using Planning.Accounts.Wording;

namespace Planning.Grains.Store;

/// <summary>Who holds which seat where, in the same SQLite file.</summary>
internal static class SqliteSeats
{
    public const string All = """
        SELECT seat.customer AS Customer, list.tier AS Tier, list.region AS Region, seat.role AS Role, seat.number AS Number,
            seat.kind AS Kind, seat.employee AS Employee, seat.share AS Share
        FROM team_seats seat JOIN customer_list list ON list.customer = seat.customer
        ORDER BY seat.employee, seat.customer, seat.role, seat.number, seat.kind
        """;

    public static void Write(SqliteSession session, string customer, IReadOnlyList<SeatAssignment> seats)
    {
        session.Execute("DELETE FROM team_seats WHERE customer = $1", customer);
        foreach (var seat in seats.Where(seat => seat.Employee is not null))
        {
            session.Execute(
                "INSERT INTO team_seats (customer, role, number, kind, employee, since, share) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                customer,
                Words<SeatRole>.Of(seat.Role),
                seat.Number ?? 0,
                Words<SeatKind>.Of(seat.Kind),
                seat.Employee!.Value.Value,
                seat.Since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                seat.Share?.ToString(CultureInfo.InvariantCulture));
        }
    }
}

/// <summary>A seat that somebody holds at a customer.</summary>
/// <param name="Number">0 where the role has one seat only.</param>
/// <param name="Share">Full-time equivalents; nothing for what the tier says.</param>
public sealed record SeatRow(
    string Customer, string Tier, string Region, string Role, long Number, string Kind, string Employee, string? Share);
