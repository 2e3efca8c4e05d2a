using Planning.Accounts.Customers;
using Planning.Grains.Store;
using Planning.Grains.Tests.Support;
using Planning.Grains.Turns;

namespace Planning.Grains.Tests.Turns;

public sealed class When_a_workflow_is_started_by_hand : TurnSpec
{
    // Asks for a call with a secret pass and waits; there is only one at a time.
    private const string Renewal = """
        {
          "id": "renewal-1", "definitionId": "renewal", "name": "Renewal", "version": 1,
          "options": { "activationStrategyType": "Elsa.Workflows.ActivationValidators.SingletonStrategy, Elsa.Workflows.Core" },
          "inputs": [{ "name": "Budget", "type": "Int64" }],
          "variables": [{ "id": "v1", "name": "Days", "typeName": "Int64", "value": "30" }],
          "root": { "type": "Elsa.Sequence", "version": 1, "id": "s", "activities": [
            { "type": "Elsa.WriteLine", "version": 1, "id": "say",
              "text": { "expression": { "type": "Input", "value": "Budget" } } },
            { "type": "Elsa.RunTask", "version": 1, "id": "task",
              "taskName": { "expression": { "type": "Literal", "value": "call the sponsor" } } } ] }
        }
        """;

    // Nobody can divide by zero.
    private const string Faulty = """
        {
          "id": "faulty-1", "definitionId": "faulty", "name": "Faulty", "version": 1,
          "root": { "type": "Elsa.Sequence", "version": 1, "id": "s", "activities": [
            { "type": "Elsa.Fault", "version": 1, "id": "stop",
              "message": { "expression": { "type": "Literal", "value": "No money." } } } ] }
        }
        """;

    public When_a_workflow_is_started_by_hand() => Playbook = Playbooks.And(Renewal, Faulty);

    private static Request Start { get; } = new Request.StartWorkflow(
        "renewal", new Dictionary<string, object?>(StringComparer.Ordinal) { ["Budget"] = 250L })
    {
        Why = "the contract ends",
    };

    private string Instance => Assert.IsType<Answer.Done>(Last.Answer).Instance!;

    [Fact]
    public void it_begins_with_its_input_and_the_answer_names_the_instance()
    {
        Given(Helvia.Known);
        When(Start);

        Assert.Equal([$"The workflow Renewal ({Instance}) was started: the contract ends."], Happened);
        Assert.Equal("helvia.2.1", Instance);
        Assert.Equal(("helvia", 250L), (State.Workflows[Instance].CorrelationId, State.Workflows[Instance].Input.Single().Value));
    }

    [Fact]
    public void one_that_may_run_only_once_is_not_started_twice()
    {
        Given(Helvia.Known, Start);
        When(Start);

        ThenItIsRefused(
            "activation-refused", "The workflow Renewal does not begin while another that counts is running (Singleton).");
        Assert.Single(State.Workflows);
    }

    [Fact]
    public void what_cannot_be_started_is_refused()
    {
        When(Start);
        ThenItIsRefused("customer-unknown", "Nobody has registered a customer helvia.");
        Given(Helvia.Known);
        When(new Request.StartWorkflow("nothing", new Dictionary<string, object?>()));
        ThenItIsRefused("definition-unknown", "There is no workflow nothing.");
        When(new Request.StartWorkflow("strategic-account-plan", new Dictionary<string, object?>()));
        ThenItIsRefused("plan-needed", "The workflow Strategic account plan begins when a plan is opened, not by itself.");
    }

    [Fact]
    public void a_variable_can_be_set_by_its_name()
    {
        Given(Helvia.Known, Start);
        var instance = Instance;
        When(new Request.AlterWorkflow(instance) { Variables = [new("Days", 60)] });

        Assert.Equal([$"The workflow Renewal ({instance}) was altered, variable Days set."], Happened);
        Assert.Equal(60L, State.Workflows[instance].Variable("Days"));
    }

    [Fact]
    public void an_incident_outside_a_plan_waits_for_the_admin_until_it_is_over()
    {
        Given(Helvia.Known);
        When(new Request.StartWorkflow("faulty", new Dictionary<string, object?>()));
        var instance = Instance;
        Assert.Equal($"The workflow Faulty ({instance}) stopped at stop: No money.", Happened[1]);
        Assert.Equal(["incident Faulty: No money. ADMIN"], Waits());

        When(new Request.CancelWorkflow(instance, null));
        Assert.Equal(
            [$"The workflow Faulty ({instance}) was cancelled.", $"The workflow Faulty ({instance}) has no incident any more."],
            Happened);
        Assert.Empty(Waits());
    }

    [Fact]
    public void what_it_did_is_kept_entry_by_entry()
    {
        Given(Helvia.Known);
        When(Start);

        var log = Words.Read<List<LogEntry>>(Assert.Single(Last.Commit.Log).Entries);
        Assert.Equal(Enumerable.Range(0, log.Count).Select(at => (long)at), log.Select(entry => entry.Sequence));
        Assert.Equal(
            ["Started Workflow1", "Started s", "Started say", "Completed say", "Started task", "Suspended task"],
            log.Select(entry => $"{entry.Event} {entry.Activity}"));
        Assert.Equal("250", log.Single(entry => entry is { Event: "Completed", Activity: "say" }).Inputs!["Text"]!.ToString());
        var waiting = Last.Commit.Executions.Select(kept => Words.Read<ActivityExecution>(kept.Body)).Single(one => one.Waits);
        Assert.Equal(("task", "Running"), (waiting.Activity, waiting.Status));
        Assert.Equal(["say"], Last.Commit.Executions.Where(kept => kept.IsOver).Select(kept => kept.Node.Split(':')[^1]));
    }

    private IEnumerable<string> Waits() => Waiting.Of(State.Customer).Select(one => $"{one.Kind} {one.Subject} {one.Role}");
}
