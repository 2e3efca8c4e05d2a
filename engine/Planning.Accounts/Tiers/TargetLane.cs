using Planning.Accounts.Customers;

namespace Planning.Accounts.Tiers;

/// <summary>What the lane TARGET asks of a customer that may bring no revenue yet: a funded campaign, a sponsor, and a day on which
/// the board looks at it again (INV-12).</summary>
public static class TargetLane
{
    /// <returns>What is not there; nothing when all is.</returns>
    public static IReadOnlyList<string> Missing(Customer customer, DateOnly today)
    {
        var charters = customer.Certification.Campaigns.Values.Where(campaign => campaign.End is null)
            .Select(campaign => campaign.Charter).OfType<Certification.Charter>().ToList();
        return
        [
            .. charters.Any(charter => charter.Budget.Millions > 0) ? [] : new[] { "A campaign with a sponsor and a budget is needed." },
            .. customer.Standing.TargetReviewOn >= today ? Array.Empty<string>() : ["A day is needed on which the board looks at it again."],
        ];
    }

    /// <summary>Why a move into the lane cannot be agreed to; nothing when it can, or when another move is asked about.</summary>
    internal static Decision.Refused? Hinders(Customer customer, Lane? lane, DateOnly today) =>
        lane is Lane.Target && customer.Standing.Lane is not Lane.Target && Missing(customer, today) is [_, ..] missing
            ? new Decision.Refused("target-unfunded", "Lane TARGET is not for words alone (INV-12).", missing)
            : null;
}

public sealed record TargetReviewSet(DateOnly On, string By) : TierEvent
{
    protected override string Tell() => FormattableString.Invariant($"{By} set {On:yyyy-MM-dd} as the day on which the board looks at lane TARGET.");
}

/// <summary>Say when the board looks again at a customer of lane TARGET.</summary>
[Command("set-target-review", "Say on which day the board looks again at a customer of lane TARGET")]
public sealed record SetTargetReview(DateOnly On) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on)
    {
        var latest = on.Today.AddMonths(on.Policies.Tiers.TargetReviewMonths);
        return FieldMistake.Among(On <= on.Today || On > latest
            ? new FieldMistake(nameof(On), FormattableString.Invariant(
                $"is {On:yyyy-MM-dd}; the board looks at it between tomorrow and {latest:yyyy-MM-dd}"))
            : null);
    }

    public override Decision Decide(Customer customer, Occasion on) => customer.Standing.TargetReviewOn == On
        ? Decision.Record()
        : Decision.Record(new TargetReviewSet(On, on.Actor));
}
