using Planning.Accounts.Customers;
using Planning.Accounts.People;

namespace Planning.Accounts.Teams;

/// <summary>Which seats a customer must have, and what happens when one of them is empty. Pure.</summary>
internal static class TeamNeeds
{
    /// <summary>The seats that must never be empty at a customer that buys (INV-07, INV-08).</summary>
    public static IEnumerable<Seat> Required(Customer customer, TeamPolicy policy)
    {
        if (customer.Details?.Lifecycle is not Lifecycle.Active)
        {
            return [];
        }

        var tier = policy.Tiers[customer.Standing.Tier];
        var deputies = tier.PeoplePerDeputy is { } people ? customer.People.Values.Count(policy.IsKey) / people : 0;
        return
        [
            .. tier.Required.Select(role => new Seat(role)),
            .. Enumerable.Range(1, deputies).Select(number => new Seat(SeatRole.Deputy, number)),
        ];
    }

    /// <summary>The seat as a part of ids.</summary>
    public static string Slug(Seat seat) => seat.ToString().ToLowerInvariant().Replace(' ', '-');

    /// <summary>Required seats that nobody holds and nobody is looked for.</summary>
    public static IEnumerable<Seat> Unmet(Customer customer, TeamPolicy policy) => Required(customer, policy)
        .Where(seat => customer.Team.Find(seat, SeatKind.Primary)?.Employee is null && customer.Team.ProcessOf(seat) is null);

    /// <summary>The need for somebody in a seat, by the tier's table.</summary>
    public static SeatNeedRaised Raise(Customer customer, Seat seat, SeatCause cause, Occasion on)
    {
        var policy = on.Policies.Team;
        var tier = customer.Standing.Tier;
        var terms = policy.Tiers[tier];
        return new SeatNeedRaised(new StaffNeed(
            FormattableString.Invariant($"{customer.Id}-{Slug(seat)}-{on.Turn}"),
            seat,
            cause,
            tier,
            Math.Round(terms.LoadOf(seat.Role), 4),
            terms.Level,
            Tiers.Tier.S - tier + 1,
            terms.Overlap + policy.Terms.HandoverSlack,
            terms.Approvers,
            cause is SeatCause.SuddenLoss or SeatCause.Conflict ? null : customer.Team.Find(seat, SeatKind.Primary)?.Employee,
            on.Today));
    }

    /// <summary>Somebody answers for an empty seat from now on: the backup at once, else somebody who is to be named.</summary>
    public static CustomerEvent StandIn(Customer customer, Seat seat, Occasion on) =>
        customer.Team.Find(seat, SeatKind.Backup)?.Employee is { } backup
            ? new SeatAssigned(new SeatAssignment(seat.Role, SeatKind.Acting, backup, on.Today) { Number = seat.Number })
            : NameActing(seat, on);

    public static TeamDutyOpened ReviewAccess(Seat seat, Id<Employee> holder, DateOnly due, Occasion on) =>
        Duty("access", seat, $"Review what {holder} has access to", "ACCOUNT_HEAD", due, on);

    public static TeamDutyOpened NameActing(Seat seat, Occasion on) => Duty(
        "acting", seat, $"Name somebody to act for the {seat} seat", "ACCOUNT_HEAD", on.Calendar.Add(on.Today, on.Policies.Team.Terms.ActingDays), on);

    public static TeamDutyOpened NameBackup(Seat seat, Occasion on) => Duty(
        "backup", seat, $"Name a backup for the {seat} seat", "ACCOUNT_HEAD", on.Calendar.Add(on.Today, on.Policies.Team.Terms.ActingDays), on);

    /// <summary>What follows at once from a holder who is gone (METHOD §3.3 C10).</summary>
    public static IEnumerable<CustomerEvent> Loss(Customer customer, Seat seat, Id<Employee> holder, SeatCause cause, Occasion on)
    {
        yield return StandIn(customer, seat, on);
        yield return ReviewAccess(seat, holder, on.Today, on);
        if (Top(customer, on.Policies.Team).ToList() is { Count: > 0 } top)
        {
            yield return Duty(
                "calls",
                seat,
                $"Call {string.Join(", ", top.Select(person => person.Name))}",
                "SPONSOR",
                on.Calendar.Add(on.Today, on.Policies.Team.Terms.SponsorDays),
                on);
        }

        if (customer.Team.ProcessOf(seat) is null)
        {
            yield return Raise(customer, seat, cause, on);
        }
    }

    // Influence raises attention; it takes none from anybody else (INV-05).
    private static IEnumerable<Person> Top(Customer customer, TeamPolicy policy) => customer.People.Values
        .Where(policy.IsKey)
        .OrderByDescending(person => Math.Max(person.InfluenceNow, person.InfluenceFuture))
        .ThenBy(person => person.Id)
        .Take(policy.Terms.SponsorCalls);

    private static TeamDutyOpened Duty(string kind, Seat seat, string what, string role, DateOnly due, Occasion on) => new(new TeamDuty(
        FormattableString.Invariant($"{kind}-{Slug(seat)}-{on.Turn}"), what, role, due));
}
