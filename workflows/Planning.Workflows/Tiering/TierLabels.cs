using Planning.Accounts.Tiers;
using Planning.Rules.Wording;

namespace Planning.Workflows.Tiering;

/// <summary>What people call the facts of the tier rules, in the terms of METHOD §1 and §4.1.</summary>
internal static class TierLabels
{
    public static IReadOnlyDictionary<string, Label> All { get; } = new Dictionary<string, Label>
    {
        [nameof(TierFacts.Tier)] = new("tier", "级别"),
        [nameof(TierFacts.Lane)] = new("lane", "通道"),
        [nameof(TierFacts.Posture)] = new("posture", "投入姿态"),
        [nameof(TierFacts.QuartersInTier)] = new("quarters in tier", "在该级别的季度数"),
        [nameof(TierFacts.QuartersInPosture)] = new("quarters in posture", "在该姿态的季度数"),
        [nameof(TierFacts.OnTargetList)] = new("on target list", "在目标客户名单上"),
        [nameof(TierFacts.BenchmarkEffect)] = new("benchmark effect", "标杆效应"),
        [nameof(TierFacts.RevenueTtm)] = new("revenue", "近 12 个月收入"),
        [nameof(TierFacts.RevenueShare)] = new("revenue share", "收入占比"),
        [nameof(TierFacts.ContributionPct)] = new("contribution", "贡献率"),
        [nameof(TierFacts.Fte)] = new("FTE", "投入人力"),
        [nameof(TierFacts.PcIndex)] = new("per-head", "人均贡献指数"),
        [nameof(TierFacts.PcIndexForecastY3)] = new("per-head forecast of year 3", "第三年人均贡献指数预测"),
        [nameof(TierFacts.Potential3Y)] = new("potential spend", "三年潜在支出"),
        [nameof(TierFacts.Growth3Y)] = new("growth", "三年增长率"),
        [nameof(TierFacts.ShareOfWallet)] = new("share of wallet", "份额"),
        [nameof(TierFacts.Match)] = new("match", "匹配度"),
        [nameof(TierFacts.MatchDelta24M)] = new("match change in 24 months", "匹配度 24 个月变化"),
        [nameof(TierFacts.MatchAgeDays)] = new("age of the match assessment in days", "匹配度评估距今天数"),
        [nameof(TierFacts.Satisfaction)] = new("satisfaction", "客户满意度"),
        [nameof(TierFacts.DsoOverrun)] = new("days beyond terms", "超账期天数"),
        [nameof(TierFacts.Overdue60)] = new("share overdue over 60 days", "逾期 60 天以上占比"),
        [nameof(TierFacts.Credit)] = new("credit", "信用等级"),
        [nameof(TierFacts.Survival5Y)] = new("survival over 5 years", "五年存续概率"),
        [nameof(TierFacts.StickinessLayer)] = new("stickiness layer", "黏性层级"),
        [nameof(TierFacts.RelevantSpendShare)] = new("relevant spend share", "相关支出占比"),
        [nameof(TierFacts.BusFactor)] = new("bus factor", "关系承载人数"),
        [nameof(TierFacts.SanctionsHit)] = new("sanctions hit", "受到制裁"),
        [nameof(TierFacts.Insolvency)] = new("insolvency", "破产"),
        [nameof(TierFacts.DataCompleteness)] = new("data completeness", "数据完整度"),
    };
}
