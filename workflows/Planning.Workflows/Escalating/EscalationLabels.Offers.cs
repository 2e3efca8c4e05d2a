using Planning.Accounts.Escalations;
using Planning.Rules.Wording;

namespace Planning.Workflows.Escalating;

/// <content>Offers.</content>
internal static partial class EscalationLabels
{
    private static readonly Dictionary<string, Label> Offers = new()
    {
        [nameof(EscalationFacts.BelowMarginFloor)] = new("below the margin floor", "低于利润底线"),
        [nameof(EscalationFacts.BelowCashFloor)] = new("below the cash floor", "低于现金底线"),
        [nameof(EscalationFacts.StrategicOffer)] = new("strategic offer", "战略性报价"),
    };
}
