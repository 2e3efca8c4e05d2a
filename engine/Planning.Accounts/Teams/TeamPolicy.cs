using System.Collections.Immutable;
using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Tiers;

namespace Planning.Accounts.Teams;

/// <summary>How teams are staffed; the defaults are METHOD §3.3's.</summary>
/// <param name="Tiers">What each tier asks of its team; all four are named.</param>
/// <param name="Licences">The job roles that open a seat; a licence of one's own opens it too.</param>
/// <param name="Waivable">Hard rules that a waiver may set aside for one employee.</param>
/// <param name="HometownOffIn">Countries in which cities may not be asked for, so that nobody is refused for one.</param>
public sealed record TeamPolicy(
    ImmutableSortedDictionary<Tier, TierTeam> Tiers,
    ImmutableSortedDictionary<SeatRole, ImmutableArray<string>> Licences,
    RotationTerms AccountRotation,
    RotationTerms OtherRotation,
    TeamTerms Terms,
    FitWeights Fit,
    ImmutableArray<string> Waivable,
    ImmutableArray<string> HometownOffIn)
{
    public static TeamPolicy Default { get; } = new(
        ImmutableSortedDictionary.CreateRange(
        [
            KeyValuePair.Create(Tier.S, new TierTeam(
                Loads((SeatRole.AR, 1m), (SeatRole.SR, 1m), (SeatRole.FR, 1m), (SeatRole.Deputy, 1m)), null, 4,
                [SeatRole.AR, SeatRole.SR, SeatRole.FR], 20, 0.1m, 1, 30, 5, true, true, ["REGION_HEAD"])),
            KeyValuePair.Create(Tier.A, new TierTeam(
                Loads((SeatRole.AR, 0.5m), (SeatRole.SR, 0.4m), (SeatRole.FR, 0.4m)), null, 3,
                [SeatRole.AR, SeatRole.SR, SeatRole.FR], null, 0.1m, 2, 20, 3, true, false, ["ACCOUNT_HEAD", "REGION_HEAD"])),
            KeyValuePair.Create(Tier.B, new TierTeam(
                Loads((SeatRole.AR, 0.15m), (SeatRole.SR, 0.1m), (SeatRole.FR, 0.1m)), null, 2,
                [SeatRole.AR], null, 0.1m, 6, 10, 1, false, false, ["ACCOUNT_HEAD"])),
            KeyValuePair.Create(Tier.C, new TierTeam(Loads(), 115, 1, [SeatRole.AR], null, 0m, 115, 5, 0, false, false, ["POOL_LEAD"])),
        ]),
        ImmutableSortedDictionary.CreateRange(
        [
            KeyValuePair.Create<SeatRole, ImmutableArray<string>>(SeatRole.AR, ["AR"]),
            KeyValuePair.Create<SeatRole, ImmutableArray<string>>(SeatRole.SR, ["SR"]),
            KeyValuePair.Create<SeatRole, ImmutableArray<string>>(SeatRole.FR, ["FR"]),
            KeyValuePair.Create<SeatRole, ImmutableArray<string>>(SeatRole.Deputy, ["AR"]),
            KeyValuePair.Create<SeatRole, ImmutableArray<string>>(SeatRole.Specialist, ["SR", "FR"]),
            KeyValuePair.Create<SeatRole, ImmutableArray<string>>(SeatRole.Sponsor, ["SPONSOR", "REGION_HEAD"]),
            KeyValuePair.Create<SeatRole, ImmutableArray<string>>(SeatRole.Finance, ["FINANCE"]),
            KeyValuePair.Create<SeatRole, ImmutableArray<string>>(SeatRole.Legal, ["LEGAL"]),
        ]),
        new RotationTerms(30, 36, 48),
        new RotationTerms(42, 48, 60),
        new TeamTerms(
            ChangeMonths: 6, StayMonths: 9, DeclarationDays: 180, CoolingOffMonths: 12, FreezeMonths: 6, FreezeGapMonths: 3, WarnLoad: 0.9m,
            KeyInfluence: 4, SponsorCalls: 3, SponsorDays: 2, ActingDays: 1, HandoverSlack: 10, Shown: 5, CheckDays: [30, 60, 90]),
        new FitWeights(Domain: 3m, Industry: 2m, NativeLanguage: 1m, LevelSurplus: 0.5m, KeptTie: 1m, Overload: 5m, Travel: 1m),
        [CandidateRule.Conflict, CandidateRule.CoolingOff, CandidateRule.Language, CandidateRule.Level, CandidateRule.Region],
        []);

    /// <summary>Full-time equivalents that a seat asks of whoever holds it in this way.</summary>
    public decimal Load(Tier tier, SeatRole role, SeatKind kind, decimal? share) => Tiers[tier] is var team && kind is SeatKind.Backup
        ? share ?? (team.LoadOf(role) * team.BackupShare)
        : share ?? team.LoadOf(role);

    public RotationTerms Rotation(SeatRole role) => role is SeatRole.AR ? AccountRotation : OtherRotation;

    /// <summary>Whether the person weighs so much that a handover may not miss them.</summary>
    public bool IsKey(Person person) => person.Role is ProcessRole.Decide or ProcessRole.Approve
        || Math.Max(person.InfluenceNow, person.InfluenceFuture) >= Terms.KeyInfluence;

    public bool MayHold(Employee employee, SeatRole role) =>
        employee.Licences.Contains(role) || Licences.GetValueOrDefault(role, []).Contains(employee.JobRole);

    public IEnumerable<FieldMistake> Mistakes() =>
    [
        .. Enum.GetValues<Tier>().Where(tier => !Tiers.ContainsKey(tier))
            .Select(tier => new FieldMistake(nameof(Tiers), $"lacks {tier}; say what it asks of its team")),
        .. Tiers.SelectMany(tier => tier.Value.Mistakes($"{nameof(Tiers)}.{tier.Key}")),
        .. AccountRotation.Mistakes(nameof(AccountRotation)),
        .. OtherRotation.Mistakes(nameof(OtherRotation)),
        .. Terms.Mistakes(),
        .. Waivable.Except(CandidateRule.All)
            .Select(rule => new FieldMistake(nameof(Waivable), $"names {rule}, which is no rule; write some of {string.Join(", ", CandidateRule.All)}")),
        .. Waivable.Intersect(CandidateRule.NeverWaived)
            .Select(rule => new FieldMistake(nameof(Waivable), $"names {rule}, which nobody may waive")),
    ];

    private static ImmutableSortedDictionary<SeatRole, decimal> Loads(params (SeatRole Role, decimal Load)[] loads) =>
        loads.ToImmutableSortedDictionary(of => of.Role, of => of.Load);
}

/// <summary>What a tier asks of its team (METHOD §3.3's table).</summary>
/// <param name="Load">Full-time equivalents by role; a role that is not named asks for none.</param>
/// <param name="Pool">Customers that one account responsible has at most where they are kept in pools; nothing elsewhere.</param>
/// <param name="Level">The least level of whoever holds a seat.</param>
/// <param name="Required">Seats that must never be empty.</param>
/// <param name="PeoplePerDeputy">Key people for each deputy; nothing for no deputies.</param>
/// <param name="BackupShare">Part of the seat's load that shadowing takes, 0 to 1.</param>
/// <param name="Span">Customers of this tier that one account responsible has at most.</param>
/// <param name="Overlap">Working days that predecessor and successor work side by side.</param>
/// <param name="JointMeetings">Key people whom both meet together.</param>
/// <param name="CustomerMeeting">Whether the customer has a meeting about the change (INV-25).</param>
/// <param name="SponsorInformed">Whether the sponsor hears of it before it is approved.</param>
/// <param name="Approvers">Roles that agree, one after the other.</param>
public sealed record TierTeam(
    ImmutableSortedDictionary<SeatRole, decimal> Load,
    int? Pool,
    int Level,
    ImmutableArray<SeatRole> Required,
    int? PeoplePerDeputy,
    decimal BackupShare,
    int Span,
    int Overlap,
    int JointMeetings,
    bool CustomerMeeting,
    bool SponsorInformed,
    ImmutableArray<string> Approvers)
{
    public decimal LoadOf(SeatRole role) =>
        Pool is { } pool && role is SeatRole.AR ? 1m / pool : Load.GetValueOrDefault(role);

    internal IEnumerable<FieldMistake> Mistakes(string tier) => FieldMistake.Among(
        FieldMistake.OutOfRange($"{tier}.{nameof(Level)}", Level, 1, 5),
        FieldMistake.OutOfRange($"{tier}.{nameof(BackupShare)}", BackupShare, 0, 1),
        FieldMistake.OutOfRange($"{tier}.{nameof(Overlap)}", Overlap, 0, 250),
        FieldMistake.OutOfRange($"{tier}.{nameof(Span)}", Span, 1, 10_000),
        Pool is { } pool ? FieldMistake.OutOfRange($"{tier}.{nameof(Pool)}", pool, 1, 10_000) : null,
        PeoplePerDeputy is { } people ? FieldMistake.OutOfRange($"{tier}.{nameof(PeoplePerDeputy)}", people, 1, 10_000) : null,
        Load.Values.Any(load => load is < 0 or > 1)
            ? new FieldMistake($"{tier}.{nameof(Load)}", "has a load that is not from 0 to 1")
            : null,
        Approvers is [] ? new FieldMistake($"{tier}.{nameof(Approvers)}", "is empty; somebody approves every seat") : null);
}

/// <summary>Months in a seat: a successor is looked for, the seat is due, nobody stays longer.</summary>
public sealed record RotationTerms(int NoticeMonths, int DueMonths, int StopMonths)
{
    internal IEnumerable<FieldMistake> Mistakes(string name) => FieldMistake.Among(
        FieldMistake.OutOfRange($"{name}.{nameof(NoticeMonths)}", NoticeMonths, 1, 600),
        FieldMistake.OutOfRange($"{name}.{nameof(DueMonths)}", DueMonths, NoticeMonths, 600),
        FieldMistake.OutOfRange($"{name}.{nameof(StopMonths)}", StopMonths, DueMonths, 600));
}

/// <param name="ChangeMonths">Of the three seats one changes within this time.</param>
/// <param name="StayMonths">One of the three stays at least this long when another changes.</param>
/// <param name="DeclarationDays">How old a conflict declaration may be.</param>
/// <param name="CoolingOffMonths">Before that time nobody comes back to a customer.</param>
/// <param name="FreezeMonths">The longest time without rotation.</param>
/// <param name="FreezeGapMonths">A freeze that follows sooner counts as the same one.</param>
/// <param name="WarnLoad">Part of the capacity above which people are warned; above 1 is refused (INV-24).</param>
/// <param name="KeyInfluence">From this influence on somebody at the customer is a key person.</param>
/// <param name="SponsorCalls">People whom the sponsor calls after a sudden loss.</param>
/// <param name="SponsorDays">Working days for that.</param>
/// <param name="ActingDays">Working days until somebody acts for an empty seat.</param>
/// <param name="HandoverSlack">Working days for a handover beyond the overlap.</param>
/// <param name="Shown">How many of the best a list of candidates shows.</param>
/// <param name="CheckDays">Days after the handover on which the new holder is looked at.</param>
public sealed record TeamTerms(
    int ChangeMonths,
    int StayMonths,
    int DeclarationDays,
    int CoolingOffMonths,
    int FreezeMonths,
    int FreezeGapMonths,
    decimal WarnLoad,
    int KeyInfluence,
    int SponsorCalls,
    int SponsorDays,
    int ActingDays,
    int HandoverSlack,
    int Shown,
    ImmutableArray<int> CheckDays)
{
    internal IEnumerable<FieldMistake> Mistakes() => FieldMistake.Among(
        FieldMistake.OutOfRange(nameof(ChangeMonths), ChangeMonths, 0, 60),
        FieldMistake.OutOfRange(nameof(DeclarationDays), DeclarationDays, 1, 3_650),
        FieldMistake.OutOfRange(nameof(CoolingOffMonths), CoolingOffMonths, 0, 600),
        FieldMistake.OutOfRange(nameof(FreezeMonths), FreezeMonths, 1, 60),
        FieldMistake.OutOfRange(nameof(WarnLoad), WarnLoad, 0, 1),
        FieldMistake.OutOfRange(nameof(SponsorDays), SponsorDays, 0, 250),
        FieldMistake.OutOfRange(nameof(ActingDays), ActingDays, 0, 250),
        FieldMistake.OutOfRange(nameof(HandoverSlack), HandoverSlack, 0, 250),
        FieldMistake.OutOfRange(nameof(Shown), Shown, 1, 100),
        CheckDays is [] || CheckDays.Any(day => day < 1)
            ? new FieldMistake(nameof(CheckDays), "must name days of 1 or more")
            : null);
}

/// <summary>How much each term of a candidate's fit counts (METHOD §3.3's objective).</summary>
/// <param name="LevelSurplus">For each level above what is needed.</param>
/// <param name="KeptTie">For each level of a relationship that continues.</param>
/// <param name="Overload">For each full-time equivalent above the warning.</param>
public sealed record FitWeights(
    decimal Domain, decimal Industry, decimal NativeLanguage, decimal LevelSurplus, decimal KeptTie, decimal Overload, decimal Travel);
