namespace Planning.Accounts.Coverage;

/// <summary>The universal relationship: whether everybody concerned is talked to (METHOD §5.1).</summary>
internal static class Breadth
{
    public static Measure Universal(IReadOnlyList<UnitCoverage> units, CoverageTargets targets)
    {
        var counted = units.Where(unit => unit is { Covered: not null, Relevance: > 0 }).ToList();
        var relevance = counted.Sum(unit => unit.Relevance);
        return new Measure(
            "universal coverage",
            relevance == 0 ? null : counted.Sum(unit => unit.Relevance * unit.Covered!.Value) / relevance,
            targets.Universal,
            Wish.AtLeast,
            relevance == 0 ? "no unit of relevance has known people" : FormattableString.Invariant(
                $"{units.Sum(unit => unit.Touched)} of {units.Sum(unit => unit.Known)} known people touched in {targets.WindowDays} days, {counted.Count} units"));
    }

    /// <summary>An average must not hide a dark department.</summary>
    public static Measure WeakestUnit(IReadOnlyList<UnitCoverage> units, CoverageTargets targets, int fromRelevance)
    {
        var weakest = units.Where(unit => unit.Covered is not null && unit.Relevance >= fromRelevance).MinBy(unit => unit.Covered);
        return new Measure(
            "weakest unit",
            weakest?.Covered,
            targets.WeakestUnit,
            Wish.AtLeast,
            weakest is null ? "no unit is of such relevance" : FormattableString.Invariant(
                $"{weakest.Name}, {weakest.Touched} of {weakest.Known} known people touched"));
    }

    public static Measure Ignored(IReadOnlyList<PersonCoverage> people, CoverageTargets targets)
    {
        var ignored = people.Where(person => person.Ignored is not null).ToList();
        return new Measure(
            "ignored people",
            ignored.Count,
            targets.Ignored,
            Wish.AtMost,
            ignored is [] ? "everybody in a process was touched" : string.Join(", ", ignored.Select(person => person.Name)));
    }

    /// <summary>The Gini coefficient of touches among people of one role; the most uneven role counts.</summary>
    public static Measure Equality(IReadOnlyList<PersonCoverage> people, CoverageWarnings warnings)
    {
        var worst = people.Where(person => person.Role is not null)
            .GroupBy(person => person.Role)
            .Select(role => (role.Key, Gini: Gini([.. role.Select(person => person.Touches).Order()])))
            .Where(role => role.Gini is not null)
            .OrderByDescending(role => role.Gini).ThenBy(role => role.Key)
            .FirstOrDefault();
        return new Measure(
            "equality of attention",
            worst.Gini,
            warnings.Equality,
            Wish.AtMost,
            worst.Gini is null ? "no role has two people and a touch" : $"touches among those who {Wording.Words<People.ProcessRole>.Of(worst.Key!.Value)}");
    }

    /// <summary>What no customer has less of, whatever its tier (METHOD G3, INV-06).</summary>
    public static Measure ContactsInYear(ContactRecord contacts, TouchPolicy policy, DateOnly today)
    {
        var touches = contacts.Days.Where(day => day.Key >= today.AddDays(-policy.YearDays)).Sum(day => day.Value.Touches);
        return new Measure(
            "contacts in a year",
            touches,
            policy.ContactsInYear,
            Wish.AtLeast,
            contacts.LastContact is { } last ? FormattableString.Invariant($"the last on {last:yyyy-MM-dd}") : "there was none");
    }

    public static string? NotVisited(ContactRecord contacts, TouchPolicy policy, DateOnly today) => contacts.LastContact switch
    {
        null => "nobody has ever logged a contact",
        { } last when today.DayNumber - last.DayNumber >= policy.LongestSilenceDays => FormattableString.Invariant(
            $"last contact {last:yyyy-MM-dd}, {today.DayNumber - last.DayNumber} days ago; {policy.LongestSilenceDays} are the most"),
        _ => null,
    };

    private static decimal? Gini(IReadOnlyList<int> ascending)
    {
        var (count, sum) = (ascending.Count, ascending.Sum());
        return count < 2 || sum == 0
            ? null
            : (2m * ascending.Index().Sum(entry => (entry.Index + 1) * entry.Item) / (count * sum)) - ((count + 1m) / count);
    }
}
