using Planning.Accounts.Customers;
using Planning.Accounts.Plans;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;

namespace Planning.Accounts.Approvals;

/// <summary>Agree or not to what is asked, as one of the roles that are asked.</summary>
/// <param name="Comment">Needed to refuse.</param>
[Command("decide-approval", "Agree or not to something that waits for a role")]
public sealed record DecideApproval(string Subject, string Role, bool Granted, string? Comment = null) : CustomerCommand
{
    public override Decision Decide(Customer customer, Occasion on)
    {
        if (!customer.Approvals.Open.TryGetValue(Subject, out var approval))
        {
            return Decision.Refuse("approval-unknown", $"Nobody is asked to agree to {Subject}.");
        }

        if (Granted && (TierFollowing.Hinders(Subject, customer, on.Today) ?? PlanFollowing.Hinders(Subject, customer, on.Actor)) is { } hindrance)
        {
            return hindrance;
        }

        var decision = approval.Decide(Role, Granted, Comment, on);
        return decision is Decision.Recorded { Events: [.., ApprovalConcluded concluded] events }
            ? Decision.Record([.. events, .. customer.Follow(concluded, on)])
            : decision;
    }
}

/// <summary>Ask to go on although a rule says no (METHOD §3: approver, reason and expiry).</summary>
/// <param name="Kind">Whose approvers are asked: <c>gate</c>, <c>conflict</c> or another of the policy.</param>
/// <param name="Criterion">The rule, as a gate's answer names it.</param>
/// <param name="Object">The process or the employee it is waived for.</param>
/// <param name="Until">At most the policy's months from today.</param>
[Command("request-waiver", "Ask to waive a rule for one object, with a reason, a control and an end")]
public sealed record RequestWaiver(
    Id<Waiver> Id, string Kind, string Criterion, string Object, string Reason, string Control, DateOnly Until) : CustomerCommand
{
    private const string ConflictKind = "conflict";

    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        FieldMistake.Blank(nameof(Criterion), Criterion),
        FieldMistake.Blank(nameof(Object), Object),
        FieldMistake.Blank(nameof(Reason), Reason),
        FieldMistake.Blank(nameof(Control), Control),
        on.Policies.Approvals.WaiverApprovers.ContainsKey(Kind)
            ? null
            : new FieldMistake(
                nameof(Kind), $"is “{Kind}”; write one of {string.Join(", ", on.Policies.Approvals.WaiverApprovers.Keys)}"),
        Criterion == CandidateRule.Conflict && Kind != ConflictKind
            ? new FieldMistake(nameof(Kind), $"is “{Kind}”; a conflict is waived as {ConflictKind}")
            : null,
        Until < on.Today || Until > on.Today.AddMonths(on.Policies.Approvals.WaiverMonths)
            ? new FieldMistake(nameof(Until), FormattableString.Invariant(
                $"is {Until:yyyy-MM-dd}; a waiver ends between today and {on.Today.AddMonths(on.Policies.Approvals.WaiverMonths):yyyy-MM-dd}"))
            : null,
        customer.Approvals.Waivers.TryGetValue(Id, out var known) && known with { GrantedOn = null } != AsWaiver(on)
            ? new FieldMistake(nameof(Id), $"is {Id}, which is another waiver already")
            : null);

    public override Decision Decide(Customer customer, Occasion on)
    {
        if (customer.Approvals.Waivers.ContainsKey(Id))
        {
            return Decision.Record();
        }

        var waiver = AsWaiver(on);
        return Decision.Record(
            new WaiverRequested(waiver),
            Approval.Ask(
                OpenApprovals.WaiverKind + Id,
                $"waive {Criterion} for {Object}",
                on.Policies.Approvals.WaiverApprovers[Kind],
                on));
    }

    private Waiver AsWaiver(Occasion on) => new(Id, Criterion, Object, Reason, Control, on.Actor, Until);
}
