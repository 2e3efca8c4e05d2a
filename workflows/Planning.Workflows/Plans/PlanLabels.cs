using Planning.Accounts.Plans;
using Planning.Rules.Wording;

namespace Planning.Workflows.Plans;

/// <summary>What people call the facts of the stage gates, in the terms of METHOD §1.</summary>
internal static class PlanLabels
{
    public static IReadOnlyDictionary<string, Label> All { get; } = new Dictionary<string, Label>
    {
        [nameof(PlanFacts.AccountSeatFilled)] = new("AR seat filled", "AR 已到位"),
        [nameof(PlanFacts.GroupRootConfirmed)] = new("group root confirmed", "集团归属已确认"),
        [nameof(PlanFacts.MissingProfileSections)] = new("profile sections missing", "缺失的客户档案章节"),
        [nameof(PlanFacts.OldestProfileSectionDays)] =
            new("age of the oldest profile section in days", "最旧档案章节距今天数"),
        [nameof(PlanFacts.SourceClasses)] = new("source classes", "信息来源类别数"),
        [nameof(PlanFacts.PublicSourceShare)] = new("share of public sources", "公开来源占比"),
        [nameof(PlanFacts.VendorSpendCovered)] = new("relevant spend covered by vendors", "供应商覆盖的相关支出占比"),
        [nameof(PlanFacts.Units)] = new("units mapped", "已梳理的客户单位数"),
        [nameof(PlanFacts.UnitsWithoutHeadcount)] = new("units without headcount", "未填人数的客户单位"),
        [nameof(PlanFacts.MatchAssessors)] = new("match assessors", "匹配度评估人数"),
        [nameof(PlanFacts.FactorsWithoutEvidence)] = new("factors without evidence", "缺少依据的因素数"),
        [nameof(PlanFacts.MatchDifference)] = new("difference between assessors", "评估人之间的差异"),
        [nameof(PlanFacts.MatchAgreed)] = new("agreement reached", "已达成一致"),
        [nameof(PlanFacts.MatchResult)] = new("strategic match", "战略匹配度"),
        [nameof(PlanFacts.MatchDrift)] = new("match change in 24 months", "匹配度 24 个月变化"),
        [nameof(PlanFacts.MatchAgeDays)] = new("age of the match assessment in days", "匹配度评估距今天数"),
    };
}
