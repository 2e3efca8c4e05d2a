using Planning.Accounts.Calendars;
using Planning.Accounts.Contents;
using Planning.Accounts.Coverage;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.Organisation;
using Planning.Accounts.Policies;
using Planning.Accounts.Satisfaction;
using Planning.Accounts.Tests.Support;
using Planning.Accounts.Tiers;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Organisation;

public sealed class When_the_relationship_of_companies_is_measured
{
    private static readonly Customer Full = Live();

    [Fact]
    public void what_nobody_has_agreed_ranked_begun_or_said_is_unknown_and_no_zero() => Assert.All(
        CoverageReport.Organisational.Append("relationship health"),
        name => Assert.Null(On(Helvia.Known, "2026-05-04")[name].Value));

    [Fact] // METHOD §5.3: OM
    public void mechanisms_count_that_were_held_on_time_with_output()
    {
        // Planned 2026-02-02 and 2026-05-02; the first held in time, the second still can be.
        var held = On(Full, "2026-05-12")["mechanism fulfilment"];
        Assert.Equal((1m, "1 of 1 planned meetings held on time with output in 12 months"), (held.Value, held.Because));
        Assert.Equal(0.5m, On(Full, "2026-05-13")["mechanism fulfilment"].Value);
    }

    [Fact] // METHOD §5.3: LM
    public void levels_match_when_their_rank_met_our_level_of_the_same_number()
    {
        // Reto has rank 5 and met our level 5; Selina rank 4 and Luca rank 3 met nobody.
        var levels = On(Full, "2026-05-04")["level match"];
        Assert.Equal((1 / 3m, "not met by our level: Luca Bernasconi, Selina Brügger"), (levels.Value, levels.Because));
        Assert.Equal(1 / 3m, On(Full, "2026-08-01")["level match"].Value); // twice ninety days after 2026-02-02
        Assert.Equal(0m, On(Full, "2026-08-02")["level match"].Value);
    }

    [Fact] // METHOD §5.3: joint value and one voice
    public void joint_projects_statements_and_voices_are_counted()
    {
        var report = On(Full, "2026-05-04");
        Assert.Equal(
            (0.75m, "1 joint projects, 1 of them in production, named in public 1 times in 12 months"),
            (report["joint value"].Value, report["joint value"].Because));
        Assert.Equal((0.5m, "several voices on price"), (report["one voice"].Value, report["one voice"].Because));
    }

    [Fact] // METHOD §5.3: OR, and §5.4: RH of S
    public void all_four_make_the_organisational_relationship_and_a_share_of_health()
    {
        var report = On(Full, "2026-05-04");
        var expected = (0.35m * 1) + (0.25m / 3) + (0.25m * 0.75m) + (0.15m * 0.5m);
        Assert.Equal(expected, report["organisation"].Value!.Value, 10);
        Assert.Equal((0.75m, false), (report["organisation"].Target, report["organisation"].Met));
        Assert.Equal(
            100 * ((0.30m * report["universal coverage"].Value!.Value) + (0.40m * report["key-person coverage"].Value!.Value) + (0.30m * expected)),
            report["relationship health"].Value!.Value,
            10);
    }

    [Fact]
    public void one_unknown_part_leaves_the_whole_unknown_and_says_which()
    {
        var silent = Full with { Organisation = Full.Organisation with { Topics = Full.Organisation.Topics.Clear() } };
        Assert.Equal((null, "nobody knows one voice"), (On(silent, "2026-05-04")["organisation"].Value, On(silent, "2026-05-04")["organisation"].Because));
        Assert.Equal(
            "universal coverage 0.3, key-person coverage 0.4, organisation 0.3, which nobody knows",
            On(silent, "2026-05-04")["relationship health"].Because);
    }

    [Fact]
    public void B_and_C_are_healthy_without_it() => Assert.NotNull(
        On(Full.Apply(new TierChanged(Tier.S, Tier.B, Lane.Standard, Q("2026-Q2"), "T", "it was decided")) with
        {
            Organisation = OrganisationRecord.Empty,
        }, "2026-05-04")["relationship health"].Value);

    [Theory] // METHOD §5.4: a layer counts only if the lower hold
    [InlineData("0.95", true, true, 75, 3)]
    [InlineData("0.95", true, true, 74, 2)]
    [InlineData("0.95", false, true, 75, 1)]
    [InlineData("0.94", true, true, 75, 0)]
    [InlineData("0.95", true, false, 75, 2)]
    public void stickiness_climbs_from_layer_to_layer(string sla, bool accepted, bool strategy, int match, int layer) =>
        Assert.Equal(layer, On(Sticky(sla, accepted, strategy, match), "2026-05-04")["stickiness layer"].Value);

    [Fact]
    public void a_layer_that_nobody_can_tell_leaves_stickiness_unknown()
    {
        var unknown = On(Sticky(null, accepted: true, strategy: true, 75), "2026-05-04")["stickiness layer"];
        Assert.Equal((null, "satisfaction 84 of 80, service promises kept unknown of 0.95"), (unknown.Value, unknown.Because));
        Assert.Null(On(Sticky("0.95", accepted: true, strategy: true, null), "2026-05-04")["stickiness layer"].Value);
        Assert.Equal(2m, On(Sticky("0.95", accepted: true, strategy: false, null), "2026-05-04")["stickiness layer"].Value);
    }

    [Fact]
    public void a_value_case_counts_when_the_customer_has_accepted_it_and_for_two_years()
    {
        var sticky = Sticky("0.95", accepted: true, strategy: false, 75);
        Assert.Equal(1m, On(Sticky("0.95", accepted: false, strategy: false, 75), "2026-05-04")["stickiness layer"].Value);
        Assert.Equal("1 value cases accepted in 24 months", Because(sticky, "2026-05-04"));
        Assert.Equal("0 value cases accepted in 24 months", Because(sticky with
        {
            Organisation = sticky.Organisation with
            {
                ValueCases = sticky.Organisation.ValueCases.SetItem(
                    Key<ValueCase>("v-1"), sticky.Organisation.ValueCases[Key<ValueCase>("v-1")] with { AcceptedOn = Day("2024-05-04") }),
            },
        }, "2026-05-04"));

        static string Because(Customer customer, string day) => On(customer, day)["stickiness layer"].Because.Split("; ")[1];
    }

    [Fact]
    public void what_we_count_ourselves_becomes_a_figure_where_nobody_told_one()
    {
        var sticky = Sticky("0.95", accepted: true, strategy: false, 75);
        var counted = Events(sticky.CountOwnFigures(Q("2026-Q1"), Occasions.On("2026-04-10"))).Cast<MetricRecorded>()
            .Select(recorded => recorded.Snapshot).ToList();

        Assert.Equal(
            [(Metric.StickinessLayer, 2m, "own count"), (Metric.BusFactor, 2m, "own count")],
            counted.Select(figure => (figure.Metric, figure.Value, figure.Source)));
        Assert.All(counted, figure => Assert.Equal((Q("2026-Q1"), Day("2026-03-31")), (figure.Period, figure.ObservedOn)));
        NothingHappens(After(sticky, sticky.CountOwnFigures(Q("2026-Q1"), Occasions.On("2026-04-10")))
            .CountOwnFigures(Q("2026-Q1"), Occasions.On("2026-04-11")));
    }

    [Fact]
    public void a_wave_of_ours_is_the_satisfaction_of_a_quarter_and_of_the_next_as_long_as_it_is_fresh()
    {
        var asked = Asked(
            Satisfaction.When_customers_are_asked.Answered(
                Asked(Company.Known, "2026-02-02", new OpenSurvey(Key<SurveyWave>("w"))), Key<SurveyWave>("w"), "2026-02-02",
                ("Procurement", 5, 8, 9), ("Finance", 4, 8, 9), ("Networks", 3, 8, 9)),
            "2026-02-09",
            new CloseSurvey(Key<SurveyWave>("w")));

        Assert.Equal([68m], Satisfied(asked, "2026-Q1", "2026-04-05"));
        Assert.Equal([68m], Satisfied(asked, "2026-Q2", "2026-07-05"));
        Assert.Empty(Satisfied(asked, "2027-Q2", "2027-07-05"));
        Assert.Empty(Satisfied(asked, "2025-Q4", "2026-02-10"));
        Assert.Empty(Satisfied(asked.Apply(new MetricRecorded(Figure(Metric.Satisfaction, 70) with { Period = Q("2026-Q1") })), "2026-Q1", "2026-04-05"));
    }

    [Fact] // INV-04
    public void INV_04_what_is_long_past_or_unknown_is_not_counted()
    {
        NothingHappens(Full.CountOwnFigures(Q("2025-Q3"), Occasions.On("2026-04-05")));
        NothingHappens(Full.CountOwnFigures(Q("2026-Q3"), Occasions.On("2026-04-05")));
        NothingHappens(Helvia.WithStanding(Tier.A).CountOwnFigures(Q("2026-Q1"), Occasions.On("2026-04-05")));
    }

    private static List<decimal> Satisfied(Customer customer, string period, string day) =>
    [
        .. Events(customer.CountOwnFigures(Q(period), Occasions.On(day))).Cast<MetricRecorded>()
            .Where(recorded => recorded.Snapshot.Metric is Metric.Satisfaction).Select(recorded => recorded.Snapshot.Value),
    ];

    private static CoverageReport On(Customer customer, string day) => CoverageReport.Of(customer, MethodPolicies.Default, Day(day));

    private static Customer Sticky(string? sla, bool accepted, bool strategy, int? match)
    {
        var id = Key<ValueCase>("v-1");
        var customer = After(
            Company.Known,
            [
                new MetricRecorded(Figure(Metric.Satisfaction, 84)),
                .. sla is null ? [] : new[] { new MetricRecorded(Figure(Metric.ServiceSla, decimal.Parse(sla, System.Globalization.CultureInfo.InvariantCulture))) },
                .. match is null ? [] : new[] { new MetricRecorded(Figure(Metric.Match, match.Value)) },
            ]);
        customer = Asked(customer, "2026-01-05", new RecordValueCase(id, "Energy saved", ValueEffect.Cost, Amount("4 M EUR"), "Meters"));
        customer = accepted ? Asked(customer, "2026-01-06", new AcceptValueCase(id, Helvia.Ammann, Day("2026-01-06"))) : customer;
        customer = strategy
            ? Asked(customer, "2026-01-07", new SignJointStrategy(
                Key<JointStrategy>("s-1"), "Network 2030", Day("2026-01-01"), Day("2030-12-31"), "harriet", Helvia.Ammann))
            : customer;
        return customer;
    }

    private static MetricSnapshot Figure(Metric metric, decimal value) =>
        new(metric, Quarter.Of(Day("2025-12-31")), value, null, Day("2025-12-31"), "CRM");

    private static Customer Live()
    {
        var board = Key<OrganisationalMechanism>("board");
        CustomerCommand[] commands =
        [
            new AgreeMechanism(board, MechanismType.ExecutiveExchange, Day("2026-02-02"), 3, Helvia.Anna),
            new HoldMechanism(board, Day("2026-02-02"), Day("2026-02-02"), [Helvia.Anna], [Helvia.Ammann], "Road map", OurRank: 5),
            new StartJointProject(Key<JointProject>("lab"), "Joint lab", Day("2026-01-05"), Helvia.Anna),
            new TakeIntoProduction(Key<JointProject>("lab"), Day("2026-02-02")),
            new NotePublicStatement(Key<PublicStatement>("p-1"), Day("2026-02-02"), "annual report", "With Lanternfish"),
            new RecordStatement(Key<VoiceTopic>("price"), "firm", Helvia.Anna, Day("2026-02-02")),
            new RecordStatement(Key<VoiceTopic>("price"), "open", Helvia.Bruno, Day("2026-02-02")),
            new RecordStatement(Key<VoiceTopic>("dates"), "June", Helvia.Bruno, Day("2026-02-02")),
        ];
        return commands.Aggregate(Company.Known, (customer, command) => Asked(customer, "2026-02-02", command));
    }
}
