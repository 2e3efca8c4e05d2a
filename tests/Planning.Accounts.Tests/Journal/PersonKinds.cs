using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Journal;

/// <summary>One example of every kind of event about people.</summary>
internal static class PersonKinds
{
    private static readonly ContactPoint Mail = new(ContactKind.Mail, "reto.ammann@helvia.example", Day("2026-05-04"));

    private static readonly Id<KeyAssessment> First = Key<KeyAssessment>("a-1");

    public static (string Name, CustomerEvent Example, string Sentence)[] All { get; } =
    [
        ("contact-point-kept", new ContactPointKept(Helvia.Ammann, Mail), "A mail contact of reto-ammann was kept."),
        ("contact-point-merged", new ContactPointMerged(Helvia.Ammann, Mail, Day("2026-05-04")),
            "A mail contact of reto-ammann was captured again and merged with the one that is known."),
        ("influence-drawn", new InfluenceDrawn(new InfluenceEdge(Helvia.Ammann, Key<Person>("nadine-frey"), InfluenceKind.Informal, 4)),
            "reto-ammann has informal influence of strength 4 on nadine-frey."),
        ("influence-erased", new InfluenceErased(Helvia.Ammann, Key<Person>("nadine-frey"), InfluenceKind.Conflict),
            "reto-ammann has no conflict influence on nadine-frey any more."),
        ("position-ended", new PositionEnded(Helvia.Ammann, Day("2026-05-03"), Key<Customer>("straits")),
            "reto-ammann left on 2026-05-03 for straits."),
        ("position-ended", new PositionEnded(Helvia.Ammann, Day("2026-05-03"), null), "reto-ammann left on 2026-05-03."),
        ("mover-welcomed", new MoverWelcomed(
            Helvia.Reto with { ReportsTo = Key<Person>("nadine-frey"), Rank = 5, PreferredChannel = ContactKind.Phone, Consent = ConsentBasis.Contract },
            [new Position(Key<Customer>("straits"), "Operations", "COO", Day("2020-01-01"), Day("2026-04-30"))],
            Day("2026-05-01")),
            "Reto Ammann, CEO, came on 2026-05-01 with 1 earlier positions."),
        ("people-merged", new PeopleMerged(Helvia.Ammann, Key<Person>("r-ammann")),
            "r-ammann is the same person as reto-ammann; the records were merged."),
        ("person-assessed", new PersonAssessed(new KeyAssessment(
            First, Helvia.Ammann, "anna-keller", Day("2026-05-04"), new KeyDimensions(4, 3, 3, 3),
            [new Proof(Day("2026-04-20"), "Spoke for us in the board")]) { Stance = Stance.Supports, TargetLevel = 4 }),
            "anna-keller assessed reto-ammann at level 3."),
        ("assessment-seconded", new AssessmentSeconded(Helvia.Ammann, First, "bruno-frei", Day("2026-05-05")),
            "bruno-frei came to the same of reto-ammann as a second assessor (a-1)."),
        ("assessment-counts", new AssessmentCounts(Helvia.Ammann, First, 3), "reto-ammann counts at level 3 (a-1)."),
        ("assessment-dropped", new AssessmentDropped(Helvia.Ammann, First), "The assessment a-1 of reto-ammann does not count."),
        ("owner-changed", new OwnerChanged(Helvia.Ammann, Helvia.Anna, Helvia.Bruno),
            "bruno-frei looks after reto-ammann in place of anna-keller."),
        ("owner-changed", new OwnerChanged(Helvia.Ammann, null, Helvia.Bruno), "bruno-frei looks after reto-ammann."),
        ("employee-gone", new EmployeeGone(Helvia.Anna, Day("2026-05-31")),
            "anna-keller looks after nobody here any more since 2026-05-31."),
    ];
}
