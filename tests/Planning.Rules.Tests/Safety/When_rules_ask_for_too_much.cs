using System.Globalization;
using System.Text;
using Planning.Rules.Books;
using Planning.Rules.Evaluation;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;
using Planning.Rules.Tests.Support;

namespace Planning.Rules.Tests.Safety;

/// <summary>Whatever rules ask, an evaluation ends soon and in little memory, and the rule says why it failed.</summary>
public sealed class When_rules_ask_for_too_much : BookSpec
{
    private const string TooManySteps =
        "The evaluation took more than 10000000 steps: list elements, and letters of long texts. (RULE040)";

    private const string ListTooLong = "A list has more than 1000000 elements. (RULE042)";

    private const string TextTooLong = "A text has more than 1000000 characters. (RULE043)";

    [Fact]
    public async Task a_chain_of_rules_has_one_count_of_steps_and_the_rule_that_goes_beyond_says_so()
    {
        GivenTheWorkflow(Chain(links: 3));
        var run = await RunAsync("w", "link0", Numbers(2_000));
        Assert.Equal([false, true, true], run.Results.Select(result => result.IsSuccess));
        Assert.Equal($"Error while executing rule : link2 - {TooManySteps}", run.Results[0].Message);
    }

    [Fact]
    public async Task each_rule_of_the_chain_is_fine_alone()
    {
        GivenTheWorkflow(Chain(links: 3));
        var run = await RunAsync("w", "link2", Numbers(2_000));
        Assert.True(Assert.Single(run.Results).IsSuccess);
    }

    [Fact]
    public async Task what_follows_a_rule_that_went_beyond_fails_at_once_where_it_needs_more()
    {
        GivenTheWorkflow("""
            { "WorkflowName": "w", "Rules": [
              { "RuleName": "endless", "Expression": "input1.a.SelectMany(x => input1.a).SelectMany(x => input1.a).Count() > 0" },
              { "RuleName": "lists", "Expression": "input1.a.Any(x => x == 0)" },
              { "RuleName": "plain", "Expression": "1 < 2" } ] }
            """);
        var results = await EvaluateAsync("w", Numbers(3_000));
        Assert.EndsWith(TooManySteps, results[0].Message, StringComparison.Ordinal);
        Assert.EndsWith(TooManySteps, results[1].Message, StringComparison.Ordinal);
        Assert.True(results[2].IsSuccess);
    }

    [Fact]
    public void an_evaluation_ends_when_its_time_is_over_by_the_clock_it_was_given()
    {
        GivenABook(RuleSettings.RulesEngine with { TimeLimit = new(TimeSpan.FromSeconds(2), new HurryingClock()) });
        Assert.Equal(
            "The evaluation took longer than 2 seconds. (RULE041)",
            MistakeIn("input1.a.Sum(x => input1.a.Count(y => y == x))", Numbers(100)));
        Assert.Equal(15, Compute("input1.a.Where(x => x < 6).Sum()", Numbers(20)));
    }

    [Fact]
    public void an_explanation_judges_as_evaluating_does_although_telling_costs_more()
    {
        var set = ((RuleSetReading.Sound)RuleSetReader.Read(
            """
            { "WorkflowName": "w", "Rules": [
              { "RuleName": "dear", "Expression": "a.Sum(x => a.Count(y => y == x)) > 0 and a.Sum(x => a.Count(y => y > x)) > 0" },
              { "RuleName": "dearer", "Expression": "a.Sum(x => a.Count(y => y >= x)) > 0" } ] }
            """,
            new FactSchema(new FactInput("a", typeof(int[]))))).RuleSet;
        var parameter = new RuleParameter("a", Enumerable.Range(1, 1_800).ToArray());
        Assert.Equal([true, true], set.Evaluate(parameter).Results.Select(result => result.IsSuccess));
        Assert.Equal([true, true], set.ExplainAll(null, parameter).Rules.Select(rule => rule.IsSuccess));
    }

    [Theory]
    [InlineData("input1.a.SelectMany(x => input1.a).SelectMany(x => input1.a).Count()", TooManySteps)]
    [InlineData("input1.a.SelectMany(x => input1.a).SelectMany(x => input1.a).Contains(-1)", TooManySteps)]
    [InlineData("input1.a.SelectMany(x => input1.a).SelectMany(x => input1.a).Last()", TooManySteps)]
    [InlineData("input1.a.SelectMany(x => input1.a).ToList().Count()", ListTooLong)]
    [InlineData("input1.a.SelectMany(x => input1.a).Where(x => true).Count()", ListTooLong)]
    [InlineData("input1.a.SelectMany(x => input1.a).OrderBy(x => x).First()", ListTooLong)]
    [InlineData("input1.a.SelectMany(x => input1.a)", ListTooLong)]
    [InlineData("input1.a.Select(x => \"\".PadLeft(1000000)).ToList().Count()", TooManySteps)]
    [InlineData("input1.a.Any(x => \"a\".PadLeft(1000000) == \"b\".PadLeft(1000000))", TooManySteps)]
    [InlineData("input1.a.Any(x => input1.text.Contains(\"b\"))", TooManySteps)]
    [InlineData("input1.a.Any(x => input1.text.ToUpperInvariant() == \"\")", TooManySteps)]
    [InlineData("input1.a.GroupBy(x => input1.text).Count()", TooManySteps)]
    [InlineData("input1.a.Select(x => input1.text).Distinct().Count()", TooManySteps)]
    [InlineData("input1.text.PadLeft(900000).Contains(input1.text + \"b\" + input1.text)", TooManySteps)]
    [InlineData("\"\".PadLeft(1000001)", TextTooLong)]
    [InlineData("input1.text.Replace(\"a\", \"0123456789ab\")", TextTooLong)]
    [InlineData("string.Join(input1.text, input1.a.Select(x => \"\"))", TextTooLong)]
    [InlineData("string.Format(\"{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}\", input1.text)", TextTooLong)]
    public void one_expression_says_which_limit_it_met(string expression, string reason)
    {
        var facts = $$"""{ "a": [{{Series(3_000)}}], "text": "{{new string('a', 100_000)}}" }""";
        Assert.Equal(reason, MistakeIn(expression, facts));
    }

    [Fact]
    public void the_program_is_told_which_limit_it_was()
    {
        var failed = Assert.IsType<Computation.Failed>(Book.Compute("\"\".PadLeft(1000001)"));
        Assert.Equal(DiagnosticCode.TextTooLong, Assert.IsType<LimitExceededException>(failed.Cause).Code);
    }

    [Fact]
    public async Task a_message_does_not_grow_without_bound_either()
    {
        GivenTheWorkflow("""
            { "WorkflowName": "w",
              "GlobalParams": [
                { "Name": "text", "Expression": "\"\".PadLeft(50000)" },
                { "Name": "texts", "Expression": "input1.a.Select(x => text)" } ],
              "Rules": [ { "RuleName": "told", "Expression": "1 > 2", "ErrorMessage": "$(texts)" } ] }
            """);
        Assert.EndsWith(TextTooLong, (await EvaluateAsync("w", Numbers(100)))[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void a_list_of_facts_has_a_longest()
    {
        var json = $$"""{ "a": [{{Series(1_000_001)}}] }""";
        Assert.Equal(
            "A list of the facts has more than 1000000 elements. (Parameter 'items')",
            Assert.Throws<ArgumentException>(() => Book.Compute("input1.a.Count()", Input(json))).Message);
        var shape = new FactShape.Record(
            new Dictionary<string, FactShape> { ["a"] = new FactShape.List(new FactShape.Value(typeof(int))) });
        Assert.Equal(
            "The fact $.a has more than 1000000 elements. (Parameter 'items')",
            Assert.Throws<ArgumentException>(
                () => new FactReader(shape).ReadJson(Encoding.UTF8.GetBytes(json))).Message);
    }

    [Fact]
    public void parameters_that_double_each_other_end_when_a_fact_is_missing()
    {
        var names = Enumerable.Range(1, 60).Select(i => $"{{ \"Name\": \"g{i}\", \"Expression\": \"g{i - 1} + g{i - 1}\" }}");
        var set = ((RuleSetReading.Sound)RuleSetReader.Read(
            $$"""
            { "WorkflowName": "w",
              "GlobalParams": [ { "Name": "g0", "Expression": "customer.Match + 1" }, {{string.Join(',', names)}} ],
              "Rules": [ { "RuleName": "R", "Expression": "g60 > 1" } ] }
            """,
            new FactSchema(new FactInput("customer", typeof(Customer))))).RuleSet;
        var result = set.Evaluate(new RuleParameter("customer", new Customer())).Results[0];
        Assert.Equal((null, "customer.Match"), (result.IsSuccess, Assert.Single(result.MissingFacts)));
    }

    [Fact]
    public void what_is_asked_twice_of_a_value_is_computed_once()
    {
        var choice = "\"a\"";
        for (var i = 0; i < 30; i++)
        {
            choice = $"iif({choice} < input1.s, \"a\", \"b\")";
        }

        Assert.Equal("a", Compute(choice, """{ "s": "z" }"""));
    }

    [Fact]
    public void a_file_with_too_many_rules_is_refused_and_not_every_mistake_is_told()
    {
        Assert.Equal(
            ["RULE035 at $.Rules: The list has 25001 entries; 25000 is the limit."],
            MistakesOfAdding(Rules("""{ "RuleName": "R", "Expression": "true" }""", 25_001)).Take(1));
        Assert.Equal(
            ["RULE035 at $.Rules[1]: The file has more than 25000 rules, those inside rules counted."],
            MistakesOfAdding(Rules(
                $$"""{ "RuleName": "R", "Operator": "And", "Rules": [ {{Many("""{ "RuleName": "C", "Expression": "true" }""", 24_999)}} ] }""",
                2)).Where(mistake => mistake.StartsWith("RULE035", StringComparison.Ordinal)));
        Assert.Equal(1_000, MistakesOfAdding(Rules("1", 20_000)).Count);
    }

    [Fact]
    public void a_file_that_is_too_long_is_refused() => Assert.Equal(
        ["RULE007 at $: The file has 16777217 characters; 16777216 is the limit."],
        MistakesOfAdding(new string(' ', (16 * 1024 * 1024) + 1)));

    [Fact]
    public void an_expression_of_too_many_parts_is_refused_at_its_place()
    {
        var mistake = Assert.Single(MistakesOf($"a.Any(x => new[] {{ {Many("1", 4_100)} }}.Contains(x))"));
        Assert.Equal(DiagnosticCode.TooManyParts, mistake.Code);
        Assert.Equal(("The expression has more than 4000 parts.", 1), (mistake.Message, mistake.Line));
    }

    [Fact]
    public void lambdas_in_lambdas_end_somewhere()
    {
        var mistake = Assert.Single(MistakesOf("a.Any(v => a.Any(w => a.Any(x => a.Any(y => a.Any(z => z == v)))))"));
        Assert.Equal((DiagnosticCode.TooManyLambdas, 1), (mistake.Code, mistake.Line));
        Assert.Empty(MistakesOf("a.Any(v => a.Any(w => a.Any(x => a.Any(y => y == v))))"));
    }

    [Fact]
    public void records_that_rules_make_have_only_so_many_shapes()
    {
        static string Rule(int number) =>
            $$"""{ "RuleName": "R{{number}}", "Expression": "new(1 as F{{number}}).F{{number}} == 1" }""";
        var mistakes = MistakesOfFile(
            $$"""{ "WorkflowName": "w", "Rules": [ {{string.Join(',', Enumerable.Range(0, 258).Select(Rule))}} ] }""");
        Assert.NotEmpty(mistakes);
        Assert.All(mistakes, mistake => Assert.Equal(DiagnosticCode.TooManyShapes, mistake.Code));
    }

    private static IReadOnlyList<Diagnostic> MistakesOf(string expression) => MistakesOfFile(
        $$"""{ "WorkflowName": "w", "Rules": [ { "RuleName": "R", "Expression": "{{expression}}" } ] }""");

    private static IReadOnlyList<Diagnostic> MistakesOfFile(string json) =>
        RuleSetReader.Read(json, new FactSchema(new FactInput("a", typeof(int[])))) is RuleSetReading.Flawed flawed
            ? flawed.Mistakes
            : [];

    private static string Rules(string rule, int count) =>
        $$"""{ "WorkflowName": "w", "Rules": [ {{Many(rule, count)}} ] }""";

    private static string Many(string one, int count) => string.Join(',', Enumerable.Repeat(one, count));

    private static string Chain(int links) => $$"""
        { "WorkflowName": "w", "Rules": [ {{string.Join(',', Enumerable.Range(0, links).Select(i => $$"""
          { "RuleName": "link{{i}}", "Expression": "input1.a.Sum(x => input1.a.Count(y => y > x)) > 0",
            "Actions": { "OnSuccess": { "Name": "{{(i < links - 1 ? "EvaluateRule" : "OutputExpression")}}",
              "Context": { "workflowName": "w", "ruleName": "link{{i + 1}}", "Expression": "1" } } } }
          """))}} ] }
        """;

    private static string Numbers(int count) => $$"""{ "a": [{{Series(count)}}] }""";

    private static string Series(int count) => string.Join(
        ',', Enumerable.Range(1, count).Select(i => i.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A second passes each time it is looked at.</summary>
    private sealed class HurryingClock : TimeProvider
    {
        private long _seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _seconds++;
    }
}
