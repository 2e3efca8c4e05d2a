using Planning.Host.Imports;
using static Planning.Host.Tests.Imports.Portfolio;

namespace Planning.Host.Tests.Imports;

public sealed class When_a_file_is_no_table
{
    private const string Names =
        "vendor.json, employees.csv, customers.csv, units.csv, people.csv, seats.csv, metrics.csv, interactions.csv, criteria.csv, schemes.csv, evidence.csv, history.jsonl";

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\r\n  \r\n")]
    public void an_empty_file_is_told(string text) => Read("seats.csv", text).HasMistakes(
        "seats.csv: the file is empty; its first row must name the columns customer,role,kind,employee,since");

    [Fact]
    public void a_spreadsheet_is_told() => Read(File("seats.csv", [0x50, 0x4B, 3, 4, 0x14, 0, 6, 0, 8, 0, 0x0A, 0xFF])).HasMistakes(
        "seats.csv, row 1 “PK␃␄␔␀␆␀␈␀”: the file is no CSV text; save it as CSV in UTF-8");

    [Fact]
    public void a_file_whose_name_says_nothing_is_told() => Read("teams.csv", SeatHeader).HasMistakes(
        $"teams.csv: the name does not say what the rows are; call it one of {Names}");

    [Fact]
    public void a_file_whose_name_says_nothing_is_passed_over_beside_others()
    {
        var reading = Read(File("teams.csv", SeatHeader), File("seats.csv", SeatHeader));
        reading.HasMistakes();
        Assert.Equal(
            $"teams.csv: nobody reads this file; the name does not say what the rows are; call it one of {Names}",
            Assert.Single(reading.Warnings).ToString());
    }

    [Fact]
    public void a_path_where_nothing_is_is_told() =>
        ReadPath("no-such-folder").HasMistakes(
            $"no-such-folder: there is no file to read; give a folder with any of {Names}, or one of them");

    [Fact]
    public void a_file_that_cannot_be_read_does_not_keep_the_others_out()
    {
        var reading = Read(
            new ImportFile("units.csv", 1, () => throw new IOException("The disk is gone.")),
            File("seats.csv", $"{SeatHeader}helvia,AR,primary,e-1,2026-09-30\n"));
        reading.HasMistakes("units.csv: the file cannot be read: The disk is gone");
        Assert.Single(reading.Customers);
    }
}
