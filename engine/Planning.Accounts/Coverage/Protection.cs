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

    /// <summary>0 to 100. Unknown as long as a part that counts is.</summary>
    public static Measure Health(Measure universal, Measure keyPeople, HealthShares shares)
    {
        var (breadth, depth) = (Part(universal.Value, shares.Universal), Part(keyPeople.Value, shares.KeyPeople));
        return new Measure(
            "relationship health",
            shares.Organisation > 0 ? null : 100 * (breadth + depth),
            null,
            Wish.AtLeast,
            FormattableString.Invariant($"breadth {shares.Universal:0.##}, depth {shares.KeyPeople:0.##}")
                + (shares.Organisation > 0 ? FormattableString.Invariant(
                    $", organisation {shares.Organisation:0.##}, which nobody measures yet") : ""));
    }

    private static decimal? Part(decimal? value, decimal share) => share == 0 ? 0 : share * value;
}
