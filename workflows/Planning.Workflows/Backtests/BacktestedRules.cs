using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Planning.Accounts.Wording;

namespace Planning.Workflows.Backtests;

/// <summary>How one version's rules came out.</summary>
/// <param name="Version">As <c>tiering 2026.1</c>.</param>
/// <param name="Quarters">Customers' quarters that were judged.</param>
/// <param name="Undecided">Those in which some rule could not be decided for want of a fact.</param>
/// <param name="Rules">Highest priority first.</param>
/// <param name="Conflicts">The most frequent first; only what occurred.</param>
public sealed record BacktestedRules(
    string Version,
    long Quarters,
    long Undecided,
    ImmutableArray<BacktestedRule> Rules,
    ImmutableArray<BacktestedConflict> Conflicts);

/// <summary>How often one rule came out how, over customers and quarters.</summary>
/// <param name="Judged">How often it was reached; a stop rule above may keep it from that.</param>
/// <param name="True">How often its condition held, whether or not it might speak.</param>
/// <param name="Fired">How often it spoke.</param>
/// <param name="Beaten">How often it was true and silent, because a rule of its group that comes first was true.</param>
/// <param name="Unknown">How often it could not be decided.</param>
public sealed record BacktestedRule(string Rule, long Judged, long True, long Fired, long Beaten, long Unknown)
{
    /// <summary>What its author should look at; nothing when it is as rules are.</summary>
    [JsonInclude]
    public string? Remark => this switch
    {
        { Judged: 0 } => "never judged",
        { True: 0 } => "never true",
        _ when Beaten == True => "always beaten",
        { Fired: 0 } => "never fired",
        _ when True == Judged => "always true",
        _ => null,
    };
}

/// <summary>Two rules that were true of the same customer in the same quarter and get in each other's way.</summary>
/// <param name="Rule">The one that comes first.</param>
/// <param name="Times">In how many customers' quarters.</param>
public sealed record BacktestedConflict(string Rule, string Other, ConflictKind Kind, long Times);

/// <summary>How two true rules get in each other's way.</summary>
[JsonConverter(typeof(WordJsonConverter<ConflictKind>))]
public enum ConflictKind
{
    /// <summary>They are of one group: the first silenced the other.</summary>
    [JsonStringEnumMemberName("beaten")]
    Beaten,

    /// <summary>Both spoke and want something different of the same thing: what the other wants stands in the
    /// end.</summary>
    [JsonStringEnumMemberName("contradicted")]
    Contradicted,
}
