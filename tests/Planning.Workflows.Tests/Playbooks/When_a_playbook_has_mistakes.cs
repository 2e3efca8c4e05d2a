using Planning.Workflows.Playbooks;
using Planning.Workflows.Tests.Support;

namespace Planning.Workflows.Tests.Playbooks;

public sealed class When_a_playbook_has_mistakes
{
    public static TheoryData<string, string> Needed =>
        [.. PlaybookFile.Shipped.Where(file => file.Kind is not PlaybookFile.Workflow).Select(file => (file.Name, file.Kind))];

    [Theory]
    [MemberData(nameof(Needed))]
    public void a_missing_file_is_named_with_its_kind(string name, string kind) => Assert.Equal(
        [$"{name}: PLAYBOOK001 at $: The playbook needs a file {name} of the kind {kind}."],
        Shipped.MistakesIn(Shipped.Without(name)));

    [Fact]
    public void nothing_at_all_lacks_everything() => Assert.Equal(
        PlaybookFile.Shipped.Select(file => file.Name).ToHashSet(),
        Assert.IsType<PlaybookReading.Flawed>(PlaybookReader.Read([])).Mistakes.Select(mistake => mistake.File).ToHashSet());

    [Fact]
    public void a_misspelt_fact_is_found_at_its_line_and_column_with_what_was_meant() => Assert.Equal(
        ["tiering.json: RULE021 at $.Rules[3].Expression (1:43): Unknown field `Mach`. Did you mean `Match`?"],
        Shipped.MistakesIn(Shipped.Where(
            "tiering.json", "\\\"HARVEST\\\" && customer.Match >= 60", "\\\"HARVEST\\\" && customer.Mach >= 60")));

    [Fact]
    public void an_unknown_activity_is_found_in_its_workflow() => Assert.Equal(
        "strategic-account-plan.json: FLOW003 at $.root.activities[19].type: There is no activity of type \"Elsa.Edn\" here. "
        + "Replace it by one from the toolbox.",
        Shipped.MistakesIn(Shipped.Where("strategic-account-plan.json", "\"type\": \"Elsa.End\"", "\"type\": \"Elsa.Edn\""))[0]);

    [Fact]
    public void an_activity_that_needs_a_customer_is_refused_where_only_the_clock_begins_for_none() => Assert.Equal(
        ["nightly.json: PLAYBOOK010 at Workflow1:s:stage: \"stage\" needs a customer, and a workflow that only the clock begins "
            + "runs for none. Let an event at a customer begin it."],
        Shipped.MistakesIn([.. PlaybookFile.Shipped, Nightly("")]));

    [Fact]
    public void where_an_event_begins_it_too_the_activity_has_its_customer() => Assert.IsType<PlaybookReading.Sound>(
        PlaybookReader.Read([.. PlaybookFile.Shipped, Nightly("""
            { "type": "Elsa.Event", "id": "asked", "eventName": "asked", "customProperties": { "canStartWorkflow": true } },
            """)]));

    [Fact]
    public void a_retry_strategy_that_the_company_does_not_have_is_found_in_the_workflow_that_names_it() => Assert.Equal(
        ["ask.json: FLOW023 at $.root.customProperties.resilienceStrategy: There is no retry strategy \"stubborn\". "
            + "Choose one of: quick, patient."],
        Shipped.MistakesIn(
        [
            .. PlaybookFile.Shipped,
            new PlaybookFile(PlaybookFile.Workflow, "ask.json", """
                { "definitionId": "ask", "root": { "type": "Elsa.SendHttpRequest", "id": "ask", "url": "https://credit.example/",
                  "customProperties": { "resilienceStrategy": { "mode": "Identifier", "strategyId": "stubborn" } } } }
                """),
        ]));

    [Fact]
    public void a_gate_must_say_which_stage_it_guards() => Assert.Equal(
        ["plan-gates.json: PLAYBOOK003 at $.Rules[0].Properties.gate: Say which stage A0-AR-SEAT guards: \"gate\": \"A1\"."],
        Shipped.MistakesIn(Shipped.With("plan-gates.json", """
            { "WorkflowName": "plan-gates", "Version": "2", "Rules": [
              { "RuleName": "A0-AR-SEAT", "Expression": "plan.AccountSeatFilled", "Properties": { "gate": 0 } } ] }
            """)));

    [Fact]
    public void all_of_them_are_told_at_once() => Assert.Equal(
        [
            "plan-gates.json PLAYBOOK001", "calendars.json PLAYBOOK002", "planning.json PLAYBOOK002",
            "strategic-account-plan.json PLAYBOOK001",
        ],
        Assert.IsType<PlaybookReading.Flawed>(PlaybookReader.Read(
            [
                .. Shipped.Where("calendars.json", "12-02", "12-32")
                    .Where(file => file.Name is not ("plan-gates.json" or "planning.json" or "strategic-account-plan.json")),
                new PlaybookFile(PlaybookFile.Policies, "planning.json", "{ not json"),
            ])).Mistakes.Select(mistake => $"{mistake.File} {mistake.Code}"));

    [Fact]
    public void of_several_versions_of_a_file_the_last_one_counts() => Assert.IsType<PlaybookReading.Sound>(
        PlaybookReader.Read([new PlaybookFile(PlaybookFile.Policies, "planning.json", "{"), .. PlaybookFile.Shipped]));

    private static PlaybookFile Nightly(string more) => new(PlaybookFile.Workflow, "nightly.json", $$"""
        { "id": "nightly-1", "definitionId": "nightly", "version": 1, "root": { "type": "Elsa.Sequence", "id": "s", "activities": [
          { "type": "Elsa.Cron", "id": "night", "cronExpression": "0 0 2 * * *", "customProperties": { "canStartWorkflow": true } },
          {{more}}
          { "type": "Planning.PlanStage", "id": "stage", "stage": "A0", "title": "Trigger", "owner": "AR", "approver": "AR",
            "workingDays": 1 } ] } }
        """);
}
