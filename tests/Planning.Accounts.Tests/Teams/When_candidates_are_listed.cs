using Planning.Accounts.Approvals;
using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Accounts.Tests.Support;
using Planning.Accounts.Tiers;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Staff;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Teams;

/// <summary>Helvia is an S customer in Zürich; its AR seat asks for level 4, German or English, region CEE.</summary>
public sealed class When_candidates_are_listed
{
    private const string Today = "2026-05-04";

    [Fact]
    public void whoever_no_rule_refuses_may_hold_the_seat_and_every_term_is_told()
    {
        var candidate = Assert.Single(List(Staff.Helvia, Today, Free("bruno-frei")).Feasible);

        Assert.Equal(
            [new FitTerm("industry", 2m), new FitTerm("native language", 1m), new FitTerm("load above the warning", -0.5m)],
            candidate.Terms);
        Assert.Equal((2.5m, 1m), (candidate.Score, candidate.Load));
    }

    [Fact]
    public void the_best_comes_first_and_equal_ones_in_order_of_their_ids() => Assert.Equal(
        ["zora", "a-1", "a-2"],
        List(
            Staff.Helvia,
            Today,
            Free("a-2"),
            new Prospect(Employee("zora") with { Level = 5 }, []),
            Free("a-1")).Feasible.Select(candidate => candidate.Employee.Value));

    [Theory]
    [InlineData("SR", 4, "de", "CEE", "CH-BRN", CandidateRule.Licence)]
    [InlineData("AR", 3, "de", "CEE", "CH-BRN", CandidateRule.Level)]
    [InlineData("AR", 4, "fr", "CEE", "CH-BRN", CandidateRule.Language)]
    [InlineData("AR", 4, "en", "IBA", "CH-BRN", CandidateRule.Region)]
    [InlineData("AR", 4, "en", "CEE", "CH-ZRH", CandidateRule.Conflict)]
    [InlineData("AR", 4, "en", "CEE", "CH-BRN", null)]
    public void the_first_rule_that_refuses_is_named(
        string jobRole, int level, string language, string region, string city, string? rule) => Assert.Equal(
        rule,
        RefusedBy(Staff.Helvia, Today, new Prospect(
            Employee("bruno-frei", jobRole) with { Level = level, Languages = [language], Region = region, ConflictCities = [city] }, [])));

    [Fact]
    public void a_licence_opens_a_seat_that_the_job_role_does_not() => Assert.Null(
        RefusedBy(Staff.Helvia, Today, new Prospect(Employee("bruno-frei", "SR") with { Licences = [SeatRole.AR] }, [])));

    [Fact]
    public void a_clearance_that_is_needed_must_be_there()
    {
        var search = new CandidateSearch(
            Staff.Helvia, new Seat(SeatRole.AR), SeatKind.Primary, Profile with { Clearance = "secret" }, Pool.None, On(Today));

        Assert.Equal(CandidateRule.Clearance, Assert.Single(search.List([Free("bruno-frei")]).Refused).Rule);
        Assert.Empty(search.List([new Prospect(Employee("bruno-frei") with { Clearances = ["secret"] }, [])]).Refused);
    }

    // INV-24: 0.1 FTE of an S backup and a whole S seat are more than one person.
    [Fact]
    public void nobody_is_loaded_above_their_capacity()
    {
        Assert.Equal(
            CandidateRule.Load,
            RefusedBy(Staff.Helvia, Today, Holding("bruno-frei", At("albion", Tier.S, kind: SeatKind.Backup))));
        Assert.Equal(
            CandidateRule.Load,
            RefusedBy(Staff.Helvia, Today, new Prospect(Employee("bruno-frei") with { Capacity = 0.8m }, [])));
    }

    [Fact]
    public void above_ninety_per_cent_there_is_a_warning() => Assert.Equal(
        "loaded by 100% with this seat", List(Staff.Helvia, Today, Free("bruno-frei")).Feasible[0].Warning);

    [Fact]
    public void one_person_has_one_role_at_a_customer()
    {
        Assert.Equal(CandidateRule.OneRole, RefusedBy(Staff.Helvia, Today, new Prospect(Employee("dora-huber"), [])));
        Assert.Null(RefusedBy(Staff.Helvia, Today, Free("carla-roth")));
    }

    [Fact]
    public void who_holds_the_seat_does_not_follow_himself() =>
        Assert.Equal(CandidateRule.OneRole, RefusedBy(Staff.Helvia, Today, Free("anna-keller")));

    [Fact]
    public void nobody_has_two_s_seats() => Assert.Equal(
        CandidateRule.OneS,
        RefusedBy(Staff.Helvia, Today, Holding("bruno-frei", At("albion", Tier.S) with { Share = 0 })));

    [Fact]
    public void whoever_answers_for_six_b_customers_gets_no_seventh()
    {
        var customer = Planning.Accounts.Tests.Support.Helvia.WithStanding(Tier.B);
        var six = Enumerable.Range(1, 6).Select(number => At($"b-{number}", Tier.B) with { Share = 0.01m }).ToArray();

        Assert.Equal(CandidateRule.Span, List(customer, Today, Holding("bruno-frei", six) with
        {
            Employee = Employee("bruno-frei") with { Region = "CEE" },
        }).Refused[0].Rule);
        Assert.Empty(List(customer, Today, Holding("bruno-frei", six[..5])).Refused);
    }

    [Fact]
    public void one_of_the_three_changes_in_a_half_year_unless_the_seat_is_empty()
    {
        var changed = After(Staff.Helvia, new SeatAssigned(Held(SeatRole.FR, SeatKind.Primary, Emil, "2026-02-01")));
        var vacant = After(changed, new SeatAssigned(Held(SeatRole.AR, SeatKind.Primary, null, "2026-05-01")));

        Assert.Equal(CandidateRule.OneChange, RefusedBy(changed, Today, Free("bruno-frei")));
        Assert.Null(RefusedBy(changed, "2026-08-01", Free("bruno-frei")));
        Assert.Null(RefusedBy(vacant, Today, Free("bruno-frei")));
    }

    [Fact]
    public void nobody_comes_back_within_a_year()
    {
        var left = After(Staff.Helvia, new SeatVacated(new Seat(SeatRole.AR), Planning.Accounts.Tests.Support.Helvia.Anna, Day("2026-01-10"), LossReason.Illness));

        Assert.Equal(CandidateRule.CoolingOff, RefusedBy(left, "2027-01-09", Free("anna-keller")));
        Assert.Null(RefusedBy(left, "2027-01-10", Free("anna-keller")));
    }

    [Fact]
    public void solution_and_fulfilment_of_rivals_are_kept_apart()
    {
        var customer = After(Staff.Helvia, new DetailsChanged(Staff.Helvia.Details! with { Rivals = [Key<Customer>("albion")] }));
        var prospect = new Prospect(Employee("sven", "SR"), [At("albion", Tier.A, SeatRole.FR) with { Share = 0 }]);

        Assert.Equal(CandidateRule.Rivals, Search(customer, "2026-12-04", SeatRole.SR).FirstRefusal(prospect)?.Rule);
        Assert.Null(Search(Staff.Helvia, "2026-12-04", SeatRole.SR).FirstRefusal(prospect));
    }

    // Must never happen (C) 6: the pool of the C customers is emptied to fill S seats.
    [Theory]
    [InlineData(115, 1.9, CandidateRule.PoolFloor)]
    [InlineData(115, 2.0, null)]
    [InlineData(231, 3.0, CandidateRule.PoolFloor)]
    public void a_pool_keeps_one_person_for_115_customers(int customers, double capacity, string? rule) => Assert.Equal(
        rule,
        Search(Staff.Helvia, Today, pool: new Pool((decimal)capacity, customers, [Key<Employee>("bruno-frei")]))
            .FirstRefusal(Free("bruno-frei"))?.Rule);

    // Must never happen (C) 4: assignment against a conflict because “he knows the boss”.
    [Fact]
    public void ties_to_the_boss_outweigh_no_conflict()
    {
        var friend = After(Staff.Helvia, new ConflictChecked(new ConflictCheck(
            Planning.Accounts.Tests.Support.Helvia.Bruno, Day("2026-04-01"), Allowed: false, Day("2026-04-02"), "compliance")));
        var boss = friend.People.Values.Select(person => new PersonRecorded(person with { Owner = Planning.Accounts.Tests.Support.Helvia.Bruno }));

        Assert.Equal(CandidateRule.Conflict, RefusedBy(After(friend, boss), Today, Free("bruno-frei")));
    }

    // INV-27: neither the list nor its sentence shows which city it is, let alone why.
    [Fact]
    public void of_a_conflict_nobody_is_told_more_than_that_there_is_one()
    {
        var list = List(Staff.Helvia, Today, new Prospect(Employee("bruno-frei") with { ConflictCities = ["CH-ZRH"] }, []));

        Assert.Equal("a conflict of interest that is not waived", list.Refused[0].Why);
        Assert.DoesNotContain("ZRH", Json(list) + new CandidatesListed(Process, list).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void a_waiver_of_the_conflict_lets_the_candidate_in_until_it_ends()
    {
        var asked = Asked(Staff.Helvia, Today, new RequestWaiver(
            Key<Waiver>("w-9"), "conflict", CandidateRule.Conflict, "bruno-frei", "Nobody else speaks German",
            "A second person in all commercial meetings", Day("2027-05-04")));
        var granted = Asked(
            Asked(asked, Today, new DecideApproval("waiver:w-9", "REGION_HEAD", Granted: true), "e-cee-01"),
            "2026-05-05",
            new DecideApproval("waiver:w-9", "COMPLIANCE", Granted: true),
            "compliance");
        var native = new Prospect(Employee("bruno-frei") with { ConflictCities = ["CH-ZRH"] }, []);

        Assert.Equal(CandidateRule.Conflict, RefusedBy(asked, Today, native));
        Assert.Equal([CandidateRule.Conflict], List(granted, "2027-05-04", native).Feasible[0].Waived);
        Assert.Equal(CandidateRule.Conflict, RefusedBy(granted, "2027-05-05", native));
    }

    [Fact]
    public void a_conflict_is_waived_by_its_own_approvers_only() => IsRefused(
        Ask(Staff.Helvia, Today, new RequestWaiver(
            Key<Waiver>("w-9"), "gate", CandidateRule.Conflict, "bruno-frei", "He knows the boss", "None", Day("2026-12-31"))),
        "command-flawed",
        "It cannot be done as it is asked.",
        "Kind is “gate”; a conflict is waived as conflict.");

    [Fact]
    public void in_some_countries_nobody_is_asked_for_cities()
    {
        var on = On(Today);
        var silent = on with
        {
            Policies = on.Policies with { Team = on.Policies.Team with { HometownOffIn = ["CH"] } },
        };
        var search = new CandidateSearch(Staff.Helvia, new Seat(SeatRole.AR), SeatKind.Primary, Profile, Pool.None, silent);

        Assert.Null(search.FirstRefusal(new Prospect(Employee("bruno-frei") with { ConflictCities = ["CH-ZRH"] }, [])));
    }

    [Fact]
    public void relationships_that_continue_count_by_their_level() => Assert.Contains(
        new FitTerm("ties that continue", 24m),
        List(
            After(Staff.Helvia, Staff.Helvia.People.Values.Select(person => new PersonRecorded(person with { Owner = Carla }))),
            Today,
            Free("carla-roth")).Feasible[0].Terms);
}
