namespace Planning.Accounts.Customers;

/// <summary>A time at which a customer wants to look at something again. It follows from the state.</summary>
/// <param name="Name">One for each kind of look; unique at the customer.</param>
public sealed record CustomerTimer(string Name, DateTimeOffset Due)
{
    public const string StageDue = "stage-due";
    public const string PlanDue = "plan-due";
    public const string ApprovalLate = "approval-late";
    public const string CertificationDue = "certification-due";
    public const string EscalationDue = "escalation-due";
    public const string OverrideEnds = "override-ends";
    public const string TeamDue = "team-due";

    /// <summary>At a moment; nothing for no moment.</summary>
    public static IEnumerable<CustomerTimer> At(string name, DateTimeOffset? at) => at is { } due ? [new CustomerTimer(name, due)] : [];

    /// <summary>At the beginning of a day, UTC; nothing for no day.</summary>
    public static IEnumerable<CustomerTimer> On(string name, DateOnly? day) =>
        day is { } due ? [new CustomerTimer(name, new DateTimeOffset(due, TimeOnly.MinValue, TimeSpan.Zero))] : [];
}
