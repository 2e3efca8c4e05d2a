using System.Collections.Immutable;
using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Tiers;

namespace Planning.Accounts.Coverage;

/// <summary>What we promise ourselves of coverage, and how it is measured; the defaults are METHOD §5's.</summary>
/// <param name="Levels">All four; a tier, or a coverage level that raises it, chooses one.</param>
/// <param name="KeyPeople">Who is a key person, and what their measures count.</param>
public sealed record CoveragePolicy(
    ImmutableSortedDictionary<Tier, CoverageTargets> Levels,
    TouchPolicy Touch,
    AssessmentPolicy Assessment,
    AttentionWeights Attention,
    KeyPeoplePolicy KeyPeople,
    CoverageWarnings Warnings)
{
    public static CoveragePolicy Default { get; } = new(
        ImmutableSortedDictionary.CreateRange(
        [
            KeyValuePair.Create(Tier.C, new CoverageTargets(365, 0.25m, new HealthShares(1, 0, 0))),
            KeyValuePair.Create(Tier.B, new CoverageTargets(180, 0.45m, new HealthShares(0.5m, 0.5m, 0)) { KeyPeople = 0.50m }),
            KeyValuePair.Create(Tier.A, new CoverageTargets(90, 0.65m, new HealthShares(0.30m, 0.40m, 0.30m))
            {
                WeakestUnit = 0.3m,
                Ignored = 0,
                KeyPeople = 0.70m,
                Eyes = 2,
                Organisation = 0.55m,
                Dependence = 0.50m,
            }),
            KeyValuePair.Create(Tier.S, new CoverageTargets(90, 0.80m, new HealthShares(0.30m, 0.40m, 0.30m))
            {
                WeakestUnit = 0.4m,
                Ignored = 0,
                KeyPeople = 0.80m,
                Eyes = 2,
                Organisation = 0.75m,
                Dependence = 0.40m,
                BusFactor = 2,
            }),
        ]),
        new TouchPolicy(Minutes: 10, YearDays: 365, ContactsInYear: 2, LongestSilenceDays: 180),
        new AssessmentPolicy(SecondFrom: 3, Proofs: 2, ProofDays: 180, CheckFrom: 4, CheckedBy: "ACCOUNT_HEAD"),
        new AttentionWeights(Now: 0.5m, Future: 0.3m, InProcess: 0.2m, Floor: 1),
        new KeyPeoplePolicy(
            Influence: 4,
            [ProcessRole.Decide, ProcessRole.Approve],
            [ProcessRole.Decide, ProcessRole.Approve, ProcessRole.Advise, ProcessRole.Evaluate, ProcessRole.Gatekeep, ProcessRole.Influence],
            OpposesCosts: 2,
            SupporterLevel: 3,
            PathLevel: 2,
            RisingGap: 3,
            WeakestFromRelevance: 2,
            FallDays: 90),
        new CoverageWarnings(Equality: 0.6m, Reciprocity: 0.15m));

    /// <summary>What counts at a customer on a day: its tier's, or that of a coverage level that raises it. Nothing lowers it,
    /// and nobody is below C (INV-06).</summary>
    public static Tier LevelOf(TierStanding standing, DateOnly today) =>
        standing.CoverageLevel is { } level && level > standing.Tier && !(standing.CoverageLevelUntil < today)
            ? level
            : standing.Tier;

    /// <summary>A qualifying touch (METHOD §5.1): two-way, long enough or in writing with an answer, about something.</summary>
    public bool Counts(Interaction interaction) =>
        interaction.CanTouch && (interaction.IsWritten || !(interaction.Minutes < Touch.Minutes));

    /// <summary>How much attention somebody gets; influence raises it, and nobody is below the floor (INV-05).</summary>
    public decimal WeightOf(Person person) => Math.Max(
        Attention.Floor,
        (Attention.Now * person.InfluenceNow) + (Attention.Future * person.InfluenceFuture)
            + (person.InProcess ? 5 * Attention.InProcess : 0));

    public bool IsKey(Person person) => person.LeftOn is null
        && (person.InfluenceNow >= KeyPeople.Influence || person.InfluenceFuture >= KeyPeople.Influence
            || (person.Role is { } role && KeyPeople.Roles.Contains(role)));

    public IEnumerable<FieldMistake> Mistakes() =>
    [
        .. Enum.GetValues<Tier>().Where(tier => !Levels.ContainsKey(tier))
            .Select(tier => new FieldMistake(nameof(Levels), $"lacks {tier}")),
        .. Levels.SelectMany(level => level.Value.Mistakes().Select(
            mistake => mistake with { Field = $"{nameof(Levels)}.{level.Key}.{mistake.Field}" })),
        .. Levels.Zip(Levels.Skip(1), BelowFloor).SelectMany(all => all),
        .. Touch.Mistakes(),
        .. FieldMistake.Among(
            FieldMistake.OutOfRange($"{nameof(Attention)}.{nameof(Attention.Floor)}", Attention.Floor, 0.01m, 5),
            FieldMistake.OutOfRange($"{nameof(Assessment)}.{nameof(Assessment.Proofs)}", Assessment.Proofs, 0, 20),
            FieldMistake.OutOfRange($"{nameof(Assessment)}.{nameof(Assessment.CheckFrom)}", Assessment.CheckFrom, Assessment.SecondFrom, 6),
            FieldMistake.Blank($"{nameof(Assessment)}.{nameof(Assessment.CheckedBy)}", Assessment.CheckedBy)),
    ];

    // INV-06: no level asks for less than the one below it.
    private static IEnumerable<FieldMistake> BelowFloor(
        KeyValuePair<Tier, CoverageTargets> lower, KeyValuePair<Tier, CoverageTargets> higher)
    {
        var field = $"{nameof(Levels)}.{higher.Key}";
        return FieldMistake.Among(
            higher.Value.WindowDays > lower.Value.WindowDays
                ? new FieldMistake($"{field}.WindowDays", FormattableString.Invariant(
                    $"is {higher.Value.WindowDays}, longer than the {lower.Value.WindowDays} of {lower.Key} (INV-06)"))
                : null,
            higher.Value.Universal < lower.Value.Universal
                ? new FieldMistake($"{field}.Universal", FormattableString.Invariant(
                    $"is {higher.Value.Universal}, less than the {lower.Value.Universal} of {lower.Key} (INV-06)"))
                : null);
    }
}

/// <summary>What one level of coverage asks for. Shares are 0 to 1; a target that is nothing is not asked for.</summary>
/// <param name="WindowDays">W: how long a touch counts, at most <see cref="ContactRecord.Depth"/> days.</param>
/// <param name="Universal">UC.</param>
public sealed record CoverageTargets(int WindowDays, decimal Universal, HealthShares Health)
{
    /// <summary>The least that the weakest unit may have.</summary>
    public decimal? WeakestUnit { get; init; }

    /// <summary>How many people in a process may be without a touch.</summary>
    public int? Ignored { get; init; }

    /// <summary>KR.</summary>
    public decimal? KeyPeople { get; init; }

    /// <summary>How many independent reporting lines should have a supporter (“two eyes”).</summary>
    public int? Eyes { get; init; }

    /// <summary>OR.</summary>
    public decimal? Organisation { get; init; }

    /// <summary>The most that PD may be.</summary>
    public decimal? Dependence { get; init; }

    public int? BusFactor { get; init; }

    internal IEnumerable<FieldMistake> Mistakes() => FieldMistake.Among(
        FieldMistake.OutOfRange(nameof(WindowDays), WindowDays, 1, ContactRecord.Depth),
        FieldMistake.OutOfRange(nameof(Universal), Universal, 0, 1),
        FieldMistake.OutOfRange(nameof(WeakestUnit), WeakestUnit ?? 0, 0, 1),
        FieldMistake.OutOfRange(nameof(Ignored), Ignored ?? 0, 0, 1000),
        FieldMistake.OutOfRange(nameof(KeyPeople), KeyPeople ?? 0, 0, 1),
        FieldMistake.OutOfRange(nameof(Organisation), Organisation ?? 0, 0, 1),
        FieldMistake.OutOfRange(nameof(Dependence), Dependence ?? 0, 0, 1),
        FieldMistake.OutOfRange(nameof(BusFactor), BusFactor ?? 0, 0, 100),
        Health.Universal + Health.KeyPeople + Health.Organisation == 1
            ? null
            : new FieldMistake(nameof(Health), "must have shares that add up to 1"));
}

/// <summary>What relationship health is made of (METHOD §5.4); together 1.</summary>
public sealed record HealthShares(decimal Universal, decimal KeyPeople, decimal Organisation);

/// <param name="Minutes">The shortest talk that counts.</param>
/// <param name="YearDays">What the measures call a year.</param>
/// <param name="ContactsInYear">The fewest contacts that any customer has in a year (METHOD G3).</param>
/// <param name="LongestSilenceDays">A customer without a contact for so long is not visited (METHOD ESC-11).</param>
public sealed record TouchPolicy(int Minutes, int YearDays, int ContactsInYear, int LongestSilenceDays)
{
    internal IEnumerable<FieldMistake> Mistakes() => FieldMistake.Among(
        FieldMistake.OutOfRange("Touch.Minutes", Minutes, 0, 1000),
        FieldMistake.OutOfRange("Touch.YearDays", YearDays, 1, ContactRecord.Depth),
        FieldMistake.OutOfRange("Touch.ContactsInYear", ContactsInYear, 1, 1000),
        FieldMistake.OutOfRange("Touch.LongestSilenceDays", LongestSilenceDays, 1, ContactRecord.Depth));
}

/// <param name="SecondFrom">From this level on an assessment needs proofs and a second assessor.</param>
/// <param name="ProofDays">How old a proof may be.</param>
/// <param name="CheckFrom">From this level on <paramref name="CheckedBy"/> has to agree as well.</param>
public sealed record AssessmentPolicy(int SecondFrom, int Proofs, int ProofDays, int CheckFrom, string CheckedBy);

/// <summary>w = now·influence now + future·influence later + 5·in process where somebody is in one, floor at least.</summary>
public sealed record AttentionWeights(decimal Now, decimal Future, decimal InProcess, decimal Floor);

/// <param name="Influence">Now or later: from this on somebody is a key person.</param>
/// <param name="Roles">Whoever has one of these is a key person.</param>
/// <param name="Path">The roles of the path to the decision, consultation included.</param>
/// <param name="OpposesCosts">How many levels somebody who opposes counts less.</param>
/// <param name="SupporterLevel">From this level on somebody supports us.</param>
/// <param name="PathLevel">From this level on somebody on the path knows us well enough.</param>
/// <param name="RisingGap">Influence later less level: from this on somebody rises unseen.</param>
/// <param name="WeakestFromRelevance">Units of this relevance or more are asked for the weakest.</param>
/// <param name="FallDays">How far back a fall of somebody's level, or a turn against us, is told of (METHOD ESC-04).</param>
public sealed record KeyPeoplePolicy(
    int Influence,
    ImmutableArray<ProcessRole> Roles,
    ImmutableArray<ProcessRole> Path,
    int OpposesCosts,
    int SupporterLevel,
    int PathLevel,
    int RisingGap,
    int WeakestFromRelevance,
    int FallDays);

/// <param name="Equality">The Gini coefficient above which attention is uneven.</param>
/// <param name="Reciprocity">The share of touches begun by the customer below which we alone are asking.</param>
public sealed record CoverageWarnings(decimal Equality, decimal Reciprocity);
