using Planning.Accounts.Calendars;
using Planning.Accounts.Stages;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Plans;

public sealed class When_a_stage_is_left
{
    private static readonly GateResult Passing = new("gates 2026.1", ["profile sections missing: none"], []);

    private static readonly GateResult Blocking = new(
        "gates 2026.1", ["source classes 3 ≥ 3"], ["Write the profile section pains.", "List vendors for 90 % of the spend."]);

    [Fact]
    public void it_is_entered_with_an_owner_and_a_last_day() => Assert.Equal([Helvia.Insight], Helvia.Planning.Plan!.Track.Open);

    [Fact]
    public void an_open_gate_lets_it_pass_and_keeps_the_grounds()
    {
        var passed = Assert.IsType<StagePassed>(Assert.Single(Events(Helvia.Planning.AdvancePlan("A1", () => Passing, Helvia.Today))));

        Assert.Equal(("A1", "Insight", "gates 2026.1"), (passed.Code, passed.Title, passed.GateVersion));
        Assert.Equal(["profile sections missing: none"], passed.Grounds);
        var plan = After(Helvia.Planning, passed).Plan!;
        Assert.Empty(plan.Track.Open);
        Assert.Equal(["A1"], plan.Track.Passed);
    }

    [Fact]
    public void passed_stages_stand_in_their_order()
    {
        var matched = After(
            Helvia.Planning,
            new StagePassed("A1", "Insight", "gates 2026.1", []),
            new StageEntered(Helvia.Insight with { Code = "A2", Title = "Match" }),
            new StagePassed("A2", "Match", "gates 2026.1", []),
            new StagesCompleted("A2"));

        Assert.Equal(["A1", "A2"], matched.Plan!.Track.Passed);
        Assert.Empty(matched.Plan.Track.Open);
    }

    [Fact]
    public void a_shut_gate_says_what_is_missing() => IsRefused(
        Helvia.Planning.AdvancePlan("A1", () => Blocking, Helvia.Today),
        "gate-not-passed",
        "Stage A1 Insight cannot be passed yet.",
        "Write the profile section pains.",
        "List vendors for 90 % of the spend.");

    [Fact]
    public void its_code_may_be_written_small() =>
        Assert.Single(Events(Helvia.Planning.AdvancePlan("a1", () => Passing, Helvia.Today)));

    [Fact]
    public void a_second_click_does_not_skip_a_stage()
    {
        var second = After(
            Helvia.Planning,
            new StagePassed("A1", "Insight", "gates 2026.1", []),
            new StageEntered(Helvia.Insight with { Code = "A2", Title = "Match" }));

        IsRefused(
            second.AdvancePlan("A1", () => Passing, Helvia.Today), "other-stage", "The plan is in stage A2 Match, not in A1.");
    }

    [Fact]
    public void the_gate_of_another_stage_is_not_even_asked() => IsRefused(
        Helvia.Planning.AdvancePlan("A2", () => throw new InvalidOperationException("The gate was asked."), Helvia.Today),
        "other-stage",
        "The plan is in stage A1 Insight, not in A2.");

    [Fact]
    public void a_plan_between_stages_has_nothing_to_leave()
    {
        var between = After(Helvia.Planning, new StagePassed("A1", "Insight", "gates 2026.1", []));

        IsRefused(between.AdvancePlan("A1", () => Passing, Helvia.Today), "no-stage", "The plan has no stage to advance from.");
    }

    [Fact]
    public void a_customer_without_a_plan_has_nothing_to_leave() => IsRefused(
        Helvia.Known.AdvancePlan("A1", () => Passing, Helvia.Today), "no-plan", "Helvia Telekom has no plan in a stage.");

    [Fact]
    public void an_unregistered_customer_is_refused() => IsRefused(
        Helvia.Unknown.AdvancePlan("A1", () => Passing, Helvia.Today), "customer-unknown", "Nobody has registered a customer helvia.");

    [Theory]
    [InlineData(0, "2026-05-04")]
    [InlineData(10, "2026-05-18")]
    [InlineData(25, "2026-06-08")]
    public void the_next_one_may_take_so_many_working_days(int workingDays, string due) => Assert.Equal(
        new StageEntered(new Stage("A1", "Insight", "AR", "E2", Day("2026-05-04"), Day(due))),
        StageTrack.Enter(
            "A1", "Insight", "AR", "E2", workingDays, Day("2026-05-04"), WorkingCalendar.MondayToFriday));
}
