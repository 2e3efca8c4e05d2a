using System.Text;
using static Planning.Host.Tests.Imports.Portfolio;

namespace Planning.Host.Tests.Imports;

public sealed class When_vendor_json_is_wrong
{
    private const string NoObject =
        "the file is no JSON object with name, reportingCurrency and figures; look at the quotes, commas and brackets here";

    [Theory]
    [InlineData("\"Lanternfish\"", "\" \"", 1, "name: is empty")]
    [InlineData("\"EUR\"", "\"Euro\"", 1, "reportingCurrency “Euro”: is no currency; write three capital letters like EUR")]
    [InlineData("2026-Q3", "Q3/2026", 2, "period “Q3/2026”: is no quarter; write it like 2026-Q3")]
    [InlineData("1180", "0", 2, "revenueTtm “0”: is 0; it must be from 0.001 to 10000000")]
    [InlineData("0.19", "19", 2, "contributionPct “19”: is 19; it must be from 0.001 to 1")]
    [InlineData("560", "\"many\"", 2, "frontlineFte “many”: is no number; write it like 1380.5, with a point and without thousands separators")]
    [InlineData(", \"frontlineFte\": 560", "", 2, "frontlineFte: is empty; write it like 1380.5, with a point and without thousands separators")]
    public void each_value_is_told_what_would_be_right(string right, string wrong, int row, string mistake) =>
        Read("vendor.json", Vendor.Replace(right, wrong, StringComparison.Ordinal)).HasMistakes($"vendor.json, row {row}, {mistake}");

    [Theory]
    [InlineData("", "vendor.json: the file is empty; it must be a JSON object with name, reportingCurrency and figures")]
    [InlineData("[]", $"vendor.json, row 1: {NoObject}")]
    [InlineData("{\"name\": \"x\",\n\"figures\": 3}", $"vendor.json, row 2: {NoObject}")]
    [InlineData("{\"name\": \"x\",\n\n\"figures", $"vendor.json, row 3: {NoObject}")]
    [InlineData("{\"name\": \"\\ud800\"}", $"vendor.json: {NoObject}")]
    public void what_is_no_such_object_is_told(string text, string mistake) => Read("vendor.json", text).HasMistakes(mistake);

    [Fact]
    public void bytes_that_are_not_utf8_are_told() => Read(File("vendor.json", Encoding.Latin1.GetBytes("{\n\"name\": \"Bär\"}"))).HasMistakes(
        "vendor.json, row 2: the row has bytes that are not UTF-8; save the file as UTF-8");

    [Fact]
    public void a_bad_quarter_leaves_the_others_in()
    {
        var reading = Read("vendor.json", Vendor.Replace("560}", "560},\n{\"period\": \"2026-Q3\", \"revenueTtm\": 1, \"contributionPct\": 1, \"frontlineFte\": 1}", StringComparison.Ordinal));
        reading.HasMistakes("vendor.json, row 3, period “2026-Q3”: is a duplicate of row 2; each quarter has one row");
        Assert.Equal(1180, Assert.Single(reading.Vendor!.Figures).Revenue.Millions);
    }

    [Fact]
    public void an_unknown_property_is_only_warned_of()
    {
        var reading = Read("vendor.json", Vendor.Replace("\"figures\"", "\"motto\": {\"a\": [1]}, \"figures\"", StringComparison.Ordinal));
        reading.HasMistakes();
        Assert.Equal("vendor.json, row 1, motto: nobody reads this property", Assert.Single(reading.Warnings).ToString());
        Assert.NotNull(reading.Vendor);
    }

    [Fact]
    public void a_huge_file_is_not_read() => Read("vendor.json", new string(' ', 1_048_577)).HasMistakes(
        "vendor.json: the file has more than 1,048,576 bytes; it holds only our own name and figures");
}
