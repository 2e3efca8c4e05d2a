using static Planning.Host.Tests.Imports.Portfolio;

namespace Planning.Host.Tests.Imports;

public sealed class When_a_metric_is_imported
{
    [Theory]
    [InlineData("revenue_ttm,318,M USD", "unit “M USD”: is not the unit of revenue_ttm; give it in M EUR")]
    [InlineData("revenue_ttm,318,EUR", "unit “EUR”: is not the unit of revenue_ttm; give it in M EUR")]
    [InlineData("sow,0.4,percent", "unit “percent”: is not the unit of sow; give it in share")]
    [InlineData("sow,40,share", "value “40”: is 40; it must be from 0 to 1")]
    [InlineData("revenue_ttm,\"1,380\",M EUR", "value “1,380”: is no number; write it like 1380.5, with a point and without thousands separators")]
    [InlineData("insolvency,0,yes/no", "value “0”: is neither true nor false; write true or false")]
    [InlineData("turnover,3,M EUR", "metric “turnover”: is no metric; write one of revenue_ttm, contribution_pct, fte, pc_index_forecast_y3, potential_3y, growth_3y, sow, match, satisfaction, dso_overrun, overdue60, credit, survival5y, stickiness_layer, relevant_spend_share, bus_factor, sanctions_hit, insolvency, service_sla")]
    public void it_must_be_in_its_unit(string cells, string mistake) =>
        Read("metrics.csv", $"{MetricHeader}helvia,2026-Q3,{cells},2026-09-30,ERP\n").HasMistakes($"metrics.csv, row 2, {mistake}");

    [Fact]
    public void it_may_not_come_from_the_future_or_from_nowhere() =>
        Read("metrics.csv", $"{MetricHeader}helvia,2026-Q3,match,60,points,2026-10-06,\n").HasMistakes(
            "metrics.csv, row 2, source: is empty",
            "metrics.csv, row 2, observed_on “2026-10-06”: is 2026-10-06, which has not come yet");

    [Fact]
    public void money_carries_the_reporting_currency_and_a_yes_is_one()
    {
        var reading = Read("metrics.csv", MetricHeader + """
            helvia,2026-Q3,revenue_ttm,318,M EUR,2026-09-30,ERP
            helvia,2026-Q3,insolvency,TRUE,yes/no,2026-09-30,legal desk
            """);

        reading.HasMistakes();
        Assert.Equal([(318m, "EUR"), (1m, null)], reading.Customer("helvia").Record.Metrics.Select(metric => (metric.Value, metric.Currency)));
    }

    [Fact]
    public void money_needs_a_known_reporting_currency() =>
        ReadKnowing(
            Known with { ReportingCurrency = null },
            File("metrics.csv", $"{MetricHeader}helvia,2026-Q3,revenue_ttm,318,M EUR,2026-09-30,ERP\n")).HasMistakes(
            "metrics.csv, row 2, unit “M EUR”: cannot be checked, because the reporting currency is not known; import vendor.json first");
}
