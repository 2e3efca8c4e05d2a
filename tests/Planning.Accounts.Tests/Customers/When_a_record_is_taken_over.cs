using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.Teams;
using Planning.Accounts.Tests.Support;
using Planning.Accounts.Tiers;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Customers;

public sealed class When_a_record_is_taken_over
{
    [Fact]
    public void everything_about_a_new_customer_is_news()
    {
        Assert.Equal(
            [
                new CustomerRegistered(Helvia.Registration),
                new UnitMapped(Helvia.Procurement),
                new PersonRecorded(Helvia.Reto) { On = Helvia.Today },
                new SeatAssigned(Helvia.AccountSeat),
                new MetricRecorded(Helvia.Revenue),
                new InteractionLogged(Helvia.Meeting),
            ],
            Events(Helvia.Unknown.TakeOver(Helvia.Record, Helvia.Today)));
    }

    [Fact]
    public void the_customer_knows_it_from_then_on()
    {
        Assert.Equal(Helvia.Details, Helvia.Known.Details);
        Assert.Equal(Helvia.Procurement, Helvia.Known.Units["Procurement"]);
        Assert.Equal(Helvia.Reto, Helvia.Known.People[Helvia.Ammann]);
        Assert.Equal(Helvia.Anna, Helvia.Known.Team.Holder(SeatRole.AR));
        Assert.Equal(142m, Helvia.Known.Metrics.Value(Metric.RevenueTtm, Q("2026-Q1")));
        Assert.Equal(Day("2026-04-20"), Helvia.Known.Contacts.LastTouch[Helvia.Ammann]);
        Assert.Equal(
            (Tier.S, Lane.Standard, Posture.Invest, Q("2024-Q1"), Q("2025-Q1")),
            (Helvia.Known.Standing.Tier, Helvia.Known.Standing.Lane, Helvia.Known.Standing.Posture,
                Helvia.Known.Standing.TierSince, Helvia.Known.Standing.PostureSince));
    }

    [Fact]
    public void the_same_record_again_changes_nothing() =>
        NothingHappens(Helvia.Known.TakeOver(Helvia.Record, Helvia.Today));

    [Fact]
    public void an_empty_record_changes_nothing() =>
        NothingHappens(Helvia.Known.TakeOver(new CustomerRecord(Registration: null), Helvia.Today));

    [Fact]
    public void only_what_differs_is_news()
    {
        var promoted = Helvia.Reto with { Title = "Chairman" };
        var corrected = Helvia.Revenue with { Value = 143m, ObservedOn = Day("2026-04-30") };
        var record = Helvia.Record with
        {
            People = [promoted],
            Metrics = [Helvia.Revenue with { Metric = Metric.Potential3Y, Value = 620m }, corrected],
        };

        Assert.Equal(
            [
                new PersonRecorded(promoted) { On = Helvia.Today },
                new MetricRecorded(record.Metrics[0]),
                new MetricRecorded(corrected),
            ],
            Events(Helvia.Known.TakeOver(record, Helvia.Today)));
    }

    [Fact]
    public void changed_details_of_a_known_customer_are_news()
    {
        var sold = Helvia.Details with { GroupRoot = Key<Customer>("alpine-holding"), GroupRootConfirmed = false };
        var record = new CustomerRecord(Helvia.Registration with { Details = sold });

        Assert.Equal([new DetailsChanged(sold)], Events(Helvia.Known.TakeOver(record, Helvia.Today)));
    }

    [Fact]
    public void a_known_customer_keeps_its_tier_whatever_the_record_says()
    {
        var record = new CustomerRecord(Helvia.Registration with { Tier = Tier.C, Posture = Posture.Harvest });

        NothingHappens(Helvia.Known.TakeOver(record, Helvia.Today));
    }

    [Fact]
    public void a_customer_nobody_has_registered_is_refused() => IsRefused(
        Helvia.Unknown.TakeOver(Helvia.Record with { Registration = null }, Helvia.Today),
        "customer-unknown",
        "Nobody has registered a customer helvia.");

    [Fact]
    public void a_contact_told_twice_in_one_record_is_logged_once()
    {
        var record = Helvia.Record with { Interactions = [Helvia.Meeting, Helvia.Meeting] };

        Assert.Single(Events(Helvia.Unknown.TakeOver(record, Helvia.Today)).OfType<InteractionLogged>());
    }

    [Fact]
    public void a_contact_keeps_the_words_it_was_first_logged_with()
    {
        var reworded = Helvia.Meeting with { Topic = "Something else" };

        NothingHappens(Helvia.Known.TakeOver(Helvia.Record with { Interactions = [reworded] }, Helvia.Today));
    }

    [Fact]
    public void a_line_told_twice_alike_in_one_record_is_news_once()
    {
        var record = Helvia.Record with
        {
            Units = [Helvia.Procurement, Helvia.Procurement],
            People = [Helvia.Reto, Helvia.Reto],
            Seats = [Helvia.AccountSeat, Helvia.AccountSeat],
            Metrics = [Helvia.Revenue, Helvia.Revenue],
        };

        Assert.Equal(6, Events(Helvia.Unknown.TakeOver(record, Helvia.Today)).Count);
    }

    [Fact]
    public void ten_years_of_metrics_told_again_change_nothing()
    {
        var record = new CustomerRecord(Helvia.Registration)
        {
            Metrics = [.. Enumerable.Range(0, 40).Select(ago => Helvia.Revenue with { Period = Q("2026-Q1").Add(-ago) })],
        };
        var decision = Helvia.Unknown.TakeOver(record, Helvia.Today);

        Assert.Equal(41, Events(decision).Count);
        NothingHappens(After(Helvia.Unknown, decision).TakeOver(record, Helvia.Today));
    }

    [Fact]
    public void a_seat_that_becomes_vacant_is_news()
    {
        var left = new SeatAssignment(SeatRole.AR, SeatKind.Primary, null, Day("2026-05-01"));
        var record = new CustomerRecord(Registration: null) { Seats = [left] };

        Assert.Equal([new SeatAssigned(left)], Events(Helvia.Known.TakeOver(record, Helvia.Today)));
    }
}
