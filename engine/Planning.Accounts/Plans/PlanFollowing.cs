using Planning.Accounts.Contents;
using Planning.Accounts.Customers;
using Planning.Accounts.Tiers;

namespace Planning.Accounts.Plans;

/// <summary>What becomes of a plan by itself when its customer changes: it is amended (METHOD A10) or comes to its end (A12).</summary>
/// <remarks>It looks at how things are, not at what happened: a change that comes while a version is with its approvers is
/// followed when they have decided.</remarks>
internal static class PlanFollowing
{
    public static IEnumerable<CustomerEvent> Of(Customer customer)
    {
        if (customer.Plan is not { Ended: null, SuspendedOn: null, Closing: null } plan)
        {
            return [];
        }

        return Ends(customer, plan) is { } reason ? End(customer, plan, reason)
            : plan is { InForce.Ground: { } ground, Submitted: null, Amending: null, Rolling: false }
                ? Amend(plan, ground, PlanGround.Of(customer))
                : [];
    }

    /// <summary>A target of the version in force that is written so differently opens an amendment by itself.</summary>
    /// <returns>Nothing when the entry changes no target by more than the policy lets pass, or no amendment can be opened now.</returns>
    public static Decision? Retarget(AccountPlan plan, PlanEntry entry, PlanPolicy policy) =>
        plan is { InForce: { } version, Ended: null, SuspendedOn: null, Closing: null, Submitted: null, Amending: null, Rolling: false }
        && PlanChange.Largest(version.Content, entry) is { } change && change.Part > policy.AmendAbove
        && plan.Track.LeaveBy(PlanWays.Amend).ToList() is [_, ..] left
            ? Decision.Record([new AmendmentOpened(change.Told), .. left, new PlanEntryWritten(entry)])
            : null;

    /// <summary>Why a version cannot be agreed to, whoever is asked; nothing when it can.</summary>
    public static Decision.Refused? Hinders(string subject, Customer customer, string actor)
    {
        if (customer.Plan is not { Submitted: { } version } plan || plan.VersionSubject != subject)
        {
            return null;
        }

        var growth = version.Content.Of<Objective>().Where(objective => objective.IsGrowth).Select(objective => objective.Title).ToList();
        return customer.Details?.GroupRoot != customer.Id
            ? new Decision.Refused(
                "group-root-plans", $"{customer.Details?.GroupRoot} heads the group now; its revenue would be planned twice.", [])
            : customer.Standing.Posture is Posture.Harvest && growth is not []
            ? new Decision.Refused("harvest-grows", "A customer of posture HARVEST is not planned to grow; send the version back.", growth)
            : version.Author != actor && Teams.Seat.Triangle.Any(seat => customer.Team.Holder(seat)?.Value == actor)
            ? new Decision.Refused(
                "author-approves", $"{actor} is on the team that wrote version {version.Number}; somebody else decides (INV-17).", [])
            : null;
    }

    private static string? Ends(Customer customer, AccountPlan plan)
    {
        var (tier, details) = (customer.Standing.Tier, customer.Details!);
        if (details.Lifecycle is Lifecycle.Lost or Lifecycle.Closed)
        {
            return $"the customer is {Wording.Words<Lifecycle>.Of(details.Lifecycle)}";
        }

        if (details.GroupRoot != customer.Id)
        {
            return $"the customer belongs to the group of {details.GroupRoot} now";
        }

        return (plan.IsLight ? tier != plan.Form : tier < Tier.A) ? $"tier {plan.Form} became {tier}" : null;
    }

    private static IEnumerable<CustomerEvent> End(Customer customer, AccountPlan plan, string reason) =>
        plan.Track.LeaveBy(PlanWays.Close).ToList() is [_, ..] left ? [new PlanClosing(reason), .. left]
        : plan.InForce is null
            && plan.Withdraw(reason, customer.Approvals.Open.GetValueOrDefault(plan.VersionSubject)?.What) is Decision.Recorded withdrawn
            ? withdrawn.Events
        : [];

    private static IEnumerable<CustomerEvent> Amend(AccountPlan plan, PlanGround before, PlanGround now) =>
        before.Changes(now).ToList() is [_, ..] changes && plan.Track.LeaveBy(PlanWays.Amend).ToList() is [_, ..] left
            ?
            [
                new AmendmentOpened(string.Join("; ", changes)) { Form = now.Tier == plan.Form ? null : now.Tier },
                .. left,
            ]
            : [];
}
