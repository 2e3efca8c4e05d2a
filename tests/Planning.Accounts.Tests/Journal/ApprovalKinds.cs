using Planning.Accounts.Approvals;
using Planning.Accounts.Customers;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Journal;

/// <summary>One example of every kind of event about approvals and waivers.</summary>
internal static class ApprovalKinds
{
    private const string Subject = "waiver:w-1";
    private const string What = "waive A1-PUBLIC-SOURCES for plan-1";

    public static (string Name, CustomerEvent Example, string Sentence)[] All { get; } =
    [
        ("approval-asked", new ApprovalAsked(new Approval(
            Subject, What, "anna-keller", [new ApprovalStep("REGION_HEAD", Times), new ApprovalStep("COMPLIANCE", null)])),
            "anna-keller asked REGION_HEAD, then COMPLIANCE to agree: waive A1-PUBLIC-SOURCES for plan-1."),
        ("approval-decided", new ApprovalDecided(Subject, What, "REGION_HEAD", Granted: true, "e-cee-01", Day("2026-05-05"))
            { Next = Times },
            "e-cee-01 agreed as REGION_HEAD: waive A1-PUBLIC-SOURCES for plan-1."),
        ("approval-decided", new ApprovalDecided(Subject, What, "REGION_HEAD", Granted: false, "e-nwe-03", Day("2026-05-25"))
            { As = "STRATEGIC_CUSTOMER_BOARD", Comment = "Read the report first" },
            "e-nwe-03 did not agree as STRATEGIC_CUSTOMER_BOARD for REGION_HEAD: waive A1-PUBLIC-SOURCES for plan-1, "
            + "“Read the report first”."),
        ("approval-concluded", new ApprovalConcluded(Subject, What, Granted: true),
            "It was approved: waive A1-PUBLIC-SOURCES for plan-1."),
        ("approval-concluded", new ApprovalConcluded(Subject, What, Granted: false),
            "It was turned down: waive A1-PUBLIC-SOURCES for plan-1."),
        ("approval-withdrawn", new ApprovalWithdrawn(Subject, What),
            "Nobody has to agree any more: waive A1-PUBLIC-SOURCES for plan-1."),
        ("approval-late", new ApprovalLate(Subject, What, "REGION_HEAD", "STRATEGIC_CUSTOMER_BOARD", Day("2026-05-11")),
            "REGION_HEAD should have decided by 2026-05-11; STRATEGIC_CUSTOMER_BOARD was told: "
            + "waive A1-PUBLIC-SOURCES for plan-1."),
        ("waiver-requested", new WaiverRequested(new Waiver(
            Key<Waiver>("w-1"), "A1-PUBLIC-SOURCES", "plan-1", "The report comes in June", "Read again", "anna-keller", Day("2026-07-31"))),
            "anna-keller asked to waive A1-PUBLIC-SOURCES for plan-1 until 2026-07-31: The report comes in June."),
        ("waiver-granted", new WaiverGranted(Key<Waiver>("w-1"), Day("2026-05-05")), "The waiver w-1 holds from 2026-05-05."),
    ];

    private static ApprovalTimes Times => new(Day("2026-05-11"), Day("2026-05-18"), Day("2026-05-25"));
}
