using System.Collections.Immutable;
using Planning.Accounts.Customers;
using Planning.Accounts.Teams;

namespace Planning.Accounts.Organisation;

/// <summary>What the relationship of company and company is measured by; the defaults are METHOD §5.3's and §5.4's.</summary>
/// <param name="Months">How far back mechanisms, sayings and public statements count.</param>
/// <param name="GraceDays">How many days later than planned a mechanism still is on time.</param>
/// <param name="PairWindows">A level pair has met within this many windows of the coverage level.</param>
/// <param name="JointFull">Joint projects alive, those in production once more, and public statements: so many are all we want.</param>
/// <param name="ExecutiveMonths">Executives of a customer of tier S meet at least once in so many months (METHOD ESC-30).</param>
/// <param name="AskedAgainDays">How long it counts that the customer was asked for something we knew (METHOD ESC-14).</param>
/// <param name="Limits">What a seat may not promise alone (INV-26).</param>
public sealed record OrganisationPolicy(
    int Months,
    int GraceDays,
    int PairWindows,
    int JointFull,
    int ExecutiveMonths,
    int AskedAgainDays,
    OrganisationWeights Weights,
    StickinessPolicy Stickiness,
    ImmutableArray<AuthorityLimit> Limits)
{
    public static OrganisationPolicy Default { get; } = new(
        Months: 12,
        GraceDays: 10,
        PairWindows: 2,
        JointFull: 4,
        ExecutiveMonths: 6,
        AskedAgainDays: 90,
        new OrganisationWeights(Mechanisms: 0.35m, Levels: 0.25m, Joint: 0.25m, Voice: 0.15m),
        new StickinessPolicy(Satisfaction: 80, SatisfactionDays: 400, ServiceSla: 0.95m, ValueCaseMonths: 24, Match: 75),
        [
            new AuthorityLimit(SeatRole.AR, CommitmentKind.Design, SeatRole.SR),
            new AuthorityLimit(SeatRole.AR, CommitmentKind.DeliveryDate, SeatRole.FR),
            new AuthorityLimit(SeatRole.SR, CommitmentKind.CommercialTerms, SeatRole.AR),
            new AuthorityLimit(SeatRole.FR, CommitmentKind.Design, SeatRole.SR),
        ]);

    /// <summary>Whose sign-off a promise in the name of a seat needs; nothing when it is within its limits.</summary>
    public SeatRole? SignOffFor(SeatRole role, CommitmentKind kind) =>
        Limits.FirstOrDefault(limit => limit.Role == role && limit.Kind == kind)?.SignedBy;

    public IEnumerable<FieldMistake> Mistakes() => FieldMistake.Among(
    [
        FieldMistake.OutOfRange(nameof(Months), Months, 1, 60),
        FieldMistake.OutOfRange(nameof(GraceDays), GraceDays, 0, 365),
        FieldMistake.OutOfRange(nameof(PairWindows), PairWindows, 1, 4),
        FieldMistake.OutOfRange(nameof(JointFull), JointFull, 1, 100),
        FieldMistake.OutOfRange(nameof(ExecutiveMonths), ExecutiveMonths, 1, 24),
        FieldMistake.OutOfRange(nameof(AskedAgainDays), AskedAgainDays, 1, 1000),
        Weights.Mechanisms + Weights.Levels + Weights.Joint + Weights.Voice == 1
            ? null
            : new FieldMistake(nameof(Weights), "must add up to 1"),
        .. Stickiness.Mistakes(),
        .. Limits.IsDefault ? [new FieldMistake(nameof(Limits), "is missing; write [] for none")] : Limits
            .Where(limit => limit.Role == limit.SignedBy)
            .Select(limit => new FieldMistake(nameof(Limits), $"lets {limit.Role} sign off what {limit.Role} promises")),
    ]);
}

/// <summary>OR = mechanisms·OM + levels·LM + joint·JV + voice·OV (METHOD §5.3); together 1.</summary>
public sealed record OrganisationWeights(decimal Mechanisms, decimal Levels, decimal Joint, decimal Voice);

/// <summary>What the layers of stickiness ask for (METHOD §5.4).</summary>
/// <param name="Satisfaction">Points, for the first layer.</param>
/// <param name="SatisfactionDays">A wave older than this tells nothing.</param>
/// <param name="ServiceSla">Share of service promises that were kept, for the first layer.</param>
/// <param name="ValueCaseMonths">How long an accepted value case counts for the second.</param>
/// <param name="Match">Points of strategic match, for the third.</param>
public sealed record StickinessPolicy(decimal Satisfaction, int SatisfactionDays, decimal ServiceSla, int ValueCaseMonths, decimal Match)
{
    internal IEnumerable<FieldMistake?> Mistakes() =>
    [
        FieldMistake.OutOfRange("Stickiness.Satisfaction", Satisfaction, 0, 100),
        FieldMistake.OutOfRange("Stickiness.SatisfactionDays", SatisfactionDays, 1, 4000),
        FieldMistake.OutOfRange("Stickiness.ServiceSla", ServiceSla, 0, 1),
        FieldMistake.OutOfRange("Stickiness.ValueCaseMonths", ValueCaseMonths, 1, 120),
        FieldMistake.OutOfRange("Stickiness.Match", Match, 0, 100),
    ];
}
