using Planning.Accounts.Certification;
using Planning.Grains.Turns;

namespace Planning.Grains.Store;

/// <summary>Where we stand on which short list, in the same SQLite file.</summary>
internal static class SqliteShortList
{
    public const string All = """
        SELECT place.customer AS Customer, list.name AS Name, place.body AS Body
        FROM short_list place JOIN customer_list list ON list.customer = place.customer
        ORDER BY place.customer, place.scope
        """;

    public static void Write(SqliteSession session, string customer, IReadOnlyList<ShortListPlace> places)
    {
        session.Execute("DELETE FROM short_list WHERE customer = $1", customer);
        foreach (var place in places)
        {
            session.Execute(
                "INSERT INTO short_list (customer, scope, body) VALUES ($1, $2, $3)",
                customer,
                place.Scope.Key,
                TurnJson.Write(place));
        }
    }

    public sealed record Row(string Customer, string Name, string Body)
    {
        public ShortListRow Read() => new(Customer, Name, TurnJson.Read<ShortListPlace>(Body));
    }
}

/// <summary>A scope for which a customer runs a short list.</summary>
/// <param name="Name">The customer's.</param>
public sealed record ShortListRow(string Customer, string Name, ShortListPlace Place);
