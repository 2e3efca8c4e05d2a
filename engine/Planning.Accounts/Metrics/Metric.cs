using System.Text.Json.Serialization;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Metrics;

/// <summary>The measured inputs of the rules, by their names in METHOD §4.1.</summary>
[JsonConverter(typeof(WordJsonConverter<Metric>))]
public enum Metric
{
    [JsonStringEnumMemberName("revenue_ttm")]
    RevenueTtm,
    [JsonStringEnumMemberName("contribution_pct")]
    ContributionPct,
    [JsonStringEnumMemberName("fte")]
    Fte,
    [JsonStringEnumMemberName("pc_index_forecast_y3")]
    PcIndexForecastY3,
    [JsonStringEnumMemberName("potential_3y")]
    Potential3Y,
    [JsonStringEnumMemberName("growth_3y")]
    Growth3Y,
    [JsonStringEnumMemberName("sow")]
    ShareOfWallet,
    [JsonStringEnumMemberName("match")]
    Match,
    [JsonStringEnumMemberName("satisfaction")]
    Satisfaction,
    [JsonStringEnumMemberName("dso_overrun")]
    DsoOverrun,
    [JsonStringEnumMemberName("overdue60")]
    Overdue60,
    [JsonStringEnumMemberName("credit")]
    Credit,
    [JsonStringEnumMemberName("survival5y")]
    Survival5Y,
    [JsonStringEnumMemberName("stickiness_layer")]
    StickinessLayer,
    [JsonStringEnumMemberName("relevant_spend_share")]
    RelevantSpendShare,
    [JsonStringEnumMemberName("bus_factor")]
    BusFactor,
    [JsonStringEnumMemberName("sanctions_hit")]
    SanctionsHit,
    [JsonStringEnumMemberName("insolvency")]
    Insolvency,

    /// <summary>The part of our service promises that we kept.</summary>
    [JsonStringEnumMemberName("service_sla")]
    ServiceSla,
}
