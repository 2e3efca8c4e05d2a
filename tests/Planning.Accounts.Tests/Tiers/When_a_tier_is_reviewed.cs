using Planning.Accounts.Tests.Support;
using Planning.Accounts.Tiers;
using static Planning.Accounts.Tests.Support.Reviews;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Tiers;

public sealed class When_a_tier_is_reviewed
{
    [Theory]
    [InlineData(Tier.C, Tier.B)]
    [InlineData(Tier.B, Tier.C)]
    public void between_b_and_c_it_moves_by_itself_from_the_next_quarter(Tier from, Tier to)
    {
        var customer = Helvia.WithStanding(from);

        var changed = Assert.IsType<TierChanged>(Assert.Single(Consequences(customer, Review("2026-Q4", Set(to)))));
        Assert.Equal(
            new TierChanged(
                from, to, Lane.Standard, Q("2027-Q1"), "T-23-PROMOTE-B of tiering 2026.1", "composite 46 ≥ 45"),
            changed);
        var standing = After(customer, changed).Standing;
        Assert.Equal((to, Q("2027-Q1")), (standing.Tier, standing.TierSince));
        Assert.Equal((Posture.Build, Q("2025-Q1")), (standing.Posture, standing.PostureSince));
    }

    [Theory]
    [InlineData(Tier.C, Tier.A)]
    [InlineData(Tier.B, Tier.A)]
    [InlineData(Tier.A, Tier.S)]
    [InlineData(Tier.C, Tier.S)]
    [InlineData(Tier.S, Tier.A)]
    [InlineData(Tier.A, Tier.B)]
    [InlineData(Tier.S, Tier.C)]
    public void any_other_move_becomes_a_proposal_for_people(Tier from, Tier to)
    {
        var customer = Helvia.WithStanding(from);

        var proposed = Assert.IsType<MoveProposed>(Assert.Single(Consequences(customer, Review("2026-Q1", Set(to)))));
        Assert.Equal(
            new Proposal(
                "T-23-PROMOTE-B", Q("2026-Q1"), to, null, null, null, null, ["REGION_HEAD"], RulesVersion, "composite 46 ≥ 45"),
            proposed.Proposal);
        Assert.Equal(from, After(customer, proposed).Standing.Tier);
    }

    [Fact]
    public void a_rule_that_only_proposes_moves_nobody_even_between_b_and_c()
    {
        var customer = Helvia.WithStanding(Tier.C);

        Assert.IsType<MoveProposed>(Assert.Single(Consequences(customer, Review("2026-Q1", ProposeTier(Tier.B)))));
    }

    [Fact]
    public void a_proposal_keeps_the_rule_its_reason_its_version_and_who_must_agree()
    {
        var proposed = Assert.IsType<MoveProposed>(Assert.Single(Consequences(
            Helvia.WithStanding(Tier.A), Review("2026-Q1", Harvest))));

        Assert.Equal(
            new Proposal(
                "T-10-CASH-COW-ENTER",
                Q("2026-Q1"),
                null,
                null,
                Posture.Harvest,
                Tier.A,
                null,
                ["REGION_HEAD", "STRATEGIC_CUSTOMER_BOARD"],
                RulesVersion,
                "match 41 < 50"),
            proposed.Proposal);
    }

    [Theory]
    [InlineData(Tier.S, Tier.A)]
    [InlineData(Tier.A, Tier.B)]
    [InlineData(Tier.B, Tier.C)]
    [InlineData(Tier.C, null)]
    public void one_step_down_is_the_tier_below_with_a_bound_for_the_cut(Tier from, Tier? to)
    {
        var proposed = Assert.IsType<MoveProposed>(Assert.Single(Consequences(
            Helvia.WithStanding(from), Review("2026-Q1", Glide))));

        Assert.Equal((to, 20), (proposed.Proposal.Tier, proposed.Proposal.LargestCut));
    }

    [Fact]
    public void the_tier_it_has_already_is_no_move() =>
        Assert.Empty(Consequences(Helvia.WithStanding(Tier.B), Review("2026-Q1", Set(Tier.B))));

    [Fact]
    public void a_rule_without_change_changes_nothing() => Assert.Empty(Consequences(
        Helvia.WithStanding(Tier.B), Review("2026-Q1", new Move.NoChange("T-00-DATA-GATE", "data completeness 0.5 < 0.8"))));

    // T-01: a legal hold must not wait for a board; the rule says set_posture, not propose_posture.
    [Fact]
    public void a_legal_hold_is_in_force_without_waiting_for_anybody()
    {
        var hold = new Move.SetPosture("T-01-LEGAL-HOLD", "sanctions", Posture.Hold);
        var customer = Helvia.WithStanding(Tier.S);

        var changed = Assert.Single(Consequences(customer, Review("2026-Q1", hold)));
        Assert.Equal(
            new PostureChanged(Posture.Build, Posture.Hold, Q("2026-Q2"), "T-01-LEGAL-HOLD of tiering 2026.1", "sanctions"),
            changed);
        var standing = After(customer, changed).Standing;
        Assert.Equal((Posture.Hold, Q("2026-Q2")), (standing.Posture, standing.PostureSince));
        Assert.Empty(Consequences(After(customer, changed), Review("2026-Q2", hold)));
    }

    [Fact]
    public void a_lighthouse_is_covered_like_a_higher_tier_for_twelve_months_and_keeps_its_tier()
    {
        var customer = Helvia.WithStanding(Tier.C);
        var events = Consequences(
            customer, Review("2026-Q1", new Move.SetCoverageLevel("T-24-LIGHTHOUSE", "benchmark effect", Tier.B, 12)));

        Assert.Equal(
            [new CoverageLevelSet(Tier.B, Day("2027-03-31"), "T-24-LIGHTHOUSE", "benchmark effect")], events);
        var standing = After(customer, events).Standing;
        Assert.Equal((Tier.C, Tier.B, Day("2027-03-31")), (standing.Tier, standing.CoverageLevel, standing.CoverageLevelUntil));
    }

    [Fact]
    public void fringe_spend_takes_the_insight_to_a_department_once()
    {
        var shallow = new Move.SetInsightDepth("T-43-DEPTH", "relevant spend share 0.03 < 0.05", InsightDepth.Department);
        var customer = Helvia.WithStanding(Tier.C);
        var decision = customer.ReviewTier(Review("2026-Q1", shallow));

        Assert.Equal(
            new InsightDepthSet(InsightDepth.Department, "T-43-DEPTH", "relevant spend share 0.03 < 0.05"), Events(decision)[1]);
        Assert.Equal(InsightDepth.Department, After(customer, decision).Standing.InsightDepth);
        Assert.Empty(Consequences(After(customer, decision), Review("2026-Q2", shallow)));
    }

    [Fact]
    public void a_flag_is_up_as_long_as_a_review_raises_it()
    {
        var major = new Move.Flag("T-40-MAJOR-CUSTOMER", "revenue share 0.12 ≥ 0.1", "MAJOR_CUSTOMER");
        var first = After(Helvia.WithStanding(Tier.S), Helvia.WithStanding(Tier.S).ReviewTier(Review("2026-Q1", major)));
        Assert.Equal(["MAJOR_CUSTOMER"], first.Standing.Flags);

        Assert.Empty(After(first, first.ReviewTier(Review("2026-Q2"))).Standing.Flags);
    }

    [Fact]
    public void a_task_is_due_so_many_days_after_the_quarter()
    {
        var opened = Assert.IsType<TaskOpened>(Assert.Single(Consequences(
            Helvia.WithStanding(Tier.S), Review("2026-Q1", CompleteInputs))));

        Assert.Equal(
            new OpenTask(
                "COMPLETE_TIER_INPUTS", "AR", Day("2026-04-14"), "T-00-DATA-GATE", Q("2026-Q1"), "data completeness 0.5 < 0.8"),
            opened.Task);
    }

    [Fact]
    public void a_task_may_have_no_deadline()
    {
        var opened = Assert.IsType<TaskOpened>(Assert.Single(Consequences(
            Helvia.WithStanding(Tier.S), Review("2026-Q1", CompleteInputs with { DueDays = null }))));

        Assert.Null(opened.Task.Due);
    }

    [Fact]
    public void open_tasks_and_escalations_are_not_doubled_by_the_next_quarter()
    {
        var customer = Helvia.WithStanding(Tier.S);
        var decision = customer.ReviewTier(Review("2026-Q1", CompleteInputs, Escalate));
        Assert.Equal(
            new EscalationRaised("ESC-21", "T-41-CONCENTRATION-ONE", Q("2026-Q1"), "revenue share 0.27 ≥ 0.25"),
            Events(decision)[2]);

        var next = After(customer, decision);
        Assert.Empty(Consequences(next, Review("2026-Q2", CompleteInputs, Escalate)));
        Assert.Single(next.Standing.Tasks);
        Assert.Single(next.Standing.Escalations);
    }

    [Fact]
    public void one_review_does_not_open_the_same_task_or_escalation_twice() => Assert.Equal(
        2, Consequences(Helvia.WithStanding(Tier.S), Review("2026-Q1", CompleteInputs, CompleteInputs, Escalate, Escalate)).Count());

    [Fact]
    public void roles_are_told() => Assert.Equal(
        [new RoleNotified("REP_OFFICE_HEAD", "T-23-PROMOTE-B", "composite 46 ≥ 45")],
        Consequences(
            Helvia.WithStanding(Tier.B),
            Review("2026-Q1", new Move.Notify("T-23-PROMOTE-B", "composite 46 ≥ 45", "REP_OFFICE_HEAD"))));

    [Fact]
    public void an_unregistered_customer_is_refused() => IsRefused(
        Helvia.Unknown.ReviewTier(Review("2026-Q1")), "customer-unknown", "Nobody has registered a customer helvia.");
}
