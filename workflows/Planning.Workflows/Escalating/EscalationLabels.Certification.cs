using Planning.Accounts.Escalations;
using Planning.Rules.Wording;

namespace Planning.Workflows.Escalating;

/// <content>Certification.</content>
internal static partial class EscalationLabels
{
    private static readonly Dictionary<string, Label> Certification = new()
    {
        [nameof(EscalationFacts.DaysToExpiry)] = new("days until it expires", "距到期天数"),
        [nameof(EscalationFacts.WindowUsed)] = new("part of the time that is gone", "已用时限比例"),
        [nameof(EscalationFacts.PhaseLate)] = new("phase late by", "阶段延误比例"),
        [nameof(EscalationFacts.BurnDownBehind)] = new("gaps behind plan", "差距关闭落后比例"),
        [nameof(EscalationFacts.MonthsQuiet)] = new("months without a request", "无询价月数"),
        [nameof(EscalationFacts.BidListed)] = new("scope of the bid listed", "投标范围在短名单内"),
    };
}
