using Planning.Accounts.Escalations;
using Planning.Rules.Wording;

namespace Planning.Workflows.Escalating;

/// <summary>What people call the facts of the escalation rules, in the terms of METHOD §1.</summary>
internal static class EscalationLabels
{
    public static IReadOnlyDictionary<string, Label> All { get; } = new Dictionary<string, Label>
    {
        [nameof(EscalationFacts.Tier)] = new("tier", "级别"),
        [nameof(EscalationFacts.CoverageLevel)] = new("coverage level", "覆盖级别"),
        [nameof(EscalationFacts.Lane)] = new("lane", "通道"),
        [nameof(EscalationFacts.Posture)] = new("posture", "投入姿态"),
        [nameof(EscalationFacts.DaysSinceContact)] = new("days since the last contact", "距上次接触天数"),
        [nameof(EscalationFacts.Satisfaction)] = new("satisfaction", "满意度"),
        [nameof(EscalationFacts.SatisfactionChange)] = new("change of satisfaction", "满意度变化"),
        [nameof(EscalationFacts.Overdue60)] = new("overdue more than 60 days", "逾期 60 天以上占比"),
        [nameof(EscalationFacts.DsoOverrun)] = new("days beyond terms", "超账期天数"),
        [nameof(EscalationFacts.Match)] = new("strategic match", "战略匹配度"),
        [nameof(EscalationFacts.MatchChange)] = new("change of the match", "匹配度变化"),
        [nameof(EscalationFacts.BusFactor)] = new("bus factor", "关键员工数"),
        [nameof(EscalationFacts.SanctionsHit)] = new("sanctions hit", "命中制裁"),
        [nameof(EscalationFacts.Insolvency)] = new("insolvency", "破产"),
        [nameof(EscalationFacts.ResourceChangeHalfYear)] = new("change of resources in a half-year", "半年资源变化"),
        [nameof(EscalationFacts.ResourceChangeYear)] = new("change of resources in a year", "一年资源变化"),
        [nameof(EscalationFacts.QuartersInPosture)] = new("quarters in the posture", "姿态持续季度数"),
        [nameof(EscalationFacts.AskedByTierRules)] = new("asked for by the tier rules", "分级规则提出"),
        [nameof(EscalationFacts.TierInputsMissing)] = new("tier inputs missing", "分级输入缺失"),
        [nameof(EscalationFacts.InProcess)] = new("part in a process", "参与流程"),
        [nameof(EscalationFacts.Role)] = new("role in the process", "流程角色"),
        [nameof(EscalationFacts.InfluenceNow)] = new("influence now", "当前影响力"),
        [nameof(EscalationFacts.InfluenceFuture)] = new("future influence", "未来影响力"),
        [nameof(EscalationFacts.Level)] = new("level", "关系等级"),
        [nameof(EscalationFacts.Stance)] = new("stance", "立场"),
        [nameof(EscalationFacts.DaysSinceTouch)] = new("days since the last touch", "距上次有效接触天数"),
        [nameof(EscalationFacts.Ignored)] = new("ignored", "被忽视"),
        [nameof(EscalationFacts.Seat)] = new("seat", "席位"),
        [nameof(EscalationFacts.Vacant)] = new("vacant", "空缺"),
        [nameof(EscalationFacts.VacantWorkingDays)] = new("working days vacant", "空缺工作日"),
        [nameof(EscalationFacts.TenureMonths)] = new("months in the seat", "任职月数"),
        [nameof(EscalationFacts.WorkingDaysLate)] = new("working days late", "逾期工作日"),
        [nameof(EscalationFacts.ApprovalWorkingDaysLate)] = new("working days late", "审批逾期工作日"),
    };
}
