using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Contents;

/// <summary>Something that the plan wants to reach, with the numbers that show it (METHOD A4).</summary>
/// <param name="Owner">Somebody of the customer's team (INV-16).</param>
/// <param name="Weight">1 to 100; all objectives of a plan together have 100 (INV-16).</param>
public sealed record Objective(
    Id<Objective> Id, ObjectiveKind Kind, string Statement, Id<Employee> Owner, int Weight, ImmutableArray<Measure> Measures)
    : PlanEntry
{
    /// <summary>The same as the customer is told of it; nothing for an objective that it is not told of.</summary>
    public string? ForCustomer { get; init; }

    /// <summary>Growth that a customer whose posture is HARVEST is not planned for (METHOD §4.5).</summary>
    [JsonIgnore]
    public bool IsGrowth => Kind is ObjectiveKind.Hill or ObjectiveKind.Share or ObjectiveKind.SteadyGrowth;

    [JsonIgnore]
    public override string Key => $"objective:{Id}";

    [JsonIgnore]
    public override string? Gist => Statement;

    public override IEnumerable<FieldMistake> Mistakes(Customer customer, DateOnly today) => FieldMistake.Among(
    [
        FieldMistake.Blank(nameof(Statement), Statement),
        FieldMistake.OutOfRange(nameof(Weight), Weight, 1, 100),
        customer.Team.Includes(Owner)
            ? null
            : new FieldMistake(nameof(Owner), $"is {Owner}, who is not on the team of the customer (INV-16)"),
        IsGrowth && customer.Standing.Posture is Tiers.Posture.Harvest
            ? new FieldMistake(nameof(Kind), "is a growth objective; a customer of posture HARVEST has none")
            : null,
        .. Given.Holes(nameof(Measures), Measures)
            ?? Measures.SelectMany((measure, at) => measure.Mistakes($"{nameof(Measures)}[{at}]", customer)),
    ]);

    public bool Equals(Objective? other) => other is not null
        && (Id, Kind, Statement, Owner, Weight, ForCustomer)
            == (other.Id, other.Kind, other.Statement, other.Owner, other.Weight, other.ForCustomer)
        && Measures.AsSpan().SequenceEqual(other.Measures.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Id, Kind, Weight);
}

/// <summary>A number that shows how far an objective is.</summary>
/// <param name="Metric">What is measured, in the team's words.</param>
/// <param name="Base">Its value in the year before the plan; nothing as long as nobody knows it.</param>
/// <param name="Targets">One for each plan year.</param>
/// <param name="LowerIsBetter">As for days of delay.</param>
public sealed record Measure(
    string Metric, string Unit, decimal? Base, ImmutableArray<YearTarget> Targets, bool LowerIsBetter = false)
{
    /// <summary>What the exit of A4 asks for and it does not have yet.</summary>
    internal IEnumerable<string> Missing(AccountYears years) =>
    [
        .. Base is null ? ["base"] : Array.Empty<string>(),
        .. years.Targeted.Except(Targets.Select(target => target.Year)).Select(year => FormattableString.Invariant($"{year}")),
    ];

    internal IEnumerable<FieldMistake> Mistakes(string field, Customer customer) => FieldMistake.Among(
    [
        FieldMistake.Blank($"{field}.{nameof(Metric)}", Metric),
        FieldMistake.Blank($"{field}.{nameof(Unit)}", Unit),
        .. Given.Holes($"{field}.{nameof(Targets)}", Targets) ??
        [
            .. Targets.GroupBy(target => target.Year).Where(same => same.Count() > 1)
                .Select(same => new FieldMistake($"{field}.{nameof(Targets)}", $"names {same.Key} {same.Count()} times")),
            .. Targets.Where(target => customer.Plan?.Years.Targeted.Contains(target.Year) is false)
                .Select(target => new FieldMistake($"{field}.{nameof(Targets)}", $"names {target.Year}, which is no plan year")),
        ],
    ]);

    public bool Equals(Measure? other) => other is not null
        && (Metric, Unit, Base, LowerIsBetter) == (other.Metric, other.Unit, other.Base, other.LowerIsBetter)
        && Targets.AsSpan().SequenceEqual(other.Targets.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Metric, Base);
}

public sealed record YearTarget(int Year, decimal Value);

/// <summary>The kinds of objectives, from the four benefits of a customer (METHOD §2.1).</summary>
[JsonConverter(typeof(WordJsonConverter<ObjectiveKind>))]
public enum ObjectiveKind
{
    [JsonStringEnumMemberName("hill")]
    Hill,
    [JsonStringEnumMemberName("share")]
    Share,
    [JsonStringEnumMemberName("steady_growth")]
    SteadyGrowth,
    [JsonStringEnumMemberName("competition")]
    Competition,
    [JsonStringEnumMemberName("margin")]
    Margin,
    [JsonStringEnumMemberName("relationship")]
    Relationship,
    [JsonStringEnumMemberName("satisfaction")]
    Satisfaction,
    [JsonStringEnumMemberName("certification")]
    Certification,
}
