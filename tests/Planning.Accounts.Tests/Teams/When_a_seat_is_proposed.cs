using Planning.Accounts.Approvals;
using Planning.Accounts.Customers;
using Planning.Accounts.Stages;
using Planning.Accounts.Teams;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Staff;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Teams;

/// <summary>Anna's seat at Helvia rotates; Bruno is first of the list, Zora second.</summary>
public sealed class When_a_seat_is_proposed
{
    private const string Today = "2026-05-04";

    private static readonly Id<Employee> Bruno = Planning.Accounts.Tests.Support.Helvia.Bruno;

    private static readonly Customer Two = Choosing(Today, Free("bruno-frei"), Free("zora"));

    private static readonly Customer Proposed = Asked(Two, Today, new ProposeCandidate(Process, Bruno), "e-cee-02");

    [Fact]
    public void a_need_is_raised_by_the_table_of_the_tier()
    {
        var need = Assert.IsType<SeatNeedRaised>(Assert.Single(Events(
            Ask(Staff.Helvia, Today, new RaiseSeatNeed(SeatRole.SR, SeatCause.Overload))))).Need;

        Assert.Equal((1m, 4, 1, 40), (need.Load, need.Level, need.Priority, need.HandoverDays));
        Assert.Equal(Dora, need.Before);
    }

    [Fact]
    public void one_process_is_enough_for_a_seat() =>
        NothingHappens(Ask(Two, Today, new RaiseSeatNeed(SeatRole.AR, SeatCause.Growth)));

    [Fact]
    public void anybody_but_the_first_needs_a_reason()
    {
        IsRefused(
            Ask(Two, Today, new ProposeCandidate(Process, Key<Employee>("zora"))),
            "reason-needed",
            "zora is number 2 of the list; say why not bruno-frei.");
        Assert.Equal(2, Asked(Two, Today, new ProposeCandidate(Process, Key<Employee>("zora"), "Knows the core"))
            .Team.Process(Process)!.Proposal!.Rank);
    }

    [Fact]
    public void whoever_a_rule_refuses_is_not_proposed() => IsRefused(
        Ask(Choosing(Today, Free("bruno-frei"), Free("dora-huber")), Today, new ProposeCandidate(Process, Dora)),
        "candidate-refused",
        "dora-huber may not hold the AR seat (ONE-ROLE): holds SR primary here already.");

    [Fact]
    public void only_the_candidate_agrees_to_take_the_seat() => IsRefused(
        Ask(Proposed, Today, new AnswerSeatProposal(Process, HandoverSide.In, Agrees: true), "e-cee-02"),
        "other-person",
        "Only bruno-frei agrees to take the seat.");

    [Fact]
    public void the_candidate_is_not_the_manager_too() => IsRefused(
        Ask(Proposed, Today, new AnswerSeatProposal(Process, HandoverSide.Manager, Agrees: true), "bruno-frei"),
        "other-person",
        "The manager agrees that bruno-frei takes the seat.");

    [Fact]
    public void a_no_takes_the_proposal_back() => Assert.Null(
        Asked(Proposed, Today, new AnswerSeatProposal(Process, HandoverSide.In, Agrees: false), "bruno-frei").Team.Process(Process)!.Proposal);

    [Fact]
    public void nobody_clears_himself_or_whom_he_proposed()
    {
        var check = new AnswerConflictCheck(Bruno, Day("2026-05-01"), Allowed: true);

        IsRefused(Ask(Proposed, Today, check, "bruno-frei"), "own-conflict-check", "Compliance answers for bruno-frei, not bruno-frei.");
        IsRefused(Ask(Proposed, Today, check, "e-cee-02"), "own-conflict-check", "Compliance answers for bruno-frei, not e-cee-02.");
    }

    [Fact]
    public void a_declaration_is_at_most_180_days_old() => IsRefused(
        Ask(Proposed, Today, new AnswerConflictCheck(Bruno, Day("2025-11-04"), Allowed: true), "compliance"),
        "command-flawed",
        "It cannot be done as it is asked.",
        "DeclaredOn is 2025-11-04; a declaration is at most 180 days old.");

    // Must never happen (C) 9: the result applied without a person's approval. S: the head of the region.
    [Fact]
    public void the_roles_of_the_tier_are_asked_when_the_check_is_passed()
    {
        var checking = InStage(Past(Proposed, "C3"), "C4", Today);
        var asked = Asked(checking, Today, new AdvanceSeat(Process, "C4"), "compliance");

        Assert.Equal("bruno-frei for the AR seat", asked.Approvals.Open[$"seat:{Process}"].What);
        Assert.Equal("REGION_HEAD", asked.Approvals.Open[$"seat:{Process}"].Current()!.Role);
        IsRefused(
            Ask(asked, Today, new DecideApproval($"seat:{Process}", "REGION_HEAD", Granted: true), "e-cee-02"),
            "author-approves",
            "e-cee-02 asked for it, so somebody else decides: bruno-frei for the AR seat (INV-17).");
    }

    [Fact]
    public void another_pick_is_asked_about_anew()
    {
        var checking = InStage(Past(Proposed, "C3"), "C4", Today);
        var approving = InStage(Asked(checking, Today, new AdvanceSeat(Process, "C4"), "compliance"), "C5", Today);
        var refused = Asked(
            approving, Today, new DecideApproval($"seat:{Process}", "REGION_HEAD", Granted: false, "Too new"), "e-cee-01");
        var again = Asked(refused, Today, new ProposeCandidate(Process, Key<Employee>("zora"), "Bruno is too new"), "e-cee-02");

        Assert.False(refused.Team.Process(Process)!.Proposal!.Approved);
        Assert.Equal("zora for the AR seat", again.Approvals.Open[$"seat:{Process}"].What);
        Assert.Null(again.Team.Process(Process)!.Proposal!.Approved);
    }

    [Fact]
    public void a_seat_leaves_a_stage_by_its_gate()
    {
        var passed = Assert.IsType<StagePassed>(Assert.Single(Events(Ask(Proposed, Today, new AdvanceSeat(Process, "C3")))));

        Assert.Equal(Process, passed.Process);
        Assert.Equal("bruno-frei", passed.Seat!.Candidate);
        Assert.Equal("refused", SeatFacts.Of(
            After(Proposed, new ConflictChecked(new ConflictCheck(Bruno, Day(Today), false, Day(Today), "compliance"))),
            Proposed.Team.Process(Process)!,
            On(Today)).Conflict);
    }

    [Fact]
    public void a_process_that_nobody_knows_is_refused() => IsRefused(
        Ask(Two, Today, new InformSponsor("helvia-ar-99")), "seat-process-unknown", "No process helvia-ar-99 of a seat is open.");
}
