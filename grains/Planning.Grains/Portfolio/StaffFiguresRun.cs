using System.Collections.Concurrent;
using System.Collections.Immutable;
using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;
using Planning.Grains.Customers;
using Planning.Grains.Turns;

namespace Planning.Grains.Portfolio;

/// <summary>Tells customers how those of ours are loaded, and how many customers of a pool they meet, who concern them most:
/// whoever is loaded beyond the warning or keeps a pool, at the customer where they hold the most (ESC-10, ESC-11).</summary>
internal sealed class StaffFiguresRun(CustomerGrains grains, StaffingRun staffing)
{
    private const int Weeks = 4;

    private readonly ConcurrentDictionary<(Id<Employee> Employee, Id<Customer> Customer, int Week), bool> _met = new();
    private readonly ConcurrentDictionary<Id<Customer>, ImmutableArray<StaffFigures>> _told = new();

    /// <summary>Takes note of a customer; from several threads.</summary>
    public void Note(Customer customer, DateOnly today)
    {
        if (customer.Team.Figures is not [])
        {
            _told[customer.Id] = customer.Team.Figures;
        }

        if (customer.Standing.Tier is not Tier.C)
        {
            return;
        }

        var until = Monday(today);
        foreach (var touch in customer.Contacts.Touches.Values.SelectMany(touches => touches.From(until.AddDays(-7 * Weeks)).ToArray())
            .Where(touch => touch.On < until))
        {
            foreach (var employee in touch.Ours)
            {
                _met[(employee, customer.Id, (until.DayNumber - touch.On.DayNumber - 1) / 7)] = true;
            }
        }
    }

    /// <summary>Tells what was noted, where it is not known.</summary>
    /// <returns>How many customers were told.</returns>
    public async Task<int> TellAsync(string runId, string actor, CancellationToken cancellationToken)
    {
        var met = _met.Keys.ToLookup(visit => visit.Employee);
        var figures =
            from load in await staffing.LoadsAsync(cancellationToken)
            let pool = load.Seats.Count(seat => seat is { Tier: Tier.C, Role: SeatRole.AR, Kind: SeatKind.Primary })
            where load.Warning is not null || pool > 0
            let visits = pool == 0 ? (decimal?)null : met[load.Employee].Count() / (decimal)Weeks
            select (
                At: load.Seats.OrderByDescending(seat => staffing.LoadOf(seat)).ThenBy(seat => seat.Customer).First().Customer,
                Of: new StaffFigures(load.Employee, load.Name, load.Load, pool, visits));
        var wanted = figures.ToLookup(one => one.At, one => one.Of);
        var told = 0;
        foreach (var customer in wanted.Select(at => at.Key).Union(_told.Keys).Order())
        {
            var now = wanted[customer].OrderBy(one => one.Employee).ToList();
            if (!now.SequenceEqual(_told.GetValueOrDefault(customer, []).Select(one => one with { HighSince = null })))
            {
                await grains.SendAsync(
                    customer, new Message($"staff:{runId}", actor, new Request.Do(new TellStaffFigures(now))), cancellationToken);
                told++;
            }
        }

        return told;
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
