using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Planning.Rules.Decisions;
using Planning.Rules.RuleSets;
using Planning.Rules.Tests.Support;

namespace Planning.Rules.Tests.Evaluation;

public sealed class When_a_whole_evaluation_explains_itself : RuleSpec
{
    private static readonly DateOnly Day = new(2026, 9, 30);

    private static readonly Customer Aurora = new()
    {
        Name = "Aurora",
        Tier = Tier.B,
        Match = 76,
        Quality = 92.1,
        Stakeholders = 2,
        Missing = ["scope", "date"],
        Sites = [.. Enumerable.Range(0, 30).Select(_ => new Site("Oslo", double.NaN, Active: true))],
    };

    private static readonly RuleSet Rules = Sound("""
        { "WorkflowName": "tiering", "Version": "2026.1",
          "GlobalParams": [
            { "Name": "Composite", "Expression": "0.5 * customer.Match + 38", "Label": { "en": "composite", "zh": "综合分" } },
            { "Name": "Reach", "Expression": "customer.RevenueTtm * 2" } ],
          "Rules": [
            { "RuleName": "TOP", "Operator": "And",
              "LocalParams": [ { "Name": "Best", "Expression": "Math.Max(customer.Match, customer.Quality)" } ],
              "Rules": [ { "RuleName": "COMPOSITE", "Expression": "Composite >= 76.0" }, { "RuleName": "BEST", "Expression": "Best > 95" } ],
              "Properties": { "group": "g", "priority": 9 } },
            { "RuleName": "REACH", "Expression": "Reach > 5", "Properties": { "group": "g", "priority": 8 } },
            { "RuleName": "LOW", "Expression": "customer.Tier in (\"B\", \"C\")", "Properties": { "group": "g", "priority": 7 } },
            { "RuleName": "LISTS", "Expression": "customer.Missing.Contains(\"scope\") && customer.Sites.Any(s => s.Active)",
              "Properties": { "hold": { "consecutive": 2 } } },
            { "RuleName": "LATER", "Expression": "customer.Match > 70", "Properties": { "unless": [ "open_certification" ], "priority": 2 } },
            { "RuleName": "FAILS", "Expression": "1 / (customer.Stakeholders - 2) > 0", "Properties": { "priority": -1 } } ] }
        """);

    [Fact]
    public void it_says_which_rules_judged_and_of_which_day()
    {
        var told = Told();
        Assert.Equal(("tiering", "2026.1", "2026-09-30"), (Text(told["ruleSet"]), Text(told["version"]), Text(told["asOf"])));
        Assert.Equal(["TOP", "REACH", "LOW", "LISTS", "LATER", "FAILS"], told["rules"]!.AsArray().Select(rule => Text(rule!["ruleName"])));
    }

    [Fact]
    public void it_shows_every_global_with_its_expression_and_value_or_what_it_misses()
    {
        var globals = Told()["globals"]!.AsArray();
        AssertJson(
            """{"name":"Composite","value":{"label":{"english":"composite","chinese":"综合分"},"text":"0.5 * customer.Match + 38","value":76,"isConstant":false,"missing":[]}}""",
            globals[0]);
        AssertJson(
            """
            {"name":"Reach","value":{"label":{"english":"reach","chinese":null},"text":"customer.RevenueTtm * 2","value":null,"isConstant":false,
             "missing":[{"path":"customer.RevenueTtm","label":{"english":"revenue ttm","chinese":null}}]}}
            """,
            globals[1]);
    }

    [Fact]
    public void it_shows_every_part_of_a_rule_with_the_values_it_used()
    {
        var rule = Rule(Told(), "LOW");
        AssertJson(
            """
            {"kind":"oneOf","truth":true,
             "item":{"label":{"english":"tier","chinese":"等级"},"text":"customer.Tier","value":"B","isConstant":false,"missing":[]},
             "options":[
               {"label":{"english":"B","chinese":"B"},"text":"\"B\"","value":"B","isConstant":true,"missing":[]},
               {"label":{"english":"C","chinese":"C"},"text":"\"C\"","value":"C","isConstant":true,"missing":[]}]}
            """,
            rule["trace"]);
        AssertJson("""{"en":"tier B is one of B, C","zh":"等级 B 属于 B、C"}""", rule["sentences"]);
    }

    [Fact]
    public void a_rule_with_an_operator_shows_its_local_parameters_and_the_rules_inside_it()
    {
        var rule = Rule(Told(), "TOP");
        Assert.False((bool)rule["isSuccess"]!);
        Assert.Equal(("Best", 92.1), (Text(rule["locals"]![0]!["name"]), (double)rule["locals"]![0]!["value"]!["value"]!));
        Assert.Equal([true, false], rule["children"]!.AsArray().Select(child => (bool)child!["isSuccess"]!));
        AssertJson("""{"en":"best 92.1 ≤ 95","zh":"best 92.1 ≤ 95"}""", rule["sentences"]);
    }

    [Fact]
    public void an_undecided_rule_names_the_facts_it_hangs_on()
    {
        var rule = Rule(Told(), "REACH");
        Assert.Null(rule["isSuccess"]);
        Assert.Equal(["customer.RevenueTtm"], rule["missing"]!.AsArray().Select(fact => Text(fact!["path"])));
    }

    [Fact]
    public void a_rule_that_failed_says_why_and_the_others_are_told()
    {
        var rule = Rule(Told(), "FAILS");
        Assert.Equal("Attempted to divide by zero.", Text(rule["failure"]));
        Assert.Null(rule["trace"]);
    }

    [Fact]
    public void a_long_list_is_shown_by_its_first_elements()
    {
        var parts = Rule(Told(), "LISTS")["trace"]!["parts"]!.AsArray();
        Assert.Equal(["scope", "date"], parts[0]!["subject"]!["value"]!.AsArray().Select(Text));
        var sites = parts[1]!["subject"]!["value"]!.AsArray();
        Assert.Equal((21, "…"), (sites.Count, Text(sites[^1])));
    }

    [Fact]
    public void of_a_decision_it_also_says_what_became_of_each_rule()
    {
        var told = JsonNode.Parse(Rules.ExplainDecision(Day, DecisionState.Empty, ImmutableHashSet.Create("open_certification"), About(Aurora)).ToJson())!;
        Assert.Equal(["TOP", "REACH", "LOW", "LATER", "LISTS", "FAILS"], told["rules"]!.AsArray().Select(rule => Text(rule!["ruleName"])));
        AssertJson("""{"kind":"notTrue"}""", Rule(told, "TOP")["outcome"]);
        AssertJson("""{"kind":"unknown","missingFacts":["customer.RevenueTtm"]}""", Rule(told, "REACH")["outcome"]);
        AssertJson("""{"kind":"frozenBy","by":"REACH"}""", Rule(told, "LOW")["outcome"]);
        AssertJson("""{"kind":"holding","count":1,"of":2}""", Rule(told, "LISTS")["outcome"]);
        AssertJson("""{"kind":"postponed","predicate":"open_certification"}""", Rule(told, "LATER")["outcome"]);
    }

    [Theory]
    [InlineData("TOP", "best 92.1 ≤ 95", "best 92.1 ≤ 95")]
    [InlineData("REACH", "undecided: revenue ttm is not known", "无法判定，未知：revenue ttm")]
    [InlineData("LOW", "frozen by REACH, which cannot be decided", "被 REACH 冻结：该规则无法判定")]
    [InlineData("LATER", "postponed while open certification: match 76 > 70", "因 open certification 推迟：匹配度 76 > 70")]
    [InlineData("LISTS", "time 1 of 2: missing sections contains scope, at least one of sites (active)", "已连续一次（须两次）：缺失章节包含 scope，站点中至少有一个（运营中）")]
    public void a_decision_is_told_in_words(string rule, string english, string chinese)
    {
        var told = Rules.ExplainDecision(Day, DecisionState.Empty, ImmutableHashSet.Create("open_certification"), About(Aurora));
        var sentences = told.Rules.Single(one => one.RuleName == rule).Sentences;
        Assert.Equal((english, chinese), (sentences["en"], sentences["zh"]));
    }

    [Fact]
    public void what_a_stop_rule_kept_from_being_judged_is_not_judged_for_the_explanation_either()
    {
        var set = Sound("""
            { "WorkflowName": "w", "Rules": [
              { "RuleName": "GATE", "Expression": "customer.Match > 70", "Properties": { "stop": true, "priority": 1 } },
              { "RuleName": "BELOW", "Expression": "customer.Match > 70" } ] }
            """);
        var below = set.ExplainDecision(null, DecisionState.Empty, ImmutableHashSet<string>.Empty, About(Aurora)).Rules[1];
        Assert.Equal(new RuleOutcome.NotReached(set.Rules[1], "GATE"), below.Outcome);
        Assert.Null(below.Trace);
        Assert.Equal("not judged, because GATE stopped the evaluation", below.Sentences["en"]);
        Assert.Equal("未评估：GATE 已终止评估", below.Sentences["zh"]);
    }

    [Fact]
    public void where_a_global_fails_the_ones_before_it_are_shown_and_every_rule_says_why()
    {
        var set = Sound("""
            { "WorkflowName": "w",
              "GlobalParams": [ { "Name": "a", "Expression": "customer.Stakeholders" }, { "Name": "b", "Expression": "1 / (a - 2)" }, { "Name": "c", "Expression": "b" } ],
              "Rules": [ { "RuleName": "R", "Expression": "c > 1" } ] }
            """);
        var told = set.ExplainAll(null, About(Aurora));
        Assert.Equal(["a"], told.Globals.Select(global => global.Name));
        Assert.Equal("Attempted to divide by zero.", told.Rules[0].Failure);
    }

    private static JsonNode Told() => JsonNode.Parse(Rules.ExplainAll(Day, About(Aurora)).ToJson())!;

    private static JsonNode Rule(JsonNode told, string name) =>
        told["rules"]!.AsArray().Single(rule => Text(rule!["ruleName"]) == name)!;

    private static string? Text(JsonNode? node) => node?.GetValue<string>();

    private static void AssertJson(string expected, JsonNode? actual) => Assert.True(
        JsonNode.DeepEquals(JsonNode.Parse(expected), actual), JsonSerializer.Serialize(actual));
}
