using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Host.Imports;
using static Planning.Host.Tests.Imports.Portfolio;

namespace Planning.Host.Tests.Imports;

public sealed class When_a_customer_refuses_its_record
{
    [Fact]
    public void each_reason_goes_back_to_its_row()
    {
        var helvia = ReadAll("metrics.csv", $"{MetricHeader}helvia,2026-Q3,match,60,points,2026-09-30,desk\n").Customer("helvia");
        // The customer decides on a day before the metric was observed.
        Assert.Equal(
            ["metrics.csv, row 2, observed_on: is 2026-09-30, which has not come yet"],
            Blamed(helvia, Customer.Unknown(helvia.Id), new DateOnly(2026, 9, 29)));
    }

    [Fact]
    public void a_second_role_goes_back_to_the_row_that_gives_it()
    {
        var helvia = ReadAll("seats.csv", $"{SeatHeader}helvia,FR,primary,e-2,2026-01-01\nhelvia,SR,primary,e-1,2026-01-01\n").Customer("helvia");
        // Somebody has given e-1 another seat since the files were read.
        var seat = new SeatAssignment(SeatRole.AR, SeatKind.Primary, Id<Employee>.Parse("e-1", null), new DateOnly(2026, 2, 1));
        Assert.Equal(
            ["seats.csv, row 3, employee: e-1 would hold AR Primary and SR Primary; one person has one role at a customer"],
            Blamed(helvia, Customer.Unknown(helvia.Id).Apply(new SeatAssigned(seat)), Today));
    }

    [Fact]
    public void a_reason_without_details_goes_back_to_the_first_row()
    {
        var helvia = Read("units.csv", Units).Customer("helvia");
        Assert.Equal(
            ["units.csv, row 2: Nobody has registered a customer helvia"], Blamed(helvia, Customer.Unknown(helvia.Id), Today));
    }

    private static IEnumerable<string> Blamed(CustomerImport import, Customer customer, DateOnly today) =>
        import.Blame(Assert.IsType<Decision.Refused>(customer.TakeOver(import.Record, today))).Select(mistake => mistake.ToString());
}
