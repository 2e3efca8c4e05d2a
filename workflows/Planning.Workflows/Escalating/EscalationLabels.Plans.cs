using Planning.Accounts.Escalations;
using Planning.Rules.Wording;

namespace Planning.Workflows.Escalating;

/// <content>A plan and its stages.</content>
internal static partial class EscalationLabels
{
    private static readonly Dictionary<string, Label> Plans = new()
    {
        [nameof(EscalationFacts.Stage)] = new("stage", "阶段"),
        [nameof(EscalationFacts.WorkingDaysLate)] = new("working days late", "逾期工作日"),
        [nameof(EscalationFacts.PlanForm)] = new("plan form", "规划模板级别"),
        [nameof(EscalationFacts.DaysWithoutUpdate)] = new("days without update", "未更新天数"),
        [nameof(EscalationFacts.WorkingDaysWithoutVersion)] = new("working days of the plan year without a version", "规划年度无生效版本的工作日"),
    };
}
