namespace Planning.Flows.Tests.Compatibility;

/// <summary>Where we do not do what Elsa did, case by case and each with its reason (contract §25).</summary>
internal static class DeliberateDifferences
{
    private const string JoinBeforeEnd =
        "Elsa completes the workflow before the join that cancelled a waiting branch; ours runs the join and what follows first.";

    private const string NothingLeftRunning = "Elsa leaves the containers Running after Finish; ours are cancelled.";

    private const string NothingWaitsAfterAFault =
        "Elsa keeps the bookmarks of a faulted instance, which nothing can resume; ours are gone.";

    private static readonly (string Case, string[] Fields, string Reason)[] All =
    [
        ("Elsa.Workflows.IntegrationTests.Activities.FinishSequentialWorkflow", ["journal"], NothingLeftRunning),
        ("Elsa.Activities.IntegrationTests.Primitives.Workflows.FinishInSequenceWorkflow", ["journal"], NothingLeftRunning),
        ("Elsa.Workflows.IntegrationTests.Activities.FinishForkedWorkflow", ["journal"], NothingLeftRunning),
        ("Elsa.Workflows.IntegrationTests.Scenarios.Incidents.Workflows.FaultyWorkflow", ["bookmarks"], NothingWaitsAfterAFault),
        ("Elsa.Workflows.IntegrationTests.Scenarios.BlockingAndBreaking.Workflows.WaitAnyForkWorkflow", ["lines", "journal"],
            "Of two branches that wait, Elsa's test happens to resume the second first; ours begin with the older bookmark."),
        ("fault-faultstrategy-other-branch-waits/token", ["bookmarks"], NothingWaitsAfterAFault),
        ("foreach-null-items", ["status", "subStatus", "lines", "journal"],
            "Elsa fails at a loop over nothing; ours has no rounds."),
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
