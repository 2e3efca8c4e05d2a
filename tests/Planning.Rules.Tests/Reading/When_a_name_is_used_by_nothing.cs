using Planning.Rules.Facts;
using Planning.Rules.RuleSets;
using Planning.Rules.Tests.Support;

namespace Planning.Rules.Tests.Reading;

public sealed class When_a_name_is_used_by_nothing : RuleSpec
{
    [Fact]
    public void a_parameter_is_told_with_its_place() => Assert.Equal(
        [
            "RULE012 at $.Rules[0].LocalParams[1].Name: Nothing uses `idle`.",
            "RULE012 at $.GlobalParams[2].Name: Nothing uses `spare`.",
        ],
        Warnings("""
            { "WorkflowName": "w",
              "GlobalParams": [
                { "Name": "first", "Expression": "customer.Match" },
                { "Name": "score", "Expression": "first * 2" },
                { "Name": "spare", "Expression": "score + 1" } ],
              "Rules": [ { "RuleName": "R", "Expression": "score > 5 && near",
                "LocalParams": [ { "Name": "near", "Expression": "customer.Quality > 3" }, { "Name": "idle", "Expression": "1" } ] } ] }
            """));

    [Fact]
    public void what_only_a_message_or_a_rule_inside_shows_is_used() => Assert.Empty(Warnings("""
        { "WorkflowName": "w",
          "GlobalParams": [ { "Name": "told", "Expression": "customer.Match" } ],
          "Rules": [ { "RuleName": "P", "Operator": "And", "ErrorMessage": "Only $(told).",
            "LocalParams": [ { "Name": "near", "Expression": "customer.Quality > 3" } ],
            "Rules": [ { "RuleName": "C", "Expression": "near" } ] } ] }
        """));

    [Fact]
    public void one_input_of_several_is_told()
    {
        var schema = new FactSchema(new FactInput("customer", typeof(Customer)), new FactInput("vendor", typeof(Site)));
        var reading = Assert.IsType<RuleSetReading.Sound>(RuleSetReader.Read(Workflow("customer.Match > 5"), schema));
        Assert.Equal(["RULE012 at $: Nothing uses the input `vendor`."], reading.Warnings.Select(warning => warning.ToString()));
    }

    private static IEnumerable<string> Warnings(string json) =>
        Assert.IsType<RuleSetReading.Sound>(Read(json)).Warnings.Select(warning => warning.ToString());
}
