using static Planning.Host.Tests.Imports.Portfolio;

namespace Planning.Host.Tests.Imports;

public sealed class When_a_header_is_wrong
{
    [Fact]
    public void the_missing_columns_are_told_once_and_no_row_is_read()
    {
        var reading = Read("units.csv", "customer,unit,relevance\nhelvia,Sales,9\nhelvia,Tax,9\n");
        reading.HasMistakes(
            "units.csv, row 1, function, headcount_in_process: the header lacks function, headcount_in_process; it has customer, unit, relevance");
        Assert.Empty(reading.Customers);
    }

    [Fact]
    public void semicolons_are_recognised() => Read("units.csv", "customer;unit;function;relevance;headcount_in_process\n").HasMistakes(
        "units.csv, row 1, customer, unit, function, relevance, headcount_in_process: the header lacks customer, unit, function, relevance, headcount_in_process; it has customer;unit;function;relevance;headco…; separate the cells with commas, not semicolons");

    [Fact]
    public void an_unknown_column_is_only_warned_of()
    {
        var reading = Read("units.csv", "customer,unit,function,relevance,headcount_in_process,mood,\nhelvia,Sales,marketing,1,,fine,\n");
        reading.HasMistakes();
        Assert.Equal(
            ["units.csv, row 1, mood: nobody reads this column", "units.csv, row 1: column 7 has no name; nobody reads it"],
            reading.Warnings.Select(warning => warning.ToString()));
        Assert.Single(reading.Customer("helvia").Record.Units);
    }

    [Fact]
    public void a_column_named_twice_is_a_mistake() =>
        Read("units.csv", "customer,unit,function,relevance,Unit,headcount_in_process\nhelvia,Sales,marketing,1,Tax,\n").HasMistakes(
            "units.csv, row 1, unit: the header names this column in cells 2 and 5; name it once");

    [Fact]
    public void columns_may_stand_in_any_order_and_case() =>
        Assert.Single(Read("seats.csv", "SINCE,kind,Role,customer,employee\n2026-09-30,primary,AR,helvia,e-1\n").Customer("helvia").Record.Seats);
}
