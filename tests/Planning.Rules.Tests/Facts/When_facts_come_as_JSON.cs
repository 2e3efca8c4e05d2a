using System.Text.Json;
using Planning.Rules.Evaluation;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;
using Planning.Rules.Tests.Support;

namespace Planning.Rules.Tests.Facts;

public sealed class When_facts_come_as_JSON : BookSpec
{
    private static readonly FactShape Shape = new FactShape.Record(new Dictionary<string, FactShape>
    {
        ["Name"] = new FactShape.Value(typeof(string)),
        ["Revenue"] = new FactShape.Value(typeof(decimal?)),
        ["Since"] = new FactShape.Value(typeof(DateOnly?)),
        ["Seats"] = new FactShape.Value(typeof(int)),
    });

    [Theory]
    [InlineData("""{ "Revenue": 12.5, "Seats": 3 }""", true)]
    [InlineData("""{ "revenue": 9, "seats": 3 }""", false)]
    [InlineData("""{ "Revenue": null, "Seats": 3 }""", null)]
    [InlineData("""{ "Seats": 3 }""", null)]
    public void a_fact_that_is_not_there_is_unknown(string json, bool? holds) =>
        Assert.Equal(holds, Judge("c.Revenue > 10", json).IsSuccess);

    [Theory]
    [InlineData("""{ "Name": "\ud83d", "Seats": 1 }""")]
    [InlineData("""{ "\udc00": 1, "Seats": 1 }""")]
    public void half_a_letter_of_two_parts_is_told(string json)
    {
        const string Told = "The facts hold half of a letter of two parts (a surrogate).";
        Assert.Equal(Told, Assert.Throws<ArgumentException>(() => Judge("c.Seats > 0", json)).Message);
        Assert.Equal(Told, Assert.Throws<ArgumentException>(() => Book.Compute("1", Input(json))).Message);
    }

    [Fact]
    public void days_and_numbers_are_read_as_the_shape_says() =>
        Assert.True(Judge(
            "c.Since < \"2026-02-01\" && c.Revenue == 1.1",
            """{ "Since": "2026-01-31", "Revenue": 1.1, "Seats": 1 }""").IsSuccess);

    [Theory]
    [InlineData("""{ "Revenue": 1 }""", "The fact c.Seats is not given, and int cannot be missing.")]
    [InlineData("""{ "Seats": null }""", "The fact c.Seats is not given, and int cannot be missing.")]
    [InlineData("""{ "Seats": 1, "Revenue": "much" }""", "The fact c.Revenue must be decimal?.")]
    public void facts_that_do_not_fit_the_shape_are_refused(string json, string why) => Assert.StartsWith(
        why,
        Assert.Throws<ArgumentException>(() => Judge("true", json)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void an_unknown_field_of_a_given_shape_is_a_mistake()
    {
        var flawed = Assert.IsType<RuleSetReading.Flawed>(
            RuleSetReader.Read(Workflow("c.Revenu > 1"), new FactSchema(new FactInput("c", Shape))));
        Assert.EndsWith(
            "Unknown field `Revenu`. Did you mean `Revenue`?",
            Assert.Single(flawed.Mistakes).ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void dictionaries_and_records_inside_records_are_read_alike()
    {
        var facts = new Dictionary<string, object?>
        {
            ["a"] = new Dictionary<string, object?> { ["b"] = new Dictionary<string, object?> { ["c"] = 5 } },
            ["list"] = new object?[] { new Dictionary<string, object?> { ["k"] = 1 }, 2.5 },
        };
        var known = Assert.IsType<Planning.Rules.Books.Computation.Known>(
            Book.Compute("a.b.c + 1", new RuleParameter("input1", facts)));
        Assert.Equal(6, known.Value);
    }

    [Theory]
    [InlineData("input1.list.Sum(x => x.k)", 4.5)]
    [InlineData("input1.list.Count(x => x.other == null)", 1)]
    [InlineData("input1.list.GroupBy(x => x.k > 1).Select(g => g.Count()).Max()", 2)]
    [InlineData("input1.list.OrderBy(x => x.other).ThenByDescending(x => x.k).First().k", 2.0)]
    [InlineData("input1[\"n\"]", 7)]
    public void a_list_has_the_fields_of_all_its_elements(string expression, object value) => Assert.Equal(
        value,
        Compute(expression, """{ "n": 7, "list": [ { "k": 2 }, { "k": 2.5, "other": "x" }, { "other": "y" } ] }"""));

    [Theory]
    [InlineData("""{ "": 1, "a b": 2, "class": 3, "1x": 4 }""")]
    [InlineData("""{ "A": 1, "a": 2 }""")]
    [InlineData("""[[[]], [[1]], []]""")]
    [InlineData("""[1, "a", null, {}, []]""")]
    [InlineData("null")]
    public void odd_data_do_no_harm(string json) => Assert.Equal(1, Compute("1", json));

    [Fact]
    public void data_too_wide_are_refused()
    {
        var wide = $$"""{ {{string.Join(',', Enumerable.Range(0, 2_001).Select(i => $"\"f{i}\": 1"))}} }""";
        var refusal = Assert.Throws<ArgumentException>(() => Book.Compute("1", Input(wide)));
        Assert.StartsWith("The facts have more than 2000 fields.", refusal.Message, StringComparison.Ordinal);
    }

    private static string Workflow(string expression) =>
        $$"""
        { "WorkflowName": "w", "Rules": [
          { "RuleName": "R", "Expression": {{JsonSerializer.Serialize(expression)}} } ] }
        """;

    private static RuleResult Judge(string expression, string json)
    {
        var reading = RuleSetReader.Read(Workflow(expression), new FactSchema(new FactInput("c", Shape)));
        var set = Assert.IsType<RuleSetReading.Sound>(reading).RuleSet;
        return set.Evaluate(new RuleParameter("c", JsonSerializer.Deserialize<JsonElement>(json))).Results[0];
    }

    [Theory]
    [InlineData("Convert.ToInt32(input1[\"list\"][0][\"item3\"]) == 1", true)]
    [InlineData("Convert.ToString(input1[\"list\"][1][\"item2\"]) == \"world\"", true)]
    [InlineData(
        "string.Concat(Convert.ToString(input1[\"list\"][0][\"item1\"]), Convert.ToString(input1[\"list\"][1][\"item2\"]))",
        "helloworld")]
    public void members_are_reached_by_their_names_in_brackets(string expression, object answer) => Assert.Equal(
        answer, Compute(expression, """{ "list": [ { "item1": "hello", "item3": 1 }, { "item2": "world" } ] }"""));
}
