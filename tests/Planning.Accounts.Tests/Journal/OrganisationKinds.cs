using Planning.Accounts.Contents;
using Planning.Accounts.Customers;
using Planning.Accounts.Organisation;
using Planning.Accounts.Teams;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Journal;

/// <summary>One example of every kind of event between company and company.</summary>
internal static class OrganisationKinds
{
    private static readonly Id<OrganisationalMechanism> Board = Key<OrganisationalMechanism>("board");
    private static readonly Id<VoiceTopic> Topic = Key<VoiceTopic>("acceptance");
    private static readonly Commitment Promise = new(
        Key<Commitment>("c-1"), Topic, CommitmentKind.DeliveryDate, "by June", Helvia.Anna, SeatRole.AR, Day("2026-06-30"), null, CommitmentStatus.Made)
    {
        MadeOn = Day("2026-05-04"),
    };

    public static (string Name, CustomerEvent Example, string Sentence)[] All { get; } =
    [
        ("mechanism-agreed", new MechanismAgreed(new OrganisationalMechanism(
            Board, MechanismType.ExecutiveExchange, Day("2026-02-02"), 6, Helvia.Anna, Helvia.Ammann)),
            "The mechanism board (executive_exchange) was agreed: every 6 months from 2026-02-02."),
        ("mechanism-held", new MechanismHeld(Board, new Session(
            Day("2026-02-02"), Day("2026-02-05"), [Helvia.Anna], [Helvia.Ammann], "Road map agreed")),
            "The mechanism board planned for 2026-02-02 was held on 2026-02-05 with 1 people of the customer: Road map agreed."),
        ("mechanism-held", new MechanismHeld(Board, new Session(
            Day("2026-02-02"), Day("2026-02-05"), [Helvia.Anna], [Helvia.Ammann], null)),
            "The mechanism board planned for 2026-02-02 was held on 2026-02-05 with 1 people of the customer: nothing came of it."),
        ("mechanism-ended", new MechanismEnded(Board, Day("2026-05-04"), "Merged with the workshop"),
            "The mechanism board ended on 2026-05-04: Merged with the workshop."),
        ("brief-written", new BriefWritten(Topic, new Brief("by July", Day("2026-12-31"), Helvia.Anna, "everybody")),
            "On acceptance everybody says “by July” until 2026-12-31."),
        ("statement-heard", new StatementHeard(Topic, new Saying("by June", Helvia.Bruno, Day("2026-05-04"), HeardFrom.Customer)),
            "bruno-frei said “by June” on acceptance on 2026-05-04, the customer tells us."),
        ("statement-heard", new StatementHeard(Topic, new Saying("by June", Helvia.Bruno, Day("2026-05-04"), HeardFrom.Ourselves)),
            "bruno-frei said “by June” on acceptance on 2026-05-04."),
        ("topic-settled", new TopicSettled(Topic, "by July", [Helvia.Ammann], "anna-keller"),
            "anna-keller told reto-ammann what holds on acceptance: “by July”."),
        ("commitment-given", new CommitmentGiven(Promise), "anna-keller promised “by June” on acceptance for 2026-06-30."),
        ("commitment-given", new CommitmentGiven(
            Promise with { NeedsSignOff = SeatRole.FR, Status = CommitmentStatus.Proposed, MadeOn = null }),
            "anna-keller wants to promise “by June” on acceptance; FR is asked first."),
        ("commitment-signed", new CommitmentSigned(Promise.Id, true, "bruno-frei", Day("2026-05-05"), null),
            "bruno-frei signed off the commitment c-1."),
        ("commitment-signed", new CommitmentSigned(Promise.Id, false, "bruno-frei", Day("2026-05-05"), "No crew in June"),
            "bruno-frei did not sign off the commitment c-1: No crew in June."),
        ("commitment-ended", new CommitmentEnded(Promise.Id, CommitmentStatus.Kept, Day("2026-06-29"), "Signed on site"),
            "The commitment c-1 was kept on 2026-06-29: Signed on site."),
        ("joint-project-started", new JointProjectStarted(
            new JointProject(Key<JointProject>("lab"), "Joint lab", Day("2026-01-05"), Helvia.Anna)),
            "The joint project Joint lab began on 2026-01-05."),
        ("joint-project-productive", new JointProjectProductive(Key<JointProject>("lab"), Day("2026-04-01")),
            "The joint project lab is in production since 2026-04-01."),
        ("joint-project-ended", new JointProjectEnded(Key<JointProject>("lab"), Day("2026-05-01"), "Done"),
            "The joint project lab ended on 2026-05-01: Done."),
        ("named-in-public", new NamedInPublic(new PublicStatement(
            Key<PublicStatement>("p-1"), Day("2026-03-02"), "annual report, page 12", "Our fastest network is built with Lanternfish.")),
            "The customer named us in public on 2026-03-02 (annual report, page 12): Our fastest network is built with Lanternfish."),
        ("value-case-recorded", new ValueCaseRecorded(new ValueCase(
            Key<ValueCase>("v-1"), "Energy saved", ValueEffect.Cost, Amount("4 M EUR"), "Meter readings of 2025")),
            "The value case “Energy saved” was recorded: 4 M EUR of cost."),
        ("value-case-accepted", new ValueCaseAccepted(Key<ValueCase>("v-1"), Helvia.Ammann, Day("2026-04-01")),
            "reto-ammann of the customer accepted the value case v-1 on 2026-04-01."),
        ("joint-strategy-signed", new JointStrategySigned(new JointStrategy(
            Key<JointStrategy>("s-1"), "Network 2030", Day("2026-01-01"), Day("2030-12-31"), "harriet-colville", Helvia.Ammann)),
            "harriet-colville and reto-ammann signed the joint strategy “Network 2030”, 2026-01-01 to 2030-12-31."),
        ("joint-strategy-ended", new JointStrategyEnded(Key<JointStrategy>("s-1"), Day("2026-05-04"), "New owners"),
            "The joint strategy s-1 ended on 2026-05-04: New owners."),
    ];
}
