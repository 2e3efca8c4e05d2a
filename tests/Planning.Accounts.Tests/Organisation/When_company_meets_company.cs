using Planning.Accounts.Contents;
using Planning.Accounts.Coverage;
using Planning.Accounts.Customers;
using Planning.Accounts.Organisation;
using Planning.Accounts.People;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Organisation;

/// <summary>Executives of both companies meet every six months, first on 2026-02-02.</summary>
public sealed class When_company_meets_company
{
    private static readonly Id<OrganisationalMechanism> Board = Key<OrganisationalMechanism>("board");

    private static readonly AgreeMechanism Agree = new(
        Board, MechanismType.ExecutiveExchange, Day("2026-02-02"), 6, Helvia.Anna, Helvia.Ammann);

    private static readonly Customer Agreed = Asked(Company.Known, "2026-01-05", Agree);

    private static readonly HoldMechanism Hold = new(
        Board, Day("2026-02-02"), Day("2026-02-05"), [Helvia.Anna], [Helvia.Ammann], "Joint road map agreed", OurRank: 5);

    [Fact]
    public void it_is_agreed_once() => NothingHappens(Ask(Agreed, "2026-01-06", Agree));

    [Fact]
    public void the_days_follow_its_cadence() => Assert.Equal(
        [Day("2026-02-02"), Day("2026-08-02"), Day("2027-02-02")],
        Agreed.Organisation.Mechanisms[Board].PlannedDays(Day("2026-01-01"), Day("2027-07-31")));

    [Fact] // METHOD §3.1, must never happen 8
    public void a_meeting_with_nobody_of_the_customer_was_not_held() => IsRefused(
        Ask(Agreed, "2026-02-06", Hold with { TheirPeople = [] }),
        "command-flawed",
        "It cannot be done as it is asked.",
        "TheirPeople is empty; a meeting without the customer was not held.");

    [Fact]
    public void nor_one_with_people_whom_nobody_knows_or_that_has_not_come_yet() => IsRefused(
        Ask(Agreed, "2026-02-04", Hold with { TheirPeople = [Key<Person>("nobody")] }),
        "command-flawed",
        "It cannot be done as it is asked.",
        "HeldOn is 2026-02-05, which has not come yet.",
        "TheirPeople names nobody, who is nobody known at the customer.");

    [Fact]
    public void whoever_met_there_was_met()
    {
        var held = Asked(Agreed, "2026-02-06", Hold);

        Assert.Equal(Day("2026-02-05"), held.Contacts.LastTouch[Helvia.Ammann]);
        Assert.Equal([5], held.Contacts.Of(Helvia.Ammann).Known.Select(touch => touch.OurRank ?? 0));
        NothingHappens(Ask(held, "2026-02-07", Hold));
    }

    [Fact]
    public void one_meeting_counts_once()
    {
        var late = Asked(Agreed, "2026-08-10", Hold with { HeldOn = Day("2026-08-03") });

        IsRefused(
            Ask(late, "2026-08-10", Hold with { For = Day("2026-08-02"), HeldOn = Day("2026-08-03") }),
            "other-session",
            "The meeting of 2026-08-03 is not the one that board planned for 2026-08-02: one meeting counts once.");
        IsRefused(
            Ask(late, "2026-08-10", Hold with { HeldOn = Day("2026-08-04") }),
            "session-known",
            "What came of 2026-02-02 is known already: board was held on 2026-08-03.");
        IsRefused(
            Ask(Agreed, "2026-03-03", Hold with { For = Day("2026-03-02"), HeldOn = Day("2026-03-02") }),
            "not-planned",
            "board was not planned for 2026-03-02.");
    }

    [Theory]
    [InlineData("2026-02-12", "Road map", true)]
    [InlineData("2026-02-13", "Road map", false)]
    [InlineData("2026-02-05", " ", false)]
    public void it_fulfils_something_when_it_was_on_time_and_something_came_of_it(string heldOn, string output, bool fulfils) =>
        Assert.Equal(fulfils, new Session(Day("2026-02-02"), Day(heldOn), [], [], output).Fulfils(graceDays: 10));

    [Fact]
    public void what_was_planned_and_not_held_stays_when_it_ends()
    {
        IsRefused(
            Ask(Agreed, "2026-05-04", new EndMechanism(Board, Day("2026-01-31"), "Nobody comes")),
            "command-flawed",
            "It cannot be done as it is asked.",
            "On lies before today; what was planned and not held stays as it was.");
        var ended = Asked(Agreed, "2026-05-04", new EndMechanism(Board, Day("2026-05-04"), "Nobody comes"));
        Assert.Equal([Day("2026-02-02")], ended.Organisation.Mechanisms[Board].PlannedDays(Day("2026-01-01"), Day("2027-01-01")));
        Assert.Equal(Day("2026-02-02"), ended.Organisation.Mechanisms[Board].Missing(Day("2027-01-01")));
    }

    [Fact]
    public void it_stands_among_the_contacts() => Assert.Contains(
        new InteractionLogged(new Interaction(
            Key<Interaction>("held-board-20260202"), Day("2026-02-05"), Means.Meeting, TheyStarted: false, TwoWay: true,
            [Helvia.Ammann], [Helvia.Anna], "executive_exchange", "Joint road map agreed")
        { OurRank = 5 }),
        Events(Ask(Agreed, "2026-02-06", Hold)));
}
