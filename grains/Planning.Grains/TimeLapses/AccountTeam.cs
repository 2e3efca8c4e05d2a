using Planning.Accounts.Approvals;
using Planning.Accounts.Coverage;
using Planning.Accounts.Customers;
using Planning.Accounts.Escalations;
using Planning.Accounts.People;
using Planning.Accounts.Policies;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;
using Planning.Grains.Turns;
using Planning.Workflows.Generation;

namespace Planning.Grains.TimeLapses;

/// <summary>What the people around one customer do in a week beside its plan: contacts, approvals, escalations, tasks.
/// One team in five is lazy.</summary>
internal sealed class AccountTeam(Customer customer, int seed, DateOnly today, MethodPolicies policies, Chance chance)
{
    private readonly bool _lazy = IsLazy(customer, seed);

    public static bool IsLazy(Customer customer, int seed) => new Chance(seed, $"lazy {customer.Id}", 0).Happens(0.2);

    public IEnumerable<Act> Acts() =>
    [
        .. Contacts(),
        .. customer.Approvals.Open.Values.Where(_ => chance.Happens(_lazy ? 0.3 : 0.6)).Select(Decide),
        .. customer.Escalations.Open.Values.SelectMany(Escalated),
        .. customer.Standing.Tasks.Where(_ => chance.Happens(_lazy ? 0.05 : 0.3)).Select(task => Act.Do(
            Lead(), new CloseTierTask(task.Name, task.Rule, "Looked into it"))),
    ];

    private string Lead() => customer.Team.Holder(SeatRole.AR)?.Value ?? "account-desk";

    // METHOD §8.1's contacts a year. Whoever is escalated as ignored comes first, where the team cares.
    private IEnumerable<Act> Contacts()
    {
        var people = customer.People.Values.Where(person => person.LeftOn is null).ToList();
        var ours = customer.Team.Seats.Select(seat => seat.Employee).OfType<Id<Employee>>().Distinct().ToList();
        if (people.Count == 0 || ours.Count == 0)
        {
            return [];
        }

        var year = customer.Standing.Tier switch { Tier.S => 900, Tier.A => 250, Tier.B => 40, _ => 5 };
        var count = chance.Poisson(year / 52.0 * (_lazy ? 0.3 : 1));
        var ignored = _lazy ? [] : people.Where(person => customer.Escalations.Open.ContainsKey($"ESC-01/person:{person.Id}")).ToList();
        var made = Enumerable.Range(0, count + Math.Min(ignored.Count, 3)).Select(number => Contact(
            number, number < ignored.Count ? ignored[number] : chance.Of(people), ours)).ToList();
        return made.Count == 0 ? [] : [new Act(Lead(), new Request.TakeOver(new CustomerRecord(null) { Interactions = [.. made] }))];
    }

    private Interaction Contact(int number, Person person, List<Id<Employee>> ours) => new(
        Id<Interaction>.Parse(FormattableString.Invariant($"w-{today:yyyyMMdd}-{number}"), null),
        today,
        chance.Of([Means.Meeting, Means.Call, Means.Mail, Means.TechnicalExchange]),
        TheyStarted: chance.Happens(0.35),
        TwoWay: !chance.Happens(0.03),
        [person.Id],
        [person.Owner is { } owner && ours.Contains(owner) ? owner : chance.Of(ours)],
        "What comes next",
        "Noted")
    {
        Minutes = 45,
    };

    // Each role is somebody of its own, so that nobody decides on what they asked for.
    private Act Decide(Approval approval)
    {
        var role = approval.Current()!.Role;
        var granted = chance.Happens(0.9);
        return Act.Do($"the-{role}", new DecideApproval(approval.Subject, role, granted, granted ? null : "Not yet convincing"));
    }

    private IEnumerable<Act> Escalated(Escalation open)
    {
        if (!_lazy && open.AcknowledgedBy is null && chance.Happens(0.5))
        {
            yield return Act.Do(Lead(), new AcknowledgeEscalation(open.Key));
            yield return Act.Do(Lead(), new RecordEscalationProgress(open.Key, "We are on it"));
        }
        else if (open.OpenedAt.AddDays(60) < new DateTimeOffset(today, TimeOnly.MinValue, TimeSpan.Zero) && chance.Happens(0.1))
        {
            var above = policies.Approvals.Above(open.Role()) ?? policies.Approvals.Ladder[^1];
            yield return Act.Do($"the-{above}", new ResolveEscalation(open.Key, above, "Accepted for now"));
        }
    }
}
