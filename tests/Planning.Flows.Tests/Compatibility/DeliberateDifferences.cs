namespace Planning.Flows.Tests.Compatibility;

/// <summary>Where we do not do what Elsa did, case by case and each with its reason (contract §25).</summary>
internal static class DeliberateDifferences
{
    private const string JoinBeforeEnd =
        "Elsa completes the workflow before the join that cancelled a waiting branch; ours runs the join and what follows first.";

    private const string NothingLeftRunning = "Elsa leaves the containers Running after Finish; ours are cancelled.";

    private static readonly (string Case, string[] Fields, string Reason)[] All =
    [
        ("Elsa.Workflows.IntegrationTests.Activities.FinishSequentialWorkflow", ["journal"], NothingLeftRunning),
        ("Elsa.Activities.IntegrationTests.Primitives.Workflows.FinishInSequenceWorkflow", ["journal"], NothingLeftRunning),
        ("fork-waitany-event-pending/token", ["journal"], JoinBeforeEnd),
        ("two-events-waitany-cancels/token", ["journal"], JoinBeforeEnd),
        ("waitany-then-event/token", ["lines", "journal"], JoinBeforeEnd),
        ("waitany-cancels-nested-flowchart/token", ["journal"],
            "Elsa journals the nested flowchart as completed and then as cancelled; ours is cancelled once."),
        ("start-property-is-ignored/token", ["lines", "journal"],
            "Elsa forgets a flowchart's explicit start when it reads JSON; ours begins there."),
    ];

    public static bool Contain(string id, string field) =>
        All.Any(difference => difference.Case == id && difference.Fields.Contains(field));
}
