using Planning.Staffing.Answer;
using Planning.Staffing.Tests.Support;

namespace Planning.Staffing.Tests;

public sealed class When_seats_are_filled
{
    [Fact]
    public void a_small_team_is_filled_as_well_as_trying_everything_would()
    {
        for (var number = 0; number < 1_000; number++)
        {
            var problem = Sets.Small(number, seats: 1 + (number % 8), people: 1 + (number % 7));
            var plan = StaffingPlan.Of(problem, cancellationToken: TestContext.Current.CancellationToken);

            Assert.True(plan.Proven, $"problem {number} was not tried to the end");
            Assert.Empty(new Judge(problem).Broken(plan.Picks));
            Assert.InRange(plan.Cost - new EveryPlan(problem).Cheapest(), -0.01m, 0.01m);
        }
    }

    [Fact]
    public void no_hard_rule_is_ever_broken_and_the_cost_is_what_it_says()
    {
        for (var number = 0; number < 60; number++)
        {
            var problem = Sets.Small(number, seats: 90, people: 60, regions: 3);
            var plan = StaffingPlan.Of(problem, cancellationToken: TestContext.Current.CancellationToken);
            var judge = new Judge(problem);

            Assert.Empty(judge.Broken(plan.Picks));
            Assert.InRange(plan.Cost - judge.Cost(plan.Picks), -0.5m, 0.5m);
            Assert.True(plan.Bound <= plan.Cost + 0.001m, $"problem {number}: {plan.Cost} is less than the bound {plan.Bound}");
        }
    }

    [Fact]
    public void the_bound_is_never_above_the_best_there_is()
    {
        for (var number = 0; number < 200; number++)
        {
            var problem = Sets.Small(number, seats: 6, people: 6);
            var desk = new StaffingDesk(problem);

            Assert.True(desk.BoundAlone() <= new EveryPlan(problem).Cheapest() + 0.001m, $"problem {number}");
        }
    }

    [Fact]
    public void the_same_problem_has_the_same_plan()
    {
        var problem = Sets.Small(5, seats: 120, people: 70, regions: 3);

        Assert.Equal(
            StaffingPlan.Of(problem, cancellationToken: TestContext.Current.CancellationToken).Picks,
            StaffingPlan.Of(problem, cancellationToken: TestContext.Current.CancellationToken).Picks);
    }

    [Fact]
    public void a_locked_seat_keeps_its_holder()
    {
        for (var number = 0; number < 100; number++)
        {
            var problem = Sets.Small(number);
            var free = StaffingPlan.Of(problem, cancellationToken: TestContext.Current.CancellationToken);
            var (seat, at) = problem.Seats.Select((one, place) => (one, place)).FirstOrDefault(pair =>
                pair.one.Holder is { } holder && free.Picks[pair.place].Holder is { } now && now != holder && !new Judge(problem)
                    .Broken([.. problem.Seats.Select(other => new SeatPick(other.Customer, other.Seat, other == pair.one ? holder : null, null))]).Any());
            if (seat is null)
            {
                continue;
            }

            var locked = problem with { Seats = problem.Seats.SetItem(at, seat with { Locked = true }) };
            Assert.Equal(
                seat.Holder, StaffingPlan.Of(locked, cancellationToken: TestContext.Current.CancellationToken).Picks[at].Holder);
        }
    }

    [Fact]
    public void whoever_resigns_leaves_the_other_seats_alone_where_others_are_free()
    {
        var empty = Sets.Small(11, seats: 60, people: 120, regions: 2);
        var before = StaffingPlan.Of(empty, cancellationToken: TestContext.Current.CancellationToken);
        var seated = empty with
        {
            Seats =
            [
                .. empty.Seats.Zip(before.Picks).Select(pair => pair.First with
                {
                    Holder = pair.Second.Holder, Backup = pair.Second.Backup, TriangleChanged = true, TenureMonths = 1,
                }),
            ],
        };
        var today = new StaffingDesk(seated).Mend();
        var gone = before.Picks.First(pick => pick.Holder is not null).Holder!.Value;

        var after = new StaffingDesk(seated with { Staff = seated.Staff.RemoveAll(staffer => staffer.Employee.Id == gone) }).Mend();
        var moves = StaffingDesk.Moves(today, after);
        Assert.NotEmpty(moves);
        Assert.All(moves, move => Assert.Equal(gone, move.From));
        Assert.Contains(moves, move => move.To is not null);
    }

    [Fact]
    public void all_that_is_contradictory_is_told_at_once()
    {
        var problem = Sets.Small(1);
        var flawed = problem with
        {
            Seats = problem.Seats.SetItem(0, problem.Seats[0] with { Load = -1, Cities = ["Zürich"] }),
            Staff = problem.Staff.SetItem(0, problem.Staff[0] with
            {
                Employee = problem.Staff[0].Employee with { JobRole = "COOK", Licences = [], Capacity = 2 },
            }),
        };

        var told = Assert.Throws<ArgumentException>(() => new StaffingDesk(flawed)).Message;
        Assert.Contains("Seats[c-0 AR].Load is -1; it must be from 0.0001 to 1.", told, StringComparison.Ordinal);
        Assert.Contains("Seats[c-0 AR].Cities names one that is no coded city", told, StringComparison.Ordinal);
        Assert.Contains("Staff[e-0].Capacity is 2", told, StringComparison.Ordinal);
        Assert.Contains("Staff[e-0].JobRole is COOK, which opens no seat of a team; give a licence.", told, StringComparison.Ordinal);
    }

    [Fact]
    public void a_run_that_is_cancelled_answers_with_the_best_so_far()
    {
        var problem = Sets.Small(3, seats: 60, people: 40);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        var plan = StaffingPlan.Of(problem, null, cancelled.Token);
        Assert.Empty(new Judge(problem).Broken(plan.Picks));
        Assert.Contains(plan.Picks, pick => pick.Holder is not null);
        Assert.False(plan.Proven);
    }
}
