using Planning.Accounts.Customers;
using Planning.Accounts.People;

namespace Planning.Accounts.Coverage;

/// <summary>The key-person relationship: how far those who shape a decision stand by us (METHOD §5.2).</summary>
internal static class Depth
{
    public const string SupporterLines = "lines with a supporter";

    public static Measure KeyPeople(IReadOnlyList<PersonCoverage> people, CoverageTargets targets)
    {
        var key = people.Where(person => person.IsKey).ToList();
        var wanted = key.Sum(person => person.Weight * person.Target);
        return new Measure(
            "key-person coverage",
            wanted == 0 ? null : Math.Max(0, key.Sum(person => person.Weight * Math.Min(person.Level, person.Target))) / wanted,
            targets.KeyPeople,
            Wish.AtLeast,
            wanted == 0 ? "no key person has a target" : FormattableString.Invariant(
                $"{key.Count(person => person.Level >= person.Target)} of {key.Count} key people at their target"));
    }

    /// <summary>Two eyes: supporters in independent reporting lines.</summary>
    public static Measure Eyes(
        IReadOnlyList<PersonCoverage> people, Customer customer, CoverageTargets targets, KeyPeoplePolicy policy)
    {
        var supporters = people.Where(person => person.Level >= policy.SupporterLevel).ToList();
        var lines = supporters.Select(person => ReportingLines.Line(person.Id, customer.People)).Distinct().Count();
        return new Measure(
            SupporterLines,
            lines,
            targets.Eyes,
            Wish.AtLeast,
            supporters is [] ? "nobody supports us" : string.Join(", ", supporters.Select(person => person.Name)));
    }

    public static Measure Path(IReadOnlyList<PersonCoverage> people, KeyPeoplePolicy policy)
    {
        var path = people.Where(person => person.Role is { } role && policy.Path.Contains(role)).ToList();
        var known = path.Count(person => person.Level >= policy.PathLevel);
        return new Measure(
            "path to the decision",
            path is [] ? null : known / (decimal)path.Count,
            null,
            Wish.AtLeast,
            FormattableString.Invariant($"{known} of {path.Count} people on the path at level {policy.PathLevel} or more"));
    }
}
