using System.Collections.Immutable;
using Planning.Accounts.People;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;

namespace Planning.Workflows.Generation;

/// <summary>A department or subsidiary of a generated customer.</summary>
internal sealed record Department(string Name, UnitFunction Function, int Relevance, int? Headcount);

/// <summary>Somebody at a generated customer.</summary>
/// <param name="Touched">Whether anybody of ours has met the person in the last half-year or more.</param>
/// <param name="SameAs">The person that this is a second record of, spelled otherwise.</param>
internal sealed record Somebody(
    string Id,
    string Name,
    string Title,
    string Unit,
    ProcessRole Role,
    int InfluenceNow,
    int InfluenceFuture,
    Stance Stance,
    int Level,
    int Target,
    int Owner,
    bool Touched,
    string? SameAs);

/// <summary>The people and units of one generated customer (METHOD §8.1).</summary>
internal sealed class Folk
{
    private static readonly (string Name, UnitFunction Function, int Relevance)[] Departments =
    [
        ("Network Technology", UnitFunction.Engineering, 3), ("Procurement", UnitFunction.Procurement, 3),
        ("Network Operations", UnitFunction.Operations, 2), ("Planning", UnitFunction.Planning, 3), ("Finance", UnitFunction.Finance, 2),
        ("Legal", UnitFunction.Legal, 1), ("Security", UnitFunction.Security, 2), ("Marketing", UnitFunction.Marketing, 1),
    ];

    private static readonly ImmutableArray<string> Chiefs =
        ["Chief technology officer", "Managing director", "Head of procurement", "Finance director", "Network director"];
    private static readonly ImmutableArray<string> Experts =
    [
        "Core architect", "Access planner", "Category lead", "Planning manager", "Quality manager", "Security architect", "Strategy analyst",
    ];
    private static readonly ImmutableArray<string> Users =
    [
        "Field engineer", "Operations manager", "Acceptance manager", "Shift lead", "Service manager", "Legal counsel", "Product manager",
    ];

    private readonly PortfolioPlan _plan;
    private readonly int _customer;
    private readonly Tier _tier;

    public Folk(PortfolioPlan plan, Roster roster, int customer)
    {
        (_plan, _customer, _tier) = (plan, customer, plan.Size.TierOf(customer));
        Units = [.. Unit(plan.Chance("units", customer))];
        People = [.. Everybody(roster, plan.Chance("people", customer))];
    }

    public ImmutableArray<Department> Units { get; }

    public ImmutableArray<Somebody> People { get; }

    // METHOD §8.1: 6 % of S to B are groups, with 2 to 12 units.
    private IEnumerable<Department> Unit(Chance chance)
    {
        var count = _tier switch { Tier.S => 8, Tier.A => 5, Tier.B => 3, _ => chance.Among(1, 2) };
        foreach (var (name, function, relevance) in Departments.Take(count))
        {
            yield return new Department(name, function, relevance, chance.Happens(0.04) ? null : Headcount(chance));
        }

        if (_tier is not Tier.C && chance.Happens(0.06))
        {
            var subsidiaries = 1 + chance.Geometric(0.7, 11);
            for (var number = 1; number <= subsidiaries; number++)
            {
                yield return new Department(
                    FormattableString.Invariant($"Subsidiary {number}"), UnitFunction.Subsidiary, chance.Among(1, 3), Headcount(chance));
            }
        }
    }

    private int Headcount(Chance chance) => _tier switch
    {
        Tier.S => chance.Among(6, 16),
        Tier.A => chance.Among(4, 10),
        Tier.B => chance.Among(2, 6),
        _ => chance.Among(1, 4),
    };

    private IEnumerable<Somebody> Everybody(Roster roster, Chance chance)
    {
        var count = 1 + chance.NegativeBinomial(PortfolioSize.PeopleAt(_tier) - 1);
        var owners = roster.SeatsOf(_customer).Where(seat => seat is { Employee: not null, Kind: not SeatKind.Acting })
            .OrderBy(seat => seat.Kind).ThenBy(seat => seat.Role).Select(seat => seat.Employee!.Value).ToList();
        var second = 0;
        for (var number = 0; number < count; number++)
        {
            var one = One(number, owners, chance);
            yield return one;

            // 1 % stand twice; somebody whose name cannot be misspelled stands once.
            if (one.Touched && chance.Happens(0.01) && Misspelled(one.Name) is { } other)
            {
                yield return one with
                {
                    Id = FormattableString.Invariant($"p{_plan.Seed}-{_customer:000000}-d{second++:00}"),
                    Name = other,
                    SameAs = one.Id,
                };
            }
        }
    }

    private Somebody One(int number, List<int> owners, Chance chance)
    {
        // METHOD §8.1: 8 % decide or approve, 30 % evaluate or advise, the rest use or influence.
        var draw = chance.Share();
        var role = draw < 0.04 ? ProcessRole.Decide : draw < 0.08 ? ProcessRole.Approve
            : draw < 0.23 ? ProcessRole.Evaluate : draw < 0.38 ? ProcessRole.Advise
            : draw < 0.69 ? ProcessRole.Use : ProcessRole.Influence;
        var (titles, now) = role switch
        {
            ProcessRole.Decide or ProcessRole.Approve => (Chiefs, chance.Among(4, 5)),
            ProcessRole.Evaluate or ProcessRole.Advise => (Experts, chance.Among(2, 4)),
            _ => (Users, chance.Among(1, 3)),
        };
        var future = Math.Clamp(now + (chance.Happens(0.15) ? -1 : 0) + (chance.Happens(0.15) ? 1 : 0), 1, 5);
        var level = future >= 4 ? chance.Happens(0.03) ? chance.Below(2) : chance.Among(2, 4) : chance.Below(4);
        var stance = level >= 3 ? Stance.Supports
            : chance.Happens(0.08) ? Stance.Opposes
            : chance.Happens(0.6) ? Stance.Neutral : Stance.Unknown;

        if (_tier is not Tier.C && chance.Happens(_plan.Size.RisingShare))
        {
            (role, titles, now, future, level, stance) = (ProcessRole.Evaluate, Experts, 2, 5, chance.Below(2), Stance.Unknown);
            return Made(number, role, titles, now, future, stance, level, owners, touched: false, chance);
        }

        return Made(number, role, titles, now, future, stance, level, owners, touched: true, chance);
    }

    private Somebody Made(
        int number, ProcessRole role, ImmutableArray<string> titles, int now, int future, Stance stance, int level,
        List<int> owners, bool touched, Chance chance) => new(
            FormattableString.Invariant($"p{_plan.Seed}-{_customer:000000}-{number:000}"),
            Name(number),
            chance.Of(titles),
            chance.Of(Units).Name,
            role,
            now,
            future,
            stance,
            level,
            Math.Clamp(Math.Max(level, (future + 1) / 2 + 1), 0, 5),
            owners[Math.Min(chance.Zipf(3), owners.Count - 1)],
            touched,
            null);

    // A step that shares no factor with the count of names, so that nobody of one customer is called like another.
    private string Name(int number)
    {
        var place = Place.Of(_customer);
        var all = place.FirstNames.Length * place.LastNames.Length;
        var start = _plan.Chance("names", _customer).Below(all);
        var at = (int)((start + (number * 101L)) % all);
        var round = number / all;
        var name = $"{place.FirstNames[at % place.FirstNames.Length]} {place.LastNames[at / place.FirstNames.Length]}";
        return round == 0 ? name : FormattableString.Invariant($"{name} {round + 1}");
    }

    /// <returns>Nothing when no usual misspelling fits. Case and accents alone make no other name.</returns>
    private static string? Misspelled(string name)
    {
        foreach (var (right, wrong) in new[]
        {
            ("ü", "ue"), ("ö", "oe"), ("ä", "ae"), ("ø", "oe"), ("å", "aa"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("ll", "l"),
            ("nn", "n"), ("ss", "s"), ("k", "c"), ("z", "s"), ("ou", "u"), ("y", "i"), ("i", "y"), ("v", "w"), ("w", "v"), ("e", "a"),
        })
        {
            var at = name.LastIndexOf(right, StringComparison.Ordinal);
            if (at >= 0)
            {
                return name[..at] + wrong + name[(at + right.Length)..];
            }
        }

        return null;
    }
}
