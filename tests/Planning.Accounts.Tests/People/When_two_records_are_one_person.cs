using Planning.Accounts.Customers;
using Planning.Accounts.Coverage;
using Planning.Accounts.People;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.People;

public sealed class When_two_records_are_one_person
{
    private static readonly Id<Person> Double = Key<Person>("r-ammann");

    private static readonly Person Duplicate = Helvia.Reto with
    {
        Id = Double,
        Name = "R. Ammann",
        Role = ProcessRole.Approve,
        InfluenceFuture = 5,
        Owner = Helvia.Bruno,
    };

    private static readonly Customer Two = Logged(
        After(Helvia.Known, Helvia.Known.TakeOver(new CustomerRecord(null) { People = [Duplicate] }, Helvia.Today)),
        Helvia.Meeting with { Id = Key<Interaction>("with-both"), On = Day("2026-04-28"), People = [Helvia.Ammann, Double] },
        Helvia.Meeting with { Id = Key<Interaction>("with-double"), On = Day("2026-05-01"), People = [Double] });

    private static readonly Customer One = Asked(Two, "2026-05-04", new MergePeople(Helvia.Ammann, Double));

    [Fact]
    public void one_is_left_with_the_counts_of_both_and_a_common_meeting_counts_once()
    {
        Assert.Equal([Helvia.Ammann], One.People.Keys);
        Assert.Equal(
            ["meeting-1", "with-both", "with-double"],
            One.Contacts.Of(Helvia.Ammann).Known.Select(touch => touch.Id.Value));
        Assert.Equal(Day("2026-05-01"), One.Contacts.LastTouch[Helvia.Ammann]);
        Assert.False(One.Contacts.LastTouch.ContainsKey(Double));
    }

    [Fact]
    public void nothing_that_either_had_is_lost()
    {
        var both = Asked(
            Asked(Two, "2026-05-04", new CaptureContactPoint(Helvia.Ammann, ContactKind.Mail, "ammann@helvia.example")),
            "2026-05-04",
            new CaptureContactPoint(Double, ContactKind.Phone, "+41 44 123 45 67"));
        both = Asked(both, "2026-05-04", new AssessPerson(Key<KeyAssessment>("a-1"), Double, new KeyDimensions(2, 2, 2, 2), []));
        var dossier = Asked(both, "2026-05-04", new MergePeople(Helvia.Ammann, Double)).Stakeholders.Of(Helvia.Ammann);

        Assert.Equal(2, dossier.ContactPoints.Count);
        Assert.Equal("a-1", Assert.Single(dossier.Assessments).Id.Value);
        Assert.Equal((Helvia.Anna, 5), (One.People[Helvia.Ammann].Owner, One.People[Helvia.Ammann].InfluenceFuture));
    }

    [Fact]
    public void INV_10_a_contact_point_that_both_had_is_there_once()
    {
        var both = Asked(
            Asked(Two, "2026-05-04", new CaptureContactPoint(Helvia.Ammann, ContactKind.Mail, "ammann@helvia.example")),
            "2026-05-04",
            new CaptureContactPoint(Double, ContactKind.Mail, "Ammann@Helvia.example"));

        Assert.Single(Asked(both, "2026-05-04", new MergePeople(Helvia.Ammann, Double)).Stakeholders.Of(Helvia.Ammann).ContactPoints);
    }

    [Fact]
    public void the_old_id_still_finds_the_person()
    {
        var logged = Logged(One, Helvia.Meeting with { Id = Key<Interaction>("late"), On = Day("2026-05-03"), People = [Double] });
        Assert.Equal(Day("2026-05-03"), logged.Contacts.LastTouch[Helvia.Ammann]);
        NothingHappens(One.TakeOver(new CustomerRecord(null) { People = [Duplicate] }, Helvia.Today));
        NothingHappens(Ask(One, "2026-05-05", new MergePeople(Helvia.Ammann, Double)));
    }

    [Fact]
    public void lines_and_influence_lead_to_the_one_who_is_left()
    {
        var frey = Helvia.Reto with { Id = Key<Person>("nadine-frey"), Name = "Nadine Frey", ReportsTo = Double };
        var drawn = After(Two, Two.TakeOver(new CustomerRecord(null) { People = [frey] }, Helvia.Today));
        drawn = Asked(drawn, "2026-05-04", new DrawInfluence(Double, frey.Id, InfluenceKind.Informal, 3));
        drawn = Asked(drawn, "2026-05-04", new DrawInfluence(Helvia.Ammann, frey.Id, InfluenceKind.Informal, 4));
        var merged = Asked(drawn, "2026-05-04", new MergePeople(Helvia.Ammann, Double));

        Assert.Equal(Helvia.Ammann, merged.People[frey.Id].ReportsTo);
        Assert.Equal(new InfluenceEdge(Helvia.Ammann, frey.Id, InfluenceKind.Informal, 4), Assert.Single(merged.Stakeholders.Influence));
    }

    [Fact]
    public void nobody_reports_to_oneself_afterwards()
    {
        var frey = Helvia.Reto with { Id = Key<Person>("nadine-frey"), Name = "Nadine Frey", ReportsTo = Helvia.Ammann };
        var two = After(Two, Two.TakeOver(new CustomerRecord(null) { People = [frey, Duplicate with { ReportsTo = frey.Id }] }, Helvia.Today));
        var merged = Asked(two, "2026-05-04", new MergePeople(Helvia.Ammann, Double));

        Assert.Equal((null, Helvia.Ammann), (merged.People[Helvia.Ammann].ReportsTo, merged.People[frey.Id].ReportsTo));
    }

    private static Customer Logged(Customer customer, params Interaction[] interactions) =>
        After(customer, customer.TakeOver(new CustomerRecord(null) { Interactions = [.. interactions] }, Helvia.Today));
}
