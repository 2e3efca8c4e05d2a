using Planning.Accounts.Invariants;
using Planning.Accounts.Policies;
using Planning.Accounts.Tests.Support;

namespace Planning.Accounts.Tests.Invariants;

public sealed class When_the_portfolio_is_checked_as_a_whole
{
    [Fact]
    public void whoever_has_more_seats_than_time_is_named() => Assert.Equal(
        [("INV-24", "dora-huber is loaded to 1.3 of the capacity")],
        Check(PortfolioCheck.Of([], [(Staff.Dora, 1.3m), (Staff.Emil, 1m)], MethodPolicies.Default)));

    [Fact]
    public void a_conflict_city_with_its_reason_is_named_without_telling_it() => Assert.Equal(
        [("INV-27", "a conflict city of dora-huber is no code")],
        Check(PortfolioCheck.Of([Staff.Employee("dora-huber") with { ConflictCities = ["CH-ZRH", "Zürich, her parents live there"] }], [], MethodPolicies.Default)));

    [Fact]
    public void a_policy_that_lets_some_people_drop_below_the_floor_is_named()
    {
        var coverage = MethodPolicies.Default.Coverage;
        Assert.Equal(
            [("INV-05", "the floor of attention is 0")],
            Check(PortfolioCheck.Of([], [], MethodPolicies.Default with
            {
                Coverage = coverage with { Attention = coverage.Attention with { Floor = 0 } },
            })));
    }

    private static IEnumerable<(string Invariant, string What)> Check(IEnumerable<Violation> violations) =>
        violations.Select(violation => (violation.Invariant, violation.What));
}
