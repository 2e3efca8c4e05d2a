using System.Text;
using System.Text.Json;
using Planning.Rules.Books;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;
using Planning.Rules.Tests.Support;

namespace Planning.Rules.Tests.Safety;

/// <summary>Every way in which a rule can nest, on a thread with a small stack. A stack that overflows ends the process,
/// and this test with it.</summary>
public sealed class When_something_nests_deep : BookSpec
{
    private const int SmallStack = 512 * 1024;
    private const string Facts = """{ "a": { "a": 1 }, "l": [1, 2], "t": true, "s": "x" }""";

    public static TheoryData<string, string, string, int> Ways => new()
    {
        { "(", "true", ")", 4_900 },
        { "(", "true", ")", 99 },
        { "!", "t", "", 9_900 },
        { "!", "t", "", 98 },
        { "not ", "t", "", 2_000 },
        { "- ", "1", "", 4_900 },
        { "- ", "1", "", 98 },
        { "+ ", "1", "", 4_900 },
        { "~", "1", "", 9_900 },
        { "* ", "1", "", 4_900 },
        { "& ", "1", "", 4_900 },
        { "++ ", "1", "", 3_000 },
        { ".. ", "1", "", 3_000 },
        { "await ", "t", "", 1_600 },
        { "throw ", "t", "", 1_600 },
        { "ref ", "t", "", 2_400 },
        { "new ", "t", "", 2_400 },
        { "a.", "a", "", 4_900 },
        { "a.", "a", "", 98 },
        { "a?.", "a", "", 3_000 },
        { "a?.", "a", "", 98 },
        { "", "a", "()", 4_900 },
        { "", "l", "[0]", 3_000 },
        { "l[", "0", "]", 3_000 },
        { "l[l[", "0", "]]", 40 },
        { "l[0]<", "1", "", 2_000 },
        { "a<", "b", "", 4_900 },
        { "a<", "b", "> (c)", 90 },
        { "1+", "1", "", 4_900 },
        { "1+", "1", "", 98 },
        { "s+", "s", "", 98 },
        { "t and ", "t", "", 1_600 },
        { "t && ", "t", "", 1_900 },
        { "t or ", "t", "", 1_900 },
        { "1 in (", "1", ")", 95 },
        { "t ? t : ", "t", "", 1_200 },
        { "t ? t : ", "t", "", 95 },
        { "t ? (", "t", ") : t", 95 },
        { "t ? [", "t", "] : t", 95 },
        { "t ? [t ? ", "t", ": d] : e", 40 },
        { "a ?? ", "a", "", 1_900 },
        { "a.b ?? ", "a.b", "", 95 },
        { "x => ", "t", "", 1_900 },
        { "l.Any(x => ", "t", ")", 800 },
        { "l.Any(x => ", "t", ")", 4 },
        { "l.Where(x => true).", "Count()", "", 500 },
        { "l.Where(x => true).", "Count()", "", 90 },
        { "l.Select(x => ", "1", ")", 5 },
        { "np(", "a", ")", 95 },
        { "iif(t, t, ", "t", ")", 95 },
        { "new (", "1 as a", " as a)", 95 },
        { "new { a = ", "1", " }", 95 },
        { "new[] { ", "1", " }", 95 },
        { "int(", "1", ")", 95 },
        { "(int)", "1", "", 1_900 },
        { "$\"{", "1", "}\"", 2_400 },
        { "$\"{(", "1", "", 1_900 },
        { "$\"{", "1", "}\"", 4 },
        { "$\"{ (", "1", ") }\"", 4 },
        { "$\"{a}", "", "\"", 1_000 },
        { "$\"{", "1", "", 3_000 },
        { "$\"{a<", "1", "", 2_000 },
        { "$\"", "{a<", "", 2_000 },
        { "#if !", "1", "", 1_900 },
        { "#if (", "1", "", 1_900 },
        { "/// <a>", "1", "", 1_400 },
        { "/** <a>", "1", "", 1_400 },
        { "from x in (", "l", ") select x", 90 },
        { "a is not ", "null", "", 1_000 },
        { "a switch { _ => ", "t", "}", 90 },
        { "\"a\" ", "\"a\"", "", 2_000 },
        { "'", "a", "'", 3_000 },
        { "\"", "a", "\"", 3_000 },
        { "[a] ", "x => 1", "", 1_900 },
        { "delegate*<", "int", ">", 900 },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void it_is_judged_or_refused_and_the_stack_holds(string before, string middle, string behind, int times)
    {
        var expression = new StringBuilder().Insert(0, before, times).Append(middle).Insert(
            (before.Length * times) + middle.Length, behind, times).ToString();
        GivenABook(RuleSettings.RulesEngine);
        OnASmallStack(() =>
        {
            _ = Book.Compute(expression, Input(Facts));
            var json = JsonSerializer.Serialize(new
            {
                WorkflowName = "w",
                GlobalParams = new[] { new { Name = "g", Expression = expression } },
                Rules = new[] { new { RuleName = "R", Expression = expression } },
            });
            Assert.All(Book.AddOrUpdate(json), answer => Assert.IsType<BookAnswer.Accepted>(answer));
            _ = Book.EvaluateAsync("w", [Input(Facts)], CancellationToken).AsTask().GetAwaiter().GetResult();
            Assert.NotEmpty(Book.Explain("w", null, Input(Facts)).ToJson());
        });
    }

    [Fact]
    public void a_text_has_as_many_holes_as_it_has_room_for() => OnASmallStack(() =>
        Assert.Equal(2_000, ((string)Compute($"$\"{string.Concat(Enumerable.Repeat("{s}", 2_000))}\"", Facts)!).Length));

    [Fact]
    public void rules_nest_in_rules_as_deep_as_json_may_and_explain_themselves()
    {
        var inside = """{ "RuleName": "R", "Expression": "!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!input1.t" }""";
        for (var i = 0; i < 30; i++)
        {
            inside = $$"""{ "RuleName": "R", "Operator": "And", "Rules": [ {{inside}} ] }""";
        }

        OnASmallStack(() =>
        {
            GivenTheWorkflow($$"""{ "WorkflowName": "w", "Rules": [ {{inside}} ] }""");
            Assert.NotEmpty(Book.Explain("w", null, Input(Facts)).ToJson());
            Assert.Equal(
                ["RULE034 at $ (1:97): The file nests deeper than 64 levels."],
                MistakesOfAdding($$"""{ "WorkflowName": "v", "Rules": [ {{new string('[', 70)}}{{new string(']', 70)}} ] }"""));
        });
    }

    [Fact]
    public void lists_that_are_built_on_lists_are_computed_one_by_one()
    {
        var lists = Enumerable.Range(1, 3_000)
            .Select(i => $$"""{ "Name": "g{{i}}", "Expression": "g{{i - 1}}.Select(x => x)" }""");
        OnASmallStack(() =>
        {
            GivenTheWorkflow($$"""
                { "WorkflowName": "w",
                  "GlobalParams": [ { "Name": "g0", "Expression": "input1.l.Select(x => x)" }, {{string.Join(',', lists)}} ],
                  "Rules": [ { "RuleName": "R", "Expression": "g3000.Count() == 2" } ] }
                """);
            var results = Book.EvaluateAsync("w", [Input(Facts)], CancellationToken).AsTask().GetAwaiter().GetResult();
            Assert.True(Assert.Single(results.Results).IsSuccess);
        });
    }

    [Theory]
    [InlineData("new (g{0} as a)", "RULE032", "Lists of lists and records in records go deeper than 16 levels here.")]
    [InlineData("new[] { g{0} }", "RULE032", "Lists of lists and records in records go deeper than 16 levels here.")]
    public void values_do_not_nest_without_end(string expression, string code, string message)
    {
        GivenABook(new RuleSettings { Nulls = NullPolicy.RulesEngine }, new());
        var values = Enumerable.Range(1, 40).Select(i => JsonSerializer.Serialize(new
        {
            Name = $"g{i}",
            Expression = expression.Replace("{0}", $"{i - 1}", StringComparison.Ordinal),
        }));
        var mistake = Assert.Single(MistakesOfAdding($$"""
            { "WorkflowName": "w",
              "GlobalParams": [ { "Name": "g0", "Expression": "1" }, {{string.Join(',', values)}} ],
              "Rules": [ { "RuleName": "R", "Expression": "true" } ] }
            """));
        Assert.Equal($"{code} at $.GlobalParams[17].Expression (1:1): {message}", mistake);
    }

    [Fact]
    public void facts_that_nest_too_deep_are_refused() => OnASmallStack(() =>
    {
        using var document = JsonDocument.Parse(
            $"{new string('[', 900)}1{new string(']', 900)}", new JsonDocumentOptions { MaxDepth = 1_000 });
        var deep = document.RootElement.Clone();
        Assert.StartsWith(
            "The facts nest deeper than 64 levels.",
            Assert.Throws<ArgumentException>(() => Book.Compute("1", new RuleParameter("a", deep))).Message,
            StringComparison.Ordinal);
    });

    private static void OnASmallStack(Action act)
    {
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    act();
                }
                catch (Exception thrown) when ((failure = thrown) is not null)
                {
                    return;
                }
            },
            SmallStack);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }
}
