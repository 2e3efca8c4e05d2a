using Planning.Accounts.Approvals;
using Planning.Accounts.Certification;
using Planning.Accounts.Customers;
using Planning.Accounts.Stages;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Certification;

public sealed class When_the_customer_decides
{
    private static readonly Customer Rejected = Asked(Campaigns.Pending, "2026-05-04", Campaigns.Decided(QualificationValue.NotQualified));

    // INV-18, P-8, never must happen (B) 2: QUALIFIED is not reached without the document.
    [Fact]
    public void INV_18_nothing_else_than_its_document_sets_the_status()
    {
        Assert.Equal(CampaignStatus.DecisionPending, Status(Campaigns.Scored(Campaigns.Pending, 5, 5)));
        IsRefused(
            Ask(Campaigns.Pending, "2026-05-04", Campaigns.Decided(QualificationValue.Qualified) with
            {
                Document = Campaigns.Letter with { Hash = "", Issuer = " " },
            }),
            "command-flawed",
            "It cannot be done as it is asked.",
            "Document.Issuer is empty.",
            "Document.Hash is “”; write the file's SHA-256 as 64 lower-case hexadecimal digits.");
        Assert.Equal(CampaignStatus.Qualified, Status(Asked(Campaigns.Pending, "2026-05-04", Campaigns.Decided(QualificationValue.Qualified))));
    }

    // P-8: of all that can be asked of a campaign, nothing but the decision lists us, whatever stage it is in.
    [Fact]
    public void INV_18_no_stage_that_is_passed_lists_us()
    {
        var everywhere = Campaigns.In(Campaigns.Pending, "B13", "B10", "B11", "B12");

        Assert.Equal(CampaignStatus.DecisionPending, Status(everywhere));
        Assert.False(everywhere.Certification.ListingOf(Campaigns.Core)?.MayBid(Day("2026-05-04")) is true);
    }

    [Fact]
    public void it_is_not_recorded_before_it_is_waited_for() => IsRefused(
        Ask(Campaigns.Audited, "2026-05-04", Campaigns.Decided(QualificationValue.Qualified)),
        "not-awaited",
        "The campaign core-2026 does not wait for a decision: it is not in stage B10.");

    [Fact]
    public void a_decision_is_one_of_three_and_conditions_are_named() => IsRefused(
        Ask(Campaigns.Pending, "2026-05-04", Campaigns.Decided(QualificationValue.Conditional) with { ValidTo = Day("2026-05-03") }),
        "command-flawed",
        "It cannot be done as it is asked.",
        "ValidTo lies before the day of the decision.",
        "Conditions are empty; a conditional qualification names what the customer wants.");

    [Fact]
    public void it_holds_for_the_schemes_months_unless_it_says_otherwise()
    {
        Assert.Equal(Day("2029-05-04"), Listing(Asked(Campaigns.Pending, "2026-05-04", Campaigns.Decided(QualificationValue.Qualified))).ValidTo);
        Assert.Equal(
            Day("2027-05-03"),
            Listing(Asked(Campaigns.Pending, "2026-05-04", Campaigns.Decided(QualificationValue.Qualified) with { ValidTo = Day("2027-05-03") })).ValidTo);
    }

    [Fact]
    public void conditions_become_actions_that_somebody_else_than_the_owner_closes()
    {
        var conditional = Asked(Campaigns.Pending, "2026-05-04", Campaigns.Decided(QualificationValue.Conditional, Campaigns.Continuity));
        var meet = new MeetCondition(Campaigns.Id, Campaigns.Continuity.Id, "mail 12");

        Assert.Equal(CampaignStatus.Conditional, Status(conditional));
        Assert.Contains(
            new Waiting("task", "Show a continuity test (core-2026)", "carla-roth", Day("2026-11-30")), Waiting.Of(conditional));
        IsRefused(
            Ask(conditional, "2026-06-01", meet, "carla-roth"),
            "owner-closes",
            "carla-roth owns the condition bcm, so somebody else says that it is met.");
        Assert.Equal(
            (1, 0), (Campaigns.Facts(conditional).OpenConditions, Campaigns.Facts(Asked(conditional, "2026-06-01", meet)).OpenConditions));
    }

    [Fact]
    public void there_are_fourteen_days_to_appeal()
    {
        var appeal = new AppealDecision(Campaigns.Id, "the scope was misread");

        Assert.Equal(CampaignStatus.Rejected, Status(Rejected));
        IsRefused(
            Ask(Rejected, "2026-05-19", appeal),
            "appeal-closed",
            "The time to appeal against the decision on core-2026 is over, or the rule book knows no appeal.");
        var appealing = Asked(Rejected, "2026-05-18", appeal);
        Assert.Equal(CampaignStatus.Appealing, Status(appealing));
        Assert.Empty(Campaigns.Told(Overdue(appealing), "2026-06-30"));
        Assert.Equal(
            CampaignStatus.Qualified, Status(Asked(appealing, "2026-06-20", Campaigns.Decided(QualificationValue.Qualified) with { On = Day("2026-06-20") })));
    }

    [Fact]
    public void without_an_appeal_a_rejected_campaign_is_over()
    {
        Assert.Empty(Campaigns.Told(Rejected, "2026-05-18"));
        var ended = Assert.IsType<CampaignEnded>(Assert.Single(Campaigns.Told(Rejected, "2026-05-19")));

        Assert.Equal((CampaignEnding.Rejected, Campaigns.Process), (ended.End.Ending, ended.Process));
        Assert.Equal(CampaignStatus.Rejected, Status(After(Rejected, ended)));
    }

    [Fact]
    public void a_decision_does_not_change_without_an_appeal() => IsRefused(
        Ask(Rejected, "2026-05-10", Campaigns.Decided(QualificationValue.Qualified)),
        "campaign-decided",
        "The customer decided on the campaign core-2026 already; a listing changes by its own document.");

    [Fact]
    public void the_sponsor_is_asked_to_call_when_it_takes_too_long()
    {
        var told = Campaigns.Told(Overdue(Campaigns.Pending), "2026-06-02");

        Assert.Equal(
            [
                "Stage B10 B10 was due on 2026-06-01 and is not passed.",
                "The customer should have decided on the campaign core-2026 by 2026-06-01; e-hq-01 was asked to call.",
            ],
            told.Select(happened => happened.Sentence));
    }

    // Never must happen (B) 5: a campaign dies silently because it brings no orders.
    [Fact]
    public void only_the_board_gives_it_up_and_says_why()
    {
        var asked = Asked(Campaigns.Targeted, "2027-11-02", new AskCampaignWithdrawal(Campaigns.Id, "no orders for a year"));
        const string subject = "campaign-withdrawal:core-2026";

        Assert.Null(Campaigns.Of(asked).End);
        IsRefused(
            Ask(asked, "2027-11-03", new DecideApproval(subject, "REGION_HEAD", Granted: true), "e-cee-01"),
            "other-approver",
            "It waits for STRATEGIC_CUSTOMER_BOARD, not for REGION_HEAD: give up the campaign core-2026: no orders for a year.");
        Assert.Null(Campaigns.Of(Asked(
            asked, "2027-11-03", new DecideApproval(subject, "STRATEGIC_CUSTOMER_BOARD", Granted: false, "It is planned for two years"), "e-hq-01")).End);
        var over = Asked(asked, "2027-11-03", new DecideApproval(subject, "STRATEGIC_CUSTOMER_BOARD", Granted: true), "e-hq-01");
        Assert.Equal(
            (CampaignStatus.WithdrawnByUs, "give up the campaign core-2026: no orders for a year"),
            (Status(over), Campaigns.Of(over).End!.Reason));
        IsRefused(
            Ask(Campaigns.Targeted, "2027-11-02", new AskCampaignWithdrawal(Campaigns.Id, " ")),
            "command-flawed",
            "It cannot be done as it is asked.",
            "Reason is empty.");
    }

    [Fact]
    public void what_the_customer_withdraws_is_over_and_nobody_is_asked_any_more()
    {
        var asked = Asked(Campaigns.Targeted, "2026-11-02", new AskCampaignWithdrawal(Campaigns.Id, "no orders"));
        var over = Asked(asked, "2026-11-03", new NoteCampaignWithdrawn(Campaigns.Id, "the tender is off"));

        Assert.Equal(CampaignStatus.WithdrawnByCustomer, Status(over));
        Assert.Empty(over.Approvals.Open);
    }

    [Fact]
    public void a_campaign_that_is_kept_waiting_does_nothing_until_it_goes_on()
    {
        var waits = Asked(Campaigns.Targeted, "2026-05-10", new SuspendCampaign(Campaigns.Id, "a merger"));

        Assert.Equal(CampaignStatus.Suspended, Status(waits));
        IsRefused(
            Ask(waits, "2026-05-11", Campaigns.Chartered), "campaign-suspended", "The customer keeps the campaign core-2026 waiting: a merger.");
        Assert.Empty(Campaigns.Told(waits, "2026-07-01"));
        Assert.Equal(CampaignStatus.Targeted, Status(Asked(waits, "2026-08-01", new ResumeCampaign(Campaigns.Id))));
    }

    private static Customer Overdue(Customer customer) => customer.Certification.Campaigns[Campaigns.Id].Appeal is null
        ? customer
        : After(customer, new StageOverdue("B10", "B10", Day("2026-06-01")) { Process = Campaigns.Process });

    private static CampaignStatus Status(Customer customer) => customer.Certification.StatusOf(Campaigns.Of(customer), Day("2026-05-10"));

    private static Listing Listing(Customer customer) => customer.Certification.ListingOf(Campaigns.Core)!;
}
