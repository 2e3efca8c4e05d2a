using Planning.Accounts.Escalations;
using Planning.Accounts.Metrics;
using Planning.Accounts.Tiers;
using Planning.Rules.Wording;
using Planning.Workflows.Escalating;
using Planning.Workflows.Plans;
using Planning.Workflows.Tests.Support;
using Planning.Workflows.Tiering;
using static Planning.Workflows.Tests.Support.Words;

namespace Planning.Workflows.Tests.Tiering;

/// <summary>METHOD §4.4, 8: what the rules did to a customer, and why, in English and Chinese.</summary>
public sealed class When_a_finding_is_told
{
    private static readonly string[] Quarters = ["2026-Q1", "2026-Q2", "2026-Q3"];

    [Theory]
    [InlineData(
        "copperbelt",
        "T-10-CASH-COW-ENTER",
        "Posture set to HARVEST, tier no higher than A because value 81.6 ≥ 55, match 41 < 50, match change in 24 months -24 ≤ -20, match 41 < 55, "
            + "two quarters in a row (REGION_HEAD, then STRATEGIC_CUSTOMER_BOARD decide)",
        "投入姿态调整为 HARVEST，级别不高于 A：价值分 81.6 ≥ 55，匹配度 41 < 50，匹配度 24 个月变化 -24 ≤ -20，匹配度 41 < 55，"
            + "连续两个季度（待 REGION_HEAD、STRATEGIC_CUSTOMER_BOARD 批准）")]
    [InlineData(
        "copperbelt",
        "T-32-DEMOTE-A",
        "beaten by T-10-CASH-COW-ENTER: tier is A, match 41 < 50, quarters in tier 20 ≥ 4, posture is HOLD_STEADY, not HARVEST",
        "让位于 T-10-CASH-COW-ENTER：级别为 A，匹配度 41 < 50，在该级别的季度数 20 ≥ 4，投入姿态为 HOLD_STEADY 而非 HARVEST")]
    [InlineData(
        "aurora",
        "T-22-PROMOTE-A",
        "quarter 1 of 2: tier is B, composite 75.99 ≥ 60, match 76 ≥ 60, quality 92.1 ≥ 50, per-head 1.47 ≥ 1.0, posture is BUILD, not HARVEST",
        "已连续一个季度（须两个季度）：级别为 B，综合分 75.99 ≥ 60，匹配度 76 ≥ 60，质量分 92.1 ≥ 50，人均贡献指数 1.47 ≥ 1.0，投入姿态为 BUILD 而非 HARVEST")]
    [InlineData(
        "tamar",
        "T-24-LIGHTHOUSE",
        "Covered like B for 12 months because tier is C, benchmark effect, quality 88.2 ≥ 50",
        "按 B 级覆盖 12 个月：级别为 C，标杆效应：是，质量分 88.2 ≥ 50")]
    [InlineData(
        "dragonfly",
        "T-41-CONCENTRATION-ONE",
        "Flagged CONCENTRATION because revenue share 0.27 ≥ 0.25",
        "标记为 CONCENTRATION：收入占比 0.27 ≥ 0.25")]
    [InlineData(
        "karst",
        "T-43-DEPTH",
        "Insight depth set to DEPARTMENT because relevant spend share 0.03 < 0.05",
        "洞察深度设为 DEPARTMENT：相关支出占比 0.03 < 0.05")]
    public void of_a_customer_of_the_portfolio(string id, string rule, string english, string chinese) =>
        Tells(rule, SamplePortfolio.Customer(id), Quarters, english, chinese);

    [Fact]
    [Trait("METHOD §4.4", "8")]
    public void of_a_star_that_has_risen_for_two_quarters() => Tells(
        "T-22-PROMOTE-A",
        SamplePortfolio.Customer("aurora").MeasuredAgain("2026-Q3", "2026-Q4"),
        [.. Quarters, "2026-Q4"],
        "Promoted to A because composite 75.99 ≥ 60, match 76 ≥ 60, quality 92.1 ≥ 50, per-head 1.47 ≥ 1.0, two quarters in a row (REGION_HEAD decides)",
        "晋升为 A 级：综合分 75.99 ≥ 60，匹配度 76 ≥ 60，质量分 92.1 ≥ 50，人均贡献指数 1.47 ≥ 1.0，连续两个季度（待 REGION_HEAD 批准）");

    [Fact]
    public void of_one_that_falls_by_itself() => Tells(
        "T-33-DEMOTE-B",
        SamplePortfolio.Customer("zephyr").MeasuredAgain("2026-Q3", "2026-Q4"),
        [.. Quarters, "2026-Q4"],
        "Demoted to C because composite 32.94 < 40, quarters in tier 14 ≥ 2, three quarters in a row",
        "降为 C 级：综合分 32.94 < 40，在该级别的季度数 14 ≥ 2，连续三个季度");

    [Fact]
    public void of_a_target_that_is_chosen() => Tells(
        "T-21-TARGET-S",
        SamplePortfolio.As("albion", Tier.C),
        Quarters,
        "Promoted to S in lane TARGET because on target list, potential 85.4 ≥ 80, match 86 ≥ 80, quality 86.2 ≥ 70, per-head forecast of year 3 1.4 ≥ 1.2 "
            + "(STRATEGIC_CUSTOMER_BOARD decides)",
        "晋升为 S 级（TARGET 通道）：在目标客户名单上：是，潜力分 85.4 ≥ 80，匹配度 86 ≥ 80，质量分 86.2 ≥ 70，第三年人均贡献指数预测 1.4 ≥ 1.2"
            + "（待 STRATEGIC_CUSTOMER_BOARD 批准）");

    [Fact]
    public void of_one_whose_match_nobody_knows()
    {
        var unknown = SamplePortfolio.Customer("copperbelt").Without(Metric.Match, "2026-Q3");
        Tells("T-10-CASH-COW-ENTER", unknown, Quarters, "undecided: match is not known, match change in 24 months is not known", "无法判定，未知：匹配度、匹配度 24 个月变化");
        Tells("T-32-DEMOTE-A", unknown, Quarters, "undecided: match is not known", "无法判定，未知：匹配度");
    }

    [Fact]
    public void a_proposal_keeps_the_reason_alone_for_its_own_sentence()
    {
        var proposal = Assert.Single(
            TierReviews.Of(SamplePortfolio.Customer("copperbelt"), Quarters).After.Standing.Proposals);
        Assert.StartsWith("posture is HOLD_STEADY, not HARVEST, value 81.6 ≥ 55", proposal.Because, StringComparison.Ordinal);
        Assert.DoesNotContain("Posture set", proposal.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void every_fact_of_a_rule_or_a_gate_has_a_name_in_both_languages()
    {
        Assert.Equal(Fields(typeof(TierFacts)), Named(TierRules.Schema.Inputs[0].Labels));
        Assert.All(GateKind.All, kind => Assert.Equal(Fields(kind.Facts), Named(kind.Schema.Inputs[0].Labels)));
        Assert.Equal(Fields(typeof(EscalationFacts)), Named(EscalationRules.Schema.Inputs[0].Labels));
    }

    private static IEnumerable<string> Fields(Type facts) => Own(facts).Order(StringComparer.Ordinal);

    // Facts may hold facts: what rules say is the innermost.
    private static IEnumerable<string> Own(Type facts) => facts.GetProperties().SelectMany(field =>
        field.PropertyType.Name.EndsWith("Facts", StringComparison.Ordinal) ? Own(field.PropertyType) : [field.Name]);

    private static IEnumerable<string> Named(IReadOnlyDictionary<string, Label> labels) => labels
        .Where(label => label.Value is { English.Length: > 0, Chinese.Length: > 0 })
        .Select(label => label.Key)
        .Order(StringComparer.Ordinal);

    private static void Tells(
        string rule, Accounts.Customers.Customer customer, string[] quarters, string english, string chinese)
    {
        var last = Q(quarters[^1]);
        var before = quarters.Length > 1 ? TierReviews.Of(customer, quarters[..^1]).After : customer;
        var rules = Shipped.Playbook.Tiering.On(default);
        var verdict = rules.Judge(
            TierFacts.Of(before, last, SamplePortfolio.Vendor(last)),
            before.Standing,
            last,
            TierPredicates.Of(last, Shipped.Playbook.Calendars.Of(customer.Details!.Country)));
        Assert.Equal(english, Because(rules.Tell(verdict)));
        Assert.Equal(chinese, Because(rules.Tell(verdict, Language.Chinese)));

        string Because(TierReview review) => review.Findings.Single(finding => finding.Rule == rule).Because;
    }
}
