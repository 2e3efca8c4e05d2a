using static Planning.Host.Tests.Imports.Portfolio;

namespace Planning.Host.Tests.Imports;

public sealed class When_a_row_is_bad
{
    private const string Header = "customer,unit,function,relevance,headcount_in_process\n";

    [Fact]
    public void the_other_rows_still_come_in()
    {
        var reading = Read("units.csv", Header + """
            helvia,Planning,planning,3,9
            helvia,Sales,marketing,4,9
            helvia,Legal,legal,1,
            """);

        reading.HasMistakes("units.csv, row 3, relevance “4”: is 4; it must be from 0 to 3");
        Assert.Equal(["Planning", "Legal"], reading.Customer("helvia").Record.Units.Select(unit => unit.Name));
    }

    [Fact]
    public void all_its_mistakes_are_told_at_once() => Read("units.csv", Header + "helvia,,sales,many,-1\n").HasMistakes(
        "units.csv, row 2, function “sales”: is none of the words; write one of planning, engineering, operations, procurement, finance, legal, security, marketing, subsidiary",
        "units.csv, row 2, relevance “many”: is no whole number; write it like 3",
        "units.csv, row 2, unit: is empty",
        "units.csv, row 2, headcount_in_process “-1”: is -1; it must be from 0 to 1000000");

    [Fact]
    public void the_mistakes_of_all_files_are_told_at_once_file_by_file() => Read(
        File("seats.csv", SeatHeader + "helvia,AR,primary,e-1,soon\n"),
        File("units.csv", Header + "helvia,Sales,marketing,3,9\nhelvia,Tax,finance,x,9\n")).HasMistakes(
        "units.csv, row 3, relevance “x”: is no whole number; write it like 3",
        "seats.csv, row 2, since “soon”: is no day; write it like 2026-09-30");

    [Fact]
    public void nothing_of_it_comes_in_and_what_hangs_on_it_says_why()
    {
        var reading = ReadAll("customers.csv", Customers.Replace("2022-Q3,active,true", "2022,active,true", StringComparison.Ordinal));

        reading.HasMistakes(
            "customers.csv, row 2, posture_since “2022”: is no quarter; write it like 2026-Q3",
            "units.csv, row 2, customer “helvia”: is left out itself, for the mistake in row 2 of customers.csv",
            "people.csv, row 2, customer “helvia”: is left out itself, for the mistake in row 2 of customers.csv");
        Assert.Equal("karst", Assert.Single(reading.Customers).Id.Value);
    }

    [Fact]
    public void its_number_is_the_line_it_starts_in()
    {
        var reading = Read("units.csv", Header + "\nhelvia,\"Plan-\r\nning\",planning,3,9\r\n\r\nhelvia,Sales,marketing,7,9\n");

        reading.HasMistakes("units.csv, row 6, relevance “7”: is 7; it must be from 0 to 3");
        Assert.Equal("Plan-\nning", Assert.Single(reading.Customer("helvia").Record.Units).Name);
        Assert.Equal(3, Assert.Single(reading.Customer("helvia").Sources.Units).Row);
    }

    [Fact]
    public void a_long_value_is_told_in_forty_characters_without_control_characters() =>
        Read("units.csv", Header + $"helvia,Sales,\"one\ntwo\u001b[31m{new string('x', 100)}\",3,9\n").HasMistakes(
            "units.csv, row 2, function “one␊two␛[31mxxxxxxxxxxxxxxxxxxxxxxxxxxx…”: is none of the words; write one of planning, engineering, operations, procurement, finance, legal, security, marketing, subsidiary");

    [Fact]
    public void what_turns_the_writing_direction_is_not_shown() =>
        Read("units.csv", Header + "helvia,Sales,marketing,\u202E3,9\n").HasMistakes(
            "units.csv, row 2, relevance “\uFFFD3”: is no whole number; write it like 3");

    [Fact]
    public void a_cell_that_looks_like_a_formula_is_just_text()
    {
        var reading = Read("units.csv", Header + "helvia,=cmd|'/c calc'!A1,planning,3,9\n");
        reading.HasMistakes();
        Assert.Equal("=cmd|'/c calc'!A1", Assert.Single(reading.Customer("helvia").Record.Units).Name);
    }

    [Theory]
    [InlineData("helvia,Sales,marketing,3", "the row has 4 cells, the header 5; write the missing cells, empty ones too")]
    [InlineData("helvia,Sales,or,not,3,9", "the row has 6 cells, the header 5; put a cell with a comma in quotes")]
    public void a_row_with_other_cells_than_the_header_is_out(string row, string reason)
    {
        var reading = Read("units.csv", $"{Header}{row}\nhelvia,Legal,legal,1,\n");
        reading.HasMistakes($"units.csv, row 2: {reason}");
        Assert.Equal("Legal", Assert.Single(reading.Customer("helvia").Record.Units).Name);
    }

    [Fact]
    public void a_row_of_empty_cells_is_no_row() => Read("units.csv", Header + ",,,,\n  \n").HasMistakes();

    [Fact]
    public void no_more_than_ten_thousand_mistakes_are_listed_and_the_others_counted()
    {
        var reading = Read("units.csv", Header + string.Concat(Enumerable.Range(1, 10_003).Select(n => $"helvia,U{n},planning,9,\n")));
        Assert.Equal((10_000, 3), (reading.Mistakes.Count, reading.Unlisted));
    }
}
