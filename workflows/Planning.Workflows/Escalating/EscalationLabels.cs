using Planning.Accounts.Escalations;
using Planning.Rules.Wording;

namespace Planning.Workflows.Escalating;

/// <summary>What people call the facts of the escalation rules, in the terms of METHOD §1; each room has a part of its own.</summary>
internal static partial class EscalationLabels
{
    /// <summary>Of all rooms; asked once, since the parts stand in several files.</summary>
    public static IReadOnlyDictionary<string, Label> All() => new[]
    {
        Common,
        People,
        Teams,
        Certification,
        Offers,
        Plans,
        Organisation,
    }.SelectMany(room => room).ToDictionary(StringComparer.Ordinal);

    private static readonly Dictionary<string, Label> Common = new()
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
        [nameof(EscalationFacts.ApprovalWorkingDaysLate)] = new("working days late", "审批逾期工作日"),
    };
}
