using FsCheck;
using FsCheck.Fluent;
using Planning.Accounts.Approvals;
using Planning.Accounts.Coverage;
using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Support;

/// <summary>What may happen at a customer in a few years, in any order: everything that measures of coverage hang on.</summary>
/// <param name="Throws">What was thrown; each step reads the next ones. Fewer throws are a shorter life.</param>
internal sealed record Lives(IReadOnlyList<int> Throws)
{
    private static readonly string[] People = ["ada", "ben", "cleo", "dan", "eva", "finn"];
    private static readonly string[] Ours = ["anna-keller", "bruno-frei", "carla-nef", "dario-bo"];
    private static readonly string[] Units = ["Procurement", "Networks", "Finance"];

    /// <summary>The same lives at every run: a build that says no says it again.</summary>
    public static Config Tried { get; } = Config.QuickThrowOnFailure.WithMaxTest(1_000).WithReplay(20261, 17);

    public static Arbitrary<Lives> Any { get; } = Arb.From(
        Gen.Choose(20, 600).SelectMany(length => Gen.Choose(0, 999_999).ArrayOf(length)).Select(throws => new Lives(throws)),
        life => from length in new[] { life.Throws.Count / 2, life.Throws.Count / 4, 12, 4, 1 }
                where length > 0
                from start in Enumerable.Range(0, life.Throws.Count / length)
                select new Lives([.. life.Throws.Take(start * length), .. life.Throws.Skip((start + 1) * length)]));

    /// <summary>Lives it through.</summary>
    /// <param name="lived">Told after each step: the day, what happened, and the customer then.</param>
    /// <returns>The last day.</returns>
    public DateOnly Live(Action<DateOnly, IReadOnlyList<CustomerEvent>, Customer> lived)
    {
        var dice = new Queue<int>(Throws);
        int Below(int count) => dice.TryDequeue(out var next) ? next % count : 0;
        var (customer, today, step) = (Customer.Unknown(Helvia.Id), Day("2026-01-05"), 0);
        Happen(customer.TakeOver(Helvia.Record with { People = [], Metrics = [], Interactions = [] }, today));
        while (dice.Count > 0)
        {
            step++;
            today = today.AddDays(Below(4) == 0 ? Below(120) : 0);
            Happen(Step(customer, today, step, Below));
        }

        return today;

        void Happen(Decision decision)
        {
            var events = decision is Decision.Recorded recorded ? recorded.Events : [];
            customer = After(customer, events);
            lived(today, events, customer);
        }
    }

    public override string ToString() => $"a life of {Throws.Count} throws: {string.Join(",", Throws)}";

    private static Decision Step(Customer customer, DateOnly today, int step, Func<int, int> below) => below(12) switch
    {
        0 => customer.TakeOver(new CustomerRecord(null)
        {
            Units = [new CustomerUnit(Units[below(3)], UnitFunction.Procurement, below(4), below(3) is 0 ? null : below(5))],
        }, today),
        1 or 2 => customer.TakeOver(new CustomerRecord(null) { People = [APerson(customer, below)] }, today),
        3 or 4 or 5 => customer.TakeOver(new CustomerRecord(null) { Interactions = [AContact(today, step, below)] }, today),
        6 => Ask(customer, today, below(4), new AssessPerson(
            Key<KeyAssessment>(FormattableString.Invariant($"a-{step}")),
            Somebody(below),
            new KeyDimensions(below(6), below(6), below(6), below(6)),
            [new Proof(today, "Spoke for us"), new Proof(today.AddDays(-below(200)), "Asked for us")],
            (Stance)below(4),
            below(6))),
        7 => customer.Stakeholders.Dossiers.Values.Select(dossier => dossier.Pending).FirstOrDefault(waits => waits is not null) is { } pending
            ? pending.Second is null
                ? Ask(customer, today, below(4), new SecondAssessment(pending.Id, pending.Person))
                : Ask(customer, today, 3, new DecideApproval($"assessment:{pending.Id}", "ACCOUNT_HEAD", below(3) > 0, "Seen"))
            : Decision.Record(),
        8 => Ask(customer, today, 0, new MergePeople(Somebody(below), Somebody(below))),
        9 => below(2) == 0
            ? Ask(customer, today, 0, new EndPosition(Somebody(below), today))
            : Ask(customer, today, 0, new WelcomeMover(APerson(customer, below), [], today)),
        10 => below(2) == 0
            ? Ask(customer, today, 0, new ChangeOwner(Somebody(below), One(below)))
            : Ask(customer, today, 0, new ReleaseEmployee(One(below), today, below(2) == 0 ? null : One(below))),
        _ => below(3) switch
        {
            0 => Decision.Record(new TierChanged(
                customer.Standing.Tier, (Tier)below(4), Lane.Standard, Q("2026-Q1"), "T-20", "it was decided")),
            1 => Decision.Record(new CoverageLevelSet((Tier)below(4), today.AddDays(below(300)), "T-24-LIGHTHOUSE", "benchmark effect")),
            _ => customer.TakeOver(
                new CustomerRecord(null)
                {
                    Seats = [new SeatAssignment(SeatRole.AR, (SeatKind)below(2), below(3) == 0 ? null : One(below), today)],
                },
                today),
        },
    };

    private static Decision Ask(Customer customer, DateOnly today, int actor, CustomerCommand command) =>
        customer.Take(command, Occasions.On(today, Ours[actor]));

    private static Id<Person> Somebody(Func<int, int> below) => Key<Person>(People[below(People.Length)]);

    private static Id<Employee> One(Func<int, int> below) => Key<Employee>(Ours[below(Ours.Length)]);

    private static Person APerson(Customer customer, Func<int, int> below)
    {
        var id = Somebody(below);
        return new Person(
            id,
            id.Value,
            below(2) == 0 ? "CEO" : "Planner",
            customer.Units.Keys.ElementAt(below(customer.Units.Count)),
            below(4) == 0 ? null : (ProcessRole)below(7),
            1 + below(5),
            1 + below(5),
            (Stance)below(4),
            below(6),
            below(6),
            below(5) == 0 ? null : One(below))
        {
            ReportsTo = below(2) == 0 ? null : Somebody(below),
            Rank = below(2) == 0 ? null : 1 + below(5),
        };
    }

    private static Interaction AContact(DateOnly today, int step, Func<int, int> below) => new(
        Key<Interaction>(FormattableString.Invariant($"i-{(below(6) == 0 ? step / 2 : step)}")),
        today.AddDays(below(3) == 0 ? -below(500) : 0),
        (Means)below(9),
        TheyStarted: below(3) == 0,
        TwoWay: below(5) > 0,
        [.. Enumerable.Range(0, 1 + below(3)).Select(_ => Somebody(below)).Distinct()],
        [.. Enumerable.Range(0, below(3)).Select(_ => One(below)).Distinct()],
        "Road map")
    {
        Minutes = below(3) == 0 ? below(30) : null,
        Mass = below(8) == 0,
        OurRank = below(3) == 0 ? 1 + below(5) : null,
    };
}
