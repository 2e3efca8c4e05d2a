using Planning.Accounts.Customers;
using Planning.Flows.Instances;
using Planning.Grains.Tests.Support;
using Planning.Grains.Turns;
using Planning.Workflows.Playbooks;

namespace Planning.Grains.Tests.Turns;

/// <summary>The plan's workflow stops at A1, whose working days are wrong; what an admin can do about it.</summary>
public sealed class When_an_admin_mends_a_workflow : TurnSpec
{
    private static readonly PlaybookFile File = PlaybookFile.Shipped.Single(file => file.Name == "strategic-account-plan.json");

    public When_an_admin_mends_a_workflow()
    {
        Playbook = Playbooks.With(Flawed);
        Given(Helvia.Known, Helvia.Opened, Helvia.Confirmed, Helvia.Advanced("A0"));
        Assert.Single(Plan.OpenIncidents);
    }

    private static string Flawed => File.Body.Replace("\"value\": \"25\"", "\"value\": \"-25\"", StringComparison.Ordinal);

    // The workflow as it should have been, as a later version.
    private static string Mended => File.Body
        .Replace($"\"strategic-account-plan-{File.Identity()!.Value.Version}\"", "\"strategic-account-plan-102\"", StringComparison.Ordinal)
        .Replace($"\"version\": {File.Identity()!.Value.Version},\n  \"toolVersion\"", "\"version\": 102,\n  \"toolVersion\"", StringComparison.Ordinal);

    private WorkflowState Plan => State.Workflows[Id];

    private static string Id => "helvia-plan-2";

    [Fact]
    public void it_waits_for_the_admin() =>
        Assert.Equal(["incident ADMIN"], Waiting.Of(State.Customer).Select(waiting => $"{waiting.Kind} {waiting.Role}"));

    [Fact]
    public void retried_without_being_mended_it_stops_again()
    {
        When(new Request.RetryWorkflow(Id, null, "perhaps it passes"));

        Assert.Equal($"The workflow Strategic account plan ({Id}) was retried: perhaps it passes.", Happened[0]);
        Assert.StartsWith("The plan's workflow stopped at a1: ", Happened[1], StringComparison.Ordinal);
        Assert.Equal(2, Plan.Incidents.Count);
        Assert.Single(Plan.OpenIncidents);
        Assert.Single(Waiting.Of(State.Customer), waiting => waiting.Kind == "incident");
    }

    [Fact]
    public void taken_to_a_mended_version_and_retried_it_goes_on()
    {
        Playbook = Playbooks.With(Flawed, Mended);
        When(new Request.AlterWorkflow(Id) { Version = 102, Why = "A1 has 25 working days" }, actor: "mei");
        Assert.Equal(
            [$"The workflow Strategic account plan ({Id}) was altered, taken to version 102: A1 has 25 working days."], Happened);
        Assert.Equal("mei", Last.Commit.Actor);
        Assert.Equal(102, Last.Commit.Instances.Single().DefinitionVersion);

        When(new Request.RetryWorkflow(Id, Plan.OpenIncidents.Single().ActivityInstanceId, null));
        Assert.StartsWith($"The workflow Strategic account plan ({Id}) was retried at helvia.", Happened[0], StringComparison.Ordinal);
        Assert.Equal("Stage A1 Insight began; AR has it until 2027-01-13.", Happened[1]);
        Assert.Empty(Plan.OpenIncidents);
        Assert.DoesNotContain(Waiting.Of(State.Customer), waiting => waiting.Kind == "incident");
        Assert.Equal("A1", State.Customer.Plan!.Track.Open.Single().Code);
    }

    [Fact]
    public void without_the_activity_that_failed_it_goes_on_elsewhere()
    {
        When(new Request.AlterWorkflow(Id) { Cancel = ["a1"], Schedule = ["a2"], Why = "insight was done last year" });

        Assert.Equal(
            $"The workflow Strategic account plan ({Id}) was altered, activity a1 cancelled, activity a2 scheduled: "
            + "insight was done last year.",
            Happened[0]);
        Assert.StartsWith("Stage A2 ", Happened[1], StringComparison.Ordinal);
        Assert.Empty(Plan.OpenIncidents);
    }

    [Fact]
    public void one_alteration_that_cannot_be_done_keeps_all_of_them_out()
    {
        var before = State;
        When(new Request.AlterWorkflow(Id) { Cancel = ["a1"], Schedule = ["a99"] });

        ThenItIsRefused("alteration-impossible", "The workflow has no activity \"a99\".");
        Assert.Same(before.Customer, State.Customer);
        Assert.Same(before.Workflows, State.Workflows);
        Assert.Empty(Last.Commit.Log);
    }

    [Fact]
    public void cancelled_it_takes_the_plan_along_and_another_can_be_opened()
    {
        When(new Request.CancelWorkflow(Id, "the plan is done in another tool"));
        Assert.Equal(
            [
                $"The workflow Strategic account plan ({Id}) was cancelled: the plan is done in another tool.",
                "The plan 2027 to 2031 was given up with its workflow.",
            ],
            Happened);
        Assert.Equal([], Last.Commit.Waiting!);

        Playbook = Playbooks.Shipped;
        When(Helvia.Opened);
        Assert.Equal("A0", State.Customer.Plan!.Track.Open.Single().Code);
    }

    [Fact]
    public void what_cannot_be_done_is_refused()
    {
        When(new Request.RetryWorkflow("nobody", null, null));
        ThenItIsRefused("instance-unknown", "helvia has no workflow instance nobody that is not over.");
        When(new Request.AlterWorkflow("nobody"));
        ThenItIsRefused("instance-unknown", "helvia has no workflow instance nobody that is not over.");
        When(new Request.AlterWorkflow(Id) { Version = 900 });
        ThenItIsRefused("version-unknown", "There is no version 900 of Strategic account plan.");
        When(new Request.AlterWorkflow(Id));
        ThenItIsRefused(
            "nothing-to-alter", "Say what is to be altered: a version, a variable, an activity to cancel or to schedule.");
        Given(new Request.CancelWorkflow(Id, null));
        When(new Request.RetryWorkflow(Id, null, null));
        ThenItIsRefused("instance-unknown", $"helvia has no workflow instance {Id} that is not over.");
    }

    [Fact]
    public void it_comes_to_the_same_when_it_is_asked_again()
    {
        Playbook = Playbooks.With(Flawed, Mended);
        foreach (var request in new Request[]
        {
            new Request.AlterWorkflow(Id) { Version = 102, Why = "mended" },
            new Request.RetryWorkflow(Id, null, null),
            new Request.CancelWorkflow(Id, null),
        })
        {
            var before = State;
            When(request);
            var again = Turn.Take(
                before, new Message(Last.Commit.Message, Last.Commit.Actor, request), Playbook, Clock.GetUtcNow());
            Assert.Equal(Words.Text(Last.Commit), Words.Text(again.Commit));
        }
    }
}
