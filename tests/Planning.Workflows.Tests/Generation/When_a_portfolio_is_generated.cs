using System.Globalization;
using Planning.Workflows.Generation;
using Planning.Workflows.Tests.Support;

namespace Planning.Workflows.Tests.Generation;

/// <summary>METHOD §8.1: a portfolio of any size from one seed.</summary>
public sealed class When_a_portfolio_is_generated
{
    // A third of the ten thousand, so that shares and correlations can be told from chance within a second or two.
    private static readonly Lazy<GeneratedFiles> Large = new(() => GeneratedFiles.Of(3_000, seed: 7));

    [Fact]
    public void the_same_seed_gives_the_same_bytes()
    {
        var first = GeneratedFiles.Of(300, seed: 7).Texts;
        var second = GeneratedFiles.Of(300, seed: 7).Texts;
        Assert.Equal(first.Keys.Order(), second.Keys.Order());
        Assert.All(first, file => Assert.Equal(file.Value, second[file.Key]));
    }

    [Fact]
    public void another_seed_gives_another_portfolio() => Assert.All(
        GeneratedFiles.Of(40, seed: 7).Texts.Zip(GeneratedFiles.Of(40, seed: 8).Texts),
        files => Assert.NotEqual(files.First.Value, files.Second.Value));

    [Theory]
    [InlineData(10_000, 20, 180, 1_300, 1_300)]
    [InlineData(100_000, 40, 960, 12_000, 9_000)]
    [InlineData(400, 8, 17, 58, 87)]
    public void its_tiers_and_people_are_as_many_as_the_method_says(int customers, int strategic, int a, int b, int employees)
    {
        var size = PortfolioSize.Of(customers, critical: false);
        Assert.Equal((strategic, a, b, employees), (size.Strategic, size.A, size.B, size.Employees));
    }

    [Theory]
    [InlineData(10_000, false, 0.252, 0.55)]
    [InlineData(100_000, false, 0.12, 0.35)]
    [InlineData(10_000, true, 0.42, 0.82)]
    public void its_five_largest_weigh_what_the_method_says(int customers, bool critical, double one, double five)
    {
        var largest = PortfolioSize.Of(customers, critical).Largest;
        Assert.Equal(one, largest[0], 3);
        Assert.Equal(five, largest.Sum(), 3);
        Assert.Equal(largest.OrderDescending(), largest);
    }

    [Fact]
    public void its_revenues_add_up_to_the_vendors_own()
    {
        var revenue = Large.Value.Newest("revenue_ttm");
        var vendor = System.Text.Json.Nodes.JsonNode.Parse(Large.Value.Texts["vendor.json"])!;
        Assert.Equal(vendor["figures"]!.AsArray()[^1]!["revenueTtm"]!.GetValue<double>(), revenue.Values.Sum(), 0.5);
    }

    [Fact]
    public void its_people_and_contacts_are_as_many_as_the_tiers_ask()
    {
        var size = PortfolioSize.Of(3_000, critical: false);
        Within(0.12, (60 * size.Strategic) + (25 * size.A) + (8 * size.B) + (3 * size.C), Large.Value["people.csv"].Count);
        Within(0.03, (900 * size.Strategic) + (250 * size.A) + (40 * size.B) + (5 * size.C), Large.Value["interactions.csv"].Count);
        Within(0.15, 0.03, Share(Large.Value["interactions.csv"], row => row["two_way"] == "false"));
        Within(0.1, 0.08, Share(Large.Value["people.csv"], row => row["process_role"] is "decide" or "approve"));
        Within(0.1, 0.30, Share(Large.Value["people.csv"], row => row["process_role"] is "evaluate" or "advise"));
    }

    [Fact]
    public void its_contacts_fall_on_working_days_of_the_country()
    {
        var countries = Large.Value["customers.csv"].ToDictionary(row => row["id"], row => row["country"], StringComparer.Ordinal);
        Assert.DoesNotContain(Large.Value["interactions.csv"], row => !Shipped.Playbook.Calendars.Of(countries[row["customer"]])
            .IsWorkingDay(DateOnly.ParseExact(row["on"], "yyyy-MM-dd", CultureInfo.InvariantCulture)));
        Assert.Contains(Large.Value["interactions.csv"], row => countries[row["customer"]] == "SA"
            && DateOnly.ParseExact(row["on"], "yyyy-MM-dd", CultureInfo.InvariantCulture).DayOfWeek is DayOfWeek.Sunday);
    }

    [Fact]
    public void nobody_serves_more_small_customers_than_a_pool_holds()
    {
        var tiers = Large.Value["customers.csv"].ToDictionary(row => row["id"], row => row["tier"], StringComparer.Ordinal);
        var pool = Large.Value["seats.csv"]
            .Where(row => (row["kind"], row["role"], tiers[row["customer"]]) == ("primary", "AR", "C") && row["employee"].Length > 0)
            .GroupBy(row => row["employee"]).Select(member => member.Count()).ToList();
        Assert.InRange(pool.Max(), 100, 115);
    }

    [Fact]
    public void its_numbers_hang_together_as_in_the_field()
    {
        var tiers = Large.Value["customers.csv"].ToDictionary(
            row => row["id"], row => (double)"CBAS".IndexOf(row["tier"], StringComparison.Ordinal));
        Assert.Equal(0.7, Correlation(Logarithms("potential_3y"), Logarithms("revenue_ttm")), 0.1);
        Assert.Equal(0.4, Correlation(Large.Value.Newest("match"), tiers), 0.1);
        Assert.Equal(-0.2, Correlation(Large.Value.Newest("satisfaction"), Large.Value.Newest("overdue60")), 0.1);
        Assert.Equal(0.3, Correlation(Large.Value.Newest("growth_3y"), Large.Value.Newest("match")), 0.1);
    }

    [Fact]
    public void its_truths_are_as_frequent_as_the_method_says()
    {
        var truths = Large.Value["truths.csv"].CountBy(row => row["kind"]).ToDictionary(StringComparer.Ordinal);
        var people = Large.Value["people.csv"].Count;
        var seats = Large.Value["seats.csv"].Count(row => row["kind"] == "primary");
        Within(0.25, 0.01 * people, truths["ignored_rising_person"]);
        Within(0.25, 0.01 * people, truths["duplicate_person"]);
        Within(0.25, 0.03 * seats, truths["seat_vacant"]);
        Within(0.25, 0.005 * seats, truths["conflict_after_assignment"]);
        Within(0.05, 0.02 * 3_000, truths["cash_cow_drift"]);
        Within(0.05, 0.015 * 3_000, truths["promotion_due"]);
        Within(0.05, 0.015 * 3_000, truths["demotion_due"]);
        Within(0.05, 0.002 * 3_000, truths["sanctions_hit"]);
        Within(0.05, 0.05 * 3_000, truths["inputs_missing"]);
    }

    private static void Within(double part, double expected, double actual) =>
        Assert.InRange(actual, expected * (1 - part), expected * (1 + part));

    private static double Share(IReadOnlyList<Dictionary<string, string>> rows, Func<Dictionary<string, string>, bool> such) =>
        rows.Count(such) / (double)rows.Count;

    private static Dictionary<string, double> Logarithms(string metric) => Large.Value.Newest(metric)
        .Where(row => row.Value > 0).ToDictionary(row => row.Key, row => Math.Log(row.Value), StringComparer.Ordinal);

    private static double Correlation(IReadOnlyDictionary<string, double> left, IReadOnlyDictionary<string, double> right)
    {
        var pairs = left.Where(one => right.ContainsKey(one.Key)).Select(one => (X: one.Value, Y: right[one.Key])).ToList();
        var (x, y) = (pairs.Average(pair => pair.X), pairs.Average(pair => pair.Y));
        return pairs.Sum(pair => (pair.X - x) * (pair.Y - y))
            / Math.Sqrt(pairs.Sum(pair => Math.Pow(pair.X - x, 2)) * pairs.Sum(pair => Math.Pow(pair.Y - y, 2)));
    }
}
