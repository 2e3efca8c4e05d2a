using System.Globalization;
using System.Text;
using System.Text.Json;
using Planning.Rules.Facts;
using Planning.Rules.Tests.Support;

namespace Planning.Rules.Tests.Facts;

/// <summary>JSON is read straight into facts. What comes out is what comes out value by value, as from
/// dictionaries.</summary>
public sealed class When_JSON_is_read_as_text
{
    private static readonly string[] Values =
    [
        "0", "-0", "-0.0", "0.0", "5", "5.0", "-7", "1e2", "1E-2", "1.10", "12.50", "100.0", "0.1",
        "0.00001234", "-3.25", "2147483648", "9007199254740993", "123456789012345.5", "12345678901234.5",
        "0.1234567890123456789",
        "79228162514264337593543950335", "123456789012345678901234567890", "1e999", "-1e999", "1e-999",
        "true", "false", "\"\"", "\"12\"", "\"-1.50\"", "\"true\"", "\"x\"", "\"2026-01-31\"", "\"2026-02-30\"",
        "\"31.01.2026\"", "\"2026-01-31T10:11:12\"", "\"2026-01-31T24:00:00\"", "\"2026-01-31T10:11:12Z\"",
        "\"2026-01-31T10:11:12.5\"", "\"Build\"", "\"build\"", "\" Harvest \"", "\"Hold\\u0020\"", "\"1\"", "1", "9",
        "\"00000000-0000-0000-0000-000000000001\"", "\"\\u00e9\\n\"", "\"é\"",
        "{}", "{ \"a\": 1 }", "[]", "[1]", "null",
    ];

    public static TheoryData<Type> Types =>
    [
        typeof(string), typeof(bool), typeof(bool?), typeof(int), typeof(int?), typeof(long), typeof(double),
        typeof(double?), typeof(decimal), typeof(decimal?), typeof(DateOnly), typeof(DateOnly?), typeof(DateTime),
        typeof(DateTime?), typeof(Posture), typeof(Posture?), typeof(float), typeof(short), typeof(byte?),
        typeof(DateTimeOffset), typeof(Guid), typeof(char), typeof(object), typeof(List<int>), typeof(List<double?>),
    ];

    [Theory]
    [MemberData(nameof(Types))]
    public void each_value_is_what_it_is_value_by_value(Type type)
    {
        var reader = new FactReader(Record(("f", new FactShape.Value(type))));
        foreach (var value in Values)
        {
            var text = $$"""{ "f": {{value}} }""";
            var one = new Dictionary<string, object?> { ["f"] = Element(value) };
            var expected = $"{value}: {Answer(() => reader.Read(one))}";

            Assert.Equal(expected, $"{value}: {Answer(() => reader.Read(Element(text)))}");
            Assert.Equal(expected, $"{value}: {Answer(() => reader.ReadJson(Encoding.UTF8.GetBytes(text)))}");
        }
    }

    [Theory]
    [InlineData("""{ "Seats": 1, "Sites": [ { "City": "Oslo", "Desks": 3 }, { "City": "Turku", "Desks": "few" } ] }""",
        "The fact $.Sites[1].Desks must be int.")]
    [InlineData("""{ "Seats": 1, "Sites": [ { "City": "Oslo" } ] }""",
        "The fact $.Sites[0].Desks is not given, and int cannot be missing.")]
    [InlineData("""{ "Sites": [] }""", "The fact $.Seats is not given, and int cannot be missing.")]
    [InlineData("""{ "Seats": null }""", "The fact $.Seats is not given, and int cannot be missing.")]
    [InlineData("""{ "Seats": 1, "Sites": {} }""", "The fact $.Sites must be list of record.")]
    [InlineData("""{ "Seats": 1, "Sites": [ 5 ] }""", "The fact $.Sites[0] must be record.")]
    [InlineData("""{ "Seats": 1, "Scores": [ 1, null ] }""",
        "The fact $.Scores[1] is not given, and int cannot be missing.")]
    [InlineData("""{ "Seats": 1e99 }""", "The fact $.Seats must be int.")]
    [InlineData("""[ 1 ]""", "The fact $ must be record.")]
    public void what_does_not_fit_is_told_with_its_place(string text, string why)
    {
        Assert.StartsWith(why, Refusal(() => Office.ReadJson(Encoding.UTF8.GetBytes(text))), StringComparison.Ordinal);
        Assert.StartsWith(why, Refusal(() => Office.Read(Element(text))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "Seats": 1""")]
    [InlineData("""{ "Seats": 1 } 2""")]
    [InlineData("""{ "Seats": 1, }""")]
    [InlineData("""{ /* one */ "Seats": 1 }""")]
    [InlineData("""{ 'Seats': 1 }""")]
    [InlineData("""{ "Seats": 01 }""")]
    [InlineData("")]
    public void what_is_no_JSON_is_refused(string text) => Assert.StartsWith(
        "The fact $ is not JSON: ",
        Refusal(() => Office.ReadJson(Encoding.UTF8.GetBytes(text))),
        StringComparison.Ordinal);

    [Fact]
    public void bytes_that_are_no_text_are_refused()
    {
        byte[] text = [.. "{ \"Seats\": 1, \"Name\": \""u8, 0xC3, 0x28, .. "\" }"u8];
        Assert.StartsWith("The fact $ is not JSON: ", Refusal(() => Office.ReadJson(text)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(62, null)]
    [InlineData(65, "The fact $ is not JSON: ")]
    public void text_that_nests_too_deep_is_refused_also_where_no_rule_looks(int depth, string? why)
    {
        var text = $$"""{ "Seats": 1, "Else": {{new string('[', depth)}}{{new string(']', depth)}} }""";
        Assert.StartsWith(
            why ?? "Seats 1",
            why is null ? Read(text) : Refusal(() => Office.ReadJson(Encoding.UTF8.GetBytes(text))),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "Seats": 1, "seats": 2, "SEATS": 3, "Name": "Oslo" }""", "Seats 3, Name Oslo")]
    [InlineData("""{ "Name": "Oslo", "\u0053eats": 4, "Sites": null }""", "Seats 4, Name Oslo")]
    [InlineData("""{ "Else": { "Seats": 9 }, "Name": null, "Other": [ 1 ], "seatS": 5 }""", "Seats 5, Name ")]
    public void names_are_found_in_any_case_and_order_and_the_last_of_a_name_counts(string text, string read)
    {
        Assert.Equal(read, Read(text));
        Assert.Equal(read, Said(Office.Read(Element(text))));
    }

    [Fact]
    public void a_fact_given_twice_does_not_stand_for_another_that_is_missing()
    {
        var pair = new FactReader(Record(
            ("A", new FactShape.Value(typeof(int))), ("B", new FactShape.Value(typeof(int)))));
        const string Text = """{ "A": 1, "a": 2 }""";
        const string Why = "The fact $.B is not given, and int cannot be missing.";

        Assert.StartsWith(Why, Refusal(() => pair.ReadJson(Encoding.UTF8.GetBytes(Text))), StringComparison.Ordinal);
        Assert.StartsWith(Why, Refusal(() => pair.Read(Element(Text))), StringComparison.Ordinal);
    }

    [Fact]
    public void an_element_with_comments_and_commas_to_spare_is_read_as_it_was_parsed()
    {
        using var document = JsonDocument.Parse(
            """{ "Name": "Oslo", /* both */ "Seats": 2, "Scores": [ 1, 2, ], }""",
            new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        Assert.Equal("Seats 2, Name Oslo", Said(Office.Read(document.RootElement)));
    }

    private static FactReader Office { get; } = new(Record(
        ("Name", new FactShape.Value(typeof(string))),
        ("Seats", new FactShape.Value(typeof(int))),
        ("Scores", new FactShape.List(new FactShape.Value(typeof(int)))),
        ("Sites", new FactShape.List(Record(
            ("City", new FactShape.Value(typeof(string))), ("Desks", new FactShape.Value(typeof(int))))))));

    private static string Read(string text) => Said(Office.ReadJson(Encoding.UTF8.GetBytes(text)));

    private static string Said(object? record)
    {
        var fields = Assert.IsType<DataRecord>(record, exactMatch: false).ToDictionary();
        return $"Seats {fields["Seats"]}, Name {fields["Name"]}";
    }

    private static string Refusal(Func<object?> read) => Assert.Throws<ArgumentException>(() => read()).Message;

    private static FactShape.Record Record(params (string Name, FactShape Shape)[] fields) =>
        new(fields.ToDictionary(field => field.Name, field => field.Shape));

    private static JsonElement Element(string json) => JsonSerializer.Deserialize<JsonElement>(json);

    private static string Answer(Func<object?> read)
    {
        try
        {
            return Exactly(((DataRecord)read()!).ToDictionary()["f"]);
        }
        catch (ArgumentException refusal)
        {
            return refusal.Message;
        }
    }

    private static string Exactly(object? value) => value switch
    {
        null => "nothing",
        decimal figure => $"decimal {string.Join(' ', decimal.GetBits(figure))}",
        double figure => $"double {BitConverter.DoubleToInt64Bits(figure).ToString(CultureInfo.InvariantCulture)}",
        DateTime day => $"{day:O} {day.Kind}",
        JsonElement element => element.GetRawText(),
        System.Collections.IEnumerable list and not string => string.Join(", ", list.Cast<object?>().Select(Exactly)),
        _ => $"{value.GetType().Name} {value}",
    };
}
