using Planning.Accounts.Coverage;
using Planning.Accounts.Customers;
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

    [Theory]
    [InlineData(Means.Meeting, null, false, true)] // nobody said how long
    [InlineData(Means.Meeting, 10, false, true)]
    [InlineData(Means.Call, 9, false, false)]
    [InlineData(Means.Mail, 1, false, true)] // a written exchange counts by its answer
    [InlineData(Means.Mail, null, true, false)] // mass mail never counts
    public void only_a_qualifying_touch_counts(Means means, int? minutes, bool mass, bool touches)
    {
        var contact = Helvia.Meeting with { Id = Key<Interaction>("next"), On = Day("2026-05-02"), Means = means, Minutes = minutes, Mass = mass };
        var after = After(Helvia.Known, Helvia.Known.TakeOver(new CustomerRecord(null) { Interactions = [contact] }, Helvia.Today));

        Assert.Equal(Day(touches ? "2026-05-02" : "2026-04-20"), after.Contacts.LastTouch[Helvia.Ammann]);
        Assert.Equal(touches ? 2 : 1, after.Contacts.Of(Helvia.Ammann).Count(Day("2026-01-01")));
        Assert.Equal(Day("2026-05-02"), after.Contacts.LastContact);
    }

    [Fact]
    public void a_short_talk_stays_what_it_was_when_the_policy_changes_later()
    {
        var short_ = Helvia.Meeting with { Id = Key<Interaction>("next"), On = Day("2026-05-02"), Minutes = 9 };
        var logged = Assert.IsType<InteractionLogged>(Assert.Single(Events(
            Helvia.Known.TakeOver(new CustomerRecord(null) { Interactions = [short_] }, Helvia.Today))));

        Assert.True(logged.TooSlight);
    }

    [Fact]
    public void touches_of_more_than_a_year_ago_are_forgotten_but_not_the_last_of_each()
    {
        var old = Helvia.Meeting with { Id = Key<Interaction>("old"), On = Day("2025-01-15"), People = [Key<Person>("nadine-frey")] };
        var record = ContactRecord.Empty.With(old).With(Helvia.Meeting);

        Assert.Equal(0, record.Of(Key<Person>("nadine-frey")).Count(DateOnly.MinValue));
        Assert.Equal(Day("2025-01-15"), record.LastTouch[Key<Person>("nadine-frey")]);
        Assert.Equal(Json(ContactRecord.Empty.With(Helvia.Meeting).With(old)), Json(record));
    }
}
