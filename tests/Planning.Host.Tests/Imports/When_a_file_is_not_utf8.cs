using System.Text;
using static Planning.Host.Tests.Imports.Portfolio;

namespace Planning.Host.Tests.Imports;

public sealed class When_a_file_is_not_utf8
{
    private const string Text = "customer,unit,function,relevance,headcount_in_process\nhelvia,Bären,planning,3,9\nhelvia,Sales,marketing,1,\n";

    [Fact]
    public void the_row_and_column_of_the_strange_bytes_are_told_and_the_other_rows_come_in()
    {
        var reading = Read(File("units.csv", Encoding.Latin1.GetBytes(Text)));
        reading.HasMistakes("units.csv, row 2, unit “B\uFFFDren”: has bytes that are not UTF-8; save the file as UTF-8");
        Assert.Equal("Sales", Assert.Single(reading.Customer("helvia").Record.Units).Name);
    }

    [Fact]
    public void strange_bytes_in_a_list_are_told_once() => Read(File("interactions.csv", Encoding.Latin1.GetBytes(
        $"{InteractionHeader}i-1,helvia,p-1;p-bär,e-1,2026-01-01,call,ours,true,Talk,,\n"))).HasMistakes(
        "interactions.csv, row 2, people “p-1;p-b\uFFFDr”: has bytes that are not UTF-8; save the file as UTF-8");

    [Fact]
    public void strange_bytes_in_the_header_are_told() => Read(File("units.csv", Encoding.Latin1.GetBytes(
        Text.Replace("process\n", "process,höhe\n", StringComparison.Ordinal).Replace("9\n", "9,\n", StringComparison.Ordinal)
            .Replace("Bären", "B", StringComparison.Ordinal).Replace("1,\n", "1,,\n", StringComparison.Ordinal)))).HasMistakes(
        "units.csv, row 1, h\uFFFDhe: has bytes that are not UTF-8; save the file as UTF-8");

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void a_byte_order_mark_says_how_to_read_it(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var reading = Read(File("units.csv", [.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]));
        reading.HasMistakes();
        Assert.Equal("Bären", reading.Customer("helvia").Record.Units[0].Name);
    }

    [Fact]
    public void a_mark_left_at_the_beginning_of_an_appended_file_does_no_harm()
    {
        var text = "\uFEFF" + Text.Replace("\nhelvia", "\n\uFEFFhelvia", StringComparison.Ordinal) + "\uFEFF\n";
        var reading = Read("units.csv", "\uFEFF" + text + "helvia,Late,legal,9,\n");
        reading.HasMistakes("units.csv, row 5, relevance “9”: is 9; it must be from 0 to 3");
    }

    [Fact]
    public void utf16_without_a_mark_is_no_csv() => Read(File("units.csv", Encoding.Unicode.GetBytes(Text))).HasMistakes(
        "units.csv, row 1 “c␀u␀s␀t␀o␀m␀e␀r␀,␀u␀n␀i␀t␀,␀f␀u␀n␀c␀t␀i…”: the file is no CSV text; save it as CSV in UTF-8");

    [Fact]
    public void a_NUL_is_told_with_its_row_and_column() =>
        Read("units.csv", Text.Replace("Bären", "B\0ren", StringComparison.Ordinal)).HasMistakes(
            "units.csv, row 2, unit “B␀ren”: has a NUL character; the file is damaged here, write the cell again");

    [Fact]
    public void a_character_may_be_split_between_two_reads()
    {
        var bytes = Encoding.UTF8.GetBytes(Text.Replace("Bären", "Bären" + new string('ä', 50_000), StringComparison.Ordinal));
        var reading = Read(File("units.csv", bytes));
        reading.HasMistakes();
        Assert.Equal("Bären" + new string('ä', 50_000), reading.Customer("helvia").Record.Units[0].Name);
    }
}
