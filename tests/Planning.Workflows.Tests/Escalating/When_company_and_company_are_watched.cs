using Planning.Accounts.Calendars;
using Planning.Accounts.Contents;
using Planning.Accounts.Customers;
using Planning.Accounts.Delivery;
using Planning.Accounts.Escalations;
using Planning.Accounts.Losses;
using Planning.Accounts.Metrics;
using Planning.Accounts.Organisation;
using Planning.Accounts.People;
using Planning.Accounts.Plans;
using Planning.Accounts.Satisfaction;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;
using Planning.Workflows.Tests.Support;
using static Planning.Workflows.Tests.Support.Words;

namespace Planning.Workflows.Tests.Escalating;

/// <summary>A customer of tier S with three people, under the shipped rules and policies.</summary>
public sealed class When_company_and_company_are_watched
{
    private static readonly Id<Employee> Anna = Key<Employee>("anna");
    private static readonly Id<Employee> Bruno = Key<Employee>("bruno");
    private static readonly Id<Person> Reto = Key<Person>("reto");
    private static readonly Customer Known = Of(Tier.S);

    [Fact]
    public void ESC_13_two_voices_on_one_topic_are_raised_until_the_customer_knows_what_holds()
    {
        var topic = Key<VoiceTopic>("acceptance");
        var one = Do(Known, "2026-05-04", new RecordStatement(topic, "in June", Anna, Day("2026-05-04")));
        Assert.Empty(Raised(one, "ESC-13"));

        var two = Do(one, "2026-05-05", new RecordStatement(topic, "in August", Bruno, Day("2026-05-05")));
        var raised = Assert.Single(Raised(two, "ESC-13"));
        Assert.Equal(
            ("acceptance: “in June” say anna; “in August” say bruno", "voices on the topic 2 ≥ 2", "AR"),
            (raised.About, raised.Because, raised.Role()));
        Assert.Equal("ACCOUNT_HEAD", Assert.Single(Raised(Watched(two, "2026-05-07"), "ESC-13")).Role());

        var briefed = Do(two, "2026-05-08", new WriteBrief(topic, "in August", Day("2026-12-31"), Anna, "everybody"));
        Assert.Empty(Raised(Do(briefed, "2026-05-08", new SettleTopic(topic, [Reto])), "ESC-13"));
    }

    [Theory]
    [InlineData("Reto Ammann", true)]
    [InlineData("Ammann, Reto", true)]
    [InlineData("Retto Amann", true)]
    [InlineData("Rita Ammann", false)]
    public void ESC_14_a_second_record_of_one_person_is_raised_until_they_are_one(string name, bool alike)
    {
        var second = Key<Person>("second");
        var twice = Watched(TakeOver(Known, "2026-05-04", new CustomerRecord(null) { People = [Person(second, name, "CEO", "Management")] }), "2026-05-04");

        Assert.Equal(
            alike ? [($"{name} (CEO)", "records of one person 2 ≥ 2", "AR")] : [],
            Raised(twice, "ESC-14").Select(raised => (raised.About, raised.Because, raised.Role())));
        Assert.Empty(Raised(Do(twice, "2026-05-05", new MergePeople(Reto, second)), "ESC-14"));
    }

    [Fact]
    public void ESC_14_names_that_sound_alike_elsewhere_are_two_people() => Assert.Empty(Raised(
        Watched(
            TakeOver(Known, "2026-05-04", new CustomerRecord(null) { People = [Person(Key<Person>("x"), "Reto Ammann", "Fitter", "Networks")] }),
            "2026-05-04"),
        "ESC-14"));

    [Fact]
    public void ESC_14_asking_again_for_what_we_know_goes_to_the_team_and_the_third_time_above()
    {
        var asked = new CaptureContactPoint(Reto, ContactKind.Mail, "reto@helvia.example");
        var once = Do(Do(Known, "2026-05-04", asked), "2026-05-05", asked);
        Assert.Equal("AR", Assert.Single(Raised(once, "ESC-14-ASKED")).Role());
        Assert.Empty(Raised(once, "ESC-14-THIRD"));

        var third = Do(Do(once, "2026-05-06", asked), "2026-05-07", asked);
        Assert.Equal("ACCOUNT_HEAD", Assert.Single(Raised(third, "ESC-14-THIRD")).Role());
        Assert.DoesNotContain(Watched(third, "2026-08-06").Escalations.Open.Values, open => open.Rule.StartsWith("ESC-14", StringComparison.Ordinal));
    }

    [Fact]
    public void ESC_15_is_fed_by_our_own_surveys_and_closes_when_the_next_is_better()
    {
        var poor = Survey(Known, "w-1", "2026-05-04", gets: 7.7m);
        var raised = Assert.Single(Raised(poor, "ESC-15"));
        Assert.Equal("satisfaction 57.6 < 60", raised.Because);

        Assert.Empty(Raised(Survey(poor, "w-2", "2026-06-04", gets: 8.5m), "ESC-15"));
        Assert.Equal(
            "change of satisfaction -16 ≤ -10",
            Assert.Single(Raised(Survey(Survey(Known, "w-1", "2026-05-04", gets: 10), "w-2", "2026-06-04", gets: 8), "ESC-15")).Because);
    }

    [Theory]
    [InlineData(1, "2026-05-11", false)] // five working days
    [InlineData(1, "2026-05-12", true)]
    [InlineData(2, "2026-05-25", false)] // fifteen
    [InlineData(2, "2026-05-26", true)]
    [InlineData(3, "2026-07-01", false)]
    public void ESC_16_an_issue_is_raised_by_its_age_and_severity(int severity, string day, bool raised)
    {
        var open = Watched(Do(Known, "2026-05-04", new OpenIssue(Key<Issue>("i-1"), severity, "Outage", Anna, Day("2026-05-04"))), day);

        Assert.Equal(raised ? ["ACCOUNT_HEAD"] : [], Raised(open, "ESC-16").Select(one => one.Role()));
    }

    [Fact]
    public void ESC_16_rises_and_closes_only_when_the_customer_confirms()
    {
        var issue = Key<Issue>("i-1");
        var open = Watched(Do(Known, "2026-05-04", new OpenIssue(issue, 1, "Outage", Anna, Day("2026-05-04"))), "2026-05-12");
        Assert.Equal("REGION_HEAD", Assert.Single(Raised(Watched(open, "2026-05-19"), "ESC-16")).Role());

        var solved = Do(open, "2026-05-13", new SolveIssue(issue, Day("2026-05-13"), "A fuse", "Replaced"));
        Assert.Single(Raised(solved, "ESC-16"));
        Assert.Empty(Raised(Do(solved, "2026-05-14", new ConfirmIssue(issue, Day("2026-05-14"), Reto)), "ESC-16"));
    }

    [Theory]
    [InlineData("2026-07-03", false)] // sixty days
    [InlineData("2026-07-04", true)]
    public void ESC_16_three_small_issues_that_stay_open_are_disappointment(string day, bool raised)
    {
        var three = Enumerable.Range(1, 3).Aggregate(Known, (customer, number) => Do(customer, "2026-05-04", new OpenIssue(
            Key<Issue>(FormattableString.Invariant($"i-{number}")), 3, "Slow answers", Anna, Day("2026-05-04"))));

        Assert.Equal(raised, Raised(Watched(three, day), "ESC-16-SLOW").Any());
    }

    [Theory]
    [InlineData(Tier.A, "2026-06-16", false)] // fifteen days of a year: neither sixteen days nor a tenth
    [InlineData(Tier.A, "2026-06-17", true)]
    [InlineData(Tier.B, "2026-12-31", false)]
    public void ESC_17_a_slip_is_raised_at_S_and_A(Tier tier, string expected, bool raised)
    {
        var ring = Key<Milestone>("ring");
        var planned = Do(Of(tier), "2026-01-05", new PlanMilestone(ring, "Metro ring", Day("2025-06-01"), Day("2026-06-01")));

        Assert.Equal(raised, Raised(Do(planned, "2026-05-04", new MoveMilestone(ring, Day(expected), "Permits are late")), "ESC-17").Any());
    }

    [Fact]
    public void ESC_17_a_tenth_of_a_short_work_is_a_slip_too() => Assert.Equal(
        "tier is S, slip as a part of the planned length 0.16 > 0.1",
        Assert.Single(Raised(
            Do(
                Do(Known, "2026-04-01", new PlanMilestone(Key<Milestone>("ring"), "Metro ring", Day("2026-05-01"), Day("2026-06-01"))),
                "2026-05-04",
                new MoveMilestone(Key<Milestone>("ring"), Day("2026-06-06"), "Rain")),
            "ESC-17")).Because);

    [Fact]
    public void ESC_17_a_refused_acceptance_reaches_all_three_at_once_and_closes_when_it_is_accepted()
    {
        var ring = Key<Milestone>("ring");
        var done = Do(
            Do(Known, "2026-04-01", new PlanMilestone(ring, "Metro ring", Day("2026-01-05"), Day("2026-06-01"))),
            "2026-05-04",
            new ReachMilestone(ring, Day("2026-05-04")));
        var refused = Do(done, "2026-05-05", new RefuseAcceptance(ring, Day("2026-05-05"), Reto, "Two sites are dark"));

        Assert.Equal(
            ["FR", "SR", "AR", "ACCOUNT_HEAD", "REGION_HEAD"], Assert.Single(Raised(refused, "ESC-17")).Ladder.Select(step => step.Role));
        Assert.Equal("AR", Assert.Single(Raised(Watched(refused, "2026-05-05"), "ESC-17")).Role());
        Assert.Equal("ACCOUNT_HEAD", Assert.Single(Raised(Watched(refused, "2026-05-06"), "ESC-17")).Role());
        Assert.Equal("REGION_HEAD", Assert.Single(Raised(Watched(refused, "2026-05-08"), "ESC-17")).Role());
        Assert.Empty(Raised(Do(refused, "2026-05-07", new AcceptDelivery(ring, Day("2026-05-07"), Reto)), "ESC-17"));
    }

    [Theory]
    [InlineData("2026-05-25", false)] // fifteen working days
    [InlineData("2026-05-26", true)]
    public void ESC_18_a_loss_that_nobody_has_explained_is_raised(string day, bool raised) =>
        Assert.Equal(raised, Raised(Watched(Lost(), day), "ESC-18").Any());

    [Fact]
    public void ESC_18_rises_also_where_the_customer_itself_is_lost_and_closes_with_the_review()
    {
        var lost = TakeOver(Known, "2026-05-04", new CustomerRecord(Registered(Tier.S) with
        {
            Details = Registered(Tier.S).Details with { Lifecycle = Lifecycle.Lost },
        }));
        var raised = Watched(lost, "2026-05-26");
        Assert.Equal(["ESC-18"], raised.Escalations.Open.Values.Select(open => open.Rule));
        Assert.Equal("REGION_HEAD", Assert.Single(Raised(Watched(raised, "2026-06-09"), "ESC-18")).Role());

        var review = Assert.Single(lost.Losses.Reviews).Key;
        var written = Do(raised, "2026-05-27", new WriteLossReview(
            review,
            [new LossCause("a", CauseKind.Relationship, "Nobody knew the director")],
            [new MissedPerson("director")],
            [],
            [new Lesson("Every director has an owner")]));
        Assert.Empty(Raised(Do(written, "2026-05-27", new CloseLossReview(review)), "ESC-18"));
    }

    [Fact]
    public void ESC_30_executives_of_S_meet_every_half_year_whatever_was_agreed()
    {
        Assert.Empty(Raised(Watched(Known, "2030-01-01"), "ESC-30"));
        var yearly = Do(Known, "2026-01-05", Exchange(everyMonths: 12));
        var held = Do(yearly, "2026-02-03", Held("2026-02-02"));

        Assert.Empty(Raised(Watched(held, "2026-09-01"), "ESC-30"));
        var raised = Watched(held, "2026-09-02");
        Assert.Equal("days after executives should have met 31 > 30", Assert.Single(Raised(raised, "ESC-30")).Because);
        Assert.Equal("STRATEGIC_CUSTOMER_BOARD", Assert.Single(Raised(Watched(raised, "2026-10-05"), "ESC-30")).Role());
    }

    [Fact]
    public void ESC_30_closes_when_they_meet_and_looks_at_other_tiers_by_what_was_agreed()
    {
        var agreed = Do(Of(Tier.A), "2026-01-05", Exchange(everyMonths: 12));
        Assert.Empty(Raised(Watched(agreed, "2026-03-04"), "ESC-30"));
        var missed = Watched(agreed, "2026-03-05");
        Assert.Single(Raised(missed, "ESC-30"));
        Assert.Empty(Raised(Do(missed, "2026-03-06", Held("2026-03-06")), "ESC-30"));
    }

    [Theory]
    [InlineData("2026-05-15", false)] // ten working days after 2026-05-01
    [InlineData("2026-05-18", true)]
    public void ESC_30_a_quarterly_review_that_is_late_is_raised(string day, bool raised)
    {
        var plan = AccountPlan.Of(new PlanOpened("plan-1", Tier.S, 2027, 2031));
        var planned = Known with
        {
            Plan = plan with
            {
                ReviewDates = plan.ReviewDates.SetItem(ReviewType.Quarterly, new ReviewDate(Day("2026-05-01"), Day("2026-05-18"))),
            },
        };

        Assert.Equal(raised, Raised(Watched(planned, day), "ESC-30-QBR").Any());
    }

    private static Customer Lost() => Do(
        Known, "2026-05-04", new NoteLostDeal(Key<LostDeal>("ran"), "RAN renewal", new Money(30, "EUR"), Day("2026-05-04")));

    private static AgreeMechanism Exchange(int everyMonths) => new(
        Key<OrganisationalMechanism>("board"), MechanismType.ExecutiveExchange, Day("2026-02-02"), everyMonths, Anna);

    private static HoldMechanism Held(string on) => new(
        Key<OrganisationalMechanism>("board"), Day("2026-02-02"), Day(on), [Anna], [Reto], "Road map");

    private static Customer Survey(Customer customer, string wave, string day, decimal gets)
    {
        var id = Key<SurveyWave>(wave);
        string[] units = ["Management", "Finance", "Networks"];
        return Do(
            units.Index().Aggregate(Do(customer, day, new OpenSurvey(id)), (now, unit) => Do(now, day, new RecordSurveyAnswer(
                id, Key<SurveyAnswer>(FormattableString.Invariant($"a-{unit.Index}")), unit.Item, 2 + unit.Index, 8, gets))),
            day,
            new CloseSurvey(id));
    }

    private static IEnumerable<Escalation> Raised(Customer customer, string rule) =>
        customer.Escalations.Open.Values.Where(open => open.Rule == rule);

    private static Customer Of(Tier tier) => TakeOver(
        Customer.Unknown(Key<Customer>("helvia")),
        "2026-01-05",
        new CustomerRecord(Registered(tier))
        {
            Units =
            [
                new CustomerUnit("Management", UnitFunction.Planning, 3, 3),
                new CustomerUnit("Finance", UnitFunction.Finance, 2, 4),
                new CustomerUnit("Networks", UnitFunction.Engineering, 3, 9),
            ],
            People = [Person(Reto, "Reto Ammann", "CEO", "Management")],
        });

    private static Registration Registered(Tier tier) => new(
        new CustomerDetails(
            "Helvia", "CH", "telecom", "CEE", Lifecycle.Active, false, false, Key<Customer>("helvia"), GroupRootConfirmed: true),
        tier,
        Lane.Standard,
        Posture.Invest,
        new Quarter(2024, 1),
        new Quarter(2024, 1));

    private static Person Person(Id<Person> id, string name, string title, string unit) =>
        new(id, name, title, unit, ProcessRole.Decide, 5, 4, Stance.Supports, 4, 4, Anna);

    private static Customer TakeOver(Customer customer, string day, CustomerRecord record) =>
        After(customer, customer.TakeOver(record, Day(day)));

    private static Customer Do(Customer customer, string day, CustomerCommand command) =>
        Watched(After(customer, customer.Take(command, On(day))), day);

    private static Customer Watched(Customer customer, string day) => After(customer, customer.Watch(On(day)));

    private static Customer After(Customer customer, Decision decision) =>
        Assert.IsType<Decision.Recorded>(decision).Events.Aggregate(customer, (now, happened) => now.Apply(happened));

    private static Occasion On(string day) => new(
        "anna",
        new DateTimeOffset(Day(day), new TimeOnly(9, 0), TimeSpan.Zero),
        1,
        WorkingCalendar.MondayToFriday,
        Shipped.Playbook.Policies,
        Shipped.Playbook.Gates.On(Day(day)),
        Shipped.Playbook.Escalations.On(Day(day)));
    private static Id<TOf> Key<TOf>(string text) => Id<TOf>.Parse(text, null);
}
