using Planning.Accounts.Approvals;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Tiers;

/// <summary>What follows for people from where the tier rules have put a customer, and back.</summary>
internal static class TierFollowing
{
    private const string ProposalKind = "proposal:";

    public static bool IsProposal(Approval approval) => approval.Subject.StartsWith(ProposalKind, StringComparison.Ordinal);

    /// <summary>After a review: asks about what is proposed now, and no longer about what is not; closes tasks whose rule asks for
    /// them no longer.</summary>
    public static IEnumerable<CustomerEvent> AfterReview(Customer customer, Occasion on)
    {
        var wanted = customer.Standing.Proposals.ToDictionary(Subject, StringComparer.Ordinal);
        var asked = customer.Approvals.Open.Values.Where(IsProposal);
        foreach (var approval in asked)
        {
            if (wanted.TryGetValue(approval.Subject, out var proposal) && approval.What == What(proposal)
                && approval.Steps.Select(step => step.Role).SequenceEqual(proposal.Approvals))
            {
                wanted.Remove(approval.Subject);
            }
            else
            {
                yield return new ApprovalWithdrawn(approval.Subject, approval.What);
            }
        }

        foreach (var (subject, proposal) in wanted.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            yield return Approval.Ask(subject, What(proposal), proposal.RulesVersion, proposal.Approvals, on);
        }

        if (customer.Standing.LastReview is { } review)
        {
            var speaking = review.Findings.Where(finding => finding.Kind is not FindingKind.Unknown and not FindingKind.FrozenBy)
                .ToLookup(finding => finding.Rule, finding => finding.Kind, StringComparer.Ordinal);
            var undecided = review.Findings.Select(finding => finding.Rule).ToHashSet(StringComparer.Ordinal);
            foreach (var task in customer.Standing.Tasks
                .Where(task => task.Period < review.Period && !speaking.Contains(task.Rule) && !undecided.Contains(task.Rule)))
            {
                yield return new TaskClosed(task.Name, task.Rule, null, $"{review.RulesVersion} finds no reason in {review.Period}");
            }
        }
    }

    /// <summary>What an approval ends in.</summary>
    public static IEnumerable<CustomerEvent> Of(ApprovalConcluded concluded, TierStanding standing, Occasion on)
    {
        if (standing.Proposals.FirstOrDefault(proposal => Subject(proposal) == concluded.Subject) is { } decided)
        {
            var events = new List<CustomerEvent> { new ProposalDecided(decided.Rule, decided.Period, concluded.Granted) };
            if (concluded.Granted)
            {
                standing.Agreed(decided, events);
            }

            return events;
        }

        return standing.Requested.Values.FirstOrDefault(wanted => TierOverride.Kind + wanted.Id == concluded.Subject) switch
        {
            { } wanted when concluded.Granted && standing.Override is null =>
                (wanted with { Before = TierPlace.Of(standing) }).Begin(on.Today),
            { } wanted => [new OverrideEnded(wanted.Id, on.Today, concluded.Granted ? "another one holds" : "it was turned down")],
            null => [],
        };
    }

    /// <summary>Why an approval cannot be given now; nothing when it can.</summary>
    public static Decision.Refused? Hinders(string subject, Customer customer, DateOnly today)
    {
        var standing = customer.Standing;
        var lane = standing.Proposals.FirstOrDefault(proposal => Subject(proposal) == subject)?.Lane
            ?? standing.Requested.Values.FirstOrDefault(wanted => TierOverride.Kind + wanted.Id == subject)?.Place.Lane;
        return HasNoPlace(subject, standing) ?? TargetLane.Hinders(customer, lane, today);
    }

    private static Decision.Refused? HasNoPlace(string subject, TierStanding standing) =>
        standing.Flags.Contains(PromotionWaits.Flag)
        && standing.Proposals.Any(proposal => proposal.Tier is Tier.S && Subject(proposal) == subject)
            ? new Decision.Refused("no-place", "All places in tier S are taken: another customer must leave it first.", [])
            : null;

    private static string Subject(Proposal proposal) => ProposalKind + proposal.Rule;

    private static string What(Proposal proposal) => $"{proposal.Rule}: {proposal.Wish}";
}

/// <summary>Say that a task of a tier rule is done.</summary>
/// <param name="Result">What came of it, or where it stands.</param>
[Command("close-tier-task", "Say that a task that the tier rules asked for is done")]
public sealed record CloseTierTask(string Name, string Rule, string Result) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) =>
        FieldMistake.Among(FieldMistake.Blank(nameof(Result), Result));

    public override Decision Decide(Customer customer, Occasion on) =>
        customer.Standing.Tasks.Any(task => task.Name == Name && task.Rule == Rule)
            ? Decision.Record(new TaskClosed(Name, Rule, on.Actor, Result))
            : Decision.Refuse("task-unknown", $"No task {Name} of {Rule} is open.");
}
