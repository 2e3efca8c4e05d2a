using Planning.Accounts.Contents;
using Planning.Accounts.Customers;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Journal;

/// <summary>One example of every kind of event about what a plan says, and of every entry.</summary>
internal static class ContentKinds
{
    private static SoundPlan Plan => Drafts.Sound;

    public static (string Name, CustomerEvent Example, string Sentence)[] All { get; } =
    [
        ("plan-entry-written", new PlanEntryWritten(Plan.Ambition.Ambition),
            "Written into the plan: ambition, “Our customers praise a network that never sleeps”."),
        ("plan-entry-written", new PlanEntryWritten(Of<Objective>()), "Written into the plan: objective core, “Reach core”."),
        ("plan-entry-written", new PlanEntryWritten(Of<PlanYear>()), "Written into the plan: year 2026."),
        ("plan-entry-written", new PlanEntryWritten(Of<PlannedAction>()), "Written into the plan: action site, “Visit the reference site”."),
        ("plan-entry-written", new PlanEntryWritten(Of<AnalysisItem>()),
            "Written into the plan: analysis floor, “Without the core we still live on services”."),
        ("plan-entry-written", new PlanEntryWritten(Of<WhitespaceCell>()),
            "Written into the plan: whitespace Networks|Core, “Show the reference site in spring”."),
        ("plan-entry-written", new PlanEntryWritten(Of<UnitCoverage>()), "Written into the plan: unit-coverage Networks."),
        ("plan-entry-written", new PlanEntryWritten(Of<KeyPerson>()),
            "Written into the plan: key-person luca-bernasconi, “Talk about the road map”."),
        ("plan-entry-written", new PlanEntryWritten(Of<Mechanism>()), "Written into the plan: mechanism m-1."),
        ("plan-entry-written", new PlanEntryWritten(Of<MessageBrief>()), "Written into the plan: message-brief supply, “Supply”."),
        ("plan-entry-written", new PlanEntryWritten(Of<ResourceNeed>()), "Written into the plan: resources."),
        ("plan-entry-struck", new PlanEntryStruck("objective:core"), "Struck from the plan: objective core."),
        ("plan-envelope-given", new EnvelopeGiven(Plan.Resources.OfType<GiveEnvelope>().Single().Envelope, "e-cee-01"),
            "e-cee-01 gave the plan 12 M EUR and 10 FTE of what Europe has."),
        ("plan-hiring-approved", new HiringApproved(Day("2026-05-06")), "The people that the plan lacks may be hired, since 2026-05-06."),
        ("plan-validated", new PlanValidated(Plan.Validation(Day("2026-05-04")).Meeting),
            "2 people of the customer were led through the plan on 2026-05-04: They want the core first"),
    ];

    private static TEntry Of<TEntry>()
        where TEntry : PlanEntry => Drafts.Whole.Plan!.Draft.Of<TEntry>().First();
}
