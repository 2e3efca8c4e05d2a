using Planning.Accounts.Coverage;
using Planning.Accounts.People;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Coverage;

public sealed class When_a_contact_is_logged
{
    [Fact]
    public void everybody_who_took_part_is_touched_that_day()
    {
        var both = Helvia.Meeting with { People = [Helvia.Ammann, Key<Person>("nadine-frey")] };
        var record = ContactRecord.Empty.With(both);

        Assert.Equal(Day("2026-04-20"), record.LastTouch[Helvia.Ammann]);
        Assert.Equal(Day("2026-04-20"), record.LastTouch[Key<Person>("nadine-frey")]);
        Assert.Equal(Day("2026-04-20"), record.LastContact);
        Assert.Equal([Helvia.Meeting.Id], record.Logged);
    }

    [Fact]
    public void mail_without_an_answer_touches_nobody_but_is_a_contact()
    {
        var record = ContactRecord.Empty.With(Helvia.Meeting with { Means = Means.Mail, TwoWay = false });

        Assert.Empty(record.LastTouch);
        Assert.Equal(Day("2026-04-20"), record.LastContact);
    }

    [Fact]
    public void a_contact_about_nothing_touches_nobody() =>
        Assert.Empty(ContactRecord.Empty.With(Helvia.Meeting with { Topic = "" }).LastTouch);

    [Fact]
    public void the_latest_day_counts_in_whatever_order_contacts_are_told()
    {
        var earlier = Helvia.Meeting with { Id = Key<Interaction>("meeting-0"), On = Day("2026-01-15") };
        var record = ContactRecord.Empty.With(Helvia.Meeting).With(earlier);

        Assert.Equal(Day("2026-04-20"), record.LastTouch[Helvia.Ammann]);
        Assert.Equal(Day("2026-04-20"), record.LastContact);
        Assert.Equal(Json(ContactRecord.Empty.With(earlier).With(Helvia.Meeting)), Json(record));
    }

    [Fact]
    public void logging_it_twice_has_one_effect()
    {
        var once = ContactRecord.Empty.With(Helvia.Meeting);

        Assert.Equal(Json(once), Json(once.With(Helvia.Meeting)));
    }
}
