namespace Planning.Accounts.Escalations;

/// <content>Campaigns, evidence, findings, questions, places on the short list, bids.</content>
public sealed partial record EscalationFacts
{
    /// <summary>Days until evidence ends; below 0 when it is over.</summary>
    public int? DaysToExpiry { get; init; }

    /// <summary>How much of the time for a finding or a question of the buyer is gone; above 1 when it is late.</summary>
    public double? WindowUsed { get; init; }

    /// <summary>How much longer than planned the slowest open phase of a campaign takes: 0.1 is a tenth; below 0 before its end.</summary>
    public double? PhaseLate { get; init; }

    /// <summary>Gaps that should be closed and are not ÷ all gaps of the campaign, 0 to 1; nothing without a gap.</summary>
    public double? BurnDownBehind { get; init; }

    /// <summary>Whole months since a place on the list brought a request for quotation, or the board looked at why not.</summary>
    public int? MonthsQuiet { get; init; }

    /// <summary>Whether an open bid is in a scope where we are listed today.</summary>
    public bool? BidListed { get; init; }
}
