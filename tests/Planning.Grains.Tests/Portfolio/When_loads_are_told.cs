using Planning.Accounts.Coverage;
using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;
using Planning.Grains.Store;
using Planning.Grains.Tests.Support;
using Planning.Grains.Turns;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Portfolio;

/// <summary>What only the portfolio knows of our people is raised at the customer where they hold the most (ESC-10, ESC-11).</summary>
public sealed class When_loads_are_told : RuntimeSpec
{
    private static readonly Employee Ben = new(
        Key<Employee>("ben"), "Ben Oakley", "CEE", "Bern", "AR", 4, ["de"], ["telecom"], 1m, []);

    [Fact]
    public async Task whoever_is_loaded_above_the_capacity_is_raised_at_once_and_once()
    {
        await Runtime.Portfolio.KeepAsync(new ReferenceData(null, [Ben], []), Token);
        await Given("north", Tier.A, SeatKind.Primary);
        await Given("south", Tier.S, SeatKind.Primary);
        await SweepAsync("one");
        await SweepAsync("two");

        var open = (await Customer("south")).Escalations.Open["ESC-10/employee:ben"];
        Assert.Equal("Ben Oakley", open.About);
        Assert.Contains("load 1.5", open.Because, StringComparison.Ordinal);
        Assert.Equal("ACCOUNT_HEAD", open.Role());
        Assert.Empty((await Customer("north")).Team.Figures);
    }

    [Fact]
    public async Task and_closed_when_the_load_has_fallen()
    {
        await whoever_is_loaded_above_the_capacity_is_raised_at_once_and_once();
        await Given("north", Tier.A, SeatKind.Primary, holder: "cora");
        await Given("south", Tier.S, SeatKind.Primary, share: 0.5m);
        await SweepAsync("three");

        Assert.DoesNotContain("ESC-10/employee:ben", (await Customer("south")).Escalations.Open.Keys);
        Assert.Empty((await Customer("south")).Team.Figures);
    }

    [Fact]
    public async Task a_pool_member_who_meets_too_few_customers_is_raised()
    {
        await Runtime.Portfolio.KeepAsync(new ReferenceData(null, [Ben], []), Token);
        foreach (var number in new[] { "1", "2", "3", "4", "5", "6" })
        {
            await Given($"pool-{number}", Tier.C, SeatKind.Primary);
        }

        // 2026-10-05 is a Monday: the four weeks before it count, each customer once a week.
        await Met("pool-1", "2026-09-07");
        await Met("pool-1", "2026-09-08");
        await Met("pool-1", "2026-10-04");
        await Met("pool-2", "2026-10-01");
        await Met("pool-3", "2026-09-06");
        await Met("pool-3", "2026-10-05");
        await SweepAsync("one");

        var told = Assert.Single((await Customer("pool-1")).Team.Figures);
        Assert.Equal((6, 0.75m), (told.PoolCustomers, told.WeeklyVisits));
        Assert.Contains("ESC-11-VISITS/employee:ben", (await Customer("pool-1")).Escalations.Open.Keys);
    }

    private async Task Given(string customer, Tier tier, SeatKind kind, string holder = "ben", decimal? share = null) => await Ask(
        customer,
        new Request.TakeOver(Helvia.Record(customer, tier) with
        {
            People = [new Person(Key<Person>("ada"), "Ada", "CEO", "Networks", ProcessRole.Decide, 5, 5, Stance.Neutral, 2, 3, Ben.Id)],
            Seats = [new SeatAssignment(SeatRole.AR, kind, Key<Employee>(holder), Day("2026-01-05")) { Share = share }],
        }));

    private async Task Met(string customer, string day) => await Ask(customer, new Request.TakeOver(new CustomerRecord(null)
    {
        Interactions =
        [
            new Interaction(
                Key<Interaction>($"i-{customer}-{day}"), Day(day), Means.Meeting, false, true, [Key<Person>("ada")], [Ben.Id], "Roadmap"),
        ],
    }));

    private async Task<Customer> Customer(string id) => (await Runtime.Customers.LookAsync(Key<Customer>(id), Token)).Customer;

    private async Task SweepAsync(string id) => await Runtime.Sweep.RunAsync(id, "sweep", null, Token);
}
