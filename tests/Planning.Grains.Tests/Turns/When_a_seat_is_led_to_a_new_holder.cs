using Planning.Accounts.Customers;
using Planning.Accounts.Stages;
using Planning.Accounts.Teams;
using Planning.Grains.Tests.Support;
using Planning.Grains.Turns;
using static Planning.Grains.Tests.Support.Rotation;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Turns;

/// <summary>By the shipped workflow and the shipped gates.</summary>
public sealed class When_a_seat_is_led_to_a_new_holder : TurnSpec
{
    [Fact]
    public void the_whole_way_leads_through_every_stage_to_a_settled_holder()
    {
        foreach (var step in Story)
        {
            Tell(step);
            Assert.True(Last.Answer is Answer.Done, $"{step.Request}: {Last.Answer}");
        }

        Assert.Equal(Bruno, State.Customer.Team.Holder(SeatRole.AR)!.Value.Value);
        Assert.Empty(State.Customer.Team.Processes);
        Assert.Empty(State.Workflows);
        Assert.Contains("After C7 the workflow has no further stage.", Happened);
    }

    [Fact]
    public void a_need_begins_its_workflow_and_waits_for_the_head()
    {
        Tell([.. Story.Take(2)]);

        Assert.Contains("Stage C8 Rotation due began; ACCOUNT_HEAD has it until 2027-06-02.", Happened);
        Assert.Contains("C8 Rotation due: AR seat", Last.Commit.Waiting!.Select(waiting => waiting.Subject));
        Assert.Equal("iron-triangle-assignment", State.Workflows[Process].DefinitionId);
    }

    [Fact]
    public void two_seats_at_one_customer_do_not_wake_each_other()
    {
        Tell([.. Story.Take(2)]);
        When(Do(new RaiseSeatNeed(SeatRole.FR, SeatCause.Growth)), Head);
        When(Advance("C8"), Head);

        Assert.Equal(["C1", "C1"], State.Customer.Team.Processes.Select(process => Assert.Single(process.Track.Open).Code));
        Assert.Equal(["C8"], State.Customer.Team.Processes[0].Track.Passed);
        Assert.Empty(State.Customer.Team.Processes[1].Track.Passed);
    }

    // INV-25, and must never happen (C) 7.
    [Fact]
    public void a_handover_says_everything_that_it_lacks()
    {
        Tell(Through("C5"));
        When(Advance("C6"), Head);

        ThenItIsRefused(
            "gate-not-passed",
            "Stage C6 Handover in cannot be passed yet.",
            "The handover pack lacks: customer, people, commitments, issues, plan, briefs.",
            "Both have met 0 key people together; 5 are needed.",
            "The customer has not met about the change yet (INV-25).",
            "These signatures are missing: out, in, manager (INV-25).",
            "Both work side by side for another 30 working days.");
    }

    // INV-23.
    [Fact]
    public void a_conflict_that_is_not_waived_keeps_the_check_shut()
    {
        Tell(Through("C3"));
        When(Do(new AnswerConflictCheck(Key<Employee>(Bruno), Day("2026-11-02"), Allowed: false)), "compliance");
        When(Advance("C4"), "compliance");

        ThenItIsRefused(
            "gate-not-passed", "Stage C4 Check cannot be passed yet.", "There is a conflict of interest that is not waived (INV-23).");
    }

    // Must never happen (C) 9, and INV-24: loads are of these days, and somebody has agreed.
    [Fact]
    public void nobody_takes_a_seat_unapproved_or_by_old_loads()
    {
        Tell(Through("C4"));
        Clock.GoTo("2026-12-14T09:30:00Z");
        When(Advance("C5"), Head);

        ThenItIsRefused(
            "gate-not-passed",
            "Stage C5 Approve cannot be passed yet.",
            "The seat is not approved yet.",
            "The sponsor does not know of it yet.",
            "Loads were looked at 7 days ago; list the candidates again.");
    }

    [Fact]
    public void overload_that_came_meanwhile_is_seen()
    {
        Tell(Through("C4"));
        When(Do(new ListCandidates(Process, [Rotation.Candidate with
        {
            Seats = [new HeldSeat(Key<Customer>("albion"), Planning.Accounts.Tiers.Tier.A, SeatRole.AR, SeatKind.Primary, null)],
        }], Pool.None)), Head);
        When(Advance("C5"), Head);

        Assert.Contains(
            "The pick is not on the newest list of candidates: list them again.", Assert.IsType<Answer.Refused>(Last.Answer).Missing);
    }

    // Must never happen (C) 3: all three of a triangle rotate together.
    [Fact]
    public void the_third_of_a_triangle_does_not_rotate_with_the_others()
    {
        Tell(Story.TakeWhile(step => step.Request != Advance("C6")));
        When(new Request.TakeOver(new CustomerRecord(null)
        {
            Seats =
            [
                new SeatAssignment(SeatRole.SR, SeatKind.Primary, Key<Employee>("new-1"), Day("2027-01-04")),
                new SeatAssignment(SeatRole.FR, SeatKind.Primary, Key<Employee>("new-2"), Day("2027-01-04")),
            ],
        }));
        When(Advance("C6"), Head);

        var missing = Assert.IsType<Answer.Refused>(Last.Answer).Missing;
        Assert.Contains("Another of the three seats has changed within six months; one at a time.", missing);
        Assert.Contains("Both other seats have changed within six months; never all three.", missing);
    }

    [Fact]
    public void what_an_invariant_asks_for_nobody_waives()
    {
        Tell(Through("C5"));
        foreach (var (criterion, at) in new[] { "C6-INV-25-SIGNATURES", "C6-PACK" }.Select((name, at) => (name, at)))
        {
            var id = Key<Planning.Accounts.Approvals.Waiver>($"w-{at}");
            When(Do(new Planning.Accounts.Approvals.RequestWaiver(
                id, "gate", criterion, Process, "Everybody is on holiday", "Done in January", Day("2027-03-01"))), Head);
            When(Do(new Planning.Accounts.Approvals.DecideApproval($"waiver:{id}", "REGION_HEAD", Granted: true)), "e-cee-01");
        }

        When(Advance("C6"), Head);
        var missing = Assert.IsType<Answer.Refused>(Last.Answer).Missing;
        Assert.Contains("These signatures are missing: out, in, manager (INV-25).", missing);
        Assert.DoesNotContain(missing, lack => lack.StartsWith("The handover pack lacks", StringComparison.Ordinal));
    }

    [Fact]
    public void the_predecessor_leaves_nobody_behind()
    {
        Tell(Through("C6"));
        Assert.Contains("Stage C9 Handover out began; ACCOUNT_HEAD has it until 2027-02-05.", Happened);
        When(Advance("C9"), Head);

        ThenItIsRefused(
            "gate-not-passed",
            "Stage C9 Handover out cannot be passed yet.",
            "5 people at the customer still belong to the predecessor.",
            "This is still to be done: Review what anna has access to.");
    }

    [Fact]
    public void after_a_sudden_loss_somebody_acts_first()
    {
        Tell(Story[0]);
        When(Do(new ReportSuddenLoss(SeatRole.AR, LossReason.Illness)), Head);
        When(Do(new AdvanceSeat("helvia-ar-2", "C10")), Head);

        ThenItIsRefused(
            "gate-not-passed",
            "Stage C10 Sudden loss cannot be passed yet.",
            "This is still to be done: Review what anna has access to, Call Key 1, Key 2, Key 3.");
    }

    [Fact]
    public void a_stage_that_is_late_is_told_once()
    {
        Tell([.. Story.Take(2)]);
        Clock.GoTo("2027-06-03T00:00:00Z");
        When(new Request.TimerDue(CustomerTimer.TeamDue));
        Assert.Contains("Stage C8 Rotation due was due on 2027-06-02 and is not passed.", Happened);
        When(new Request.TimerDue(CustomerTimer.TeamDue));
        Assert.Empty(Happened);
    }

    [Fact]
    public void a_workflow_that_is_cancelled_gives_the_process_up()
    {
        Tell([.. Story.Take(2)]);
        When(new Request.CancelWorkflow(Process, "The customer is sold"), Head);

        Assert.Contains("Nobody is looked for any more for the AR seat: its workflow was given up.", Happened);
        Assert.Empty(State.Customer.Team.Processes);
    }

    [Fact]
    public void it_does_not_begin_by_itself()
    {
        Tell(Story[0]);
        When(new Request.StartWorkflow("iron-triangle-assignment", new Dictionary<string, object?>(StringComparer.Ordinal)));

        ThenItIsRefused(
            "seat-need-needed", "The workflow Iron-triangle assignment begins when a seat needs somebody, not by itself.");
    }

    [Fact]
    public void what_the_gate_was_given_stands_in_the_journal()
    {
        Tell(Through("C6"));
        var passed = History.Events(new Planning.Grains.Store.HistoryRow(1, "", "", "", "", Last.Commit.Answer, Last.Commit.Events)).OfType<StagePassed>().Single();

        Assert.Equal("team-gates 2026.1", passed.GateVersion);
        Assert.Equal((0, "allowed"), (passed.Seat!.OverlapDaysLeft, passed.Seat.Conflict));
    }

    private void Tell(params IEnumerable<Step> steps)
    {
        foreach (var step in steps)
        {
            Clock.GoTo(step.At);
            When(step.Request, step.Actor);
        }
    }
}
