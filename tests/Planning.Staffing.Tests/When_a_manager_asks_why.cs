using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;
using Planning.Staffing.Answer;
using Planning.Staffing.Problem;
using Planning.Staffing.Tests.Support;

namespace Planning.Staffing.Tests;

public sealed class When_a_manager_asks_why
{
    private static readonly Seat Account = new(SeatRole.AR);

    [Fact]
    public void the_pick_has_its_terms_and_the_next_best_say_how_much_worse_they_are()
    {
        var why = Why(Person(1) with { Domains = ["core"] }, Person(2), Person(3) with { Level = 4 });

        Assert.Equal(Sets.Employee(1), why.Pick);
        Assert.Equal(["domain -3", "industry -2", "native language -1"], why.Terms.Select(Term));
        Assert.Equal([Sets.Employee(3), Sets.Employee(2)], why.Next.Select(next => next.Employee));
        Assert.Equal([2.5m, 3m], why.Next.Select(next => next.Worse));
    }

    [Fact]
    public void at_most_four_of_the_next_best_are_shown() =>
        Assert.Equal(4, Why([.. Enumerable.Range(1, 9).Select(Person)]).Next.Length);

    [Fact]
    public void whoever_is_refused_has_the_first_rule_that_refused_and_no_more()
    {
        var why = Why(
            Person(1),
            Person(2) with { JobRole = "SR", Level = 1 },
            Person(3) with { Level = 1, Languages = ["fi"] },
            Person(4) with { Languages = ["fi"] },
            Person(5) with { Region = "AFR" },
            Person(6) with { ConflictCities = ["CH-ZRH"] });

        Assert.Equal(
            ["e-2 ROLE-LICENCE", "e-3 LEVEL", "e-4 LANGUAGE", "e-5 REGION", "e-6 CONFLICT"],
            why.Refused.Select(refused => $"{refused.Employee} {refused.Rule}"));
    }

    [Fact]
    public void a_seat_that_nobody_may_have_names_the_fewest_waivers_that_would_fill_it()
    {
        var why = Why(
            Person(1) with { ConflictCities = ["CH-ZRH"], Level = 2 },
            Person(2) with { Region = "AFR" },
            Person(3) with { Level = 2 },
            Person(4) with { JobRole = "SR" });

        Assert.Null(why.Pick);
        Assert.Equal(["e-3 LEVEL", "e-2 REGION"], why.Relaxations.Select(relaxation => $"{relaxation.Employee} {string.Join(",", relaxation.Rules)}"));
    }

    [Fact]
    public void where_no_waiver_helps_none_is_named() => Assert.Empty(Why(Person(4) with { JobRole = "SR" }).Relaxations);

    [Fact]
    public void a_waiver_lets_somebody_sit_against_the_rule()
    {
        var waived = Helvia with { Waived = [(Sets.Employee(6), CandidateRule.Conflict)] };

        Assert.Equal(Sets.Employee(6), Why(waived, Person(6) with { ConflictCities = ["CH-ZRH"] }).Pick);
    }

    [Fact]
    public void two_plans_are_compared_by_who_moves()
    {
        var problem = Problem(Helvia, Person(1) with { Domains = ["core"] }, Person(2));
        var before = Plan(problem);
        var without = Plan(problem with { Staff = problem.Staff.RemoveAt(0) });

        var move = Assert.Single(StaffingDesk.Moves(before, without));
        Assert.Equal((Sets.Employee(1), Sets.Employee(2)), (move.From!.Value, move.To!.Value));
        Assert.InRange(without.Cost - before.Cost, 1m, 5m);
    }

    private static TeamSeat Helvia { get; } = new(
        Sets.Of(0), Account, Tier.A, 0.5m, new SeatProfile(3, "core", ["de"], "telecom", ["CEE"], null, "somebody calm"))
    {
        Cities = ["CH-ZRH"],
    };

    private static Employee Person(int at) => new(
        Sets.Employee(at), FormattableString.Invariant($"Employee {at}"), "CEE", "Bern", "AR", 3, ["de"], ["telecom"], 1m, []);

    private static PickExplanation Why(params Employee[] people) => Why(Helvia, people);

    private static PickExplanation Why(TeamSeat seat, params Employee[] people)
    {
        var desk = new StaffingDesk(Problem(seat, people));
        return desk.Explain(desk.Plan(cancellationToken: TestContext.Current.CancellationToken), seat.Customer, seat.Seat);
    }

    private static StaffingPlan Plan(StaffingProblem problem) =>
        StaffingPlan.Of(problem, cancellationToken: TestContext.Current.CancellationToken);

    private static StaffingProblem Problem(TeamSeat seat, params Employee[] people) =>
        new([seat], [.. people.Select(one => new Staffer(one))], TeamPolicy.Default, new StaffingTerms());

    private static string Term(FitTerm term) => FormattableString.Invariant($"{term.Term} {term.Points:0.##}");
}
