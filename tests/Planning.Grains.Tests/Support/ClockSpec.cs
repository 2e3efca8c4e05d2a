using System.Collections.Immutable;
using System.Globalization;
using Planning.Accounts.Customers;
using Planning.Flows.Instances;
using Planning.Grains.Customers;
using Planning.Grains.Turns;
using Planning.Workflows.Playbooks;

namespace Planning.Grains.Tests.Support;

/// <summary>The own grain of a workflow called Nightly, from Monday, 7 December 2026, 09:30; nothing but pure turns.</summary>
public abstract class ClockSpec : TurnSpec
{
    private readonly Dictionary<string, DateTimeOffset> _timers = new(StringComparer.Ordinal);

    protected ClockSpec() => State = new CustomerState(
        Customer.Unknown(NoCustomer.GrainOf("nightly")), 0, 0,
        ImmutableSortedDictionary.Create<string, WorkflowState>(StringComparer.Ordinal));

    protected static Request Set { get; } = new Request.SetClock("nightly");

    protected static string Night { get; } = Cron("night", "0 0 2 * * *");

    /// <summary>Waits, so that the instance stays.</summary>
    protected static string Wait { get; } = """{ "type": "Elsa.Event", "id": "wait", "eventName": "go on" }""";

    protected static string Cron(string id, string expression) => Trigger("Elsa.Cron", id, "cronExpression", expression);

    protected static string Timer(string id, string interval) => Trigger("Elsa.Timer", id, "interval", interval);

    protected static string StartAt(string id, string moment) => Trigger("Elsa.StartAt", id, "dateTime", moment);

    protected static string Trigger(string type, string id, string input, string value) => $$"""
        { "type": "{{type}}", "id": "{{id}}", "customProperties": { "canStartWorkflow": true },
          "{{input}}": { "expression": { "type": "Literal", "value": "{{value}}" } } }
        """;

    protected static string Nightly(int version, params string[] activities) => Workflow("nightly", version, "{}", activities);

    protected static string OneNightlyAtATime(params string[] activities) => Workflow(
        "nightly",
        1,
        """{ "activationStrategyType": "Elsa.Workflows.ActivationValidators.SingletonStrategy, Elsa.Workflows.Core" }""",
        activities);

    protected static string Workflow(string id, int version, string options, params string[] activities) => $$"""
        { "id": "{{id}}-{{version}}", "definitionId": "{{id}}", "name": "Nightly", "version": {{version}}, "options": {{options}},
          "isPublished": true, "root": { "type": "Elsa.Sequence", "id": "s", "activities": [ {{string.Join(',', activities)}} ] } }
        """;

    protected static Playbook Of(params string[] workflows) => Playbooks.And(workflows);

    /// <summary>It is that time, and what is due by then is told, the most overdue first.</summary>
    protected void At(string time, string day = "2026-12-07")
    {
        Clock.GoTo($"{day}T{time}Z");
        foreach (var due in Due().Where(due => due.Value <= Clock.GetUtcNow()).OrderBy(due => due.Value).ToList())
        {
            When(new Request.TimerDue(due.Key), actor: "timer");
        }
    }

    /// <summary>The timers as the store has them after the turns so far.</summary>
    protected IReadOnlyDictionary<string, DateTimeOffset> Due() => _timers;

    protected override void When(Request request, string actor = "anna")
    {
        base.When(request, actor);
        foreach (var cleared in Last.Commit.TimersCleared)
        {
            _timers.Remove(cleared);
        }

        foreach (var set in Last.Commit.TimersSet)
        {
            _timers[set.Name] = set.Due;
        }
    }

    /// <summary>When the clock strikes next, in order.</summary>
    protected IEnumerable<string> Next => Due().Where(due => due.Key.StartsWith("clock:", StringComparison.Ordinal))
        .Select(due => due.Value).Order()
        .Select(due => due.UtcDateTime.ToString("dd HH:mm:ss", CultureInfo.InvariantCulture));
}
