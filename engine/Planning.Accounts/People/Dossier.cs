using System.Collections.Immutable;
using Planning.Accounts.Customers;

namespace Planning.Accounts.People;

/// <summary>What is remembered of one person beside what the person is now. Business facts only (INV-28).</summary>
/// <param name="Positions">Oldest first; the last is held now, unless it has ended.</param>
/// <param name="ContactPoints">By their keys, so that each is there once (INV-10).</param>
/// <param name="Assessments">Those that counted, oldest first.</param>
/// <param name="Pending">One that waits for a second assessor or a check; until then the last one counts.</param>
/// <param name="LevelSince">The day the recorded level was told to us; nothing for people from before days were kept.</param>
/// <param name="AskedAgain">The days on which a contact point was captured that was known (METHOD ESC-14).</param>
public sealed record Dossier(
    ImmutableArray<Position> Positions,
    ImmutableSortedDictionary<string, ContactPoint> ContactPoints,
    ImmutableArray<KeyAssessment> Assessments,
    KeyAssessment? Pending,
    DateOnly? LevelSince,
    ImmutableArray<DateOnly> AskedAgain)
{
    /// <summary>How the person stood to us from a day on, oldest first; days from before they were kept are missing.</summary>
    public ImmutableArray<StoodSince> Course { get; init; } = [];

    public static Dossier Empty { get; } = new(
        [], ImmutableSortedDictionary.Create<string, ContactPoint>(StringComparer.Ordinal), [], null, null, []);

    public ImmutableSortedDictionary<string, ContactPoint> ContactPoints
    {
        get;
        init => field = value.WithComparers(StringComparer.Ordinal);
    } = ContactPoints.WithComparers(StringComparer.Ordinal);

    /// <summary>The level without decay, and the day it was found.</summary>
    /// <param name="recorded">The level that was told to us without an assessment.</param>
    public (int Level, DateOnly? On) Found(int recorded) => Assessments is [.., var last]
        ? (last.Level, last.On)
        : (recorded, LevelSince);

    /// <summary>Levels that somebody has fallen within days: the highest in force since, less what is found now.</summary>
    /// <param name="now">The level without decay.</param>
    public int Fallen(int now, DateOnly since) => Since(since).Select(stood => stood.Level).Append(now).Max() - now;

    /// <summary>Whether somebody who opposes us did not since a day; nobody who always did has turned.</summary>
    public bool HasTurned(Stance now, DateOnly since) =>
        now is Stance.Opposes && Since(since).Any(stood => stood.Stance is not Stance.Opposes);

    /// <summary>The day's last word counts: what was corrected the same day never was.</summary>
    /// <param name="on">Nothing for events from before days were kept.</param>
    public Dossier Standing(Person person, DateOnly? on) =>
        on is { } day && new StoodSince(day, Found(person.Level).Level, person.Stance) is var stands
        && (Course is not [.., var last] || (last.Level, last.Stance) != (stands.Level, stands.Stance))
            ? this with { Course = [.. Course.Where(stood => stood.On != day), stands] }
            : this;

    public Dossier With(ContactPoint point) => this with
    {
        ContactPoints = ContactPoints.TryGetValue(point.Key, out var known)
            ? ContactPoints.SetItem(point.Key, known with { VerifiedOn = Later(known.VerifiedOn, point.VerifiedOn) })
            : ContactPoints.Add(point.Key, point),
    };

    /// <summary>The place that is held from now on; the one before ends the day before.</summary>
    public Dossier Taking(Id<Customer> customer, string unit, string title, DateOnly? from) =>
        Positions is [.., { Until: null } last] && (last.Customer, last.Unit, last.Title) == (customer, unit, title)
            ? this
            : this with { Positions = Ended(from?.AddDays(-1)).Positions.Add(new Position(customer, unit, title, from, null)) };

    public Dossier Ended(DateOnly? until) => Positions is [.. var before, { Until: null } last]
        ? this with { Positions = [.. before, last with { Until = until }] }
        : this;

    /// <summary>What was remembered of two people who are one.</summary>
    public Dossier And(Dossier other) => other.ContactPoints.Values.Aggregate(this, (all, point) => all.With(point)) with
    {
        Positions = [.. other.Positions.Concat(Positions).Distinct().OrderBy(position => position.Until is null)
            .ThenBy(position => position.From ?? DateOnly.MinValue)],
        Assessments = [.. other.Assessments.Concat(Assessments).OrderBy(assessment => assessment.On)],
        Pending = Pending ?? other.Pending,
        LevelSince = Later(LevelSince, other.LevelSince),
        AskedAgain = [.. AskedAgain.Concat(other.AskedAgain).Order()],
        Course = Course is [] ? other.Course : Course,
    };

    public bool Equals(Dossier? other) => other is not null
        && (Pending, LevelSince) == (other.Pending, other.LevelSince)
        && Positions.AsSpan().SequenceEqual(other.Positions.AsSpan())
        && ContactPoints.Values.SequenceEqual(other.ContactPoints.Values)
        && Assessments.AsSpan().SequenceEqual(other.Assessments.AsSpan())
        && AskedAgain.AsSpan().SequenceEqual(other.AskedAgain.AsSpan())
        && Course.AsSpan().SequenceEqual(other.Course.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Positions.Length, ContactPoints.Count, Assessments.Length);

    // What was in force when the time began, and what came after.
    private IEnumerable<StoodSince> Since(DateOnly day) => Course.Where((_, at) => at + 1 == Course.Length || Course[at + 1].On > day);

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other > one ? other : one;
}

/// <summary>How somebody stood to us from a day on.</summary>
/// <param name="Level">As found, without decay.</param>
public sealed record StoodSince(DateOnly On, int Level, Stance Stance);
