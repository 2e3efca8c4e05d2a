using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Serialization;
using Planning.Accounts.Customers;
using Planning.Accounts.Plans;
using Planning.Accounts.Stages;
using Planning.Accounts.Teams;
using Planning.Accounts.Tests.Support;
using Planning.Accounts.Tiers;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Journal;

public sealed class When_an_event_is_kept
{
    /// <summary>One example of every kind, with its name and its sentence. The journal keeps the names for ever.</summary>
    private static readonly (string Name, CustomerEvent Example, string Sentence)[] Kinds =
    [
        ("customer-registered", new CustomerRegistered(Helvia.Registration),
            "Helvia Telekom became known with tier S since 2024-Q1."),
        ("details-changed", new DetailsChanged(Helvia.Details), "The details of Helvia Telekom were changed."),
        ("group-root-confirmed", new GroupRootConfirmed(Helvia.Details.GroupRoot), "It was confirmed that helvia is the group root."),
        ("unit-mapped", new UnitMapped(Helvia.Procurement), "The unit Procurement was mapped with relevance 3."),
        ("person-recorded", new PersonRecorded(Helvia.Reto), "Reto Ammann, CEO, was recorded."),
        ("person-recorded", new PersonRecorded(Helvia.Reto) { On = Day("2026-05-04") }, "Reto Ammann, CEO, was recorded."),
        ("seat-assigned", new SeatAssigned(Helvia.AccountSeat),
            "anna-keller took the AR seat as Primary on 2023-08-01."),
        ("seat-assigned", new SeatAssigned(new SeatAssignment(SeatRole.SR, SeatKind.Acting, null, Day("2026-05-01"))),
            "The SR seat (Acting) has been vacant since 2026-05-01."),
        ("metric-recorded", new MetricRecorded(Helvia.Revenue with { Value = 141.9m }),
            "revenue_ttm of 2026-Q1 is 141.9, says ERP."),
        ("interaction-logged", new InteractionLogged(Helvia.Meeting),
            "Contact on 2026-04-20 about “Road map” with 1 people."),
        ("interaction-logged", new InteractionLogged(Helvia.Meeting with { Minutes = 5 }) { TooSlight = true },
            "Contact on 2026-04-20 about “Road map” with 1 people, too slight to count."),
        ("tier-reviewed", new TierReviewed(Reviews.Review("2026-Q1") with { Moves = [] }, Holds),
            "Tier review of 2026-Q1 by tiering 2026.1: no rule spoke."),
        ("tier-reviewed", new TierReviewed(Reviews.Review("2026-Q1", Reviews.Harvest, Reviews.CompleteInputs), Holds),
            "Tier review of 2026-Q1 by tiering 2026.1: T-10-CASH-COW-ENTER match 41 < 50; "
            + "T-00-DATA-GATE data completeness 0.5 < 0.8."),
        ("tier-reviewed", new TierReviewed(Reviews.Review("2026-Q1"), Holds)
            {
                Inputs = new ReviewInputs(new VendorFigures(Q("2026-Q1"), Amount("1180 M EUR"), 0.19m, 560m), ["plan_freeze_window"]),
            },
            "Tier review of 2026-Q1 by tiering 2026.1: no rule spoke."),
        ("tier-shadowed", new TierShadowed(
            Reviews.Review("2026-Q1") with { RulesVersion = "tiering 2026.2" }, Holds, B, B, A, "T-22-PROMOTE-A composite 61 ≥ 60"),
            "In shadow tiering 2026.2 came to A BUILD in 2026-Q1, where B BUILD is in force or proposed."),
        ("tier-shadowed", new TierShadowed(
            Reviews.Review("2026-Q1") with { RulesVersion = "tiering 2026.2" }, Holds, B, A, A, "T-22-PROMOTE-A composite 61 ≥ 60"),
            "In shadow tiering 2026.2 came to the same in 2026-Q1: A BUILD."),
        ("move-proposed", new MoveProposed(new Proposal(
            "T-21-TARGET-S", Q("2026-Q1"), Tier.S, Lane.Target, Posture.Build, Tier.A, 20, ["REGION_HEAD"], "tiering 2026.1", "match 86 ≥ 80")),
            "T-21-TARGET-S proposes tier S in lane TARGET, posture BUILD, tier no higher than A, resources cut by at most 20 % in a half-year because match 86 ≥ 80."),
        ("tier-changed", new TierChanged(
            Tier.C, Tier.B, Lane.Standard, Q("2026-Q2"), "T-23-PROMOTE-B of tiering 2026.1", "composite 46 ≥ 45"),
            "Tier C became B from 2026-Q2 by T-23-PROMOTE-B of tiering 2026.1 because composite 46 ≥ 45."),
        ("posture-changed", new PostureChanged(
            Posture.Build, Posture.Hold, Q("2026-Q2"), "T-01-LEGAL-HOLD of tiering 2026.1", "sanctions"),
            "Posture Build became Hold from 2026-Q2 by T-01-LEGAL-HOLD of tiering 2026.1 because sanctions."),
        ("coverage-level-set", new CoverageLevelSet(Tier.B, Day("2027-03-31"), "T-24-LIGHTHOUSE", "benchmark effect"),
            "Coverage level B until 2027-03-31 by T-24-LIGHTHOUSE because benchmark effect."),
        ("insight-depth-set", new InsightDepthSet(InsightDepth.Department, "T-43-DEPTH", "relevant spend share 0.03 < 0.05"),
            "Customer insight goes to Department depth by T-43-DEPTH because relevant spend share 0.03 < 0.05."),
        ("flag-raised", new FlagRaised("MAJOR_CUSTOMER", "T-40-MAJOR-CUSTOMER", "revenue share 0.12 ≥ 0.1"),
            "Flag MAJOR_CUSTOMER by T-40-MAJOR-CUSTOMER because revenue share 0.12 ≥ 0.1."),
        ("task-opened", new TaskOpened(new OpenTask(
            "COMPLETE_TIER_INPUTS", "AR", Day("2026-04-14"), "T-00-DATA-GATE", Q("2026-Q1"), "data completeness 0.5 < 0.8")),
            "Task COMPLETE_TIER_INPUTS for AR by T-00-DATA-GATE because data completeness 0.5 < 0.8."),
        ("escalation-raised", new EscalationRaised("ESC-21", "T-41-CONCENTRATION-ONE", Q("2026-Q1"), "revenue share 0.27 ≥ 0.25"),
            "ESC-21 was raised by T-41-CONCENTRATION-ONE because revenue share 0.27 ≥ 0.25."),
        ("role-notified", new RoleNotified("REP_OFFICE_HEAD", "T-23-PROMOTE-B", "composite 46 ≥ 45"),
            "REP_OFFICE_HEAD was told of T-23-PROMOTE-B: composite 46 ≥ 45."),
        ("plan-opened", new PlanOpened("plan-1", Tier.S, 2027, 2031),
            "The plan 2027 to 2031 was opened in the form for tier S."),
        ("stage-entered", new StageEntered(Helvia.Insight), "Stage A1 Insight began; AR has it until 2026-06-08."),
        ("stage-passed", new StagePassed("A1", "Insight", "gates 2026.1", ["source classes 3 ≥ 3", "units mapped 4 ≥ 1"]),
            "Stage A1 Insight was passed by gates 2026.1: source classes 3 ≥ 3; units mapped 4 ≥ 1."),
        ("stage-left", new StageLeft("A8", "Review") { Process = "helvia-plan-7" }, "Stage A8 Review was left without being passed."),
        ("stage-overdue", new StageOverdue("A1", "Insight", Day("2026-06-08")),
            "Stage A1 Insight was due on 2026-06-08 and is not passed."),
        ("stages-completed", new StagesCompleted("A2"), "After A2 the plan's workflow has no further stage."),
        ("workflow-faulted", new WorkflowFaulted("A1", "The calendar of ZZ has no working day."),
            "The plan's workflow stopped at A1: The calendar of ZZ has no working day."),
        ("workflow-faulted", new WorkflowFaulted("call", "Nobody answers.") { Instance = "helvia.3.1", Workflow = "Renewal" },
            "The workflow Renewal (helvia.3.1) stopped at call: Nobody answers."),
        ("plan-given-up", new PlanGivenUp(2027, 2031), "The plan 2027 to 2031 was given up with its workflow."),
        ("workflow-started", new WorkflowStarted("helvia.3.1", "Renewal"), "The workflow Renewal (helvia.3.1) was started."),
        ("workflow-retried", new WorkflowRetried("helvia.3.1", "Renewal", null) { Why = "The calendar is mended." },
            "The workflow Renewal (helvia.3.1) was retried: The calendar is mended."),
        ("workflow-retried", new WorkflowRetried("helvia.3.1", "Renewal", "helvia.3.4"),
            "The workflow Renewal (helvia.3.1) was retried at helvia.3.4."),
        ("workflow-altered", new WorkflowAltered("helvia.3.1", "Renewal", ["taken to version 2", "activity call cancelled"]),
            "The workflow Renewal (helvia.3.1) was altered, taken to version 2, activity call cancelled."),
        ("workflow-cancelled", new WorkflowCancelled("helvia.3.1", "Renewal") { Why = "the contract is gone" },
            "The workflow Renewal (helvia.3.1) was cancelled: the contract is gone."),
        ("incident-mended", new IncidentMended("helvia.3.1", "Renewal"),
            "The workflow Renewal (helvia.3.1) has no incident any more."),
        ("profile-section-written", new ProfileSectionWritten(Work.Macro),
            "The profile section Macro of 2026-04-01 was written."),
        ("vendors-listed", new VendorsListed([Work.Ours, Work.Theirs]),
            "2 vendors were listed, together 95% of the relevant spend."),
        ("match-assessed", new MatchAssessed(Work.ByAnna, 75m),
            "anna-keller assessed the strategic match over 5 years at 75."),
        ("match-agreed", new MatchAgreed(Work.Agreed),
            "The assessors agreed on a strategic match of 68.5: Direction weighs more."),
        .. ApprovalKinds.All,
        .. CertificationKinds.All,
        .. OfferKinds.All,
        .. TeamKinds.All,
        .. TierKinds.All,
        .. EscalationKinds.All,
        .. OrganisationKinds.All,
        .. SatisfactionKinds.All,
        .. ClockKinds.All,
        .. ContentKinds.All,
        .. PersonKinds.All,
        .. PlanLifeKinds.All,
    ];

    private static TierPlace A => new(Tier.A, Lane.Standard, Posture.Build);

    private static TierPlace B => new(Tier.B, Lane.Standard, Posture.Build);

    private static ImmutableSortedDictionary<string, int> Holds =>
        ImmutableSortedDictionary<string, int>.Empty.Add("T-22-PROMOTE-A", 1);

    public static TheoryData<int> Examples => [.. Enumerable.Range(0, Kinds.Length)];

    [Fact]
    public void every_kind_has_its_name_for_ever() => Assert.Equal(
        Kinds.Select(kind => (kind.Name, kind.Example.GetType())).ToHashSet(),
        typeof(CustomerEvent).GetCustomAttributes<JsonDerivedTypeAttribute>()
            .Select(kind => ((string)kind.TypeDiscriminator!, kind.DerivedType)).ToHashSet());

    [Fact]
    public void no_kind_is_without_a_name() => Assert.Equal(
        typeof(CustomerEvent).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(CustomerEvent)) && !type.IsAbstract)
            .ToHashSet(),
        typeof(CustomerEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType).ToHashSet());

    [Theory]
    [MemberData(nameof(Examples))]
    public void it_comes_back_as_it_was(int example)
    {
        var (name, happened, _) = Kinds[example];
        var json = Json(happened);
        var back = Read<CustomerEvent>(json);

        Assert.StartsWith($$"""{"event":"{{name}}",""", json, StringComparison.Ordinal);
        Assert.IsType(happened.GetType(), back);
        Assert.Equal(json, Json(back));
        Assert.Equivalent(Kept(happened), back, strict: true);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void its_sentence_can_be_read_in_the_history(int example)
    {
        var (_, happened, sentence) = Kinds[example];

        Assert.Equal(sentence, happened.Sentence);
        Assert.Equal(sentence, Read<CustomerEvent>(Json(happened)).Sentence);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void only_facts_are_kept_and_nothing_that_follows_from_them(int example)
    {
        var json = Json(Kinds[example].Example);

        Assert.All(
            ["\"Sentence\"", "\"Moves\"", "\"Wish\"", "\"All\"", "[{}"],
            computed => Assert.DoesNotContain(computed, json, StringComparison.Ordinal));
    }

    [Fact]
    public void enumerations_are_kept_by_name_and_values_as_people_write_them() => Assert.Equal(
        """{"event":"metric-recorded","Snapshot":{"Metric":"revenue_ttm","Period":"2026-Q1","Value":142,"Currency":"EUR","ObservedOn":"2026-03-31","Source":"ERP"}}""",
        Json<CustomerEvent>(new MetricRecorded(Helvia.Revenue)));

    // What a review asked for is in the events that follow it.
    private static CustomerEvent Kept(CustomerEvent happened) => happened switch
    {
        TierReviewed reviewed => reviewed with { Review = reviewed.Review with { Moves = [] } },
        TierShadowed shadowed => shadowed with { Review = shadowed.Review with { Moves = [] } },
        _ => happened,
    };
}
