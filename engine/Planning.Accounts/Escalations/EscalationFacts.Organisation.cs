namespace Planning.Accounts.Escalations;

/// <content>Company and company: what is said, held, delivered, complained of and lost.</content>
public sealed partial record EscalationFacts
{
    /// <summary>How many different things we say on one topic (METHOD ESC-13).</summary>
    public int? Voices { get; init; }

    /// <summary>How many records there are of what looks like one person (METHOD ESC-14).</summary>
    public int? Records { get; init; }

    /// <summary>How often the customer was asked of late for something we knew (METHOD ESC-14).</summary>
    public int? AskedAgain { get; init; }

    /// <summary>How many records look like a second one of somebody.</summary>
    public int? SecondRecords { get; init; }

    /// <summary>1 the gravest (METHOD ESC-16).</summary>
    public int? IssueSeverity { get; init; }

    public int? IssueWorkingDaysOpen { get; init; }

    /// <summary>Days that the third oldest open issue is open; 0 when fewer are open.</summary>
    public int? ThirdIssueDaysOpen { get; init; }

    /// <summary>Days after the one that was promised first (METHOD ESC-17).</summary>
    public int? SlipDays { get; init; }

    /// <summary>The same as a part of the planned length.</summary>
    public double? SlipShare { get; init; }

    public bool? AcceptanceRefused { get; init; }

    /// <summary>Working days that a loss review is open (METHOD ESC-18).</summary>
    public int? LossWorkingDaysOpen { get; init; }

    /// <summary>Days after executives should have met; nothing as long as no mechanism is agreed (METHOD ESC-30).</summary>
    public int? ExecutiveDaysLate { get; init; }

    /// <summary>Working days after the quarterly review of the plan in force was due; 0 without one.</summary>
    public int? QuarterlyReviewWorkingDaysLate { get; init; }
}
