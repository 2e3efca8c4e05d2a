using Planning.Rules.Facts;
using Planning.Rules.Tests.Support;

namespace Planning.Rules.Tests.Evaluation;

public sealed class When_rules_stand_inside_rules : RuleSpec
{
    [Theory]
    [InlineData("And", 70.0, 70.0, true)]
    [InlineData("AndAlso", 70.0, 10.0, false)]
    [InlineData("and", null, 70.0, null)]
    [InlineData("And", null, 10.0, false)]
    [InlineData("Or", null, 70.0, true)]
    [InlineData("OrElse", null, 10.0, null)]
    [InlineData("Or", 10.0, 10.0, false)]
    public void the_operator_decides_with_three_values(string sign, double? match, double? quality, bool? holds)
    {
        var set = Sound($$"""
            { "WorkflowName": "w", "Rules": [ { "RuleName": "P", "Operator": "{{sign}}", "Rules": [
              { "RuleName": "M", "Expression": "customer.Match >= 60" },
              { "RuleName": "Off", "Enabled": false, "Expression": "this is not read" },
              { "RuleName": "Q", "Expression": "customer.Quality >= 60", "ErrorMessage": "Quality is $(customer.Quality)." } ] } ] }
            """);
        var result = set.Evaluate(About(new Customer { Match = match, Quality = quality })).Results[0];
        Assert.Equal(holds, result.IsSuccess);
        Assert.Equal(["M", "Q"], result.Children.Select(child => child.Rule.Name));
        Assert.Equal(quality < 60 ? "Quality is 10." : "", result.Children[1].Message);
    }

    [Fact]
    public void a_parent_explains_itself_with_its_children()
    {
        var set = Sound("""
            { "WorkflowName": "w", "Rules": [ { "RuleName": "P", "Operator": "And", "Rules": [
              { "RuleName": "M", "Expression": "customer.Match >= 60" },
              { "RuleName": "Q", "Expression": "customer.Quality >= 60" } ] } ] }
            """);
        var explanation = set.Explain(set.Rules[0], About(new Customer { Match = 70, Quality = 50 }));
        Assert.Equal("quality 50 < 60", explanation.Sentence);
        Assert.Equal([true, false], explanation.Children.Select(child => child.IsSuccess));
    }

    [Fact]
    public void local_parameters_see_globals_and_earlier_ones_and_reach_children_and_message()
    {
        var set = Sound("""
            { "WorkflowName": "w", "GlobalParams": [ { "Name": "twice", "Expression": "customer.Stakeholders * 2" } ],
              "Rules": [ { "RuleName": "P", "Operator": "And", "ErrorMessage": "Only $(thrice).",
                "LocalParams": [ { "Name": "thrice", "Expression": "twice + customer.Stakeholders" },
                                 { "Name": "enough", "Expression": "thrice > 10" } ],
                "Rules": [ { "RuleName": "C", "Expression": "enough" } ] } ] }
            """);
        Assert.True(set.Evaluate(About(new Customer { Stakeholders = 4 })).Results[0].IsSuccess);
        var few = set.Evaluate(About(new Customer { Stakeholders = 3 })).Results[0];
        Assert.False(few.IsSuccess);
        Assert.Equal("Only 9.", few.Message);
        Assert.Equal(6, set.Globals(About(new Customer { Stakeholders = 3 }))["twice"]);
    }

    [Fact]
    public void a_global_that_fails_leaves_every_rule_undecided()
    {
        var set = Sound("""
            { "WorkflowName": "w", "GlobalParams": [ { "Name": "g", "Expression": "1 / customer.Stakeholders" } ],
              "Rules": [ { "RuleName": "R", "Expression": "true" } ] }
            """);
        var result = set.Evaluate(About(new Customer())).Results[0];
        Assert.Null(result.IsSuccess);
        Assert.Equal("The rule could not be evaluated: Attempted to divide by zero.", result.Message);
    }

    [Fact]
    public void an_input_that_is_absent_or_of_another_type_is_the_callers_bug()
    {
        var set = Sound(Workflow("true"));
        Assert.StartsWith(
            "The input customer is not given.",
            Assert.Throws<ArgumentException>(() => set.Evaluate()).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "The input customer must be Customer, not String.",
            Assert.Throws<ArgumentException>(() => set.Evaluate(new RuleParameter("customer", "x"))).Message,
            StringComparison.Ordinal);
    }
}
