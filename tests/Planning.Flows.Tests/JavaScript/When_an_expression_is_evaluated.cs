using System.Text.Json;
using System.Text.Json.Nodes;
using Planning.Flows.Tests.Support;

namespace Planning.Flows.Tests.JavaScript;

/// <summary>Expressions of the kinds that people write, each with the value that JavaScript gives it.</summary>
public sealed class When_an_expression_is_evaluated
{
    public static TheoryData<string, string> Expressions()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "JavaScript", "Expressions.json");
        var data = new TheoryData<string, string>();
        foreach (var pair in JsonNode.Parse(File.ReadAllText(file))!.AsArray())
        {
            data.Add(pair![0]!.GetValue<string>(), pair[1]?.ToJsonString() ?? "null");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Expressions))]
    public void it_has_the_value_that_JavaScript_gives_it(string expression, string value) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(value), JsonNode.Parse(Script.Run(expression))),
            $"{expression} is {value}, but came out as {Script.Run(expression)}.");

    [Fact]
    public void whole_numbers_stay_whole_and_others_keep_their_digits()
    {
        Assert.Equal(3L, Script.ValueOf("1 + 2"));
        Assert.Equal(0.1m, Script.ValueOf("1 / 10"));
        Assert.Equal(1e21, Script.ValueOf("1e21"));
    }

    [Fact]
    public void what_is_no_value_is_nothing()
    {
        Assert.Null(Script.ValueOf("undefined"));
        Assert.Null(Script.ValueOf("null"));
        Assert.Null(Script.ValueOf("0 / 0"));
        Assert.Null(Script.ValueOf("1 / 0"));
        Assert.Null(Script.ValueOf(" // nothing but a comment"));
    }

    [Fact]
    public void members_keep_their_order() =>
        Assert.Equal("""{"2":0,"10":0,"z":1,"a":2}""", Script.Run("({z: 1, 10: 0, a: 2, 2: 0})"));

    [Fact]
    public void a_map_answers_as_an_object_and_a_set_as_a_list()
    {
        Assert.Equal("""{"a":1}""", Script.Run("new Map([['a', 1]])"));
        Assert.Equal("[1,2]", Script.Run("new Set([1, 2, 1])"));
    }

    [Fact]
    public void a_date_answers_as_its_instant() =>
        Assert.Equal("2026-01-05T09:30:00+00:00", Script.ValueOf("new Date('2026-01-05T09:30:00Z')"));

    [Fact]
    public void an_object_answers_as_JSON() =>
        Assert.Equal(JsonValueKind.Object, Assert.IsType<JsonElement>(Script.ValueOf("({a: [1, undefined, NaN]})")).ValueKind);
}
