using System.Text.Json.Serialization;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Tiers;

/// <summary>Investment level, never worth (METHOD §0.4): higher is greater.</summary>
[JsonConverter(typeof(WordJsonConverter<Tier>))]
public enum Tier
{
    C,
    B,
    A,
    S,
}

/// <summary>Why a customer may hold its tier: on today's numbers, or as a chosen target that earns nothing yet.</summary>
[JsonConverter(typeof(WordJsonConverter<Lane>))]
public enum Lane
{
    [JsonStringEnumMemberName("STANDARD")]
    Standard,
    [JsonStringEnumMemberName("TARGET")]
    Target,
}

/// <summary>What we do with our investment at the customer; separate from the tier (METHOD §2.1).</summary>
[JsonConverter(typeof(WordJsonConverter<Posture>))]
public enum Posture
{
    [JsonStringEnumMemberName("BUILD")]
    Build,
    [JsonStringEnumMemberName("INVEST")]
    Invest,
    [JsonStringEnumMemberName("HOLD_STEADY")]
    HoldSteady,
    [JsonStringEnumMemberName("HARVEST")]
    Harvest,
    [JsonStringEnumMemberName("HOLD")]
    Hold,
}

/// <summary>How deep customer insight goes: the whole company, or one department when our spend is fringe.</summary>
[JsonConverter(typeof(WordJsonConverter<InsightDepth>))]
public enum InsightDepth
{
    [JsonStringEnumMemberName("COMPANY")]
    Company,
    [JsonStringEnumMemberName("DEPARTMENT")]
    Department,
}
