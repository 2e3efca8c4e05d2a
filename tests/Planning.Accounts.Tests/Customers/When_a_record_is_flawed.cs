using Planning.Accounts.Coverage;
using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Teams;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Customers;

public sealed class When_a_record_is_flawed
{
    private const string Sentence = "The record of helvia cannot be taken over as it is.";

    private static readonly CustomerRecord Empty = new(Registration: null);

    [Fact]
    public void it_is_refused_with_every_mistake_at_once() => IsRefused(
        Helvia.Unknown.TakeOver(
            new CustomerRecord(Helvia.Registration with
            {
                Details = Helvia.Details with { Name = " ", Region = "", Country = "Schweiz" },
                TierSince = Q("2026-Q3"),
                PostureSince = Q("2027-Q1"),
            })
            {
                Units = [Helvia.Procurement with { Relevance = 4 }],
                People = [Helvia.Reto with { Unit = "Board", Owner = null }],
                Metrics = [Helvia.Revenue with { Value = -1, Source = "" }],
                Interactions = [Helvia.Meeting with { Topic = "", People = [Key<Person>("nobody")] }],
            },
            Helvia.Today),
        "record-flawed",
        Sentence,
        "Name is empty.",
        "Region is empty.",
        "Country “Schweiz” is not an ISO 3166 code of two capital letters, as CH.",
        "TierSince is 2026-Q3, which has not begun yet.",
        "PostureSince is 2027-Q1, which has not begun yet.",
        "Units[Procurement].Relevance is 4; it must be from 0 to 3.",
        "People[reto-ammann].Unit is “Board”, which is no unit of the customer.",
        "People[reto-ammann].Owner is empty; whoever has a part in a process has an owner (INV-09).",
        "Metrics[revenue_ttm 2026-Q1].Value is -1; it must be from 0 to 1000000.",
        "Metrics[revenue_ttm 2026-Q1].Source is empty.",
        "Interactions[meeting-1].Topic is empty.",
        "Interactions[meeting-1].People names nobody, who is nobody known at the customer.");

    [Theory]
    [InlineData("CH")]
    [InlineData("ZZ")]
    public void a_country_is_two_capital_letters(string country) => IsTaken(Registered(country));

    [Theory]
    [InlineData("ch")]
    [InlineData("C")]
    [InlineData("CHE")]
    [InlineData("")]
    [InlineData("ÄÖ")]
    public void any_other_country_is_named(string country) => IsNamed(
        Registered(country), $"Country “{country}” is not an ISO 3166 code of two capital letters, as CH.");

    [Fact]
    public void the_tier_may_begin_with_the_quarter_that_has_begun() => IsTaken(
        new CustomerRecord(Helvia.Registration with { TierSince = Q("2026-Q2"), PostureSince = Q("2026-Q2") }));

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void the_relevance_of_a_unit_may_be(int relevance) =>
        IsTaken(Empty with { Units = [Helvia.Procurement with { Relevance = relevance }] });

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void the_relevance_of_a_unit_may_not_be(int relevance) => IsNamed(
        Empty with { Units = [Helvia.Procurement with { Relevance = relevance }] },
        $"Units[Procurement].Relevance is {relevance}; it must be from 0 to 3.");

    [Fact]
    public void a_unit_has_a_name_and_no_fewer_than_zero_people() => IsNamed(
        Empty with { Units = [Helvia.Procurement with { Name = "", HeadcountInProcess = -1 }] },
        "Units[].Name is empty.",
        "Units[].HeadcountInProcess is -1; it must be from 0 to 1000000.");

    [Fact]
    public void a_unit_may_have_nobody_or_an_unknown_number() => IsTaken(Empty with
    {
        Units = [Helvia.Procurement with { HeadcountInProcess = 0 }, Helvia.Procurement with { Name = "Legal", HeadcountInProcess = null }],
    });

    [Theory]
    [InlineData(1, 1, 0, 0)]
    [InlineData(5, 5, 5, 5)]
    public void a_person_may_have_influence_one_to_five_and_level_none_to_five(int now, int future, int level, int target) =>
        IsTaken(Empty with { People = [Scored(now, future, level, target)] });

    [Theory]
    [InlineData(0, 0, -1, -1)]
    [InlineData(6, 6, 6, 6)]
    public void a_person_may_not_have_less_or_more(int now, int future, int level, int target) => IsNamed(
        Empty with { People = [Scored(now, future, level, target)] },
        $"People[reto-ammann].InfluenceNow is {now}; it must be from 1 to 5.",
        $"People[reto-ammann].InfluenceFuture is {future}; it must be from 1 to 5.",
        $"People[reto-ammann].Level is {level}; it must be from 0 to 5.",
        $"People[reto-ammann].TargetLevel is {target}; it must be from 0 to 5.");

    [Fact]
    public void a_person_without_a_name_is_named_by_id() => IsNamed(
        Empty with { People = [Helvia.Reto with { Name = "" }] }, "People[reto-ammann].Name is empty.");

    [Fact]
    public void whoever_has_no_part_in_a_process_needs_no_owner() =>
        IsTaken(Empty with { People = [Helvia.Reto with { Role = null, Owner = null }] });

    [Fact]
    public void a_person_may_belong_to_a_unit_that_comes_with_the_same_record() => IsTaken(Empty with
    {
        Units = [new CustomerUnit("Legal", UnitFunction.Legal, 1, 2)],
        People = [Helvia.Reto with { Unit = "Legal" }],
    });

    [Fact]
    public void one_person_has_one_role_at_a_customer() => IsNamed(
        Empty with { Seats = [new SeatAssignment(SeatRole.SR, SeatKind.Backup, Helvia.Anna, Day("2026-05-01"))] },
        "Seats.Employee anna-keller would hold AR Primary and SR Backup; one person has one role at a customer.");

    [Fact]
    public void one_person_may_act_for_the_role_it_has() => IsTaken(
        Empty with { Seats = [Helvia.AccountSeat with { Kind = SeatKind.Acting }] });

    [Fact]
    public void two_people_may_change_roles_in_one_record() => IsTaken(Empty with
    {
        Seats =
        [
            Helvia.AccountSeat with { Employee = Helvia.Bruno },
            new SeatAssignment(SeatRole.SR, SeatKind.Primary, Helvia.Anna, Day("2026-05-01")),
        ],
    });

    [Fact]
    public void two_vacant_seats_are_nobody_with_two_roles() => IsTaken(Empty with
    {
        Seats =
        [
            new SeatAssignment(SeatRole.SR, SeatKind.Primary, null, Day("2026-05-01")),
            new SeatAssignment(SeatRole.FR, SeatKind.Primary, null, Day("2026-05-01")),
        ],
    });

    [Fact]
    public void a_contact_of_today_is_taken_and_one_of_tomorrow_is_not()
    {
        var contact = Helvia.Meeting with { Id = Key<Interaction>("meeting-2") };
        IsTaken(Empty with { Interactions = [contact with { On = Day("2026-05-04") }] });
        IsNamed(
            Empty with { Interactions = [contact with { On = Day("2026-05-05") }] },
            "Interactions[meeting-2].On is 2026-05-05, which has not come yet.");
    }

    [Fact]
    public void a_contact_may_be_with_a_person_that_comes_with_the_same_record()
    {
        var nadine = Helvia.Reto with { Id = Key<Person>("nadine-frey"), Name = "Nadine Frey" };
        IsTaken(Empty with
        {
            People = [nadine],
            Interactions = [Helvia.Meeting with { Id = Key<Interaction>("meeting-2"), People = [nadine.Id] }],
        });
    }

    [Fact]
    public void two_different_lines_for_the_same_thing_are_named() => IsNamed(
        Empty with
        {
            Units = [Helvia.Procurement with { Relevance = 1 }, Helvia.Procurement with { Relevance = 2 }],
            People = [Helvia.Reto with { Level = 1 }, Helvia.Reto with { Level = 2 }],
            Seats = [Helvia.AccountSeat, Helvia.AccountSeat with { Employee = Helvia.Bruno }],
            Metrics = [Helvia.Revenue with { Value = 1 }, Helvia.Revenue with { Value = 2 }],
        },
        "Units[Procurement] is given more than once and differently.",
        "People[reto-ammann] is given more than once and differently.",
        "Seats[AR Primary] is given more than once and differently.",
        "Metrics[revenue_ttm 2026-Q1] is given more than once and differently.");

    private static CustomerRecord Registered(string country) =>
        new(Helvia.Registration with { Details = Helvia.Details with { Country = country } });

    private static Person Scored(int now, int future, int level, int target) => Helvia.Reto with
    {
        InfluenceNow = now,
        InfluenceFuture = future,
        Level = level,
        TargetLevel = target,
    };

    private static void IsTaken(CustomerRecord record) => Events(Helvia.Known.TakeOver(record, Helvia.Today));

    private static void IsNamed(CustomerRecord record, params string[] mistakes) =>
        IsRefused(Helvia.Known.TakeOver(record, Helvia.Today), "record-flawed", Sentence, mistakes);
}
