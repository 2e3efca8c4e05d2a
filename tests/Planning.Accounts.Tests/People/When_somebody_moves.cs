using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.People;

public sealed class When_somebody_moves
{
    [Fact]
    public void positions_follow_each_other_without_a_gap()
    {
        var promoted = After(Helvia.Known, Helvia.Known.TakeOver(
            new CustomerRecord(null) { People = [Helvia.Reto with { Title = "Chairman" }] }, Day("2026-09-01")));

        Assert.Equal(
            [
                new Position(Helvia.Id, "Procurement", "CEO", Day("2026-05-04"), Day("2026-08-31")),
                new Position(Helvia.Id, "Procurement", "Chairman", Day("2026-09-01"), null),
            ],
            promoted.Stakeholders.Of(Helvia.Ammann).Positions);
    }

    [Fact]
    public void movers_take_their_history_to_the_next_customer()
    {
        var left = Asked(Helvia.Known, "2026-09-30", new EndPosition(Helvia.Ammann, Day("2026-09-30"), Key<Customer>("straits")));
        var history = left.Stakeholders.Of(Helvia.Ammann).Positions;
        Assert.Equal(Day("2026-09-30"), Assert.Single(history).Until);
        Assert.Equal(Day("2026-09-30"), left.People[Helvia.Ammann].LeftOn);

        var straits = After(Customer.Unknown(Key<Customer>("straits")), Customer.Unknown(Key<Customer>("straits")).TakeOver(
            Helvia.Record with { People = [], Interactions = [] }, Helvia.Today));
        var there = Asked(straits, "2026-10-05", new WelcomeMover(Helvia.Reto with { Title = "COO" }, history, Day("2026-10-01")));
        Assert.Equal(
            [
                new Position(Helvia.Id, "Procurement", "CEO", Day("2026-05-04"), Day("2026-09-30")),
                new Position(Key<Customer>("straits"), "Procurement", "COO", Day("2026-10-01"), null),
            ],
            there.Stakeholders.Of(Helvia.Ammann).Positions);
    }

    [Fact]
    public void who_comes_back_is_there_again_with_everything_kept()
    {
        var left = Asked(Helvia.Known, "2026-09-30", new EndPosition(Helvia.Ammann, Day("2026-09-30")));
        NothingHappens(Ask(left, "2026-10-01", new EndPosition(Helvia.Ammann, Day("2026-09-30"))));
        NothingHappens(left.TakeOver(new CustomerRecord(null) { People = [Helvia.Reto] }, Day("2026-10-01")));
        var back = Asked(left, "2027-03-01", new WelcomeMover(Helvia.Reto, [], Day("2027-03-01")));

        Assert.Null(back.People[Helvia.Ammann].LeftOn);
        Assert.Equal(2, back.Stakeholders.Of(Helvia.Ammann).Positions.Length);
        Assert.Equal(Day("2026-04-20"), back.Contacts.LastTouch[Helvia.Ammann]);
        NothingHappens(Ask(back, "2027-03-01", new WelcomeMover(Helvia.Reto, [], Day("2027-03-01"))));
        IsRefused(
            Ask(back, "2027-03-01", new WelcomeMover(Helvia.Reto with { Title = "COO" }, [], Day("2027-03-01"))),
            "person-known", "reto-ammann is at the customer already.");
    }

    [Fact]
    public void nobody_reports_to_oneself_over_others()
    {
        var frey = Helvia.Reto with { Id = Key<Person>("nadine-frey"), Name = "Nadine Frey", ReportsTo = Helvia.Ammann };
        IsRefused(
            Helvia.Known.TakeOver(
                new CustomerRecord(null) { People = [frey, Helvia.Reto with { ReportsTo = frey.Id }] }, Helvia.Today),
            "record-flawed",
            "The record of helvia cannot be taken over as it is.",
            "People[nadine-frey].ReportsTo leads back to the person, over others.");
        IsRefused(
            Helvia.Known.TakeOver(new CustomerRecord(null) { People = [frey with { ReportsTo = Key<Person>("nobody") }] }, Helvia.Today),
            "record-flawed",
            "The record of helvia cannot be taken over as it is.",
            "People[nadine-frey].ReportsTo is nobody, who is nobody known at the customer.");
    }

    [Fact]
    public void what_a_file_does_not_say_it_does_not_take_back()
    {
        var told = After(Helvia.Known, Helvia.Known.TakeOver(
            new CustomerRecord(null) { People = [Helvia.Reto with { Rank = 5, Consent = ConsentBasis.Contract }] }, Helvia.Today));

        NothingHappens(told.TakeOver(new CustomerRecord(null) { People = [Helvia.Reto] }, Helvia.Today));
    }
}
