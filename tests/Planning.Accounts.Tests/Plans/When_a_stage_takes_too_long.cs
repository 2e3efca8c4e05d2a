using Planning.Accounts.Customers;
using Planning.Accounts.Stages;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Plans;

public sealed class When_a_stage_takes_too_long
{
    [Fact]
    public void it_is_noted_the_day_after_its_last_day() => Assert.Equal(
        [new StageOverdue("A1", "Insight", Day("2026-06-08"))], Events(Helvia.Planning.TimeCame(CustomerTimer.StageDue, Occasions.On("2026-06-09"))));

    [Fact]
    public void its_last_day_is_still_in_time() => NothingHappens(Helvia.Planning.TimeCame(CustomerTimer.StageDue, Occasions.On("2026-06-08")));

    [Fact]
    public void it_is_noted_once()
    {
        var noted = After(Helvia.Planning, Helvia.Planning.TimeCame(CustomerTimer.StageDue, Occasions.On("2026-06-09")));

        Assert.True(noted.Plan!.Track.Open[0].OverdueNoted);
        NothingHappens(noted.TimeCame(CustomerTimer.StageDue, Occasions.On("2026-06-10")));
    }

    [Fact]
    public void the_next_stage_starts_afresh()
    {
        var next = After(
            Helvia.Planning,
            new StageOverdue("A1", "Insight", Day("2026-06-08")),
            new StagePassed("A1", "Insight", "gates 2026.1", []),
            new StageEntered(Helvia.Insight with { Code = "A2", Due = Day("2026-06-23") }));

        Assert.Single(Events(next.TimeCame(CustomerTimer.StageDue, Occasions.On("2026-06-24"))));
    }

    [Fact]
    public void without_a_plan_or_stage_there_is_nothing_to_note()
    {
        NothingHappens(Helvia.Known.TimeCame(CustomerTimer.StageDue, Occasions.On("2026-06-09")));
        NothingHappens(After(Helvia.Planning, new StagePassed("A1", "Insight", "gates 2026.1", []))
            .TimeCame(CustomerTimer.StageDue, Occasions.On("2026-06-09")));
    }
}
