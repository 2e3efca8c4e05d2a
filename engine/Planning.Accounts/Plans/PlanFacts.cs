using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.Stages;
using Planning.Accounts.Teams;

namespace Planning.Accounts.Plans;

/// <summary>What the exit gates of plan stages may ask about a customer and its plan. Rules see it as <c>plan</c>.</summary>
public sealed record PlanFacts : StageFacts
{
    public required bool AccountSeatFilled { get; init; }

    public required bool GroupRootConfirmed { get; init; }

    public required IReadOnlyList<string> MissingProfileSections { get; init; }

    /// <summary>Days since the oldest section was true; nothing when no section is written.</summary>
    public int? OldestProfileSectionDays { get; init; }

    public required int SourceClasses { get; init; }

    /// <summary>Public sources ÷ all sources, 0 to 1; nothing without a source.</summary>
    public double? PublicSourceShare { get; init; }

    /// <summary>Part of the relevant spend that the listed vendors have, 0 to 1.</summary>
    public required double VendorSpendCovered { get; init; }

    public required int Units { get; init; }

    public required IReadOnlyList<string> UnitsWithoutHeadcount { get; init; }

    public required int MatchAssessors { get; init; }

    public required int FactorsWithoutEvidence { get; init; }

    /// <summary>Points between the highest and the lowest result; nothing with fewer than two assessors.</summary>
    public double? MatchDifference { get; init; }

    public required bool MatchAgreed { get; init; }

    /// <summary>The agreed result, else the mean of the assessors; 0 to 100.</summary>
    public double? MatchResult { get; init; }

    /// <summary>Points between that result and the match recorded 24 months ago; nothing when none was.</summary>
    public double? MatchDrift { get; init; }

    /// <summary>Days since the older assessment.</summary>
    public int? MatchAgeDays { get; init; }

    /// <summary>What the plan says; nothing in the journal from before plans said anything.</summary>
    public ContentFacts? Content { get; init; }

    /// <summary>How the plan came about and lives; nothing in the journal from before plans had versions.</summary>
    public LifeFacts? Life { get; init; }

    /// <summary>The stages whose criteria are judged again: all before approval, and those of what an amendment touches (METHOD A10).</summary>
    public IReadOnlyList<string>? AlsoGates { get; init; }

    public override IReadOnlyList<string> Also() => AlsoGates ?? [];

    public static PlanFacts Of(Customer customer, AccountPlan plan, DateOnly today, PlanPolicy policy)
    {
        var sources = plan.Profile.Sources.ToList();
        var assessments = plan.Match.ByAssessor.Values.ToList();
        var results = assessments.Select(assessment => policy.Result(assessment.Factors)).ToList();
        var result = plan.Match.Meeting?.Result ?? (results is [] ? null : results.Average());
        return new PlanFacts
        {
            AccountSeatFilled = customer.Team.Holder(SeatRole.AR) is not null,
            GroupRootConfirmed = customer.Details!.GroupRootConfirmed,
            MissingProfileSections =
            [
                .. Enum.GetValues<ProfileTopic>()
                    .Where(topic => !plan.Profile.Sections.ContainsKey(topic))
                    .Select(topic => topic.ToString().ToLowerInvariant()),
            ],
            OldestProfileSectionDays = plan.Profile.Sections is { Count: > 0 } sections
                ? today.DayNumber - sections.Values.Min(section => section.DatedOn).DayNumber
                : null,
            SourceClasses = sources.DistinctBy(source => source.Class).Count(),
            PublicSourceShare = sources is [] ? null : sources.Count(source => source.Public) / (double)sources.Count,
            VendorSpendCovered = (double)plan.Vendors.Sum(vendor => vendor.Share),
            Units = customer.Units.Count,
            UnitsWithoutHeadcount =
            [
                .. customer.Units.Values
                    .Where(unit => unit is { Relevance: >= 1, HeadcountInProcess: null })
                    .Select(unit => unit.Name),
            ],
            Content = ContentFacts.Of(customer, plan),
            Life = LifeFacts.Of(customer, plan),
            AlsoGates = GatesAgain.Of(plan, PlanGround.Of(customer)),
            MatchAssessors = assessments.Count,
            FactorsWithoutEvidence = assessments.Sum(
                assessment => Math.Max(0, assessment.Factors.All.Count() - assessment.Evidence.Length)),
            MatchDifference = results.Count < 2 ? null : (double)(results.Max() - results.Min()),
            MatchAgreed = plan.Match.Meeting is not null,
            MatchResult = (double?)result,
            MatchDrift = (double?)(result - customer.Metrics.Value(Metric.Match, Quarter.Of(today).Add(-8))),
            MatchAgeDays = assessments is []
                ? null
                : today.DayNumber - assessments.Min(assessment => assessment.On).DayNumber,
        };
    }
}
