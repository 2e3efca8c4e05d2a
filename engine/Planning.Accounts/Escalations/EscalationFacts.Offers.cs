namespace Planning.Accounts.Escalations;

/// <content>An offer below a floor on which nobody has decided.</content>
public sealed partial record EscalationFacts
{
    public bool? BelowMarginFloor { get; init; }

    public bool? BelowCashFloor { get; init; }

    public bool? StrategicOffer { get; init; }
}
