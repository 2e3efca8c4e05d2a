using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Planning.Accounts.Contents;
using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Teams;

namespace Planning.Accounts.Organisation;

/// <summary>A regular meeting of company and company, the days it is meant for and what came of them (METHOD §5.3).</summary>
/// <param name="FirstOn">The first planned day; another follows every <paramref name="EveryMonths"/> months.</param>
/// <param name="TheirOwner">Nobody as long as the customer has named nobody.</param>
public sealed record OrganisationalMechanism(
    Id<OrganisationalMechanism> Id,
    MechanismType Type,
    DateOnly FirstOn,
    int EveryMonths,
    Id<Employee> OurOwner,
    Id<Person>? TheirOwner = null)
{
    /// <summary>In the order in which they were told.</summary>
    public ImmutableArray<Session> Sessions { get; init; } = [];

    /// <summary>Its last day; nothing for one that goes on.</summary>
    public DateOnly? EndedOn { get; init; }

    [JsonIgnore]
    public DateOnly? LastHeld => Sessions is [] ? null : Sessions.Max(session => session.HeldOn);

    public bool IsAlive(DateOnly today) => !(EndedOn < today);

    /// <summary>The planned days from one day to another, both included.</summary>
    public IEnumerable<DateOnly> PlannedDays(DateOnly from, DateOnly to)
    {
        var last = EndedOn < to ? EndedOn.Value : to;
        for (var (at, day) = (0, FirstOn); day <= last; day = FirstOn.AddMonths(++at * EveryMonths))
        {
            if (day >= from)
            {
                yield return day;
            }
        }
    }

    public bool IsPlannedOn(DateOnly day) => PlannedDays(day, day).Any();

    public Session? SessionFor(DateOnly planned) => Sessions.FirstOrDefault(session => session.For == planned);

    /// <summary>The first planned day that was not met since the last one that was; nothing when none is past.</summary>
    public DateOnly? Missing(DateOnly today)
    {
        var met = Sessions is [] ? (DateOnly?)null : Sessions.Max(session => session.For);
        return PlannedDays(met?.AddDays(1) ?? FirstOn, today.AddDays(-1)).Select(day => (DateOnly?)day).FirstOrDefault();
    }

    public bool Equals(OrganisationalMechanism? other) => other is not null
        && (Id, Type, FirstOn, EveryMonths, OurOwner, TheirOwner, EndedOn)
            == (other.Id, other.Type, other.FirstOn, other.EveryMonths, other.OurOwner, other.TheirOwner, other.EndedOn)
        && Sessions.AsSpan().SequenceEqual(other.Sessions.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Id, Sessions.Length);
}

/// <summary>A meeting that was held for a planned day.</summary>
/// <param name="Output">What came of it; a meeting without any does not fulfil anything.</param>
public sealed record Session(
    DateOnly For,
    DateOnly HeldOn,
    ImmutableArray<Id<Employee>> OurPeople,
    ImmutableArray<Id<Person>> TheirPeople,
    string? Output)
{
    /// <param name="graceDays">How many days later than planned still is on time.</param>
    public bool Fulfils(int graceDays) => !string.IsNullOrWhiteSpace(Output) && HeldOn <= For.AddDays(graceDays);

    public bool Equals(Session? other) => other is not null
        && (For, HeldOn, Output) == (other.For, other.HeldOn, other.Output)
        && OurPeople.AsSpan().SequenceEqual(other.OurPeople.AsSpan())
        && TheirPeople.AsSpan().SequenceEqual(other.TheirPeople.AsSpan());

    public override int GetHashCode() => HashCode.Combine(For, HeldOn);
}
