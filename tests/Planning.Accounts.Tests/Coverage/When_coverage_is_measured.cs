using Planning.Accounts.Coverage;
using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Policies;
using Planning.Accounts.Tests.Support;
using Planning.Accounts.Tiers;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Coverage;

/// <summary>Helvia, tier S, window 90 days; METHOD §5 counted by hand.</summary>
public sealed class When_coverage_is_measured
{
    private static readonly Person Frey = Helvia.Reto with
    {
        Id = Key<Person>("nadine-frey"),
        Name = "Nadine Frey",
        Title = "Director small projects",
        Unit = "Networks",
        Role = ProcessRole.Evaluate,
        InfluenceNow = 2,
        InfluenceFuture = 5,
        Stance = Stance.Unknown,
        Level = 0,
        TargetLevel = 3,
        Owner = Helvia.Bruno,
    };

    private static readonly Customer Two = After(Helvia.Known, Helvia.Known.TakeOver(
        new CustomerRecord(null)
        {
            Units = [new CustomerUnit("Networks", UnitFunction.Engineering, 2, null)],
            People = [Frey],
        },
        Helvia.Today));

    [Fact]
    public void universal_coverage_weighs_units_by_relevance()
    {
        // Procurement 3: 1 of 12 known, touched; Networks 2: nobody estimated, 1 known, not touched.
        var report = On("2026-05-04");
        Assert.Equal(3m / 12 / 5, report["universal coverage"].Value);
        Assert.Equal((0m, false), (report["weakest unit"].Value, report["weakest unit"].Met));
        Assert.Equal("Networks, 0 of 1 known people touched", report["weakest unit"].Because);
    }

    [Fact]
    public void who_is_ignored_and_who_rises_unseen_is_named_with_the_reason()
    {
        var frey = Assert.Single(On("2026-05-04").Ignored);
        Assert.Equal(("Nadine Frey", "never touched; the window is 90 days"), (frey.Name, frey.Ignored));
        Assert.Equal("influence 5 to come, level 0; never touched", frey.Rising);
        Assert.Equal(["Nadine Frey"], On("2026-05-04").Rising.Select(person => person.Name));
    }

    [Theory]
    [InlineData("2026-07-19", true)] // the ninetieth day after the meeting of 20 April
    [InlineData("2026-07-20", false)]
    public void a_touch_counts_for_its_window(string day, bool touched) =>
        Assert.Equal(touched, On(day).People.Single(person => person.Id == Helvia.Ammann).Ignored is null);

    [Fact]
    public void silence_costs_a_level_for_each_window()
    {
        Assert.Equal([4, 3, 2], new[] { "2026-08-01", "2026-08-02", "2026-10-31" }.Select(LevelOn));
        Assert.Equal(
            "level 4 was found, silence has cost 1; last touch 2026-04-20, 104 days ago",
            On("2026-08-02").Stale.Single().Stale);
    }

    [Fact]
    public void key_coverage_is_what_is_reached_of_what_is_wanted()
    {
        // Reto 0.5·5 + 0.3·4 + 1 = 4.7 at 4 of 4; Nadine 0.5·2 + 0.3·5 + 1 = 3.5 at 0 of 3.
        Assert.Equal(4.7m * 4 / ((4.7m * 4) + (3.5m * 3)), On("2026-05-04")["key-person coverage"].Value);
        Assert.False(On("2026-05-04")["key-person coverage"].Met);
    }

    [Fact]
    public void whoever_opposes_counts_two_levels_less()
    {
        var opposed = Two with { People = Two.People.SetItem(Helvia.Ammann, Two.People[Helvia.Ammann] with { Stance = Stance.Opposes }) };
        var report = CoverageReport.Of(opposed, MethodPolicies.Default, Helvia.Today);
        Assert.Equal(2, report.People.Single(person => person.Id == Helvia.Ammann).Level);
        Assert.Equal(0, report["lines with a supporter"].Value);
    }

    [Fact]
    public void two_eyes_are_supporters_in_lines_of_their_own()
    {
        var (boss, one, other) = (Of("boss", null, 0), Of("one", "boss", 3), Of("other", "boss", 3));
        Assert.Equal(2m, Lines(boss, one, other));
        Assert.Equal(1m, Lines(boss, one, Of("other", "one", 3)));
        Assert.Equal(1m, Lines(boss, one, other with { Level = 2 }));
    }

    [Fact]
    public void all_that_hangs_on_one_of_ours_is_told()
    {
        var report = On("2026-05-04");
        Assert.Equal((1m, false), (report["person dependence"].Value, report["person dependence"].Met));
        Assert.Equal((1m, false), (report["bus factor"].Value, report["bus factor"].Met));
    }

    [Fact]
    public void what_nobody_knows_is_unknown_and_no_zero() => Assert.All(
        ["universal coverage", "weakest unit", "key-person coverage", "person dependence", "bus factor", "reciprocity", "freshness in days"],
        name => Assert.Null(CoverageReport.Of(Helvia.WithStanding(Tier.C), MethodPolicies.Default, Helvia.Today)[name].Value));

    [Fact]
    public void a_coverage_level_raises_and_never_lowers()
    {
        Customer Of(Tier tier, Tier level) => After(Helvia.WithStanding(tier), new CoverageLevelSet(level, Day("2026-12-31"), "T-24", "lighthouse"));
        Assert.Equal(Tier.B, CoveragePolicy.LevelOf(Of(Tier.C, Tier.B).Standing, Day("2026-12-31")));
        Assert.Equal(Tier.C, CoveragePolicy.LevelOf(Of(Tier.C, Tier.B).Standing, Day("2027-01-01")));
        Assert.Equal(Tier.A, CoveragePolicy.LevelOf(Of(Tier.A, Tier.C).Standing, Helvia.Today));
    }

    [Fact]
    public void a_customer_nobody_has_seen_for_half_a_year_is_not_visited()
    {
        Assert.Null(On("2026-10-16").NotVisited);
        Assert.Equal("last contact 2026-04-20, 180 days ago; 180 are the most", On("2026-10-17").NotVisited);
    }

    [Fact]
    public void INV_06_a_policy_that_asks_less_of_a_higher_level_is_refused()
    {
        var policy = CoveragePolicy.Default;
        var lax = policy with { Levels = policy.Levels.SetItem(Tier.S, policy.Levels[Tier.S] with { WindowDays = 366, Universal = 0.2m }) };
        Assert.Empty(policy.Mistakes());
        Assert.Equal(
            [
                "Levels.S.WindowDays is 366, longer than the 90 of A (INV-06).",
                "Levels.S.Universal is 0.2, less than the 0.65 of A (INV-06).",
            ],
            lax.Mistakes().Select(mistake => mistake.Sentence));
    }

    private static CoverageReport On(string day) => CoverageReport.Of(Two, MethodPolicies.Default, Day(day));

    private static int LevelOn(string day) => On(day).People.Single(person => person.Id == Helvia.Ammann).Level;

    private static Person Of(string id, string? above, int level) => Helvia.Reto with
    {
        Id = Key<Person>(id),
        Name = id,
        Level = level,
        ReportsTo = above is null ? null : Key<Person>(above),
    };

    private static decimal? Lines(params Person[] people)
    {
        var empty = Helvia.Known with { People = Helvia.Known.People.Clear() };
        var customer = After(empty, empty.TakeOver(new CustomerRecord(null) { People = [.. people] }, Helvia.Today));
        return CoverageReport.Of(customer, MethodPolicies.Default, Helvia.Today)["lines with a supporter"].Value;
    }
}
