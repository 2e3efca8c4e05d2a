using Planning.Accounts.Customers;
using Planning.Accounts.Escalations;
using Planning.Accounts.People;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.People;

/// <summary>METHOD ESC-03 to ESC-05: what the escalation rules are told of people. Reto Ammann is known at level 4, supporting.</summary>
public sealed class When_somebody_falls_away
{
    private static readonly Customer Supported = Known(Helvia.Reto with { Level = 4, Stance = Stance.Supports }, "2026-05-04");

    [Fact]
    public void levels_lost_within_90_days_are_counted_and_not_those_before()
    {
        var fallen = Assessed(Supported, "2026-06-01", 2, Stance.Neutral);

        Assert.Equal(0, Of(Supported, "2026-05-04").LevelsFallen);
        Assert.Equal(2, Of(fallen, "2026-06-01").LevelsFallen);
        Assert.Equal(2, Of(fallen, "2026-08-29").LevelsFallen);
        Assert.Equal(0, Of(fallen, "2026-08-30").LevelsFallen);
    }

    [Fact]
    public void a_fall_in_steps_is_one_fall()
    {
        var one = Assessed(Known(Helvia.Reto with { Level = 2 }, "2026-05-04"), "2026-05-20", 1, Stance.Supports);

        Assert.Equal(2, Of(Assessed(one, "2026-06-20", 0, Stance.Supports), "2026-06-20").LevelsFallen);
    }

    [Fact]
    public void a_record_that_is_told_again_lower_is_a_fall_too() =>
        Assert.Equal(3, Of(Known(Helvia.Reto with { Level = 1 }, "2026-06-01", Supported), "2026-06-01").LevelsFallen);

    [Fact]
    public void silence_alone_is_no_fall() => Assert.Equal(0, Of(Supported, "2027-05-04").LevelsFallen);

    [Fact]
    public void whoever_begins_to_oppose_us_has_turned_and_whoever_always_did_has_not()
    {
        var turned = Assessed(Supported, "2026-06-01", 2, Stance.Opposes);

        Assert.True(Of(turned, "2026-08-29").TurnedAgainstUs);
        Assert.False(Of(turned, "2026-08-30").TurnedAgainstUs);
        Assert.False(Of(Assessed(turned, "2026-06-10", 2, Stance.Neutral), "2026-06-10").TurnedAgainstUs);
        Assert.False(Of(Known(Helvia.Reto with { Stance = Stance.Opposes }, "2026-05-04"), "2026-05-04").TurnedAgainstUs);
    }

    [Fact]
    public void supporters_in_one_line_are_one_eye()
    {
        var boss = Helvia.Reto with { Level = 4 };
        var below = boss with { Id = Key<Person>("ida-frick"), Name = "Ida Frick", ReportsTo = boss.Id, Level = 3 };
        var lower = below with { Id = Key<Person>("jan-graf"), Name = "Jan Graf", ReportsTo = below.Id };
        var apart = below with { Id = Key<Person>("kim-hug"), Name = "Kim Hug" };
        var oneLine = Known([boss with { Level = 0 }, below, lower], "2026-05-04");

        Assert.Equal(1, Whole(oneLine).SupporterLines);
        Assert.Equal(2, Whole(Known([boss with { Level = 0 }, below, lower, apart], "2026-05-04")).SupporterLines);
        Assert.Null(Whole(Helvia.Known with { People = Helvia.Known.People.Clear() }).SupporterLines);
    }

    private static Customer Known(Person person, string day, Customer? before = null) => Known([person], day, before);

    private static Customer Known(IReadOnlyList<Person> people, string day, Customer? before = null) =>
        After(before ?? Helvia.Known, people.Select(person => new PersonRecorded(person) { On = Day(day) }));

    private static Customer Assessed(Customer customer, string day, int level, Stance stance) => Asked(customer, day, new AssessPerson(
        Key<KeyAssessment>($"a-{day}"), Helvia.Ammann, new KeyDimensions(level, level, level, level), [], stance));

    private static EscalationFacts Of(Customer customer, string day) => CustomerWatch.Of(customer, On(day))
        .Single(watched => watched.Id == $"person:{Helvia.Ammann}").Facts;

    private static EscalationFacts Whole(Customer customer) =>
        CustomerWatch.Of(customer, On("2026-05-04")).Single(watched => watched.Scope == Watched.Customer).Facts;
}
