using Planning.Accounts.Approvals;
using Planning.Accounts.Contents;
using Planning.Accounts.People;
using Planning.Accounts.Plans;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;
using Planning.Grains.Turns;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Support;

/// <summary>Helvia as a customer of tier B, and its one-page plan from the first word to the last.</summary>
internal static class OnePage
{
    /// <summary>So many requests of the story until the first version is in force.</summary>
    public static int UntilInForce => 3 + Page.Count + 2;

    public static Request Known { get; } = new Request.TakeOver(Helvia.Record(tier: Tier.B) with
    {
        People =
        [
            new Person(
                Key<Person>("reto-ammann"), "Reto Ammann", "Head", "Networks", ProcessRole.Decide, 4, 4, Stance.Supports, 3, 4,
                Key<Employee>("anna")),
        ],
    });

    /// <summary>Coverage, a key person, three objectives.</summary>
    public static IReadOnlyList<Request> Page =>
    [
        .. new[] { ("core", 50), ("praise", 30), ("speed", 20) }.Select(one => new Request.Do(new WriteObjective(new Objective(
            Key<Objective>(one.Item1), ObjectiveKind.Satisfaction, $"Reach {one.Item1}", Key<Employee>("anna"), one.Item2,
            [new Measure("level", "points", 40, [new YearTarget(2027, 50)])])))),
        new Request.Do(new WriteUnitCoverage(new UnitCoverage("Networks", 0.6m))),
        new Request.Do(new WriteKeyPerson(new KeyPerson(
            Key<Person>("reto-ammann"), 4, Key<Employee>("anna"), "Show the road map", new DateOnly(2027, 3, 31)))),
    ];

    /// <summary>Written, approved, amended, approved again, closed.</summary>
    public static IReadOnlyList<Request> Story =>
    [
        Known,
        Helvia.Confirmed,
        Helvia.Opened,
        .. Page,
        Helvia.Advanced("L1"),
        Approved,
        new Request.Do(new OpenAmendment("Their CTO has left")),
        new Request.Do(new WriteUnitCoverage(new UnitCoverage("Networks", 0.8m))),
        Helvia.Advanced("L3"),
        Approved,
        new Request.Do(new ClosePlan("They are sold")),
        Helvia.Advanced("L5"),
    ];

    public static Request Decided(string role, string subject) => new Request.Do(new DecideApproval(subject, role, true));

    private static Request Approved => Decided("ACCOUNT_HEAD", "plan:helvia-plan-3");
}
