using static Planning.Host.Tests.Imports.Portfolio;

namespace Planning.Host.Tests.Imports;

public sealed class When_a_quote_is_wrong
{
    private const string Header = "customer,unit,function,relevance,headcount_in_process\n";
    private const string NeverClosed =
        "a quote opens the cell and is never closed; close it, and double a quote that belongs to the text, as \"\"";

    [Fact]
    public void an_open_quote_costs_its_own_row_only()
    {
        var reading = Read("units.csv", Header + """
            helvia,"Sales,marketing,1,
            helvia,Legal,legal,1,
            helvia,"Tax, duties",finance,1,
            helvia,Audit,finance,1,
            """);

        reading.HasMistakes($"units.csv, row 2, unit “\"Sales,marketing,1,”: {NeverClosed}");
        Assert.Equal(["Legal", "Tax, duties", "Audit"], reading.Customer("helvia").Record.Units.Select(unit => unit.Name));
    }

    [Fact]
    public void an_open_quote_that_a_later_one_happens_to_close_costs_its_own_row_only()
    {
        var reading = Read("units.csv", Header + "helvia,Sales,\"marketing,1,\nhelvia,Legal,legal,1,\nhelvia,Tax\",finance,1,\n");
        reading.HasMistakes(
            $"units.csv, row 2, function “\"marketing,1,”: {NeverClosed}",
            "units.csv, row 4, unit “Tax\",finance,1,”: a quote stands inside the cell; put the whole cell in quotes and double the quote, as \"\"");
        Assert.Equal("Legal", Assert.Single(reading.Customer("helvia").Record.Units).Name);
    }

    [Fact]
    public void an_open_quote_at_the_end_of_the_file_is_told() => Read("units.csv", Header + "helvia,Sales,\"marketing").HasMistakes(
        $"units.csv, row 2, function “\"marketing”: {NeverClosed}");

    [Fact]
    public void an_open_quote_before_very_many_rows_costs_its_own_row_only()
    {
        var rows = string.Concat(Enumerable.Range(1, 50_000).Select(n => $"helvia,Department {n},legal,1,\n"));
        var reading = Read("units.csv", $"{Header}helvia,\"Sales,marketing,1,\n{rows}");
        reading.HasMistakes($"units.csv, row 2, unit “\"Sales,marketing,1,”: {NeverClosed}");
        Assert.Equal(50_000, reading.Customer("helvia").Record.Units.Length);
    }

    [Fact]
    public void text_after_a_closing_quote_is_told() => Read("units.csv", Header + "helvia,\"Sales\" East,marketing,1,\n").HasMistakes(
        "units.csv, row 2, unit “\"Sales\" East,marketing,1,”: text follows the closing quote; double a quote that belongs to the text, as \"\"");

    [Fact]
    public void a_doubled_quote_is_text() => Assert.Equal(
        "The \"A\" team",
        Assert.Single(Read("units.csv", Header + "helvia,\"The \"\"A\"\" team\",marketing,1,\n").Customer("helvia").Record.Units).Name);

    [Fact]
    public void an_open_quote_in_the_header_ends_the_file() =>
        Read("units.csv", "customer,\"unit,function\nhelvia,Sales,marketing,1,\n").HasMistakes(
            $"units.csv, row 1 “\"unit,function”: {NeverClosed}");
}
