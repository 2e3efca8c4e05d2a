using Planning.Flows.Instances;
using Planning.Flows.Tests.Support;
using static Planning.Flows.Tests.Support.Steps;

namespace Planning.Flows.Tests.Authors;

public sealed class When_a_fork_is_reached : FlowSpec
{
    [Fact]
    public void it_waits_for_all_its_branches()
    {
        GivenTheSequence(ForkOf("WaitAll", Await("A"), Await("B")), Say("after"));
        WhenItStarts();
        WhenItIsResumedAt("B");
        ThenItWaitsAt("A");
        WhenItIsResumedAt("A");
        Assert.Equal(["after"], Lines);
        ThenItIsFinished();
    }

    [Fact]
    public void or_for_the_first_and_then_the_others_are_cancelled()
    {
        GivenTheSequence(ForkOf("WaitAny", Await("A"), Sequence("branch", Await("B"))), Say("after"));
        WhenItStarts();
        WhenItIsResumedAt("A");
        Assert.Equal(["after"], Lines);
        Assert.Equal(["branch", "B"],
            Log.Where(record => record.EventName == LogEvents.Canceled).Select(record => record.ActivityId));
        ThenItIsFinished();
    }

    [Fact]
    public void a_break_in_one_branch_ends_it_and_the_loop_around_it()
    {
        GivenTheSequence(
            ForEach("loop", Literal("[1,2]"), ForkOf("WaitAll", Await("A"), Sequence("branch", Say("B"), Break()))), Say("after"));
        WhenItStarts();
        Assert.Equal(["B", "after"], Lines);
        ThenItIsFinished();
    }

    [Theory]
    [InlineData("Fork", "branches")]
    [InlineData("Parallel", "activities")]
    public void without_branches_it_is_done_at_once(string type, string member)
    {
        GivenTheSequence($$"""{ "type": "Elsa.{{type}}", "id": "fork", "{{member}}": [] }""", Say("after"));
        WhenItStarts();
        Assert.Equal(["after"], Lines);
        ThenItIsFinished();
    }

    private static string ForkOf(string mode, params string[] branches) =>
        $$"""{ "type": "Elsa.Fork", "version": 1, "id": "fork", "joinMode": "{{mode}}", "branches": [ {{List(branches)}} ] }""";
}
