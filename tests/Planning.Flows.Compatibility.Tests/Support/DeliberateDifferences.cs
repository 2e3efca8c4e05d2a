namespace Planning.Flows.Compatibility.Tests.Support;

/// <summary>Where we do not do what Elsa did, case by case and each with its reason (contract §25).</summary>
internal static class DeliberateDifferences
{
    private const string JoinBeforeEnd =
        "Elsa completes the workflow before the join that cancelled a waiting branch; ours runs the join and what follows first.";

    private const string NothingLeftRunning = "Elsa leaves the containers Running after Finish and Cancel; ours are cancelled.";

    private const string StartHonoured = "Elsa forgets a flowchart's explicit start when it reads JSON; ours begins there.";

    private const string NothingWaitsAfterAFault =
        "Elsa keeps the bookmarks of a faulted instance, which nothing can resume; ours are gone.";

    private const string NoSuchBranch = "Elsa lets a connection begin at a branch that the fork does not have; ours is refused.";

    private const string FaultWithoutMessage =
        "Where the author gave no message, Elsa tells the .NET type of an exception; ours says which activity.";

    private const string RefusedBeforeItRuns =
        "Elsa finds out while the script runs, or can do it with Jint 4; ours refuses the script when it is published, with advice.";

    private const string OwnLoopVariables =
        "Elsa's loops share CurrentValue with the loops around them; ours gives the outer value back.";

    private const string LastRound = "Elsa's getOutputFrom keeps the value of a loop's first round; ours tells the last one.";

    private const string RecordIsKept = "Elsa does not show the record of a child workflow among the variables; ours does.";

    private static readonly (string Case, string[] Fields, string Reason)[] All =
    [
        ("Elsa.Workflows.IntegrationTests.Activities.FinishSequentialWorkflow", ["journal"], NothingLeftRunning),
        ("Elsa.Activities.IntegrationTests.Primitives.Workflows.FinishInSequenceWorkflow", ["journal"], NothingLeftRunning),
        ("Elsa.Workflows.IntegrationTests.Activities.FinishForkedWorkflow", ["journal"], NothingLeftRunning),
        ("Elsa.Workflows.IntegrationTests.Scenarios.Incidents.Workflows.FaultyWorkflow/counter", ["bookmarkNames", "incidents"],
            NothingWaitsAfterAFault),
        ("Elsa.Workflows.IntegrationTests.Scenarios.Incidents.Workflows.FaultyWorkflow/token", ["bookmarkNames", "incidents"],
            NothingWaitsAfterAFault),
        ("Elsa.Workflows.IntegrationTests.Scenarios.BlockingAndBreaking.Workflows.WaitAnyForkWorkflow", ["lines", "journal"],
            "Of two branches that wait, Elsa's test happens to resume the second first; ours begin with the older bookmark."),
        ("Elsa.Workflows.IntegrationTests.Scenarios.WorkflowCancellation.Workflows.BulkSuspendedWorkflow",
            ["lines", "instances", "journal"],
            "Elsa finds nothing in a list that was read from JSON as a literal; ours starts a workflow for each item."),
        ("Elsa.Activities.IntegrationTests.Primitives.Workflows.FaultWithDefaultsWorkflow", ["incidents"], FaultWithoutMessage),
        ("fault-after-resume", ["incidents"], FaultWithoutMessage),
        ("fault-faultstrategy-other-branch-waits/counter", ["bursts", "bookmarks"], NothingWaitsAfterAFault),
        ("fault-faultstrategy-other-branch-waits/token", ["bursts", "bookmarks"], NothingWaitsAfterAFault),
        ("foreach-null-items", ["subStatus", "lines", "incidents", "openActivities", "journal"],
            "Elsa fails at a loop over nothing; ours has no rounds."),
        ("complete-with-object-expression", ["lines", "journal"],
            "Elsa takes the text [\"Good\"] for the name of an outcome; ours reads the list."),
        ("complete-in-child-cancels-waiting-branch/counter", ["subStatus", "bursts", "incidents", "openActivities", "journal"],
            "Elsa fails when a flowchart that counts visits is cancelled inside another workflow; ours is cancelled."),
        ("complete-in-child-cancels-waiting-branch/token", ["journal"], "Elsa journals a flowchart as completed twice."),
        ("fork-without-branches/counter", ["definition"], NoSuchBranch),
        ("fork-without-branches/token", ["definition"], NoSuchBranch),
        ("fork-waitany-event-pending/token", ["journal"], JoinBeforeEnd),
        ("fork-waitany-event-listed-last/counter", ["lines", "journal"],
            "Elsa runs a WaitAny join that was queued early a second time; ours runs it once."),
        ("two-events-waitany-cancels/token", ["journal"], JoinBeforeEnd),
        ("waitany-then-event/token", ["lines", "startException", "noInstance"], JoinBeforeEnd),
        ("waitany-cancels-nested-flowchart/counter",
            ["subStatus", "lines", "bursts", "bookmarks", "incidents", "openActivities", "journal"],
            "Elsa fails when a nested flowchart that counts visits is cancelled; ours is cancelled, and the join goes on."),
        ("waitany-cancels-nested-flowchart/token", ["journal"],
            "Elsa journals the nested flowchart as completed and then as cancelled; ours is cancelled once."),
        ("start-property-is-ignored/counter", ["lines", "journal"], StartHonoured),
        ("start-property-is-ignored/token", ["lines", "journal"], StartHonoured),
        ("cancel-while-suspended", ["openActivities", "journal"], NothingLeftRunning),
        ("cancel-parent-cancels-child", ["openActivities", "journal"], NothingLeftRunning),
        ("await-at-top-level", ["definition"], RefusedBeforeItRuns),
        ("event-with-failing-name", ["definition"], RefusedBeforeItRuns),
        ("modern-syntax-2", ["definition"], RefusedBeforeItRuns),
        ("result-formatting", ["definition"], RefusedBeforeItRuns),
        ("script-syntax-error", ["definition"], RefusedBeforeItRuns),
        ("break-inner-loop-only", ["lines"], OwnLoopVariables),
        ("parallelforeach-inside-foreach", ["lines"], OwnLoopVariables),
        ("getoutput-in-flowchart-loop/counter", ["lines"], LastRound),
        ("getoutput-in-flowchart-loop/token", ["lines"], LastRound),
        ("ExecuteWorkflow/parent-capture-output", ["variables"], RecordIsKept),
        ("execute-faulting-child", ["variables"], RecordIsKept),
        ("execute-in-foreach", ["variables"], RecordIsKept),
        ("execute-nowait-suspended-child", ["variables"], RecordIsKept),
        ("execute-wait", ["variables"], RecordIsKept),
        ("execute-wait-suspended-child", ["lines", "bursts", "variables"],
            "Elsa loses the output of a child that finishes later; ours has it in the record."),
        ("finish-in-foreach", ["openActivities", "journal"], NothingLeftRunning),
        ("fork-join-waitany-in-loop/counter", ["lines", "journal"],
            "Elsa runs a WaitAny join that was queued early a second time; ours runs it once."),
        ("loop-back-into-one-fork-branch/counter", ["incidents", "openActivities", "journal"],
            "Elsa blames the activity before a wrong loop; ours blames the flowchart that draws it."),
        ("parallelforeach-list-variables", ["lines", "journal"],
            "Elsa finds nothing in some kinds of lists; ours goes through every list."),
        ("Elsa.Workflows.IntegrationTests.Scenarios.HttpRequestWithLiquid.JavascriptAndLiquidWorkflow", ["definition"],
            "Liquid is no language of ours: it is refused before it runs, with its place."),
        ("types-and-defaults", ["lines"],
            "Elsa shows .NET types of objects and time spans to scripts; ours are JavaScript objects and texts."),
    ];

    public static IEnumerable<string> Cases => All.Select(difference => difference.Case);

    public static bool Contain(string id, string field) => Of(id).Contains(field);

    public static IEnumerable<string> Of(string id) =>
        All.Where(difference => difference.Case == id).SelectMany(difference => difference.Fields);
}
