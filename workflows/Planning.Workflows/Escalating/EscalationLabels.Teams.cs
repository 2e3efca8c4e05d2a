using Planning.Accounts.Escalations;
using Planning.Rules.Wording;

namespace Planning.Workflows.Escalating;

/// <content>A seat.</content>
internal static partial class EscalationLabels
{
    private static readonly Dictionary<string, Label> Teams = new()
    {
        [nameof(EscalationFacts.Seat)] = new("seat", "席位"),
        [nameof(EscalationFacts.Vacant)] = new("vacant", "空缺"),
        [nameof(EscalationFacts.VacantWorkingDays)] = new("working days vacant", "空缺工作日"),
        [nameof(EscalationFacts.TenureMonths)] = new("months in the seat", "任职月数"),
        [nameof(EscalationFacts.RotationApproved)] = new("successor approved", "继任已批准"),
        [nameof(EscalationFacts.Suspended)] = new("suspended for a conflict", "因利益冲突暂停"),
        [nameof(EscalationFacts.LeavingUnplannedDays)] = new("working days without a plan since leaving is known", "得知离任后无交接计划工作日"),
        [nameof(EscalationFacts.HandoverDaysLate)] = new("working days that the handover is late", "交接逾期工作日"),
        [nameof(EscalationFacts.LostUnmannedDays)] = new("working days since a sudden loss without anybody acting", "突然离任后无人代理工作日"),
        [nameof(EscalationFacts.LoadShare)] = new("load", "负荷"),
        [nameof(EscalationFacts.HighLoadDays)] = new("days of high load", "高负荷天数"),
        [nameof(EscalationFacts.PoolCustomers)] = new("customers of the pool member", "客户池成员客户数"),
        [nameof(EscalationFacts.WeeklyVisits)] = new("customers met a week", "每周拜访客户数"),
    };
}
