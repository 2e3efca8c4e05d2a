using System.Text.Json.Serialization;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.Teams;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Contents;

/// <summary>A strength, weakness, opportunity, threat, risk, assumption or issue, or the check that we survive it.</summary>
/// <param name="Impact">1 to 5.</param>
/// <param name="Probability">0 to 1; nothing where it is a fact.</param>
/// <param name="Response">What is done about it.</param>
public sealed record AnalysisItem(
    Id<AnalysisItem> Id, AnalysisType Type, string Text, int Impact, decimal? Probability = null, string? Response = null) : PlanEntry
{
    [JsonIgnore]
    public override string Key => $"analysis:{Id}";

    [JsonIgnore]
    public override string? Gist => Text;

    public override IEnumerable<FieldMistake> Mistakes(Customer customer, DateOnly today) => FieldMistake.Among(
        FieldMistake.Blank(nameof(Text), Text),
        FieldMistake.OutOfRange(nameof(Impact), Impact, 1, 5),
        FieldMistake.OutOfRange(nameof(Probability), Probability ?? 0, 0, 1));
}

[JsonConverter(typeof(WordJsonConverter<AnalysisType>))]
public enum AnalysisType
{
    [JsonStringEnumMemberName("strength")]
    Strength,
    [JsonStringEnumMemberName("weakness")]
    Weakness,
    [JsonStringEnumMemberName("opportunity")]
    Opportunity,
    [JsonStringEnumMemberName("threat")]
    Threat,
    [JsonStringEnumMemberName("risk")]
    Risk,
    [JsonStringEnumMemberName("assumption")]
    Assumption,
    [JsonStringEnumMemberName("issue")]
    Issue,

    /// <summary>The floor check: how we live through the worst case (METHOD A4).</summary>
    [JsonStringEnumMemberName("floor")]
    Floor,
}

/// <summary>One of our product lines in one unit of the customer (METHOD §1, whitespace).</summary>
/// <param name="Potential">What could be earned there over the plan's years.</param>
/// <param name="Rival">Who is there, where the status says so.</param>
/// <param name="NextAction">What we do next to be there; a cell without one does not count toward growth.</param>
public sealed record WhitespaceCell(
    string Unit, string ProductLine, CellStatus Status, Money? Potential = null, string? Rival = null, string? NextAction = null)
    : PlanEntry
{
    [JsonIgnore]
    public override string Key => $"whitespace:{Unit}|{ProductLine}";

    [JsonIgnore]
    public override string? Gist => NextAction;

    public override IEnumerable<FieldMistake> Mistakes(Customer customer, DateOnly today) => FieldMistake.Among(
        FieldMistake.Blank(nameof(ProductLine), ProductLine),
        customer.Units.ContainsKey(Unit ?? "") ? null : new FieldMistake(nameof(Unit), $"is “{Unit}”, which is no unit of the customer"),
        Status is CellStatus.Rival ? FieldMistake.Blank(nameof(Rival), Rival) : null,
        customer.Plan?.Draft.Currency(null) is { } currency && Potential is { } potential && potential.Currency != currency
            ? new FieldMistake(nameof(Potential), $"is in {potential.Currency}; the plan is in {currency}")
            : null,
        FieldMistake.OutOfRange(nameof(Potential), Potential?.Millions ?? 0, 0, 1_000_000));
}

[JsonConverter(typeof(WordJsonConverter<CellStatus>))]
public enum CellStatus
{
    [JsonStringEnumMemberName("installed")]
    Installed,
    [JsonStringEnumMemberName("open")]
    Open,
    [JsonStringEnumMemberName("rival")]
    Rival,
    [JsonStringEnumMemberName("none")]
    None,
}

/// <summary>Something that somebody of ours does by a day. How far it is stands beside the plan, not in it.</summary>
/// <param name="For">The objective, the cell or the review that it serves, by its key; nothing for the plan as a whole.</param>
public sealed record PlannedAction(Id<PlannedAction> Id, string Text, Id<Employee> Owner, DateOnly Due, string? For = null) : PlanEntry
{
    /// <summary>The same as the customer is told of it; nothing for an action that it is not told of.</summary>
    public string? ForCustomer { get; init; }

    [JsonIgnore]
    public override string Key => $"action:{Id}";

    [JsonIgnore]
    public override string? Gist => Text;

    public override IEnumerable<FieldMistake> Mistakes(Customer customer, DateOnly today) => FieldMistake.Among(
        FieldMistake.Blank(nameof(Text), Text),
        For is not null && customer.Plan?.Draft.Entries.ContainsKey(For) is false
            ? new FieldMistake(nameof(For), $"is “{For}”, which the plan does not say")
            : null);
}
