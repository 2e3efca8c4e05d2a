using Planning.Accounts.Customers;

namespace Planning.Accounts.People;

/// <summary>Who reports to whom at a customer.</summary>
internal static class ReportingLines
{
    /// <summary>Somebody who would report to oneself over others; nothing when lines are sound.</summary>
    public static Id<Person>? Loop(IReadOnlyDictionary<Id<Person>, Person> people)
    {
        var sound = new HashSet<Id<Person>>();
        foreach (var start in people.Keys)
        {
            var path = new HashSet<Id<Person>>();
            for (var at = (Id<Person>?)start; at is { } person && !sound.Contains(person); at = Superior(person, people))
            {
                if (!path.Add(person))
                {
                    return person;
                }
            }

            sound.UnionWith(path);
        }

        return null;
    }

    /// <summary>The line that somebody stands in: the one below the top above them, or oneself at the top. Two people stand
    /// in independent lines when these differ; somebody of whom no superior is known is a line of their own.</summary>
    public static Id<Person> Line(Id<Person> person, IReadOnlyDictionary<Id<Person>, Person> people)
    {
        var line = person;
        while (Superior(line, people) is { } above && Superior(above, people) is not null)
        {
            line = above;
        }

        return line;
    }

    private static Id<Person>? Superior(Id<Person> person, IReadOnlyDictionary<Id<Person>, Person> people) =>
        people.TryGetValue(person, out var known) && known.ReportsTo is { } above && people.ContainsKey(above) ? above : null;
}
