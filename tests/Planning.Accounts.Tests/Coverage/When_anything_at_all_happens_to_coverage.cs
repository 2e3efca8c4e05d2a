using FsCheck;
using FsCheck.Fluent;
using Planning.Accounts.Coverage;
using Planning.Accounts.Customers;
using Planning.Accounts.Policies;
using Planning.Accounts.Tests.Support;
using Planning.Accounts.Tiers;

namespace Planning.Accounts.Tests.Coverage;

public sealed class When_anything_at_all_happens_to_coverage
{
    private static readonly CoveragePolicy Policy = CoveragePolicy.Default;

    [Fact]
    public void measures_kept_up_with_each_event_equal_a_count_of_everything()
    {
        var known = new HashSet<string>();
        Prop.ForAll(Lives.Any, life =>
        {
            var journal = new List<CustomerEvent>();
            var last = Helvia.Unknown;
            var today = life.Live((day, events, customer) =>
            {
                journal.AddRange(events);
                last = customer;
                if (journal.Count % 5 == 0)
                {
                    Same(customer, journal, day, known);
                }
            });
            foreach (var days in new[] { 0, 1, 89, 90, 91, 200, 366, 500 })
            {
                Same(last, journal, today.AddDays(days), known);
            }
        }).Check(Lives.Tried.WithMaxTest(300));
        Assert.Equal(7, known.Count); // each measure was known at some time
    }

    [Fact]
    [Trait("METHOD §9.1", "P-2")]
    public void P_2_what_nobody_has_told_us_never_lowers_coverage() => Prop.ForAll(Lives.Any, life =>
    {
        var last = Helvia.Unknown;
        var today = life.Live((_, _, customer) => last = customer);
        var before = CoverageReport.Of(last, MethodPolicies.Default, today);
        foreach (var without in Removals(last))
        {
            var after = CoverageReport.Of(without, MethodPolicies.Default, today);
            Assert.True(after.Level >= before.Level);
            if (after.Level > before.Level)
            {
                continue; // it asks for more now: its window is shorter
            }

            foreach (var (one, other) in before.Measures.Zip(after.Measures).Where(pair => pair.First.Wants is Wish.AtLeast))
            {
                Assert.True(other.Value is null || one.Value is null || other.Value >= one.Value, $"{one.Sentence}, then {other.Sentence}");
            }
        }
    }).Check(Lives.Tried.WithMaxTest(300));

    [Fact]
    public void INV_06_nothing_sets_coverage_below_the_floor_of_C() => Prop.ForAll(Lives.Any, life => life.Live((today, _, customer) =>
    {
        var report = CoverageReport.Of(customer, MethodPolicies.Default, today);
        Assert.True(report.Level >= customer.Standing.Tier);
        Assert.True(report.WindowDays <= Policy.Levels[Tier.C].WindowDays);
        Assert.Equal(2, report["contacts in a year"].Target);
    })).Check(Lives.Tried.WithMaxTest(100));

    [Fact]
    public void INV_05_influence_raises_attention_and_nobody_falls_below_the_floor() => Prop.ForAll(Lives.Any, life => life.Live((today, _, customer) =>
        Assert.All(CoverageReport.Of(customer, MethodPolicies.Default, today).People, person => Assert.True(person.Weight >= Policy.Attention.Floor))))
        .Check(Lives.Tried.WithMaxTest(100));

    private static IEnumerable<Customer> Removals(Customer customer) =>
    [
        .. customer.Units.Values.Select(unit => customer with
        {
            Units = customer.Units.SetItem(unit.Name, unit with { HeadcountInProcess = null }),
        }),
        .. customer.People.Values.Select(person => customer with
        {
            People = customer.People.SetItem(person.Id, person with { ReportsTo = null }),
        }),
        customer with { Standing = customer.Standing with { CoverageLevelUntil = null } },
    ];

    private static void Same(Customer customer, List<CustomerEvent> journal, DateOnly today, HashSet<string> known)
    {
        var (report, again) = (CoverageReport.Of(customer, MethodPolicies.Default, today), new CountedAgain(customer, journal, today));
        Assert.Equal(again.IgnoredPeople, report.Ignored.Select(person => person.Id.Value));
        Same("universal coverage", again.Universal());
        Same("weakest unit", again.WeakestUnit());
        Same("key-person coverage", again.KeyPeople());
        Same("equality of attention", again.Equality());
        Same("reciprocity", again.Reciprocity());
        Same("person dependence", again.Dependence());
        Same("bus factor", again.BusFactor());

        void Same(string name, double? expected)
        {
            var value = (double?)report[name].Value;
            Assert.True(
                expected is null == value is null && (expected is null || Math.Abs(expected.Value - value!.Value) < 1e-9),
                FormattableString.Invariant($"{name} on {today:yyyy-MM-dd} is {value}, counted again {expected}"));
            if (value is not null)
            {
                known.Add(name);
            }
        }
    }
}
