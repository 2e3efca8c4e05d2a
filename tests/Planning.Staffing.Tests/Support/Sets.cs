using System.Collections.Immutable;
using System.Globalization;
using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;
using Planning.Staffing.Problem;

namespace Planning.Staffing.Tests.Support;

/// <summary>Problems made by chance from a number: the same number is the same problem.</summary>
internal static class Sets
{
    private static readonly string[] Regions = ["CEE", "NWE", "AFR"];
    private static readonly string[] Roles = ["AR", "SR", "FR"];
    private static readonly string[] Domains = ["core", "fixed", "cloud"];
    private static readonly string[] Cities = ["CH-ZRH", "NO-OSL", "KE-NBO", "DE-BER"];

    /// <summary>At most so many seats and people, with everything in it that the rules know.</summary>
    public static StaffingProblem Small(int number, int seats = 8, int people = 8, int regions = 1)
    {
        var dice = new Chance((ulong)number);
        var staff = Enumerable.Range(0, dice.From(1, people)).Select(at => Person(at, dice, regions)).ToImmutableArray();
        var customers = new List<TeamSeat>();
        for (var at = 0; customers.Count < seats; at++)
        {
            customers.AddRange(Customer(at, dice, staff, regions).Take(seats - customers.Count));
        }

        return new StaffingProblem([.. customers], staff, TeamPolicy.Default, new StaffingTerms());
    }

    public static Id<Customer> Of(int at) => Id<Customer>.Parse(FormattableString.Invariant($"c-{at}"), CultureInfo.InvariantCulture);

    public static Id<Employee> Employee(int at) => Id<Employee>.Parse(FormattableString.Invariant($"e-{at}"), CultureInfo.InvariantCulture);

    private static Staffer Person(int at, Chance dice, int regions) => new(
        new Employee(
            Employee(at),
            FormattableString.Invariant($"Employee {at}"),
            Regions[dice.Below(regions)],
            "Bern",
            Roles[dice.Below(3)],
            dice.From(2, 5),
            [dice.Below(2) == 0 ? "de" : "en"],
            dice.Below(2) == 0 ? ["telecom"] : [],
            dice.Below(4) == 0 ? 0.6m : 1m,
            dice.Below(3) == 0 ? [Cities[dice.Below(4)]] : [])
        {
            Domains = [Domains[dice.Below(3)]],
            Licences = dice.Below(4) == 0 ? [Seat.Triangle[dice.Below(3)]] : [],
        },
        dice.Below(5) == 0 ? 0.3m : 0);

    private static IEnumerable<TeamSeat> Customer(int at, Chance dice, ImmutableArray<Staffer> staff, int regions)
    {
        var tier = (Tier)dice.From(1, 3);
        var (region, city) = (Regions[dice.Below(regions)], Cities[dice.Below(4)]);
        ImmutableArray<Id<Customer>> rivals = at > 0 && dice.Below(3) == 0 ? [Of(at - 1)] : [];
        var free = new Queue<Staffer>(staff.Where(_ => dice.Below(2) == 0));
        foreach (var role in Seat.Triangle)
        {
            var load = TeamPolicy.Default.Load(tier, role, SeatKind.Primary, null);
            var holder = dice.Below(2) == 0 && free.TryDequeue(out var one) ? one.Employee.Id : (Id<Employee>?)null;
            yield return new TeamSeat(
                Of(at),
                new Seat(role),
                tier,
                load,
                new SeatProfile(dice.From(2, 4), Domains[dice.Below(3)], dice.Below(2) == 0 ? ["de"] : ["de", "en"], "telecom", [region], null, "somebody calm"))
            {
                BackupLoad = tier >= Tier.A && dice.Below(3) == 0 ? load * 0.1m : null,
                Cities = [city],
                Rivals = rivals,
                Holder = holder,
                TenureMonths = holder is null ? 0 : dice.From(1, 50),
                TriangleChanged = dice.Below(12) == 0,
                Ties = holder is { } known ? ImmutableDictionary<Id<Employee>, int>.Empty.Add(known, dice.Below(9)) : ImmutableDictionary<Id<Employee>, int>.Empty,
            };
        }
    }
}

/// <summary>Chance that is the same at every run.</summary>
internal sealed class Chance(ulong seed)
{
    private ulong _state = (seed * 0xD1342543DE82EF95) + 1;

    public int Below(int count)
    {
        _state = (_state * 6364136223846793005) + 1442695040888963407;
        return (int)((_state >> 33) % (ulong)count);
    }

    public int From(int least, int most) => least + Below(most - least + 1);
}
