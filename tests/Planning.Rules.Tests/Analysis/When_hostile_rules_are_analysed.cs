using System.Text.Json;
using Planning.Rules.Analysis;
using Planning.Rules.Tests.Support;

namespace Planning.Rules.Tests.Analysis;

/// <summary>Rules that would take years to be looked into whole. That these tests end is half of what they say.</summary>
public sealed class When_hostile_rules_are_analysed : RuleSpec
{
    private const string NeverTrue = "R can never be true: `p30` and `customer.Match < 3` exclude each other.";
    private const string TooLarge = "R is too large to be analysed; it is left out of the other findings.";
    private const string TooMany = "The rules are too many, or too large, to be compared with each other completely.";

    [Theory]
    [InlineData("GlobalParams", "({0} || {0})")]
    [InlineData("GlobalParams", "({0} && {0})")]
    [InlineData("GlobalParams", "{0} ? {0} : {0}")]
    [InlineData("GlobalParams", "!(!{0} && !{0})")]
    [InlineData("LocalParams", "({0} || {0})")]
    [InlineData("LocalParams", "{0} ? {0} : {0}")]
    public void a_condition_that_doubles_itself_thirty_times_is_still_understood(string where, string step)
    {
        var doubling = Steps("customer.Match > 5", step, 30);
        var rule = Rule("R", "p30 && customer.Match < 3", where is "LocalParams" ? doubling : "");
        Assert.Equal([NeverTrue], Sentences(Set([rule], where is "GlobalParams" ? doubling : "")));
    }

    [Fact]
    public void a_condition_that_doubles_itself_inside_a_rule_inside_a_rule_is_still_understood() => Assert.Equal(
        ["R can never be true: `A` and `B` exclude each other."],
        Sentences(Set([$$"""
            { "RuleName": "R", "Operator": "And", "LocalParams": [ {{Steps("customer.Match > 5", "({0} || {0})", 30)}} ],
              "Rules": [ {{Rule("A", "p30")}}, {{Rule("B", "!p30")}} ] }
            """])));

    [Fact]
    public void a_number_that_doubles_itself_thirty_times_still_gives_an_example()
    {
        var finding = Assert.Single(RuleSetAnalysis.Of(Sound(Set(
            [
                Rule("UP", "p30 > 5", then: "A"),
                Rule("DOWN", "customer.Match > 1", then: "B"),
            ],
            Steps("customer.Match", "{0} + {0}", 30)))));
        Assert.Equal("UP and DOWN can be true at once, and want tier A and B.", finding.Sentence);
        Assert.NotNull(finding.Example);
    }

    [Fact]
    public void names_of_names_of_names_are_seen_through()
    {
        var names = Steps("customer", "{0}", 20_000);
        Assert.Equal(
            ["R can never be true: `p20000.Match > 5` and `customer.Match < 3` exclude each other."],
            Sentences(Set([Rule("R", "p20000.Match > 5 && customer.Match < 3")], names)));
    }

    [Fact]
    public void a_condition_that_leads_through_thousands_of_parameters_is_followed()
    {
        var turns = Steps("customer.Match > 5", "!{0}", 5_000);
        Assert.Equal(
            ["R can never be true: `p5000` and `customer.Match < 3` exclude each other."],
            Sentences(Set([Rule("R", "p5000 && customer.Match < 3")], turns)));
    }

    [Theory]
    [InlineData("({0} || customer.Quality + {1} > 0) && ({0} || customer.Match + {1} > 0)")]
    [InlineData("customer.Match + {1} > 0 ? {0} : customer.Quality + {1} > 0 || {0}")]
    public void a_condition_whose_cases_multiply_is_named_as_too_large(string step) => Assert.Contains(
        TooLarge,
        Sentences(Set([Rule("R", "p40")], Steps("customer.Match > 5", step, 40))));

    [Fact]
    public void a_rule_too_large_takes_nothing_from_the_others() => Assert.Equal(
        [TooLarge, "S can never be true: `customer.Match > 5` and `customer.Match < 3` exclude each other."],
        Sentences(Set(
        [
            Rule("R", "p40", Steps("customer.Match > 5", "({0} || customer.Quality + {1} > 0) && ({0} || customer.Match + {1} > 0)", 40)),
            Rule("S", "customer.Match > 5 && customer.Match < 3"),
        ])));

    [Theory]
    [InlineData("And", "customer.Match != {0}")]
    [InlineData("Or", "customer.Match == {0}")]
    [InlineData("And", "customer.Name != \"n{0}\"")]
    [InlineData("Or", "customer.Name == \"n{0}\"")]
    [InlineData("And", "customer.Match + {0} > 1")]
    [InlineData("Or", "customer.Match + {0} > 1")]
    [InlineData("And", "customer.Match > {0} || customer.Quality < {0}")]
    public void ten_thousand_rules_inside_a_rule_end(string sign, string expression)
    {
        var inside = Enumerable.Range(0, 10_000).Select(i => Rule($"r{i}", Filled(expression, i)));
        var sentences = Sentences(Set([$$"""
            { "RuleName": "R", "Operator": "{{sign}}", "Rules": [ {{string.Join(",", inside)}} ] }
            """]));
        Assert.All(sentences, sentence => Assert.Contains("too large", sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(" && ")]
    [InlineData(" || ")]
    public void a_chain_of_eight_hundred_parts_is_read_whole(string sign) => Assert.Empty(Sentences(Set(
        [Rule("R", string.Join(sign, Enumerable.Repeat("p || q", 800).Select(part => sign is " && " ? $"({part})" : part)))],
        """{ "Name": "p", "Expression": "customer.Match > 1" }, { "Name": "q", "Expression": "customer.Quality > 1" }""")));

    [Fact]
    public void a_deep_chain_of_choices_ends() => Assert.All(
        Sentences(Set([Rule("R", string.Concat(Enumerable.Range(0, 90).Select(i => $"customer.Match > {i} ? customer.Quality > {i} : ")) + "true")])),
        sentence => Assert.Contains("too large", sentence, StringComparison.Ordinal));

    [Fact]
    public void a_list_of_nine_hundred_names_is_one_place()
    {
        var names = string.Join(", ", Enumerable.Range(0, 900).Select(i => $"\"n{i}\""));
        Assert.Equal(
            ["R can never be true: `" + $"customer.Name in ({names})" + "` and `customer.Name == \"Helvia\"` exclude each other."],
            Sentences(Set([Rule("R", $"customer.Name in ({names}) && customer.Name == \"Helvia\"")])));
    }

    [Fact]
    public void two_thousand_rules_that_all_quarrel_are_too_many_and_some_quarrels_are_told()
    {
        var findings = RuleSetAnalysis.Of(Sound(Set(Enumerable.Range(0, 2_000)
            .Select(i => Rule($"R{i}", $"customer.Match > {i % 50}", then: i % 2 == 0 ? "A" : "B")))));
        Assert.Equal(TooMany, findings[^1].Sentence);
        Assert.All(findings.SkipLast(1), finding => Assert.Equal(FindingCode.Conflict, finding.Code));
        Assert.True(findings.Count > 1);
    }

    [Fact]
    public void two_thousand_rules_of_one_group_end()
    {
        var findings = RuleSetAnalysis.Of(Sound(Set(Enumerable.Range(0, 2_000)
            .Select(i => Rule($"R{i}", $"customer.Match > {i} && customer.Quality > {2_000 - i}", group: "g")))));
        Assert.Equal(TooMany, findings[^1].Sentence);
    }

    [Fact]
    public void three_thousand_wishes_of_two_rules_each_are_too_many()
    {
        var many = string.Join(",", Enumerable.Range(0, 3_000).Select(i => $$"""{ "do": "set_thing{{i}}", "value": "x" }"""));
        Assert.Equal([TooMany], Sentences($$"""
            { "WorkflowName": "w", "Rules": [
              { "RuleName": "A", "Expression": "customer.Match > 1", "Properties": { "then": [ {{many}} ] } },
              { "RuleName": "B", "Expression": "customer.Match > 2", "Properties": { "then": [ {{many}} ] } } ] }
            """));
    }

    [Fact]
    public void rules_that_are_slow_to_evaluate_are_not_tried_out_for_ever()
    {
        const string Numbers = "new[] { 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30 }";
        const string Slow = $"{Numbers}.Any(a => {Numbers}.Any(b => {Numbers}.Any(c => {Numbers}.Any(d => a + b + c + d > 500 + customer.Quality))))";
        var findings = RuleSetAnalysis.Of(Sound(Set(
        [
            .. Enumerable.Range(0, 20).Select(i => Rule($"R{i}", $"customer.Match > {i} && {Slow}", then: i % 2 == 0 ? "A" : "B")),
        ])));
        Assert.Equal([TooMany], findings.Select(finding => finding.Sentence));
    }

    private static IEnumerable<string> Sentences(string json) =>
        RuleSetAnalysis.Of(Sound(json)).Select(finding => finding.Sentence);

    private static string Steps(string first, string step, int count) => string.Join(",", Enumerable.Range(0, count + 1).Select(i =>
        $"{{ \"Name\": \"p{i}\", \"Expression\": {JsonSerializer.Serialize(i == 0 ? first : Filled(step, $"p{i - 1}", i))} }}"));

    private static string Rule(string name, string expression, string locals = "", string? then = null, string? group = null) =>
        $$"""
        { "RuleName": "{{name}}", "Expression": {{JsonSerializer.Serialize(expression)}}, "LocalParams": [ {{locals}} ],
          "Properties": { {{(group is null ? "" : $"\"group\": \"{group}\",")}}
            "then": [ {{(then is null ? "" : $"{{ \"do\": \"set_tier\", \"value\": \"{then}\" }}")}} ] } }
        """;

    private static string Set(IEnumerable<string> rules, string globals = "") =>
        $$"""{ "WorkflowName": "w", "GlobalParams": [ {{globals}} ], "Rules": [ {{string.Join(",", rules)}} ] }""";

    private static string Filled(string text, params object[] values) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, text, values);
}
