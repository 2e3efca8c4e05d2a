using Planning.Accounts.Approvals;
using Planning.Accounts.Certification;
using Planning.Accounts.Customers;
using Planning.Accounts.Escalations;
using Planning.Accounts.Plans;
using Planning.Accounts.Policies;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;

namespace Planning.Accounts.Invariants;

/// <summary>Looks at what happened to one customer, event by event. Pure.</summary>
/// <param name="policies">What the company works by.</param>
public sealed class JournalCheck(MethodPolicies policies)
{
    /// <summary>Looks at one turn.</summary>
    /// <param name="before">The customer as it stood.</param>
    /// <returns>What the turn broke, and the customer after it.</returns>
    public (IReadOnlyList<Violation> Broken, Customer After) Turn(Customer before, IReadOnlyList<CustomerEvent> events)
    {
        var broken = new List<Violation>();
        var customer = before;
        foreach (var happened in events)
        {
            broken.AddRange(Of(customer, happened, events));
            var after = customer.Apply(happened);
            broken.AddRange(Frozen(customer, after));
            customer = after;
        }

        return (broken, customer);
    }

    private IEnumerable<Violation> Of(Customer customer, CustomerEvent happened, IReadOnlyList<CustomerEvent> turn) => happened switch
    {
        CustomerRegistered when customer.Details is not null => [customer.Breaks("INV-01", "it was registered a second time")],
        TierChanged changed => Of(customer, changed, turn),
        TierReviewed reviewed => Of(customer, reviewed, turn),
        ApprovalDecided decided when customer.Approvals.Open.GetValueOrDefault(decided.Subject)?.Author == decided.By =>
            [customer.Breaks("INV-17", $"{decided.By} decided what {decided.By} had asked for: {decided.What}")],
        PlanVersionApproved approved => Of(customer, approved),
        BidLinked { Bid: var bid } when customer.Certification.RunsShortList()
            && customer.Certification.ListingOf(bid.Scope)?.Value is not (QualificationValue.Qualified or QualificationValue.Conditional) =>
            [customer.Breaks("INV-21", $"“{bid.Title}” was linked to {bid.Scope.Key}, which was not listed")],
        SeatTaken { Before: { } out_ } taken => Of(customer, taken, out_),
        EscalationClosed closed => Of(customer, closed),
        _ => [],
    };

    private static IEnumerable<Violation> Of(Customer customer, TierChanged changed, IReadOnlyList<CustomerEvent> turn)
    {
        var standing = customer.Standing;
        if (changed.From != standing.Tier)
        {
            yield return customer.Breaks("INV-01", $"it went from {changed.From} to {changed.To} while {standing.Tier} was in force");
        }

        if (changed.Since < standing.TierSince)
        {
            yield return customer.Breaks("INV-01", $"{changed.To} begins in {changed.Since}, before {standing.Tier} did in {standing.TierSince}");
        }

        // Whoever changed it stands in the same turn: a review, people who agreed, or an override with its end.
        if (string.IsNullOrWhiteSpace(changed.Cause) || string.IsNullOrWhiteSpace(changed.Because)
            || !turn.Any(other => other is TierReviewed or ProposalDecided { Granted: true } or OverrideBegan or OverrideEnded))
        {
            yield return customer.Breaks("INV-02", $"nothing says why {changed.From} became {changed.To} in {changed.Since}");
        }
    }

    private static IEnumerable<Violation> Of(Customer customer, TierReviewed reviewed, IReadOnlyList<CustomerEvent> turn)
    {
        var review = reviewed.Review;
        if (string.IsNullOrWhiteSpace(review.RulesVersion))
        {
            yield return customer.Breaks("INV-02", $"the review of {review.Period} names no version of the rules");
        }

        var undecided = review.Findings
            .Where(finding => finding.Kind is FindingKind.FrozenBy or FindingKind.Unknown)
            .Select(finding => finding.Rule)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var (rule, because) in Lowering(customer.Standing, turn))
        {
            if (undecided.Contains(rule))
            {
                yield return customer.Breaks("INV-04", $"{rule} lowers it in {review.Period} although not all that it hangs on is known");
            }

            if (because.Contains("revenue share", StringComparison.OrdinalIgnoreCase))
            {
                yield return customer.Breaks("INV-32", $"{rule} lowers it in {review.Period} for its share of our revenue");
            }
        }
    }

    // The rules that ask for a lower tier, and why.
    private static IEnumerable<(string Rule, string Because)> Lowering(TierStanding standing, IReadOnlyList<CustomerEvent> turn) =>
        turn.OfType<TierChanged>().Where(changed => changed.To < changed.From)
            .Select(changed => (changed.Cause.Split(' ')[0], changed.Because))
            .Concat(turn.OfType<MoveProposed>().Where(proposed => proposed.Proposal.Tier < standing.Tier)
                .Select(proposed => (proposed.Proposal.Rule, proposed.Proposal.Because)));

    private IEnumerable<Violation> Of(Customer customer, PlanVersionApproved approved)
    {
        if (customer.Plan is not { Form: >= Tier.A } plan)
        {
            yield break;
        }

        var facts = PlanFacts.Of(customer, plan, approved.On, policies.Planning);
        var waived = customer.Approvals.Waivers.Values.Any(waiver => waiver.Object == plan.Id && waiver.InForceOn(approved.On));
        string?[] lacks =
        [
            facts.OldestProfileSectionDays is not <= 180 ? "a customer profile of the last 180 days" : null,
            facts.MatchAgeDays is not <= 365 ? "a match assessment of the last 365 days" : null,
            facts.Content is { DimensionsWithoutTarget: not [] } content ? $"targets for {string.Join(" and ", content.DimensionsWithoutTarget)}" : null,
            facts.Content is { IncompleteYears: not [] } years ? $"targets for {string.Join(", ", years.IncompleteYears)}" : null,
            Seat.Triangle.Any(role => customer.Team.Holder(role) is null) ? "somebody in each of the three seats" : null,
        ];
        foreach (var lack in lacks.OfType<string>().Where(_ => !waived))
        {
            yield return customer.Breaks("INV-14", $"version {approved.Number} was approved without {lack}");
        }
    }

    private IEnumerable<Violation> Of(Customer customer, SeatTaken taken, Id<Employee> before)
    {
        // Whoever is gone at once, or may not act any more, signs nothing.
        if (customer.Team.Find(taken.Seat, SeatKind.Primary)?.Employee != before || customer.Team.Process(taken.Process) is not { } process)
        {
            yield break;
        }

        var waived = customer.Approvals.Waivers.Values.Any(waiver => waiver.Object == taken.Process && waiver.InForceOn(taken.On));
        var missing = Enum.GetValues<HandoverSide>().Where(side => !process.Handover.Signatures.ContainsKey(side)).ToList();
        if (missing is not [] && !waived)
        {
            yield return customer.Breaks(
                "INV-25",
                $"the {taken.Seat} seat went from {before} to {taken.Employee} without the signature of {string.Join(", ", missing).ToLowerInvariant()}");
        }

        if (process.Need.Tier >= Tier.A && policies.Team.Tiers[process.Need.Tier].JointMeetings > 0 && process.Handover.CustomerMeetingOn is null && !waived)
        {
            yield return customer.Breaks("INV-25", $"the {taken.Seat} seat went to {taken.Employee} without a meeting with the customer");
        }
    }

    private static IEnumerable<Violation> Of(Customer customer, EscalationClosed closed)
    {
        if (closed.By is null && customer.Escalations.Open.GetValueOrDefault(closed.Key) is { HoldDays: > 0, FalseSince: null })
        {
            yield return customer.Breaks("INV-30", $"{closed.Key} was closed by the facts before they were so for long enough");
        }

        if (closed.By is not null && string.IsNullOrWhiteSpace(closed.Reason))
        {
            yield return customer.Breaks("INV-30", $"{closed.By} closed {closed.Key} without a reason");
        }
    }

    // What is approved is only ever added to.
    private static IEnumerable<Violation> Frozen(Customer before, Customer after)
    {
        if (before.Plan is not { } was || after.Plan?.Id != was.Id)
        {
            yield break;
        }

        var now = after.Plan.Versions;
        if (now.Length < was.Versions.Length || !now.AsSpan(0, was.Versions.Length).SequenceEqual(was.Versions.AsSpan()))
        {
            yield return after.Breaks("INV-13", "an approved version of its plan is not what it was");
        }

        if (was.FrozenThrough is { } year && was.Actuals.Any(actual => actual.Key <= year && after.Plan.Actuals.GetValueOrDefault(actual.Key) != actual.Value))
        {
            yield return after.Breaks("INV-13", FormattableString.Invariant($"what {year} was has been changed afterwards"));
        }
    }
}
