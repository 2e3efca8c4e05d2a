using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.People;

/// <summary>INV-10: a contact detail exists once per person; a second capture is merged, not stored.</summary>
public sealed class When_somebody_is_reached
{
    private static readonly Customer Reached = Asked(
        Helvia.Known, "2026-05-04", Mail("reto.ammann@helvia.example", "2026-05-01"));

    [Fact]
    public void a_contact_point_is_kept() => Assert.Equal(
        new ContactPoint(ContactKind.Mail, "reto.ammann@helvia.example", Day("2026-05-01")),
        Assert.Single(Reached.Stakeholders.Of(Helvia.Ammann).ContactPoints.Values));

    [Theory]
    [InlineData("reto.ammann@helvia.example")]
    [InlineData(" Reto.Ammann@Helvia.example ")]
    public void INV_10_a_second_capture_is_merged_and_noticed(string spelling)
    {
        var again = Asked(Reached, "2026-06-01", Mail(spelling, "2026-05-30"));
        var dossier = again.Stakeholders.Of(Helvia.Ammann);

        Assert.Equal(
            new ContactPoint(ContactKind.Mail, "reto.ammann@helvia.example", Day("2026-05-30")),
            Assert.Single(dossier.ContactPoints.Values));
        Assert.Equal([Day("2026-06-01")], dossier.AskedAgain);
    }

    [Theory]
    [InlineData("+41 44 123 45 67", "0041441234567")]
    [InlineData("+41 (0)44 123 45 67", "+41-44-123-4567")]
    public void INV_10_a_number_is_the_same_however_it_is_written(string one, string other)
    {
        var known = Asked(Helvia.Known, "2026-05-04", Phone(one));
        Assert.IsType<ContactPointMerged>(Assert.Single(Events(Ask(known, "2026-05-05", Phone(other)))));
    }

    [Fact]
    public void a_phone_and_a_mail_are_two() =>
        Assert.Equal(2, Asked(Reached, "2026-05-04", Phone("+41 44 123 45 67")).Stakeholders.Of(Helvia.Ammann).ContactPoints.Count);

    [Fact]
    public void nobody_is_reached_by_nothing() => IsRefused(
        Ask(Helvia.Known, "2026-05-04", new CaptureContactPoint(Key<Person>("nobody"), ContactKind.Phone, "n/a", Day("2026-05-05"))),
        "command-flawed",
        "It cannot be done as it is asked.",
        "Person is nobody, who is nobody known at the customer.",
        "Value is “n/a”, which holds no number.",
        "VerifiedOn is 2026-05-05, which has not come yet.");

    private static CaptureContactPoint Mail(string value, string verified) =>
        new(Helvia.Ammann, ContactKind.Mail, value, Day(verified));

    private static CaptureContactPoint Phone(string value) => new(Helvia.Ammann, ContactKind.Phone, value);
}
