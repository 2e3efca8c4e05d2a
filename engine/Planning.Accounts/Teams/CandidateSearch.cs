using Planning.Accounts.Customers;
using Planning.Accounts.Tiers;

namespace Planning.Accounts.Teams;

/// <summary>Puts employees before the hard rules of a seat, and ranks those who may hold it. Pure.</summary>
/// <param name="seat">The seat that is to be filled.</param>
/// <param name="kind">How it is to be held: a backup is asked the same, with the load of a backup.</param>
public sealed class CandidateSearch(Customer customer, Seat seat, SeatKind kind, SeatProfile profile, Pool pool, Occasion on)
{
    private readonly TeamPolicy _policy = on.Policies.Team;
    private readonly Tier _tier = customer.Standing.Tier;

    private Team Team => customer.Team;

    public CandidateList List(IEnumerable<Prospect> prospects)
    {
        var feasible = new List<Candidate>();
        var refused = new List<RefusedCandidate>();
        foreach (var prospect in prospects.OrderBy(prospect => prospect.Employee.Id))
        {
            if (FirstRefusal(prospect) is { } refusal)
            {
                refused.Add(new RefusedCandidate(prospect.Employee.Id, refusal.Rule, refusal.Why));
            }
            else
            {
                feasible.Add(Judge(prospect));
            }
        }

        return new CandidateList(
            on.Today, [.. feasible.OrderByDescending(candidate => candidate.Score)], [.. refused]);
    }

    /// <summary>The first rule that says no and is not waived.</summary>
    public (string Rule, string Why)? FirstRefusal(Prospect prospect) => Refusals(prospect)
        .Where(refusal => !IsWaived(refusal.Rule, prospect.Employee.Id))
        .Select(refusal => ((string Rule, string Why)?)refusal)
        .FirstOrDefault();

    private bool IsWaived(string rule, Id<Employee> employee) => rule is CandidateRule.Conflict
        ? Team.ConflictIsWaived(customer.Approvals, employee, on.Today)
        : _policy.Waivable.Contains(rule) && customer.Approvals.Find(rule, employee.Value, on.Today) is not null;

    private IEnumerable<(string Rule, string Why)> Refusals(Prospect prospect)
    {
        var employee = prospect.Employee;
        if (!_policy.MayHold(employee, seat.Role))
        {
            yield return (CandidateRule.Licence, $"{employee.JobRole} opens no {seat.Role} seat");
        }

        if (employee.Level < profile.Level)
        {
            yield return (CandidateRule.Level, FormattableString.Invariant($"level {employee.Level}; {profile.Level} is needed"));
        }

        if (profile.Languages.Length > 0 && !profile.Languages.Intersect(employee.Languages).Any())
        {
            yield return (CandidateRule.Language, $"speaks none of {string.Join(", ", profile.Languages)}");
        }

        if (profile.Clearance is { } clearance && !employee.Clearances.Contains(clearance))
        {
            yield return (CandidateRule.Clearance, $"has no clearance {clearance}");
        }

        if (profile.Regions.Length > 0 && !profile.Regions.Contains(employee.Region))
        {
            yield return (CandidateRule.Region, $"works in {employee.Region}, not in {string.Join(" or ", profile.Regions)}");
        }

        if (IsInConflict(employee))
        {
            yield return (CandidateRule.Conflict, "a conflict of interest that is not waived");
        }

        foreach (var refusal in OfSeats(prospect))
        {
            yield return refusal;
        }
    }

    // A city alone says nothing about anybody's family, and it is not told which it is (INV-27).
    private bool IsInConflict(Employee employee) =>
        Team.CheckOf(employee.Id) is { Allowed: false }
        || (!_policy.HometownOffIn.Contains(customer.Details!.Country) && customer.Details.Cities.Intersect(employee.ConflictCities).Any());

    private IEnumerable<(string Rule, string Why)> OfSeats(Prospect prospect)
    {
        var id = prospect.Employee.Id;
        if (Team.Former.FirstOrDefault(former => former.Employee == id) is { } left
            && kind is SeatKind.Primary && left.Until.AddMonths(_policy.Terms.CoolingOffMonths) > on.Today)
        {
            yield return (CandidateRule.CoolingOff, FormattableString.Invariant($"left the {left.Seat} seat on {left.Until:yyyy-MM-dd}"));
        }

        if (Team.Find(seat, SeatKind.Primary)?.Employee == id && kind is SeatKind.Primary)
        {
            yield return (CandidateRule.OneRole, $"holds the {seat} seat already");
        }
        else if (Team.Seats.FirstOrDefault(held => held.Employee == id && held.Seat != seat) is { } other)
        {
            yield return (CandidateRule.OneRole, $"holds {other.Seat} {other.Kind.ToString().ToLowerInvariant()} here already");
        }

        if (LoadWith(prospect) is var load and > 1)
        {
            yield return (CandidateRule.Load, FormattableString.Invariant($"would be loaded by {load:0.#%}"));
        }

        if (kind is SeatKind.Backup)
        {
            yield break;
        }

        foreach (var refusal in OfPrimary(prospect))
        {
            yield return refusal;
        }
    }

    private IEnumerable<(string Rule, string Why)> OfPrimary(Prospect prospect)
    {
        var elsewhere = prospect.Seats
            .Where(held => held.Customer != customer.Id && held.Kind is SeatKind.Primary).ToList();
        if (_tier is Tier.S && elsewhere.FirstOrDefault(held => held.Tier is Tier.S && IsOfOne(held.Role)) is { } strategic && IsOfOne(seat.Role))
        {
            yield return (CandidateRule.OneS, $"holds an S seat at {strategic.Customer} already");
        }

        if (seat.Role is SeatRole.AR
            && elsewhere.Count(held => held.Role is SeatRole.AR && held.Tier == _tier) is var held && held >= _policy.Tiers[_tier].Span)
        {
            yield return (CandidateRule.Span, FormattableString.Invariant($"answers for {held} {_tier} customers already"));
        }

        if (OtherChange() is { } changed)
        {
            yield return (CandidateRule.OneChange, changed);
        }

        if (seat.Role is SeatRole.SR or SeatRole.FR
            && elsewhere.FirstOrDefault(held => customer.Details!.Rivals.Contains(held.Customer) && held.Role is SeatRole.SR or SeatRole.FR) is { } rival)
        {
            yield return (CandidateRule.Rivals, $"holds a seat at {rival.Customer}, which is to be kept apart");
        }

        // Whoever leaves a pool takes their capacity along.
        if (_tier is not Tier.C && pool.Members.Contains(prospect.Employee.Id) && _policy.Tiers[Tier.C].Pool is { } most
            && pool.Capacity - _policy.Load(_tier, seat.Role, kind, null) < pool.Customers / (decimal)most)
        {
            yield return (CandidateRule.PoolFloor, FormattableString.Invariant(
                $"the pool of {pool.Customers} C customers would be left with too few"));
        }
    }

    private static bool IsOfOne(SeatRole role) => role is SeatRole.AR or SeatRole.SR or SeatRole.FR or SeatRole.Deputy;

    // An empty seat is filled whenever somebody can be found.
    private string? OtherChange() => seat.InTriangle && Team.Find(seat, SeatKind.Primary)?.Employee is not null
        && Team.ChangedSince(on.Today.AddMonths(-_policy.Terms.ChangeMonths), seat).FirstOrDefault() is { } changed
            ? FormattableString.Invariant($"the {changed.Seat} seat changed on {changed.Since:yyyy-MM-dd}")
            : null;

    private decimal LoadWith(Prospect prospect) =>
        (prospect.LoadBeside(customer.Id, _policy) + _policy.Load(_tier, seat.Role, kind, null)) / prospect.Employee.Capacity;

    private Candidate Judge(Prospect prospect)
    {
        var employee = prospect.Employee;
        var load = LoadWith(prospect);
        var fit = _policy.Fit;
        FitTerm[] terms =
        [
            new("domain", profile.Domain.Length > 0 && employee.Domains.Contains(profile.Domain) ? fit.Domain : 0),
            new("industry", employee.Industries.Contains(profile.Industry) ? fit.Industry : 0),
            new("native language", employee.Languages is [var native, ..] && profile.Languages.Contains(native) ? fit.NativeLanguage : 0),
            new("level", (employee.Level - profile.Level) * fit.LevelSurplus),
            new("ties that continue", customer.People.Values.Where(person => person.Owner == employee.Id).Sum(person => person.Level) * fit.KeptTie),
            new("load above the warning", Math.Round(-Math.Max(0, load - _policy.Terms.WarnLoad) * fit.Overload, 4)),
            new("travel", profile.Regions is [var home, ..] && employee.Region != home ? -fit.Travel : 0),
        ];
        return new Candidate(
            employee.Id,
            Math.Round(terms.Sum(term => term.Points), 4),
            [.. terms.Where(term => term.Points != 0)],
            Math.Round(load, 4),
            load > _policy.Terms.WarnLoad ? FormattableString.Invariant($"loaded by {load:0.#%} with this seat") : null,
            employee.Manager,
            [.. Refusals(prospect).Select(refusal => refusal.Rule)]);
    }
}
