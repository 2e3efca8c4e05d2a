using Planning.Accounts.Customers;

namespace Planning.Accounts.Approvals;

/// <summary>Leave to go on although a rule says no: for one object, with a reason, a control and an end (METHOD §2.1).</summary>
/// <param name="Criterion">The rule that is waived: a gate's criterion, or a hard rule by its name.</param>
/// <param name="Object">What it is waived for: a process, an employee.</param>
/// <param name="Control">What is done instead, so that the rule's purpose is kept.</param>
/// <param name="Author">Who asked; never who grants it (INV-17).</param>
/// <param name="Until">Its last day.</param>
public sealed record Waiver(
    Id<Waiver> Id, string Criterion, string Object, string Reason, string Control, string Author, DateOnly Until)
{
    /// <summary>Nothing as long as it is not granted.</summary>
    public DateOnly? GrantedOn { get; init; }

    public bool InForceOn(DateOnly day) => GrantedOn <= day && day <= Until;
}
