using Planning.Accounts.Tiers;
using Planning.Flows.Activities;
using Planning.Grains.Tests.Support;
using Planning.Grains.Turns;
using Planning.Workflows.Plans;

namespace Planning.Grains.Tests.Turns;

public sealed class When_a_workflow_goes_wrong : TurnSpec
{
    [Fact]
    public void the_stage_before_is_passed_and_the_incident_waits_for_an_admin()
    {
        Playbook = Playbooks.Where("\"value\": \"25\"", "\"value\": \"-25\"");
        Given(Helvia.Known, Helvia.Opened, Helvia.Confirmed);
        When(Helvia.Advanced("A0"));
        Assert.Equal(2, Happened.Count);
        Assert.StartsWith("Stage A0 Trigger was passed by plan-gates 2026.13: ", Happened[0], StringComparison.Ordinal);
        Assert.StartsWith("The plan's workflow stopped at a1: ", Happened[1], StringComparison.Ordinal);
        Assert.Equal(["incident ADMIN"], Last.Commit.Waiting!.Select(waiting => $"{waiting.Kind} {waiting.Role}"));
        Assert.Equal(["stage-due"], Last.Commit.TimersCleared);
        When(Helvia.Advanced("A0"));
        ThenItIsRefused("no-stage", "The plan has no stage to advance from.");
    }

    [Fact]
    public void ten_thousand_events_in_a_turn_are_allowed()
    {
        Playbook = Playbooks.Doing(new Chatter(Turn.MostEvents - 1));
        Given(Helvia.Known);
        When(Helvia.Opened);
        Assert.Equal(Turn.MostEvents, Happened.Count);
    }

    [Fact]
    public void one_more_and_the_turn_is_refused_whole()
    {
        Playbook = Playbooks.Doing(new Chatter(Turn.MostEvents));
        Given(Helvia.Known);
        var before = State;
        When(Helvia.Opened);
        ThenItIsRefused(
            "turn-without-end",
            "More than 10000 things would happen in one turn. Nothing was changed; the workflow needs mending.");
        Assert.Same(before.Customer, State.Customer);
        Assert.Empty(State.Workflows);
        Assert.Empty(Last.Commit.Instances);
        Assert.Empty(Last.Commit.BookmarksCreated);
        Assert.Null(Last.Commit.Row);
    }

    /// <summary>Tells a role something, again and again.</summary>
    private sealed class Chatter(int times) : IActivity
    {
        public ActivityDescriptor Descriptor { get; } = new() { TypeName = "Spec.Chatter", Category = "Spec" };

        public void Execute(ActivityContext context)
        {
            for (var i = 0; i < times; i++)
            {
                ((ICustomerTurn)context.Subject!).Happened(new RoleNotified("AR", "spec", "again"));
            }
        }

        public void Resume(ActivityContext context, Resumption resumption)
        {
        }
    }
}
