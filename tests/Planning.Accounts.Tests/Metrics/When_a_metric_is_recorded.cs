using System.Text.Json;
using Planning.Accounts.Metrics;
using Planning.Accounts.Tests.Support;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Metrics;

public sealed class When_a_metric_is_recorded
{
    [Theory]
    [InlineData("revenue_ttm", "0", "1000000")]
    [InlineData("contribution_pct", "-10", "1")]
    [InlineData("fte", "0", "100000")]
    [InlineData("pc_index_forecast_y3", "-100", "100")]
    [InlineData("potential_3y", "0", "1000000")]
    [InlineData("growth_3y", "-1", "10")]
    [InlineData("sow", "0", "1")]
    [InlineData("match", "0", "100")]
    [InlineData("satisfaction", "0", "100")]
    [InlineData("dso_overrun", "0", "3650")]
    [InlineData("overdue60", "0", "1")]
    [InlineData("credit", "1", "10")]
    [InlineData("survival5y", "0", "1")]
    [InlineData("stickiness_layer", "0", "3")]
    [InlineData("relevant_spend_share", "0", "1")]
    [InlineData("bus_factor", "0", "1000")]
    public void it_lies_between_its_bounds(string name, string smallest, string largest)
    {
        var (least, most) = (Number(smallest), Number(largest));
        Assert.Empty(Mistakes(Snapshot(name, least)));
        Assert.Empty(Mistakes(Snapshot(name, most)));
        Assert.Equal(
            [$"Value is {Text(least - 0.01m)}; it must be from {smallest} to {largest}"],
            Mistakes(Snapshot(name, least - 0.01m)));
        Assert.Equal(
            [$"Value is {Text(most + 0.01m)}; it must be from {smallest} to {largest}"],
            Mistakes(Snapshot(name, most + 0.01m)));
    }

    [Theory]
    [InlineData("sanctions_hit")]
    [InlineData("insolvency")]
    public void a_yes_or_no_is_one_or_nothing_between(string name)
    {
        Assert.Empty(Mistakes(Snapshot(name, 0)));
        Assert.Empty(Mistakes(Snapshot(name, 1)));
        Assert.Equal(["Value is 0.5; it must be 0 for no or 1 for yes"], Mistakes(Snapshot(name, 0.5m)));
        Assert.Equal(["Value is 2; it must be from 0 to 1"], Mistakes(Snapshot(name, 2)));
    }

    [Fact]
    public void every_metric_has_the_name_that_files_use()
    {
        Assert.All(Enum.GetValues<Metric>(), metric =>
        {
            var definition = MetricDefinition.Of(metric);
            Assert.Equal(metric, definition.Metric);
            Assert.Equal($"\"{definition.Name}\"", JsonSerializer.Serialize(metric));
            Assert.Same(definition, MetricDefinition.Find(definition.Name));
        });
        Assert.Equal(Enum.GetValues<Metric>().Length, MetricDefinition.Names.Count());
    }

    [Fact]
    public void a_name_is_found_however_it_is_capitalised_and_an_unknown_one_is_not()
    {
        Assert.Equal(Metric.Match, MetricDefinition.Find("MATCH")!.Metric);
        Assert.Null(MetricDefinition.Find("mood"));
    }

    [Theory]
    [InlineData("revenue_ttm", true)]
    [InlineData("potential_3y", true)]
    [InlineData("match", false)]
    [InlineData("fte", false)]
    public void revenue_and_potential_are_money(string name, bool money) =>
        Assert.Equal(money, MetricDefinition.Find(name)!.IsMoney);

    [Fact]
    public void money_says_its_currency_and_nothing_else_has_one()
    {
        Assert.Equal(["Currency is missing"], Mistakes(Helvia.Revenue with { Currency = null }));
        Assert.Equal(
            ["Currency is EUR, but match is no money"], Mistakes(Snapshot("match", 80) with { Currency = "EUR" }));
    }

    [Theory]
    [InlineData("eur")]
    [InlineData("EURO")]
    [InlineData("€")]
    public void a_currency_is_three_capital_letters(string currency) => Assert.Equal(
        [$"Currency is “{currency}”; write three capital letters, as EUR"],
        Mistakes(Helvia.Revenue with { Currency = currency }));

    [Fact]
    public void it_says_where_it_comes_from() =>
        Assert.Equal(["Source is empty"], Mistakes(Helvia.Revenue with { Source = " " }));

    [Fact]
    public void it_was_true_today_or_earlier()
    {
        Assert.Empty(Mistakes(Helvia.Revenue with { ObservedOn = Day("2026-05-04") }));
        Assert.Equal(
            ["ObservedOn is 2026-05-05, which has not come yet"],
            Mistakes(Helvia.Revenue with { ObservedOn = Day("2026-05-05") }));
    }

    [Fact]
    public void its_quarter_has_begun()
    {
        Assert.Empty(Mistakes(Helvia.Revenue with { Period = Q("2026-Q2") }));
        Assert.Equal(
            ["Period is 2026-Q3, which has not begun yet"], Mistakes(Helvia.Revenue with { Period = Q("2026-Q3") }));
    }

    private static MetricSnapshot Snapshot(string name, decimal value)
    {
        var definition = MetricDefinition.Find(name)!;
        return Helvia.Revenue with { Metric = definition.Metric, Value = value, Currency = definition.IsMoney ? "EUR" : null };
    }

    private static IEnumerable<string> Mistakes(MetricSnapshot snapshot) =>
        snapshot.Mistakes(Helvia.Today).Select(mistake => $"{mistake.Field} {mistake.Message}");

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string Text(decimal number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
