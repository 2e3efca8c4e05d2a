using System.Collections.Immutable;
using System.Globalization;
using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;
using Planning.Accounts.Wording;
using Planning.Grains.Customers;
using Planning.Grains.Store;
using Planning.Grains.Turns;
using Planning.Grains.Versions;

namespace Planning.Grains.Portfolio;

/// <summary>Gathers what employees hold at all customers, and sends it with what is asked of one.</summary>
/// <remarks>A customer's turn is pure: what is outside it travels in the message.</remarks>
public sealed class StaffingRun(CustomerGrains grains, IPortfolio portfolio, IPlaybooks playbooks)
{
    /// <summary>Lists who may hold the seat of a process, by the loads of now.</summary>
    /// <param name="messageId">Repeating it gives the first answer.</param>
    public async Task<Answer> ListCandidatesAsync(
        Id<Customer> customer, string process, string messageId, string actor, CancellationToken cancellationToken)
    {
        var known = (await grains.LookAsync(customer, cancellationToken)).Customer;
        var policy = playbooks.Take().Policies.Team;
        var seats = await portfolio.SeatsAsync(cancellationToken);
        var employees = await portfolio.EmployeesAsync(cancellationToken);
        var open = known.Team.Process(process);

        // Somebody with another job in another region needs no reason why not.
        var asked = open is null
            ? []
            : employees.Where(employee => policy.MayHold(employee, open.Seat.Role) || open.Profile?.Regions.Contains(employee.Region) is true);
        var command = new ListCandidates(
            process, Prospects(asked, seats), PoolOf(known.Details?.Region ?? "", employees, seats, policy));
        return await grains.SendAsync(customer, new Message(messageId, actor, new Request.Do(command)), cancellationToken);
    }

    /// <summary>Names who backs a seat or acts for it, if the hard rules let them.</summary>
    /// <returns>Nothing when nobody of ours has that id.</returns>
    public async Task<Answer?> NameStandInAsync(
        Id<Customer> customer,
        Seat seat,
        SeatKind kind,
        Id<Employee> employee,
        string messageId,
        string actor,
        CancellationToken cancellationToken)
    {
        var found = (await portfolio.EmployeesAsync(cancellationToken)).FirstOrDefault(one => one.Id == employee);
        if (found is null)
        {
            return null;
        }

        var prospect = Prospects([found], await portfolio.SeatsAsync(cancellationToken))[0];
        var command = new NameStandIn(seat.Role, seat.Number, kind, prospect);
        return await grains.SendAsync(customer, new Message(messageId, actor, new Request.Do(command)), cancellationToken);
    }

    /// <summary>How much every employee with a seat is loaded, most first (INV-24).</summary>
    public async Task<IReadOnlyList<EmployeeLoad>> LoadsAsync(CancellationToken cancellationToken)
    {
        var policy = playbooks.Take().Policies.Team;
        return
        [
            .. Prospects(await portfolio.EmployeesAsync(cancellationToken), await portfolio.SeatsAsync(cancellationToken))
                .Where(prospect => prospect.Seats is not [])
                .Select(prospect => EmployeeLoad.Of(prospect, policy))
                .OrderByDescending(load => load.Load)
                .ThenBy(load => load.Employee),
        ];
    }

    /// <summary>Full-time equivalents that a seat takes.</summary>
    public decimal LoadOf(HeldSeat seat) => seat.Load(playbooks.Take().Policies.Team);

    private static List<Prospect> Prospects(IEnumerable<Employee> employees, IReadOnlyList<SeatRow> seats)
    {
        var held = seats.ToLookup(seat => seat.Employee, Held, StringComparer.Ordinal);
        return [.. employees.Select(employee => new Prospect(employee, [.. held[employee.Id.Value]]))];
    }

    private static Pool PoolOf(string region, IReadOnlyList<Employee> employees, IReadOnlyList<SeatRow> seats, TeamPolicy policy)
    {
        var inPool = seats.Where(seat => seat.Region == region && Held(seat) is { Tier: Tier.C, Role: SeatRole.AR, Kind: SeatKind.Primary }).ToList();
        var members = inPool.Select(seat => seat.Employee).ToHashSet(StringComparer.Ordinal);
        return new Pool(
            Prospects(employees.Where(employee => members.Contains(employee.Id.Value)), seats).Sum(member =>
                member.Employee.Capacity - member.Seats.Where(seat => seat.Tier is not Tier.C).Sum(seat => seat.Load(policy))),
            inPool.Select(seat => seat.Customer).Distinct(StringComparer.Ordinal).Count(),
            [.. members.Select(member => Id<Employee>.Parse(member, CultureInfo.InvariantCulture))]);
    }

    private static HeldSeat Held(SeatRow row) => new(
        Id<Customer>.Parse(row.Customer, CultureInfo.InvariantCulture),
        Word<Tier>(row.Tier),
        Word<SeatRole>(row.Role),
        Word<SeatKind>(row.Kind),
        row.Share is null ? null : decimal.Parse(row.Share, CultureInfo.InvariantCulture));

    private static T Word<T>(string text)
        where T : struct, Enum =>
        Words<T>.TryParse(text, out var word) ? word : throw new FormatException($"“{text}” is no {typeof(T).Name}.");
}

/// <param name="Load">Part of the capacity that all seats take; above 1 breaks INV-24.</param>
/// <param name="Warning">above 90 % as the policy says, or above all; nothing below.</param>
public sealed record EmployeeLoad(Id<Employee> Employee, string Name, string Region, decimal Load, string? Warning, ImmutableArray<HeldSeat> Seats)
{
    internal static EmployeeLoad Of(Prospect prospect, TeamPolicy policy)
    {
        var load = Math.Round(prospect.Seats.Sum(seat => seat.Load(policy)) / prospect.Employee.Capacity, 4);
        return new EmployeeLoad(
            prospect.Employee.Id,
            prospect.Employee.Name,
            prospect.Employee.Region,
            load,
            load > 1 ? "overloaded (INV-24)" : load > policy.Terms.WarnLoad ? "nearly full" : null,
            prospect.Seats);
    }
}
