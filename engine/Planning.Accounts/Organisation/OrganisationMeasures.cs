using Planning.Accounts.Coverage;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Organisation;

/// <summary>The organisational relationship: whether company meets company, whoever comes and goes (METHOD §5.3).</summary>
internal static class OrganisationMeasures
{
    /// <summary>OM, LM, joint value, one voice, and OR of them. Unknown is what nobody has agreed, ranked, begun or said.</summary>
    /// <param name="people">Those who are there.</param>
    public static IReadOnlyList<Measure> Of(
        Customer customer, IReadOnlyList<PersonCoverage> people, CoverageTargets targets, OrganisationPolicy policy, DateOnly today)
    {
        var parts = new (decimal Weight, Measure Measure)[]
        {
            (policy.Weights.Mechanisms, Mechanisms(customer.Organisation, policy, today)),
            (policy.Weights.Levels, Levels(customer, people, targets, policy, today)),
            (policy.Weights.Joint, Joint(customer.Organisation, policy, today)),
            (policy.Weights.Voice, Voice(customer.Organisation, policy, today)),
        };
        var unknown = parts.Where(part => part is { Weight: > 0, Measure.Value: null }).Select(part => part.Measure.Name).ToList();
        return
        [
            .. parts.Select(part => part.Measure),
            new Measure(
                "organisation",
                unknown is [] ? parts.Sum(part => part.Weight * (part.Measure.Value ?? 0)) : null,
                targets.Organisation,
                Wish.AtLeast,
                unknown is [] ? "all four parts are known" : $"nobody knows {string.Join(", ", unknown)}"),
        ];
    }

    /// <summary>Held on time with output ÷ planned. A day that can still be met on time does not count yet.</summary>
    private static Measure Mechanisms(OrganisationRecord record, OrganisationPolicy policy, DateOnly today)
    {
        var planned = (from mechanism in record.Mechanisms.Values
                       from day in mechanism.PlannedDays(today.AddMonths(-policy.Months).AddDays(1), today)
                       let session = mechanism.SessionFor(day)
                       where session is not null || day.AddDays(policy.GraceDays) < today
                       select session?.Fulfils(policy.GraceDays) is true).ToList();
        var held = planned.Count(fulfilled => fulfilled);
        return new Measure(
            "mechanism fulfilment",
            planned is [] ? null : held / (decimal)planned.Count,
            null,
            Wish.AtLeast,
            FormattableString.Invariant($"{held} of {planned.Count} planned meetings held on time with output in {policy.Months} months"));
    }

    /// <summary>Their rank met our level of the same number: soldier to soldier, general to general (METHOD W5).</summary>
    private static Measure Levels(
        Customer customer, IReadOnlyList<PersonCoverage> people, CoverageTargets targets, OrganisationPolicy policy, DateOnly today)
    {
        var from = today.AddDays(-policy.PairWindows * targets.WindowDays);
        var required = people.Where(person => person.IsKey && customer.People[person.Id].Rank is not null).ToList();
        var missing = required.Where(person => !Met(person)).ToList();
        return new Measure(
            "level match",
            required is [] ? null : (required.Count - missing.Count) / (decimal)required.Count,
            null,
            Wish.AtLeast,
            required is [] ? "no key person has a known rank"
                : missing is [] ? "every key person of a known rank met our level"
                : $"not met by our level: {string.Join(", ", missing.Select(person => person.Name))}");

        bool Met(PersonCoverage person)
        {
            foreach (var touch in customer.Contacts.Of(person.Id).From(from))
            {
                if (touch.On <= today && touch.OurRank == customer.People[person.Id].Rank)
                {
                    return true;
                }
            }

            return false;
        }
    }

    private static Measure Joint(OrganisationRecord record, OrganisationPolicy policy, DateOnly today)
    {
        var alive = record.Projects.Values.Count(project => project.IsAlive(today));
        var productive = record.Projects.Values.Count(project => project.IsProductive(today));
        var named = record.Public.Values.Count(statement => statement.On > today.AddMonths(-policy.Months) && statement.On <= today);
        var isKept = !record.Projects.IsEmpty || !record.Public.IsEmpty || !record.Mechanisms.IsEmpty;
        return new Measure(
            "joint value",
            isKept ? Math.Min(1, (alive + productive + named) / (decimal)policy.JointFull) : null,
            null,
            Wish.AtLeast,
            FormattableString.Invariant($"{alive} joint projects, {productive} of them in production, named in public {named} times in {policy.Months} months"));
    }

    private static Measure Voice(OrganisationRecord record, OrganisationPolicy policy, DateOnly today)
    {
        var since = today.AddMonths(-policy.Months);
        var topics = record.Topics.Values.Where(topic => topic.IsChecked(since)).ToList();
        var conflicts = topics.Where(topic => topic.Positions(since, today).Count > 1).ToList();
        return new Measure(
            "one voice",
            topics is [] ? null : 1 - (conflicts.Count / (decimal)topics.Count),
            null,
            Wish.AtLeast,
            conflicts is [] ? FormattableString.Invariant($"{topics.Count} topics, no conflict")
                : $"several voices on {string.Join(", ", conflicts.Select(topic => topic.Id))}");
    }
}
