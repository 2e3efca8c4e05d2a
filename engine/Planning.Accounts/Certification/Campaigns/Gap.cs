using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Certification;

/// <summary>Where we are below what the buyer asks for (METHOD §3.2 B4).</summary>
public sealed record Gap(
    Id<Gap> Id, Id<Criterion> Criterion, GapSeverity Severity, string RootCause, Id<Employee> Owner, DateOnly Due)
{
    public DateOnly OpenedOn { get; init; }

    /// <summary>Nothing as long as it is open.</summary>
    public DateOnly? ClosedOn { get; init; }

    public ImmutableSortedDictionary<Id<Remediation>, Remediation> Actions { get; init; } =
        ImmutableSortedDictionary<Id<Remediation>, Remediation>.Empty;

    [JsonIgnore]
    public bool IsOpen => ClosedOn is null;

    internal Gap With(Remediation action) => this with { Actions = Actions.SetItem(action.Id, action) };
}

[JsonConverter(typeof(WordJsonConverter<GapSeverity>))]
public enum GapSeverity
{
    [JsonStringEnumMemberName("minor")]
    Minor,
    [JsonStringEnumMemberName("major")]
    Major,
    [JsonStringEnumMemberName("critical")]
    Critical,
}

/// <summary>Something done to close a gap; somebody else looks whether it helped.</summary>
public sealed record Remediation(Id<Remediation> Id, Id<Gap> Gap, string Text, Id<Employee> Owner, DateOnly Due)
{
    /// <summary>Who said that it is done; nothing while it is not.</summary>
    public string? DoneBy { get; init; }

    public DateOnly? DoneOn { get; init; }

    public string? Proof { get; init; }

    public string? VerifiedBy { get; init; }
}

/// <summary>Open gaps at the end of a week, as planned and as they were.</summary>
/// <param name="Planned">Gaps whose last day lies after it.</param>
/// <param name="Open">Gaps that were open then.</param>
public sealed record BurnDownWeek(DateOnly EndsOn, int Planned, int Open)
{
    /// <summary>The weeks from the first gap to a day; nothing without a gap.</summary>
    public static IReadOnlyList<BurnDownWeek> Of(IReadOnlyCollection<Gap> gaps, DateOnly today)
    {
        if (gaps.Count == 0)
        {
            return [];
        }

        var first = gaps.Min(gap => gap.OpenedOn);
        return
        [
            .. from week in Enumerable.Range(0, Math.Max(0, (today.DayNumber - first.DayNumber) / 7) + 1)
               let end = first.AddDays((week * 7) + 6)
               let known = gaps.Where(gap => gap.OpenedOn <= end).ToList()
               select new BurnDownWeek(
                   end,
                   known.Count(gap => gap.Due > end),
                   known.Count(gap => gap.ClosedOn is null || gap.ClosedOn > end)),
        ];
    }
}
