using Planning.Rules.Books;
using Planning.Rules.RuleSets;
using Planning.Rules.Tests.Support;

namespace Planning.Rules.Tests.Safety;

/// <summary>What a hostile author may try. Even RulesEngine's own policy gives away nothing.</summary>
public sealed class When_an_expression_attacks : BookSpec
{
    private const string Facts = """{ "name": "Acme", "n": 1, "list": [1, 2, 3], "o": { "x": null } }""";

    [Theory]
    [InlineData("input1.GetType()")]
    [InlineData("input1.GetType().Assembly.Location")]
    [InlineData("input1.name.GetType()")]
    [InlineData("input1.o.x.GetType()")]
    [InlineData("input1.list.GetType()")]
    [InlineData("input1.list.Select(x => x.GetType())")]
    [InlineData("new (1 as a).GetType()")]
    [InlineData("input1.list.GroupBy(x => x).First().GetType()")]
    [InlineData("new System.Object()")]
    [InlineData("cast(input1, \"System.Type\")")]
    [InlineData("is(input1, \"System.Reflection.Assembly\")")]
    [InlineData("as(input1.o.x, \"System.Diagnostics.Process\")")]
    [InlineData("System.IO.File.ReadAllText(\"/etc/passwd\")")]
    [InlineData("System.Environment.Exit(1)")]
    [InlineData("System.Diagnostics.Process.Start(\"id\")")]
    [InlineData("System.Type.GetType(\"System.IO.File\")")]
    [InlineData("Activator.CreateInstance(\"x\")")]
    [InlineData("Enumerable.Range(1, 1000000000).Count()")]
    [InlineData("Enumerable.Repeat(1, 1000000000).Count()")]
    [InlineData("input1.ToDictionary()")]
    [InlineData("input1.Source")]
    [InlineData("input1.list.Clear()")]
    [InlineData("input1.list.Add(4)")]
    [InlineData("DateTime.Now")]
    [InlineData("Guid.NewGuid()")]
    [InlineData("string.Format(\"{0,100000000}\", 1)")]
    [InlineData("string.Format(\"{7}\", 1)")]
    [InlineData("(1.5).ToString(\"F999999999\")")]
    [InlineData("(1.5).ToString(\"F0999999\")")]
    [InlineData("input1.name.PadLeft(100000000)")]
    [InlineData("1 / 0")]
    public void it_gets_a_refusal_or_a_null_and_nothing_else(string expression)
    {
        var computation = Book.Compute(expression, Input(Facts));
        Assert.True(
            computation is Computation.Flawed or Computation.Failed or Computation.Known { Value: null },
            computation.ToString());
    }

    [Fact]
    public void lists_inside_lists_end()
    {
        var many = $$"""{ "a": [{{string.Join(',', Enumerable.Repeat("1", 400))}}] }""";
        Assert.Equal(
            "The evaluation took more than 10000000 steps: list elements, and letters of long texts. (RULE040)",
            MistakeIn("input1.a.SelectMany(x => input1.a.SelectMany(y => input1.a)).Count(z => z > 1)", many));
    }

    [Fact]
    public void the_count_begins_anew_with_each_evaluation()
    {
        var many = $$"""{ "a": [{{string.Join(',', Enumerable.Repeat("1", 1500))}}] }""";
        for (var i = 0; i < 8; i++)
        {
            Assert.Equal(2_250_000, Compute("input1.a.Sum(x => input1.a.Count(y => y == x))", many));
        }
    }

    [Fact]
    public void a_registered_type_gives_its_own_functions_and_no_way_beyond_them()
    {
        GivenABook(RuleSettings.RulesEngine with { Types = [typeof(Desk)] });
        Assert.Equal(3, Compute("Desk.Add(1, 2)"));
        Assert.StartsWith("`Kind` of Desk", MistakeIn("Desk.Kind()"), StringComparison.Ordinal);
        Assert.StartsWith("`Shout` of Desk", MistakeIn("Desk.Shout()"), StringComparison.Ordinal);
        Assert.StartsWith("`Equals` of Desk", MistakeIn("Desk.Equals(1, 2)"), StringComparison.Ordinal);
    }

    [Fact]
    public void what_is_not_registered_is_not_there() =>
        Assert.Equal("Unknown name `Math2`.", MistakeIn("Math2.Add(1, 2) + input1", "1"));

    private static class Desk
    {
        public static int Add(int left, int right) => left + right;

        public static Type Kind() => typeof(Desk);

        public static void Shout() => throw new InvalidOperationException();
    }
}
