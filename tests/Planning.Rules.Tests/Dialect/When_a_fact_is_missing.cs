using Planning.Rules.RuleSets;
using Planning.Rules.Tests.Support;

namespace Planning.Rules.Tests.Dialect;

public sealed class When_a_fact_is_missing : RuleSpec
{
    private static readonly Customer Nobody = new();

    [Theory]
    [Trait("METHOD §4.4", "1")]
    [InlineData("customer.Match >= 60")]
    [InlineData("customer.Match == 60")]
    [InlineData("customer.Match != 60")]
    [InlineData("!(customer.Match >= 60)")]
    [InlineData("customer.Tier in (\"S\", \"A\")")]
    [InlineData("customer.Tier not in (\"S\", \"A\")")]
    [InlineData("customer.OnTargetList")]
    [InlineData("customer.Match + 1 > 0 && true")]
    [InlineData("Math.Min(customer.Match, 1) > 0 || false")]
    [InlineData("customer.HeadOffice.Score > 1")]
    [InlineData("customer.HeadOffice.Active")]
    [InlineData("customer.Name.StartsWith(\"A\")")]
    [InlineData("customer.ContractEnd.Year > 2000")]
    [InlineData("(customer.Match > 1 ? 1 : 2) > 0")]
    public void what_hangs_on_it_is_unknown(string expression) => Assert.Null(Holds(expression, Nobody));

    [Theory]
    [Trait("METHOD §4.4", "1")]
    [InlineData("customer.Match >= 60 && customer.Stakeholders > 5", false)]
    [InlineData("customer.Stakeholders > 5 && customer.Match >= 60", false)]
    [InlineData("customer.Match >= 60 && customer.Stakeholders == 0", null)]
    [InlineData("customer.Match >= 60 || customer.Stakeholders == 0", true)]
    [InlineData("customer.Match >= 60 || customer.Stakeholders > 5", null)]
    [InlineData("!(customer.Match >= 60 && customer.Stakeholders > 5)", true)]
    [InlineData("customer.Match == null && customer.Match is null", true)]
    [InlineData("customer.Match != null", false)]
    [InlineData("(customer.Match ?? 0) >= 60", false)]
    public void what_is_decided_without_it_stays_decided(string expression, bool? holds) =>
        Assert.Equal(holds, Holds(expression, Nobody));

    [Theory]
    [InlineData("customer.Match >= 60", false)]
    [InlineData("customer.Match < 60", false)]
    [InlineData("!(customer.Match >= 60)", true)]
    [InlineData("customer.Match != 60", true)]
    [InlineData("customer.Match + 1 > 0", false)]
    [InlineData("Math.Min(customer.Match, 1) > 0", false)]
    [InlineData("customer.Name > \"A\"", false)]
    [InlineData("customer.OnTargetList == true", false)]
    [InlineData("customer.Tier in (\"S\")", false)]
    public void rules_engine_compares_it_as_c_sharp_does(string expression, bool holds) =>
        Assert.Equal(holds, Holds(expression, Nobody, NullPolicy.RulesEngine));

    [Fact]
    public void rules_engine_fails_on_a_member_of_it()
    {
        var result = Judge("customer.HeadOffice.City == \"Bern\"", Nobody, NullPolicy.RulesEngine);
        Assert.False(result.IsSuccess);
        Assert.StartsWith("Error while executing rule : R - ", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void rules_engine_wants_to_be_told_what_a_missing_condition_means()
    {
        var flawed = Assert.IsType<RuleSetReading.Flawed>(
            Read(Workflow("customer.OnTargetList"), NullPolicy.RulesEngine));
        Assert.Equal(
            "RULE025 at $.Rules[0].Expression (1:1): `customer.OnTargetList` is bool?, not a condition. "
            + "Say what a missing value means: `== true` or `?? false`.",
            Assert.Single(flawed.Mistakes).ToString());
    }

    [Fact]
    public void the_result_names_it()
    {
        var result = Judge("customer.Match >= 60 && customer.PcIndex > 1 && customer.Stakeholders == 0", Nobody);
        Assert.Null(result.IsSuccess);
        Assert.Equal(["customer.Match", "customer.PcIndex"], result.MissingFacts);
        Assert.Equal("match is not known, per-head is not known", result.Message);
    }

    [Fact]
    public void a_global_that_hangs_on_it_leads_back_to_it()
    {
        var set = Sound("""
            { "WorkflowName": "w", "GlobalParams": [ { "Name": "Score", "Expression": "customer.HeadOffice.Score * 2" } ],
              "Rules": [ { "RuleName": "R", "Expression": "Score > 10" } ] }
            """);
        Assert.Equal(["customer.HeadOffice"], set.Evaluate(About(Nobody)).Results[0].MissingFacts);
        var somewhere = Nobody with { HeadOffice = new Site(null, null, true) };
        Assert.Equal(["customer.HeadOffice.Score"], set.Evaluate(About(somewhere)).Results[0].MissingFacts);
    }
}
