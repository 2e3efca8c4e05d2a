using Planning.Rules.Evaluation;
using Planning.Rules.Formulas;
using Planning.Rules.Tests.Support;
using Planning.Rules.Wording;

namespace Planning.Rules.Tests.Evaluation;

public sealed class When_a_rule_explains_itself : RuleSpec
{
    private static readonly Customer Copperbelt = new()
    {
        Tier = Tier.A,
        Posture = Posture.Hold,
        Match = 41,
        PcIndex = 1.7449,
        Quality = 76,
        OnTargetList = false,
        Stakeholders = 2,
        ContractEnd = new DateTime(2026, 3, 31),
    };

    [Theory]
    [InlineData("customer.Match >= 50 && customer.Quality >= 50", "match 41 < 50")]
    [InlineData("customer.Match < 50 && customer.Quality >= 50.0", "match 41 < 50, quality 76 ≥ 50.0")]
    [InlineData("customer.Match < 50 || customer.Quality < 40", "match 41 < 50")]
    [InlineData("customer.Match < 40 || customer.Quality < 40", "match 41 ≥ 40, quality 76 ≥ 40")]
    [InlineData("!(customer.Match >= 50)", "match 41 < 50")]
    [InlineData("50 > customer.Match", "match 41 < 50")]
    [InlineData("customer.PcIndex > 1", "per-head 1.74 > 1")]
    [InlineData("customer.Tier == \"A\" && customer.Posture != \"HARVEST\"", "tier is A, posture is Hold, not Harvest")]
    [InlineData("customer.Tier == \"S\"", "tier is A, not S")]
    [InlineData("customer.Tier in (\"S\", \"A\")", "tier A is one of S, A")]
    [InlineData("customer.Tier not in (\"S\", \"A\")", "tier A is one of S, A")]
    [InlineData("customer.Tier in (\"S\", \"B\")", "tier A is none of S, B")]
    [InlineData("customer.OnTargetList", "not on target list")]
    [InlineData("customer.OnTargetList == false", "not on target list")]
    [InlineData("customer.Stakeholders == 3", "stakeholders 2 ≠ 3")]
    [InlineData("customer.ContractEnd < \"2027-01-01\"", "contract end 2026-03-31 < 2027-01-01")]
    [InlineData("customer.RevenueTtm > 1 && customer.Match < 50", "revenue ttm is not known")]
    [InlineData("customer.RevenueTtm == null", "revenue ttm is not known")]
    [InlineData("customer.Match != null", "match is known")]
    [InlineData("customer.Quality > customer.Match", "quality 76 > match 41")]
    [InlineData("customer.Quality / 2 > 30", "quality / 2 = 38 > 30")]
    public void the_sentence_names_what_decided(string expression, string sentence) =>
        Assert.Equal(sentence, Sentence(expression, Copperbelt));

    [Fact]
    public void the_trace_has_every_part_with_its_values()
    {
        var set = Sound(Workflow("customer.Match >= 50 && (customer.Quality >= 50 || customer.OnTargetList)"));
        var explanation = set.Explain(set.Rules[0], About(Copperbelt));
        Assert.False(explanation.IsSuccess);
        var all = Assert.IsType<Trace.All>(explanation.Trace);
        var match = Assert.IsType<Trace.Compared>(all.Parts[0]);
        Assert.Equal(
            (false, new Label("match", "匹配度"), 41.0, Comparison.AtLeast, "50", true),
            (match.Truth!.Value, match.Left.Label, match.Left.Value, match.Operator, match.Right.Text,
                match.Right.IsConstant));
        var any = Assert.IsType<Trace.Any>(all.Parts[1]);
        Assert.Equal([true, false], any.Parts.Select(part => part.Truth));
    }

    [Fact]
    public void a_part_that_was_guarded_is_left_out_when_it_cannot_be_computed() => Assert.Equal(
        "stakeholders 2 ≠ 0",
        Sentence("customer.Stakeholders == 0 && 1 / (customer.Stakeholders - 2) > 0", Copperbelt));

    [Fact]
    public void a_failure_is_the_explanation()
    {
        var set = Sound(Workflow("1 / (customer.Stakeholders - 2) > 0"));
        var explanation = set.Explain(set.Rules[0], About(Copperbelt));
        Assert.Equal("The rule could not be evaluated: Attempted to divide by zero.", explanation.Sentence);
        Assert.Null(explanation.IsSuccess);
        Assert.Null(explanation.Trace);
    }

    [Fact]
    public void a_rule_of_another_set_is_refused()
    {
        var stranger = Sound(Workflow("true")).Rules[0];
        var refusal = Assert.Throws<ArgumentException>(
            () => Sound(Workflow("true")).Explain(stranger, About(Copperbelt)));
        Assert.StartsWith("The rule R is not a rule of test.", refusal.Message, StringComparison.Ordinal);
    }
}
