using Planning.Accounts.Approvals;
using Planning.Accounts.Customers;
using Planning.Accounts.Stages;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Approvals;

public sealed class When_somebody_is_asked_to_agree
{
    private const string Waiver = "waiver:w-1";

    private static readonly Customer Waiting = Asked(Helvia.Planning, "2026-05-04", Waivers.OfPublicSources);

    [Fact]
    public void each_role_has_five_working_days_in_the_customers_calendar() => Assert.Equal(
        new ApprovalTimes(Day("2026-05-11"), Day("2026-05-18"), Day("2026-05-25")),
        Waiting.Approvals.Open[Waiver].Current()!.Times);

    [Fact]
    public void it_stands_on_the_list_of_what_waits() => Assert.Contains(
        new Waiting("approval", "waive A1-PUBLIC-SOURCES for plan-1", "REGION_HEAD", Day("2026-05-11")),
        Planning.Accounts.Customers.Waiting.Of(Waiting));

    [Fact]
    public void whoever_asked_is_never_who_agrees() => IsRefused(
        Ask(Waiting, "2026-05-05", Agree("REGION_HEAD"), "anna-keller"),
        "author-approves",
        "anna-keller asked for it, so somebody else decides: waive A1-PUBLIC-SOURCES for plan-1 (INV-17).");

    [Fact]
    public void another_role_cannot_answer_for_the_one_that_is_asked() => IsRefused(
        Ask(Waiting, "2026-05-05", Agree("ACCOUNT_HEAD"), "e-cee-02"),
        "other-approver",
        "It waits for REGION_HEAD, not for ACCOUNT_HEAD: waive A1-PUBLIC-SOURCES for plan-1.");

    [Fact]
    public void the_next_higher_role_is_told_once_when_it_is_late()
    {
        var told = After(Waiting, Waiting.TimeCame(CustomerTimer.ApprovalLate, On("2026-05-18")));

        NothingHappens(Waiting.TimeCame(CustomerTimer.ApprovalLate, On("2026-05-15")));
        Assert.True(told.Approvals.Open[Waiver].Current()!.LateNoted);
        NothingHappens(told.TimeCame(CustomerTimer.ApprovalLate, On("2026-05-19")));
    }

    [Theory]
    [InlineData("2026-05-22", false)]
    [InlineData("2026-05-25", true)]
    public void a_higher_role_may_decide_when_it_is_much_too_late(string day, bool may) => Assert.Equal(
        may, Ask(Waiting, day, Agree("STRATEGIC_CUSTOMER_BOARD"), "e-nwe-03") is Decision.Recorded);

    [Fact]
    public void nobody_refuses_without_a_reason() => IsRefused(
        Ask(Waiting, "2026-05-05", new DecideApproval(Waiver, "REGION_HEAD", Granted: false), "e-cee-01"),
        "reason-needed",
        "Say why it is refused: waive A1-PUBLIC-SOURCES for plan-1.");

    [Fact]
    public void the_next_role_is_asked_when_the_one_before_has_agreed()
    {
        var conflict = Asked(Helvia.Planning, "2026-05-04", Waivers.OfPublicSources with { Kind = "conflict" });
        var first = Asked(conflict, "2026-05-06", Agree("REGION_HEAD"), "e-cee-01");

        var second = first.Approvals.Open[Waiver].Current()!;
        Assert.Equal(("COMPLIANCE", Day("2026-05-13")), (second.Role, second.Times!.Due));
        IsRefused(
            Ask(first, "2026-05-07", Agree("COMPLIANCE"), "e-cee-01"),
            "approves-twice",
            "e-cee-01 has decided a step of it already: waive A1-PUBLIC-SOURCES for plan-1.");
        Assert.True(Asked(first, "2026-05-07", Agree("COMPLIANCE"), "e-hq-01")
            .Approvals.Waivers[Key<Waiver>("w-1")].InForceOn(Day("2026-05-07")));
    }

    [Fact]
    public void one_refusal_ends_it_and_nothing_is_waived()
    {
        var refused = Asked(
            Waiting, "2026-05-05", new DecideApproval(Waiver, "REGION_HEAD", Granted: false, "Read the press first"), "e-cee-01");

        Assert.Empty(refused.Approvals.Open);
        Assert.Null(refused.Approvals.Find("A1-PUBLIC-SOURCES", "plan-1", Day("2026-05-05")));
    }

    [Fact]
    public void a_waived_criterion_keeps_no_stage_shut_until_the_waiver_ends()
    {
        var waived = Asked(Waiting, "2026-05-05", Agree("REGION_HEAD"), "e-cee-01");
        var gate = new GateResult("gates 2026.1", [], ["60 % of the sources must be public."]) { Unmet = ["A1-PUBLIC-SOURCES"] };

        var passed = Assert.IsType<StagePassed>(Assert.Single(Events(waived.AdvancePlan("A1", () => gate, Day("2026-07-31")))));
        Assert.Equal("w-1", passed.Waived!["A1-PUBLIC-SOURCES"]);
        IsRefused(
            waived.AdvancePlan("A1", () => gate, Day("2026-08-01")),
            "gate-not-passed",
            "Stage A1 Insight cannot be passed yet.",
            "60 % of the sources must be public.");
    }

    [Fact]
    public void a_waiver_says_what_it_is_for_and_ends_within_a_year() => IsRefused(
        Ask(Helvia.Planning, "2026-05-04", Waivers.OfPublicSources with
        {
            Kind = "taste",
            Reason = " ",
            Until = Day("2027-05-05"),
        }),
        "command-flawed",
        "It cannot be done as it is asked.",
        "Reason is empty.",
        "Kind is “taste”; write one of conflict, gate.",
        "Until is 2027-05-05; a waiver ends between today and 2027-05-04.");

    [Fact]
    public void asking_for_the_same_waiver_again_changes_nothing() =>
        NothingHappens(Ask(Waiting, "2026-05-04", Waivers.OfPublicSources));

    private static DecideApproval Agree(string role) => new(Waiver, role, Granted: true);
}
