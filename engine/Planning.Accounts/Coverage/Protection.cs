using Planning.Accounts.Customers;
using Planning.Accounts.Organisation;
using Planning.Accounts.Satisfaction;

namespace Planning.Accounts.Coverage;

/// <summary>What protects a relationship: that it hangs on the company and not on one of ours (METHOD §5.4).</summary>
internal static class Protection
{
    public const string Dependence = "person dependence";
    public const string BusFactor = "bus factor";

    /// <summary>Person dependence, Σ of squared shares of weight·level by who carries it, and the bus factor: the fewest of
    /// ours whose leaving halves that sum. Each person has one bearer, so the fewest are the largest.</summary>
    public static IEnumerable<Measure> Of(IReadOnlyList<PersonCoverage> people, CoverageTargets targets)
    {
        var held = people.Where(person => person is { Level: > 0, Bearer: not null })
            .GroupBy(person => person.Bearer!.Value)
            .Select(bearer => (Employee: bearer.Key, Sum: bearer.Sum(person => person.Weight * person.Level)))
            .OrderByDescending(bearer => bearer.Sum).ThenBy(bearer => bearer.Employee)
            .ToList();
        var total = held.Sum(bearer => bearer.Sum);
        var (fewest, gone) = (0, 0m);
        while (total > 0 && 2 * gone < total)
        {
            gone += held[fewest++].Sum;
        }

        var who = total == 0 ? "nobody carries a relationship" : string.Join(", ", held.Take(3).Select(
            bearer => FormattableString.Invariant($"{bearer.Employee} {bearer.Sum / total:0.##}")));
        yield return new Measure(
            Dependence,
            total == 0 ? null : held.Sum(bearer => bearer.Sum * bearer.Sum) / (total * total),
            targets.Dependence,
            Wish.AtMost,
            who);
        yield return new Measure(BusFactor, total == 0 ? null : fewest, targets.BusFactor, Wish.AtLeast, who);
    }

    /// <summary>The median of days since key people were touched; unknown when half of them never were.</summary>
    public static Measure Freshness(IReadOnlyList<PersonCoverage> people, DateOnly today)
    {
        var days = people.Where(person => person.IsKey)
            .Select(person => person.LastTouch is { } last ? today.DayNumber - last.DayNumber : int.MaxValue)
            .Order().ToList();
        var (low, high) = days is [] ? (int.MaxValue, int.MaxValue) : (days[(days.Count - 1) / 2], days[days.Count / 2]);
        return new Measure(
            "freshness in days",
            high == int.MaxValue ? null : (low + high) / 2m,
            null,
            Wish.AtMost,
            FormattableString.Invariant($"{days.Count} key people, {days.Count(day => day == int.MaxValue)} never touched"));
    }

    public static Measure Reciprocity(ContactRecord contacts, CoveragePolicy policy, DateOnly today)
    {
        var year = contacts.Days.Where(day => day.Key >= today.AddDays(-policy.Touch.YearDays)).ToList();
        var (all, theirs) = (year.Sum(day => day.Value.Touches), year.Sum(day => day.Value.Theirs));
        return new Measure(
            "reciprocity",
            all == 0 ? null : theirs / (decimal)all,
            policy.Warnings.Reciprocity,
            Wish.AtLeast,
            FormattableString.Invariant($"they began {theirs} of {all} touches in {policy.Touch.YearDays} days"));
    }

    /// <summary>0 to 100, when the customer was asked last; a wave that is too old tells nothing.</summary>
    public static Measure Satisfaction(Customer customer, StickinessPolicy policy, DateOnly today)
    {
        var last = LastSatisfaction.Of(customer, today);
        return new Measure(
            "satisfaction",
            last?.On >= today.AddDays(-policy.SatisfactionDays) ? last.Score : null,
            null,
            Wish.AtLeast,
            last is null ? "nobody has asked" : FormattableString.Invariant($"asked on {last.On:yyyy-MM-dd}"));
    }

    /// <summary>0 to 100. Unknown as long as a part that counts is.</summary>
    public static Measure Health(Measure universal, Measure keyPeople, Measure organisation, HealthShares shares)
    {
        var parts = new[] { (universal, shares.Universal), (keyPeople, shares.KeyPeople), (organisation, shares.Organisation) }
            .Select(part => (part.Item1.Name, part.Item1.Value, Share: part.Item2))
            .Where(part => part.Share > 0).ToList();
        return new Measure(
            "relationship health",
            parts.Any(part => part.Value is null) ? null : 100 * parts.Sum(part => part.Share * part.Value),
            null,
            Wish.AtLeast,
            string.Join(", ", parts.Select(part => FormattableString.Invariant(
                $"{part.Name} {part.Share:0.##}{(part.Value is null ? ", which nobody knows" : "")}"))));
    }
}
