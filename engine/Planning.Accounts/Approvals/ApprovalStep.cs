namespace Planning.Accounts.Approvals;

/// <summary>One role's word in an approval.</summary>
/// <param name="Times">Nothing as long as an earlier step is waited for.</param>
public sealed record ApprovalStep(string Role, ApprovalTimes? Times)
{
    /// <summary>Nothing as long as it is waited for.</summary>
    public bool? Granted { get; init; }

    /// <summary>Who decided.</summary>
    public string? By { get; init; }

    public string? Comment { get; init; }

    /// <summary>The next higher role has been told that it is late.</summary>
    public bool LateNoted { get; init; }
}

/// <summary>By when a role decides, counted in the customer's working days (METHOD §3.1 A8).</summary>
/// <param name="Due">The last day of the role itself.</param>
/// <param name="TellOn">On this day the next higher role is told.</param>
/// <param name="ActOn">From this day on a higher role may decide in its place.</param>
public sealed record ApprovalTimes(DateOnly Due, DateOnly TellOn, DateOnly ActOn);
