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
    };
}
