using Planning.Rules.Analysis;
using Planning.Rules.RuleSets;
using Planning.Workflows.Tests.Support;
using Planning.Workflows.Tiering;

namespace Planning.Workflows.Tests.Tiering;

public sealed class When_the_shipped_rules_are_analysed
{
    [Fact]
    public void nothing_is_found() => Assert.Empty(RuleSetAnalysis.Of(
        Assert.IsType<RuleSetReading.Sound>(RuleSetReader.Read(Shipped.Body("tiering.json"), TierRules.Schema)).RuleSet));
}
