using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;
using Planning.Staffing.Answer;
using Planning.Staffing.Problem;

namespace Planning.Staffing.Tests.Support;

/// <summary>METHOD §3.3's rules and objective once more, as plainly as they stand there, for whole plans.</summary>
internal sealed class Judge(StaffingProblem problem)
{
    private readonly Dictionary<Id<Employee>, Staffer> _staff = problem.Staff.ToDictionary(staffer => staffer.Employee.Id);

    /// <summary>Every hard rule that a plan breaks.</summary>
    public IEnumerable<string> Broken(IReadOnlyList<SeatPick> picks)
    {
        var held = Held(picks).ToList();
        foreach (var (seat, who, backup) in held)
        {
            var one = _staff[who].Employee;
            if (!(one.Licences.Contains(seat.Seat.Role) || one.JobRole == seat.Seat.Role.ToString())
                || one.Level < seat.Profile.Level
                || !seat.Profile.Languages.Intersect(one.Languages).Any()
                || !seat.Profile.Regions.Contains(one.Region)
                || seat.Cities.Intersect(one.ConflictCities).Any()
                || (!backup && seat.Holder == who && seat.TenureMonths >= (seat.Seat.Role is SeatRole.AR ? 48 : 60))
                || (!backup && seat.TriangleChanged && seat.Holder is { } holder && _staff.ContainsKey(holder) && holder != who))
            {
                yield return $"{who} may not have {seat.Name}";
            }
        }

        foreach (var of in held.GroupBy(place => place.Who))
        {
            if (of.Sum(place => place.Backup ? place.Seat.BackupLoad!.Value : place.Seat.Load) + _staff[of.Key].Elsewhere > _staff[of.Key].Employee.Capacity)
            {
                yield return $"{of.Key} is overloaded";
            }

            if (of.GroupBy(place => place.Seat.Customer).Any(at => at.Count() > 1) || of.Count(place => place.Seat.Tier is Tier.S && !place.Backup) > 1)
            {
                yield return $"{of.Key} has two roles at one customer, or two S seats";
            }

            var serves = of.Where(place => !place.Backup && place.Seat.Seat.Role is not SeatRole.AR).ToList();
            if (serves.Any(place => serves.Any(other => place.Seat.Rivals.Contains(other.Seat.Customer) || other.Seat.Rivals.Contains(place.Seat.Customer))))
            {
                yield return $"{of.Key} serves rivals";
            }
        }

        foreach (var at in problem.Seats.Zip(picks).GroupBy(pair => pair.First.Customer))
        {
            if (at.Count(pair => pair.First.Holder is { } holder && _staff.ContainsKey(holder) && pair.Second.Holder is { } now && now != holder) > 1)
            {
                yield return $"two holders of {at.Key} change together";
            }
        }
    }

    public decimal Cost(IReadOnlyList<SeatPick> picks)
    {
        var terms = problem.Terms;
        var cost = 0m;
        foreach (var (seat, pick) in problem.Seats.Zip(picks))
        {
            var weight = seat.Tier switch { Tier.S => 8, Tier.A => 4, Tier.B => 2, _ => 1 };
            cost += pick.Holder is { } holder ? Of(seat, _staff[holder].Employee, backup: false) : terms.Unfilled * weight;
            cost += seat.BackupLoad is null ? 0 : pick.Backup is { } second ? Of(seat, _staff[second].Employee, backup: true) : terms.NoBackup * weight;
        }

        var load = Held(picks).ToLookup(place => place.Who, place => place.Backup ? place.Seat.BackupLoad!.Value : place.Seat.Load);
        return cost + problem.Staff.Sum(staffer =>
        {
            var work = load[staffer.Employee.Id].Sum() + staffer.Elsewhere;
            var busy = work / staffer.Employee.Capacity;
            return (terms.Overload * Math.Max(0, busy - terms.WarnLoad) * staffer.Employee.Capacity) + (terms.Imbalance * Math.Abs(busy - Even(staffer.Employee)));
        });
    }

    private decimal Even(Employee employee)
    {
        var peers = problem.Staff.Where(other => (other.Employee.Region, other.Employee.JobRole) == (employee.Region, employee.JobRole)).ToList();
        var work = problem.Seats.Where(seat => seat.Profile.Regions[0] == employee.Region && seat.Seat.Role.ToString() == employee.JobRole)
            .Sum(seat => seat.Load + (seat.BackupLoad ?? 0));
        return Math.Min(1, (work + peers.Sum(peer => peer.Elsewhere)) / peers.Sum(peer => peer.Employee.Capacity));
    }

    private decimal Of(TeamSeat seat, Employee one, bool backup)
    {
        var terms = problem.Terms;
        var (had, share) = (backup ? seat.Backup : seat.Holder, backup ? terms.BackupShare : 1);
        var changes = had is { } before && _staff.ContainsKey(before) && before != one.Id;
        var fit = (one.Domains.Contains(seat.Profile.Domain) ? terms.Domain : 0)
            + (one.Industries.Contains(seat.Profile.Industry) ? terms.Industry : 0)
            + (seat.Profile.Languages.Contains(one.Languages[0]) ? terms.NativeLanguage : 0)
            + ((one.Level - seat.Profile.Level) * terms.LevelSurplus)
            + (seat.Ties.GetValueOrDefault(one.Id) * terms.KeptTie);
        var (notice, stop) = seat.Seat.Role is SeatRole.AR ? (30, 48) : (42, 60);
        return (share * ((changes ? terms.Change : 0) - fit))
            + (one.Region == seat.Profile.Regions[0] ? 0 : terms.Travel)
            + (!backup && had == one.Id && seat.TenureMonths > notice
                ? terms.TenureRisk * Math.Min(1, (seat.TenureMonths - notice) / (decimal)(stop - notice))
                : 0);
    }

    private IEnumerable<(TeamSeat Seat, Id<Employee> Who, bool Backup)> Held(IReadOnlyList<SeatPick> picks) =>
        problem.Seats.Zip(picks).SelectMany(pair => new[] { (pair.First, pair.Second.Holder, false), (pair.First, pair.Second.Backup, true) })
            .Where(place => place.Item2 is not null)
            .Select(place => (place.First, place.Item2!.Value, place.Item3));
}

/// <summary>Tries every plan there is.</summary>
internal sealed class EveryPlan(StaffingProblem problem)
{
    private readonly Judge _judge = new(problem);
    private readonly SeatPick[] _picks = [.. problem.Seats.Select(seat => new SeatPick(seat.Customer, seat.Seat, null, null))];
    private decimal _least = decimal.MaxValue;

    public decimal Cheapest()
    {
        Go(0);
        return _least;
    }

    private void Go(int place)
    {
        if (place == 2 * _picks.Length)
        {
            _least = Math.Min(_least, _judge.Cost(_picks));
            return;
        }

        var (at, backup) = (place / 2, place % 2 == 1);
        var before = _picks[at];
        if (!backup || problem.Seats[at].BackupLoad is not null)
        {
            foreach (var staffer in problem.Staff)
            {
                _picks[at] = backup ? before with { Backup = staffer.Employee.Id } : before with { Holder = staffer.Employee.Id };
                if (!_judge.Broken(_picks).Any())
                {
                    Go(place + 1);
                }
            }
        }

        _picks[at] = before;
        Go(place + 1);
    }
}
