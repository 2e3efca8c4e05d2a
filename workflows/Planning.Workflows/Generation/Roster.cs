using Planning.Accounts.Calendars;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;

namespace Planning.Workflows.Generation;

/// <summary>One of ours in a generated portfolio.</summary>
/// <param name="Number">From 0.</param>
internal sealed record Member(int Number, int Region, string JobRole, int Level)
{
    /// <summary>Cities of the customers at which a seat is held; no conflict lies there unless it is a truth.</summary>
    public HashSet<string> Served { get; } = new(StringComparer.Ordinal);

    /// <summary>Conflicts that were found after the assignment.</summary>
    public HashSet<string> Found { get; } = new(StringComparer.Ordinal);

    public int? Manager { get; init; }
}

/// <summary>A seat of a generated customer.</summary>
/// <param name="Employee">Nobody while it is vacant.</param>
/// <param name="IsLate">It is vacant for longer than METHOD ESC-07 allows.</param>
internal sealed record HeldSeat(SeatRole Role, SeatKind Kind, int? Employee, DateOnly Since, bool IsLate);

/// <summary>Deals the seats of all customers out to employees, within the hard limits of METHOD §3.3: loads, spans, one S seat.</summary>
internal sealed class Roster
{
    private const double MostLoad = 0.9;

    private readonly PortfolioPlan _plan;
    private readonly TeamPolicy _policy;
    private readonly List<Member> _members = [];
    // Whoever is being given seats of a kind, until they are full.
    private readonly Dictionary<Kind, (Member Member, double Load, int Customers)> _filling = [];
    private readonly List<HeldSeat>[] _seats;
    private readonly HashSet<int> _conflicts;

    public Roster(PortfolioPlan plan, TeamPolicy policy)
    {
        (_plan, _policy) = (plan, policy);
        _seats = new List<HeldSeat>[plan.Size.Customers];

        // 0.5 % of all seats; at tier C nobody asks for the city.
        var key = plan.Size.Customers - plan.Size.C;
        _conflicts = [.. plan.Chance("conflicts", 0).Shuffled(Enumerable.Range(0, key))
            .Take(Math.Max(1, (int)Math.Round(0.005 * ((3 * key) + plan.Size.C))))];
        for (var region = 0; region < Place.All.Length; region++)
        {
            var head = Join(region, "REGION_HEAD", 5, null);
            Join(region, "ACCOUNT_HEAD", 5, head.Number);
            Join(region, "SPONSOR", 5, head.Number);
            Join(region, "POOL_LEAD", 4, head.Number);
        }

        for (var customer = 0; customer < plan.Size.Customers; customer++)
        {
            _seats[customer] = [.. Seats(customer)];
        }

        // METHOD §8.1: about 1.6 people for each full-time equivalent of the seats; who has none is on the bench.
        while (_members.Count < plan.Size.Employees)
        {
            var role = Seat.Triangle[_members.Count / Place.All.Length % 3];
            Join(_members.Count % Place.All.Length, role.ToString(), 1 + (_members.Count % 4), null);
        }
    }

    public IReadOnlyList<Member> Members => _members;

    public IReadOnlyList<HeldSeat> SeatsOf(int customer) => _seats[customer];

    /// <summary>The city in which a customer decides; nothing at tier C, where it is not asked.</summary>
    public string? CityOf(int customer) => _plan.Size.TierOf(customer) is Tier.C
        ? null
        : _plan.Chance("city", customer).Of(
            [.. Place.Of(customer).Cities.Where(city => city.StartsWith(CountryOf(customer), StringComparison.Ordinal))]);

    public string CountryOf(int customer) => _plan.Chance("country", customer).Of(Place.Of(customer).Countries);

    private IEnumerable<HeldSeat> Seats(int customer)
    {
        var tier = _plan.Size.TierOf(customer);
        var chance = _plan.Chance("seats", customer);
        var city = CityOf(customer);
        var conflicted = _conflicts.Contains(customer) ? chance.Of(Seat.Triangle) : (SeatRole?)null;
        foreach (var role in tier is Tier.C ? [SeatRole.AR] : Seat.Triangle)
        {
            if (chance.Happens(0.04) && role != conflicted)
            {
                yield return Vacant(customer, role, tier, chance, out var acting);
                if (acting)
                {
                    yield return new HeldSeat(
                        role, SeatKind.Acting, Deal(customer, role, tier, backup: false).Number, _plan.Today.AddDays(-1), IsLate: false);
                }
            }
            else
            {
                var holder = Deal(customer, role, tier, backup: false);
                (role == conflicted ? holder.Found : holder.Served).Add(city ?? "");
                var months = chance.Happens(0.05) ? chance.Among(30, 46) : chance.Among(1, 29);
                var since = _plan.Today.AddMonths(-months).AddDays(-chance.Below(28));
                yield return new HeldSeat(role, SeatKind.Primary, holder.Number, since, IsLate: false);
            }

            if (role is SeatRole.AR || tier is Tier.S or Tier.A)
            {
                var backup = Deal(customer, role, tier, backup: true);
                var since = _plan.Today.AddDays(-chance.Among(30, 900));
                yield return new HeldSeat(role, SeatKind.Backup, backup.Number, since, IsLate: false);
            }
        }
    }

    // Three of four are vacant for too long (METHOD ESC-07's working days); in the others somebody acts, or it is new.
    private HeldSeat Vacant(int customer, SeatRole role, Tier tier, Chance chance, out bool acting)
    {
        var most = tier switch { Tier.S => 5, Tier.A => 10, Tier.B => 20, _ => 30 };
        var late = chance.Happens(0.75);
        acting = !late && chance.Happens(0.5);
        var days = late || acting ? most + chance.Among(2, 30) : chance.Among(1, most - 1);
        return new HeldSeat(role, SeatKind.Primary, null, Calendar(customer).Back(_plan.Today, days), late);
    }

    public WorkingCalendar Calendar(int customer) => _plan.Calendars.Of(CountryOf(customer));

    private Member Deal(int customer, SeatRole role, Tier tier, bool backup)
    {
        var key = new Kind(customer % Place.All.Length, role, tier, backup);
        var load = (double)_policy.Load(tier, role, backup ? SeatKind.Backup : SeatKind.Primary, null);
        var span = _policy.Tiers[tier].Span;
        var (member, held, customers) = _filling.GetValueOrDefault(key);
        var most = tier is Tier.S or Tier.C && !backup ? 1.0001 : MostLoad;
        if (member is null || customers >= (backup ? 10 * span : span) || held + load > most)
        {
            (member, held, customers) = (Join(key.Region, role.ToString(), Level(tier, backup), ManagerIn(key.Region, tier)), 0, 0);
        }

        _filling[key] = (member, held + load, customers + 1);
        return member;
    }

    private int Level(Tier tier, bool backup) =>
        Math.Min(5, _policy.Tiers[tier].Level + (_plan.Chance("levels", _members.Count).Happens(0.3) && !backup ? 1 : 0));

    private static int ManagerIn(int region, Tier tier) => (region * 4) + (tier is Tier.C ? 3 : 1);

    private sealed record Kind(int Region, SeatRole Role, Tier Tier, bool Backup);

    private Member Join(int region, string jobRole, int level, int? manager)
    {
        var member = new Member(_members.Count, region, jobRole, level) { Manager = manager };
        _members.Add(member);
        return member;
    }
}
