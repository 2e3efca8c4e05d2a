using Planning.Accounts.Escalations;
using Planning.Rules.Wording;

namespace Planning.Workflows.Escalating;

/// <content>Company and company.</content>
internal static partial class EscalationLabels
{
    private static readonly Dictionary<string, Label> Organisation = new()
    {
        [nameof(EscalationFacts.Voices)] = new("voices on the topic", "口径数"),
        [nameof(EscalationFacts.Records)] = new("records of one person", "同一人记录数"),
        [nameof(EscalationFacts.AskedAgain)] = new("times asked for what we knew", "重复询问次数"),
        [nameof(EscalationFacts.SecondRecords)] = new("second records of somebody", "重复记录数"),
        [nameof(EscalationFacts.IssueSeverity)] = new("severity", "问题级别"),
        [nameof(EscalationFacts.IssueWorkingDaysOpen)] = new("working days open", "未关闭工作日"),
        [nameof(EscalationFacts.ThirdIssueDaysOpen)] = new("days that three issues are open", "三个问题未关闭天数"),
        [nameof(EscalationFacts.SlipDays)] = new("days after the promised one", "里程碑延误天数"),
        [nameof(EscalationFacts.SlipShare)] = new("slip as a part of the planned length", "延误占工期比例"),
        [nameof(EscalationFacts.AcceptanceRefused)] = new("acceptance refused", "拒绝验收"),
        [nameof(EscalationFacts.LossWorkingDaysOpen)] = new("working days without a finished loss review", "失单复盘未完成工作日"),
        [nameof(EscalationFacts.ExecutiveDaysLate)] = new("days after executives should have met", "高层互访逾期天数"),
        [nameof(EscalationFacts.QuarterlyReviewWorkingDaysLate)] = new("working days after the quarterly review was due", "季度回顾逾期工作日"),
    };
}
