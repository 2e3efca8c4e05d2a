using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Teams;

namespace Planning.Accounts.Coverage;

/// <summary>How one person at the customer is covered on a day.</summary>
/// <param name="Weight">Attention, the floor at least: it raises and never ranks (INV-05).</param>
/// <param name="Level">As found, less one for each window of silence, less what opposing costs; may be negative.</param>
/// <param name="Decayed">How many levels silence has cost.</param>
/// <param name="Touches">Within the window.</param>
/// <param name="Bearer">Who of ours carries the relationship: most touches in a year, else the owner.</param>
public sealed record PersonCoverage(
    Id<Person> Id,
    string Name,
    string Title,
    string Unit,
    ProcessRole? Role,
    bool IsKey,
    decimal Weight,
    int Level,
    int Target,
    int Decayed,
    int Touches,
    DateOnly? LastTouch,
    Id<Employee>? Bearer)
{
    /// <summary>Why the person is ignored: in a process and without a touch in the window; nothing when not (METHOD §5.1).</summary>
    public string? Ignored { get; init; }

    /// <summary>Why the person rises unseen; nothing when not (METHOD §5.2).</summary>
    public string? Rising { get; init; }

    /// <summary>Why what we know of the person is stale; nothing when not.</summary>
    public string? Stale { get; init; }

    internal static PersonCoverage Of(Customer customer, Person person, CoverageTargets targets, CoveragePolicy policy, DateOnly today)
    {
        var touches = customer.Contacts.Of(person.Id);
        DateOnly? last = customer.Contacts.LastTouch.TryGetValue(person.Id, out var on) ? on : null;
        var (found, foundOn) = customer.Stakeholders.Of(person.Id).Found(person.Level);
        var fresh = foundOn > last || last is null ? foundOn : last;
        var decayed = fresh is { } since ? Math.Clamp((today.DayNumber - since.DayNumber) / targets.WindowDays, 0, found) : 0;
        var level = found - decayed - (person.Stance is Stance.Opposes ? policy.KeyPeople.OpposesCosts : 0);
        var within = touches.Count(today.AddDays(-targets.WindowDays));
        var silence = last is { } day
            ? FormattableString.Invariant($"last touch {day:yyyy-MM-dd}, {today.DayNumber - day.DayNumber} days ago")
            : "never touched";
        return new PersonCoverage(
            person.Id,
            person.Name,
            person.Title,
            person.Unit,
            person.Role,
            policy.IsKey(person),
            policy.WeightOf(person),
            level,
            person.TargetLevel,
            decayed,
            within,
            last,
            BearerOf(touches.From(today.AddDays(-policy.Touch.YearDays))) ?? person.Owner)
        {
            Ignored = person.InProcess && !(last >= today.AddDays(-targets.WindowDays))
                ? FormattableString.Invariant($"{silence}; the window is {targets.WindowDays} days")
                : null,
            Rising = person.InfluenceFuture - level >= policy.KeyPeople.RisingGap
                ? FormattableString.Invariant($"influence {person.InfluenceFuture} to come, level {level}; {silence}")
                : null,
            Stale = decayed > 0
                ? FormattableString.Invariant($"level {found} was found, silence has cost {decayed}; {silence}")
                : null,
        };
    }

    // The first by name when several have as many, so that the same touches always name the same one.
    private static Id<Employee>? BearerOf(ReadOnlySpan<Touch> touches)
    {
        var counts = new SortedDictionary<Id<Employee>, int>();
        foreach (var touch in touches)
        {
            foreach (var employee in touch.Ours)
            {
                counts[employee] = counts.GetValueOrDefault(employee) + 1;
            }
        }

        return counts.Count == 0 ? null : counts.MaxBy(entry => entry.Value).Key;
    }
}

/// <summary>How one unit of the customer is covered on a day.</summary>
/// <param name="KnownShare">K: known people ÷ people in the process; 1 while nobody has estimated those.</param>
/// <param name="TouchedShare">C: touched in the window ÷ known; nothing when nobody is known.</param>
/// <param name="Covered">K·C; nothing where nobody is known and nobody has estimated how many there are.</param>
public sealed record UnitCoverage(
    string Name, int Relevance, int Known, int Touched, int? Headcount, decimal KnownShare, decimal? TouchedShare, decimal? Covered)
{
    /// <remarks>A missing estimate is never held against a unit (INV-04).</remarks>
    internal static UnitCoverage Of(CustomerUnit unit, IReadOnlyCollection<PersonCoverage> people, DateOnly from)
    {
        var (known, touched) = (people.Count, people.Count(person => person.LastTouch >= from));
        var knownShare = unit.HeadcountInProcess is > 0 and var heads ? Math.Min(1, known / (decimal)heads) : 1;
        decimal? touchedShare = known == 0 ? null : touched / (decimal)known;
        return new UnitCoverage(
            unit.Name,
            unit.Relevance,
            known,
            touched,
            unit.HeadcountInProcess,
            known == 0 && unit.HeadcountInProcess is > 0 ? 0 : knownShare,
            touchedShare,
            known == 0 && unit.HeadcountInProcess is null or 0 ? null : knownShare * (touchedShare ?? 0));
    }
}
