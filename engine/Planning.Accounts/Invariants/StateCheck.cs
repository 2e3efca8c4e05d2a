using Planning.Accounts.Coverage;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.Tiers;

namespace Planning.Accounts.Invariants;

/// <summary>Looks at how one customer stands. Pure.</summary>
public static class StateCheck
{
    private const decimal DeepestCut = -0.20m;

    /// <returns>Every violation that the state shows; none for a customer that nobody has registered.</returns>
    public static IEnumerable<Violation> Of(Customer customer, Occasion on) => customer.Details is null ? [] :
    [
        .. TeamCheck.Of(customer, on.Policies.Team, on.Today),
        .. People(customer),
        .. Tier(customer, on.Today),
        .. Plan(customer),
        .. CertificationCheck.Of(customer, on),
        .. OrganisationCheck.Of(customer),
    ];

    private static IEnumerable<Violation> People(Customer customer)
    {
        foreach (var person in customer.People.Values.Where(person => person is { InProcess: true, Owner: null }))
        {
            yield return customer.Breaks(
                "INV-09", $"nobody of ours owns {person.Name}", customer.Tells(person.Name) ?? customer.Tells("plan"));
        }

        var details = customer.People.Values.SelectMany(
            person => customer.Stakeholders.Of(person.Id).ContactPoints.Keys.Select(key => (Key: key, person.Name)));
        foreach (var shared in details.GroupBy(detail => detail.Key, StringComparer.Ordinal).Where(of => of.Count() > 1))
        {
            yield return customer.Breaks(
                "INV-10", $"{shared.Key} is kept for {string.Join(" and for ", shared.Select(of => of.Name))}", customer.Tells(shared.First().Name));
        }
    }

    private static IEnumerable<Violation> Tier(Customer customer, DateOnly today)
    {
        var standing = customer.Standing;
        if (CoveragePolicy.LevelOf(standing, today) < standing.Tier)
        {
            yield return customer.Breaks("INV-06", $"it is looked after as {standing.CoverageLevel}, below its tier {standing.Tier}");
        }

        if (standing is { Tier: Tiers.Tier.S, Posture: Posture.Harvest })
        {
            yield return customer.Breaks("INV-11", "it is HARVEST and S");
        }

        if (standing.Posture is Posture.Harvest
            && new LatestMetrics(customer.Metrics).ShareChange(Metric.Fte, quarters: 2) is { } cut && (decimal)cut < DeepestCut)
        {
            yield return customer.Breaks(
                "INV-11", FormattableString.Invariant($"its people were cut by {-cut:0 %} in a half-year"), customer.Tells("ESC-29"));
        }

        if (standing is { Tier: Tiers.Tier.S, Lane: Lane.Target } && TargetLane.Missing(customer, today) is [_, ..] missing)
        {
            yield return customer.Breaks("INV-12", string.Join(" ", missing), customer.Tells("campaign"));
        }
    }

    private static IEnumerable<Violation> Plan(Customer customer)
    {
        if (customer.Plan is not { Ended: null } plan)
        {
            yield break;
        }

        if (customer.Details!.GroupRoot != customer.Id)
        {
            yield return customer.Breaks("INV-13", $"it has a plan, and {customer.Details.GroupRoot} heads its group", customer.Tells("plan"));
        }

        if (plan.InForce is not { } version)
        {
            yield break;
        }

        var objectives = version.Content.Of<Contents.Objective>().ToList();
        if (objectives is not [] && objectives.Sum(objective => objective.Weight) is not 100 and var sum)
        {
            yield return customer.Breaks("INV-16", FormattableString.Invariant($"the weights of version {version.Number} add to {sum}"));
        }

        foreach (var objective in objectives)
        {
            if (objective.Measures is [])
            {
                yield return customer.Breaks("INV-16", $"“{objective.Title}” has no measure");
            }

            if (!customer.Team.Includes(objective.Owner))
            {
                yield return customer.Breaks(
                    "INV-16", $"{objective.Owner} owns “{objective.Title}” and is not on the team", customer.Tells("amend") ?? customer.Tells("A10"));
            }
        }
    }
}

/// <summary>How a violation is told, and who has been told of it.</summary>
internal static class Telling
{
    public static Violation Breaks(this Customer customer, string invariant, string what, string? raised = null) =>
        new(invariant, customer.Id, what) { Raised = raised };

    /// <summary>What waits for somebody at the customer and speaks of this; nothing when nobody is asked.</summary>
    public static string? Tells(this Customer customer, string word) => Waiting.Of(customer)
        .Where(waiting => waiting.Subject.Contains(word, StringComparison.OrdinalIgnoreCase))
        .Select(waiting => $"{waiting.Kind} for {waiting.Role}: {waiting.Subject}")
        .FirstOrDefault();
}
