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
        [nameof(ContentFacts.MissingAmbition)] = new("ambition not stated", "尚未明确的目标蓝图"),
        [nameof(ContentFacts.Form)] = new("plan form", "规划模板级别"),
        [nameof(ContentFacts.Posture)] = new("posture", "投资姿态"),
        [nameof(ContentFacts.Objectives)] = new("objectives", "目标数"),
        [nameof(ContentFacts.WeightSum)] = new("sum of the weights", "权重合计"),
        [nameof(ContentFacts.ObjectivesWithoutMeasure)] = new("objectives without measure", "没有衡量指标的目标"),
        [nameof(ContentFacts.IncompleteMeasures)] = new("incomplete measures", "不完整的衡量指标"),
        [nameof(ContentFacts.OwnersOffTeam)] = new("objectives whose owner is not on the team", "责任人不在团队的目标"),
        [nameof(ContentFacts.GrowthObjectives)] = new("growth objectives", "增长类目标"),
        [nameof(ContentFacts.IncompleteYears)] = new("years without targets", "目标不完整的年度"),
        [nameof(ContentFacts.GrowthTarget)] = new("growth wanted in millions", "期望增长（百万）"),
        [nameof(ContentFacts.WhitespacePotential)] = new("whitespace worked on in millions", "已安排行动的空白市场（百万）"),
        [nameof(ContentFacts.UncoveredUnits)] = new("units without a person in the plan", "规划中无人覆盖的单位"),
        [nameof(ContentFacts.UnownedPeople)] = new("people without an owner", "没有责任人的干系人"),
        [nameof(ContentFacts.SupporterLines)] = new("units with a supporter", "有支持者的单位数"),
        [nameof(ContentFacts.Mechanisms)] = new("organisational mechanisms", "组织级机制数"),
        [nameof(ContentFacts.RelationshipBearers)] = new("our people who carry the key people", "承担关键客户关系的我方人数"),
        [nameof(ContentFacts.DimensionsWithoutTarget)] = new("dimensions without target", "没有目标的关系维度"),
        [nameof(ContentFacts.YearsWithoutResources)] = new("years without budget or FTE", "没有预算或人力的年度"),
        [nameof(ContentFacts.Budget)] = new("budget in millions", "预算（百万）"),
        [nameof(ContentFacts.EnvelopeBudget)] = new("envelope in millions", "区域额度（百万）"),
        [nameof(ContentFacts.Fte)] = new("FTE of the largest year", "最大年度人力"),
        [nameof(ContentFacts.EnvelopeFte)] = new("FTE of the envelope", "区域人力额度"),
        [nameof(ContentFacts.SeatLoad)] = new("FTE of the seats", "席位人力合计"),
        [nameof(ContentFacts.FreeFte)] = new("FTE free in the region", "区域可用人力"),
        [nameof(ContentFacts.HiringApproved)] = new("hiring approved", "招聘已批准"),
        [nameof(ContentFacts.LargestCut)] = new("deepest cut in a year", "单年最大削减"),
        [nameof(ContentFacts.ValidationInfluence)] = new("influence of those led through the plan", "参与确认的客户人员影响力"),
        [nameof(LifeFacts.MissingOpinions)] = new("looks from outside missing", "缺失的外部评审"),
        [nameof(LifeFacts.RedTeamed)] = new("red-team note", "红队意见"),
        [nameof(LifeFacts.SeatsMissing)] = new("seats without a person of their own", "未单独到位的席位"),
        [nameof(LifeFacts.IsGroupRoot)] = new("heads its group", "是集团总部"),
        [nameof(LifeFacts.LoweredTargets)] = new("lowered targets", "被下调的目标"),
        [nameof(LifeFacts.LoweringExplained)] = new("reason for lowering", "下调原因已说明"),
        [nameof(LifeFacts.ReviewsMissed)] = new("reviews missed", "错过的评审"),
        [nameof(LifeFacts.Changes)] = new("changes", "变更数"),
        [nameof(LifeFacts.ClosingReviewHeld)] = new("closing review held", "已开结束评审"),
        [nameof(PlanFacts.AlsoGates)] = new("gates judged again", "一并复审的关口"),
    };
}
