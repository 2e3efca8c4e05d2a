using Planning.Rules.Analysis;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;
using Planning.Rules.Tests.Support;

namespace Planning.Rules.Tests.Analysis;

/// <summary>What can be said of rules without running them on anybody.</summary>
public sealed class When_a_rule_set_is_analysed : RuleSpec
{
    [Theory]
    [InlineData("customer.Match > 5 && customer.Match < 3", "R can never be true: `customer.Match > 5` and `customer.Match < 3` exclude each other.")]
    [InlineData("customer.Match > 5 && !(customer.Match >= 5)", "R can never be true: `customer.Match > 5` and `!(customer.Match >= 5)` exclude each other.")]
    [InlineData("customer.Stakeholders > 5 && customer.Stakeholders < 6", "R can never be true: `customer.Stakeholders > 5` and `customer.Stakeholders < 6` exclude each other.")]
    [InlineData("customer.Tier == \"A\" && customer.Tier in (\"B\", \"S\")", "R can never be true: `customer.Tier == \"A\"` and `customer.Tier in (\"B\", \"S\")` exclude each other.")]
    [InlineData("customer.Tier > \"S\"", "R can never be true.")]
    [InlineData("customer.Sites.Count() < 0", "R can never be true.")]
    [InlineData("customer.Match > customer.Quality && customer.Quality >= customer.Match", "R can never be true: `customer.Match > customer.Quality` and `customer.Quality >= customer.Match` exclude each other.")]
    [InlineData("customer.Match == null && customer.Match > 3", "R can never be true: `customer.Match == null` and `customer.Match > 3` exclude each other.")]
    [InlineData("customer.Tier == \"B\" && (customer.Tier == \"S\" || customer.Match > 5)", "In R, `customer.Tier == \"S\"` can never be true.")]
    public void a_contradiction_is_found(string expression, string sentence)
    {
        var finding = Assert.Single(RuleSetAnalysis.Of(Sound(Workflow(expression))));
        Assert.Equal((FindingCode.NeverTrue, "$.Rules[0].Expression", sentence), (finding.Code, finding.Path, finding.Sentence));
    }

    [Theory]
    [InlineData("customer.Match > 5 || customer.Match <= 5")]
    [InlineData("customer.Stakeholders > 5 || customer.Stakeholders < 6")]
    [InlineData("customer.Sites.Count() >= 0")]
    public void what_is_always_true_is_found(string expression)
    {
        var finding = Assert.Single(RuleSetAnalysis.Of(Sound(Workflow(expression))));
        Assert.Equal((FindingCode.AlwaysTrue, "R is true whenever it is known."), (finding.Code, finding.Sentence));
    }

    [Theory]
    [InlineData("customer.Match > 5 && customer.Match < 5.5")]
    [InlineData("customer.Match > 5 || customer.Quality <= 5")]
    [InlineData("customer.Name == \"Helvia\" || customer.Sites.Any(s => s.Score > 5)")]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("customer.Match > 5 || false")]
    [InlineData("customer != null && customer.Match > 5")]
    [InlineData("customer.Stakeholders / 2 == 1 && customer.Stakeholders / 2.0 == 1.5")]
    [InlineData("new(customer.Match as A, customer.Quality as B).A > 5 && new(customer.Quality as A, customer.Match as B).A < 3")]
    [InlineData("customer.Name in (\"Helvia\", \"Aurora\") && customer.Name != \"Aurora\"")]
    public void what_is_sound_is_left_alone(string expression) =>
        Assert.Empty(RuleSetAnalysis.Of(Sound(Workflow(expression))));

    [Fact]
    public void marks_that_can_be_set_together_are_no_contradiction()
    {
        var reading = RuleSetReader.Read(
            Workflow("order.Marks != \"Red\" && order.Marks != \"Blue\""), new FactSchema(new FactInput("order", typeof(Order))));
        Assert.Empty(RuleSetAnalysis.Of(Assert.IsType<RuleSetReading.Sound>(reading).RuleSet));
    }

    [Fact]
    public void a_rule_whose_parts_are_all_switched_off_can_never_be_true() => Assert.Equal(
        "R can never be true.",
        Assert.Single(RuleSetAnalysis.Of(Sound("""
            { "WorkflowName": "w", "Rules": [ { "RuleName": "R", "Operator": "And", "Rules": [
              { "RuleName": "off", "Enabled": false, "Expression": "customer.Match > 5" } ] } ] }
            """))).Sentence);

    [Fact]
    public void rules_that_quarrel_only_where_a_score_cannot_be_are_left_alone() => Assert.Empty(Analysed(
        ("UP", "customer.Match * 2 > 100 && customer.Match < 40", """ "group": "a", "then": [ { "do": "set_tier", "value": "A" } ] """),
        ("DOWN", "customer.Match > 0", """ "group": "b", "then": [ { "do": "set_tier", "value": "B" } ] """)));

    [Fact]
    public void a_rule_that_a_higher_one_never_lets_speak_is_found()
    {
        var finding = Assert.Single(Analysed(
            ("HIGH", "customer.Match >= 50", """ "group": "g", "priority": 2 """),
            ("LOW", "customer.Match > 60 && customer.Tier == \"A\"", """ "group": "g", "priority": 1 """)));
        Assert.Equal((FindingCode.Shadowed, "$.Rules[1]"), (finding.Code, finding.Path));
        Assert.Equal("LOW never speaks: wherever it is true, HIGH is true and comes first.", finding.Sentence);
        Assert.NotNull(finding.Example);
    }

    [Fact]
    public void rules_of_different_groups_that_want_different_things_are_found_with_an_example()
    {
        var finding = Assert.Single(Analysed(
            ("UP", "customer.Match >= 50", """ "group": "a", "then": [ { "do": "set_tier", "value": "A" } ] """),
            ("DOWN", "customer.Match < 60", """ "group": "b", "then": [ { "do": "propose_tier", "value": "B" } ] """)));
        Assert.Equal(FindingCode.Conflict, finding.Code);
        Assert.Equal("UP and DOWN can be true at once, and want tier A and B.", finding.Sentence);
        Assert.Equal("match ≥ 50 and < 60", finding.Region);
        Assert.Equal(50.0, finding.Example!["customer.Match"]);
    }

    [Fact]
    public void what_lies_open_between_the_rules_of_a_group_is_found()
    {
        var finding = Assert.Single(Analysed(
            ("LOW", "customer.Match < 50", """ "group": "g" """), ("HIGH", "customer.Match > 60", """ "group": "g" """)));
        Assert.Equal((FindingCode.Gap, "No rule of the group g covers match ≥ 50 and ≤ 60."), (finding.Code, finding.Sentence));
    }

    [Theory]
    [InlineData("customer.Match < 55", null)]
    [InlineData("customer.Match < 60", "UP and DOWN have no band between them: at the edge of match ≥ 60 tier goes to A and back to B.")]
    [InlineData("customer.Match < 65", "UP and DOWN undo each other at the same facts: tier goes to A and back to B.")]
    public void a_promotion_and_a_demotion_need_a_band_between_them(string demoted, string? sentence)
    {
        var findings = Analysed(
            ("UP", "customer.Tier == \"B\" && customer.Match >= 60", """ "group": "g", "priority": 2, "then": [ { "do": "set_tier", "value": "A" } ] """),
            ("DOWN", $"customer.Tier == \"A\" && {demoted}", """ "group": "g", "priority": 1, "then": [ { "do": "set_tier", "value": "B" } ] """));
        Assert.Equal(sentence is null ? [] : [sentence], findings.Select(finding => finding.Sentence));
        Assert.All(findings, finding => Assert.Equal(FindingCode.NoBand, finding.Code));
    }

    [Fact]
    public void a_rule_that_does_not_ask_how_things_stand_is_no_half_of_a_pair() => Assert.Empty(Analysed(
        ("TOP", "customer.Tier == \"A\" && customer.Match > 90", """ "group": "g", "priority": 3 """),
        ("UP", "customer.Match >= 60", """ "group": "g", "priority": 2, "then": [ { "do": "set_tier", "value": "A" } ] """),
        ("DOWN", "customer.Tier == \"A\" && customer.Match < 60", """ "group": "g", "priority": 1, "then": [ { "do": "set_tier", "value": "B" } ] """)));

    [Fact]
    public void a_rule_too_large_to_be_worked_out_is_named_as_such()
    {
        var parts = Enumerable.Range(0, 12).Select(i => $"(customer.Match + {i} > 1 || customer.Quality + {i} > 1)");
        var findings = RuleSetAnalysis.Of(Sound(Workflow(string.Join(" && ", parts))));
        Assert.All(findings, finding => Assert.Equal(FindingCode.NotAnalysed, finding.Code));
        Assert.Equal("R is too large to be analysed; it is left out of the other findings.", findings[0].Sentence);
    }

    [Flags]
    private enum Marks
    {
        None = 0,
        Red = 1,
        Blue = 2,
    }

    private sealed record Order(Marks Marks);

    private static IReadOnlyList<Finding> Analysed(params (string Name, string Expression, string Properties)[] rules) =>
        RuleSetAnalysis.Of(Sound($$"""
            { "WorkflowName": "w", "Rules": [ {{string.Join(",", rules.Select(rule =>
                $"{{ \"RuleName\": \"{rule.Name}\", \"Expression\": {System.Text.Json.JsonSerializer.Serialize(rule.Expression)}, "
                + $"\"Properties\": {{ {rule.Properties} }} }}"))}} ] }
            """));
}
