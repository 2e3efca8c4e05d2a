using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Planning.Accounts.Customers;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Certification;

/// <summary>Somebody looks at us: the buyer, or whom we ask to look as the buyer would.</summary>
/// <param name="Auditors">Names of people or firms, or ids of employees; in a mock audit nobody who has a part in the
/// campaign.</param>
public sealed record AuditRound(Id<AuditRound> Id, RoundKind Kind, DateOnly From, DateOnly To, ImmutableArray<string> Auditors)
{
    /// <summary>Calendar days, the first and the last among them.</summary>
    [JsonIgnore]
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>The last day for the report of a mock audit.</summary>
    public DateOnly? ReportDue { get; init; }

    /// <summary>Nothing as long as no report has come.</summary>
    public RoundReport? Report { get; init; }

    public bool Equals(AuditRound? other) => other is not null
        && (Id, Kind, From, To, ReportDue, Report) == (other.Id, other.Kind, other.From, other.To, other.ReportDue, other.Report)
        && Auditors.AsSpan().SequenceEqual(other.Auditors.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Id, From);
}

/// <param name="Score">What the auditors would give us, 0 to 100; nothing when they do not say.</param>
public sealed record RoundReport(DateOnly On, string Reference, decimal? Score);

[JsonConverter(typeof(WordJsonConverter<RoundKind>))]
public enum RoundKind
{
    [JsonStringEnumMemberName("desk")]
    Desk,
    [JsonStringEnumMemberName("mock")]
    Mock,
    [JsonStringEnumMemberName("on_site")]
    OnSite,
    [JsonStringEnumMemberName("re_audit")]
    ReAudit,
    [JsonStringEnumMemberName("surveillance")]
    Surveillance,
}

/// <summary>Something the buyer wants to know.</summary>
/// <param name="Topic">What it is about: every question of one topic gets one answer (“one voice”, METHOD 003).</param>
/// <param name="Due">The last day for the answer.</param>
public sealed record BuyerQuestion(Id<BuyerQuestion> Id, string Topic, string Text, DateOnly AskedOn, DateOnly Due)
{
    /// <summary>Nothing as long as it is open.</summary>
    public string? Answer { get; init; }

    public string? AnsweredBy { get; init; }

    public DateOnly? AnsweredOn { get; init; }

    public bool LateNoted { get; init; }
}
