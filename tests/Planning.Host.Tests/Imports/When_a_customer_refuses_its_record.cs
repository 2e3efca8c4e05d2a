using Planning.Accounts.Customers;
using static Planning.Host.Tests.Imports.Portfolio;

namespace Planning.Host.Tests.Imports;

public sealed class When_a_customer_refuses_its_record
{
    [Fact]
    public void each_reason_goes_back_to_its_row()
    {
        var helvia = ReadAll("metrics.csv", $"{MetricHeader}helvia,2026-Q3,match,60,points,2026-09-30,desk\n").Customer("helvia");
        // The day before the metric was observed.
        var refused = Assert.IsType<Decision.Refused>(Customer.Unknown(helvia.Id).TakeOver(helvia.Record, new DateOnly(2026, 9, 29)));

        Assert.Equal(
            ["metrics.csv, row 2, observed_on “helvia”: Metrics[match 2026-Q3].ObservedOn is 2026-09-30, which has not come yet"],
            helvia.Blame(refused).Select(mistake => mistake.ToString()));
    }

    [Fact]
    public void a_reason_without_details_goes_back_to_the_first_row()
    {
        var helvia = Read("units.csv", Units).Customer("helvia");
        var refused = Assert.IsType<Decision.Refused>(Customer.Unknown(helvia.Id).TakeOver(helvia.Record, Today));

        Assert.Equal(
            ["units.csv, row 2 “helvia”: Nobody has registered a customer helvia."],
            helvia.Blame(refused).Select(mistake => mistake.ToString()));
    }
}
