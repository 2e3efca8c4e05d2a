using Planning.Accounts.Customers;
using Planning.Accounts.Stages;
using Planning.Accounts.Tiers;

namespace Planning.Accounts.Certification;

/// <summary>What the exit gates of a campaign's stages may ask. Rules see it as <c>campaign</c>.</summary>
public sealed record CampaignFacts : StageFacts
{
    /// <summary>The board said go.</summary>
    public required bool Approved { get; init; }

    /// <summary>Tier S, or in the lane of target customers.</summary>
    public required bool InTargetLane { get; init; }

    public required IReadOnlyList<string> DomainsWithoutOwner { get; init; }

    /// <summary>Nothing without a charter.</summary>
    public int? BudgetMonths { get; init; }

    public required bool SponsorOnBoard { get; init; }

    public required bool RegistrationConfirmed { get; init; }

    public required int CriteriaNotScored { get; init; }

    public required int CriteriaScoredByOne { get; init; }

    public required int CriteriaNotCalibrated { get; init; }

    /// <summary>Gate criteria below their mark, or with a gap that is not closed.</summary>
    public required IReadOnlyList<string> OpenGates { get; init; }

    public required int OpenCriticalGaps { get; init; }

    /// <summary>Our own score, 0 to 100.</summary>
    public required double Score { get; init; }

    /// <summary>The pass mark and the margin above it.</summary>
    public required double ScoreWanted { get; init; }

    /// <summary>Criteria with evidence that holds through the planned audit and after ÷ all, 0 to 1; nothing without a planned
    /// audit.</summary>
    public double? EvidenceCovered { get; init; }

    /// <summary>The same of gate criteria.</summary>
    public double? GateEvidenceCovered { get; init; }

    public required bool MockAuditReported { get; init; }

    /// <summary>Nothing as long as no mock audit gave one.</summary>
    public double? MockScore { get; init; }

    /// <summary>Major and critical findings of mock audits.</summary>
    public required int OpenMockMajors { get; init; }

    public required bool Submitted { get; init; }

    public required bool SubmissionAccepted { get; init; }

    public required int OpenQuestions { get; init; }

    public required int OnSiteAudits { get; init; }

    public required int AuditsWithoutReport { get; init; }

    /// <summary>Major and critical findings of the buyer that are not closed and accepted.</summary>
    public required int OpenMajors { get; init; }

    public required bool DecidedByDocument { get; init; }

    /// <summary>The document of the customer found us qualified or conditional.</summary>
    public required bool Listed { get; init; }

    public required bool BidDeskKnows { get; init; }

    public required bool RequestReceived { get; init; }

    /// <summary>Whole months since the listing began; nothing without one.</summary>
    public int? MonthsListed { get; init; }

    public required bool ReturnReviewed { get; init; }

    /// <summary>Somebody wrote down what the campaign taught us.</summary>
    public bool? LessonsNoted { get; init; }

    /// <summary>A surveillance was due and not held.</summary>
    public bool? SurveillanceOpen { get; init; }

    /// <summary>Whole months since the end of the quarter of the newest scorecard; nothing without one.</summary>
    public int? MonthsSinceScorecard { get; init; }

    public required int OpenConditions { get; init; }

    /// <summary>Criteria that a change of ours touched and that are not assessed anew.</summary>
    public required int CriteriaToReassess { get; init; }

    /// <summary>Months until the listing ends, a month that has begun counted whole; nothing without one.</summary>
    public int? MonthsLeft { get; init; }

    /// <summary>Another campaign has brought the same scope a later end.</summary>
    public required bool Renewed { get; init; }

    public static CampaignFacts Of(Customer customer, Campaign campaign, DateOnly today, CertificationPolicy policy)
    {
        var record = customer.Certification;
        var scheme = record.Schemes[campaign.Scheme];
        var marks = scheme.MarksBy(policy);
        var gaps = campaign.Gaps.Values.Where(gap => gap.IsOpen).ToList();
        var listing = record.ListingOf(campaign.Scope);
        var lists = campaign.Decision?.Lists is true ? listing : null;
        var coverage = campaign.Charter is { } charter
            ? EvidenceCoverage.Of(
                scheme, record, today, charter.PlannedAuditOn.AddMonths(policy.Campaigns.EvidenceMonths), policy)
            : null;
        var mock = campaign.Audits.LastMock();
        var onSite = campaign.Audits.Rounds.Values.Where(round => round.Kind is RoundKind.OnSite).ToList();
        return new CampaignFacts
        {
            Approved = campaign.GoOn is not null,
            InTargetLane = customer.Standing.Tier is Tier.S || customer.Standing.Lane is Lane.Target,
            DomainsWithoutOwner = [.. Unowned(campaign, scheme)],
            BudgetMonths = campaign.Charter?.BudgetMonths,
            SponsorOnBoard = campaign.Charter is { } led && policy.BoardSeats.Contains(led.SponsorSeat, StringComparer.Ordinal),
            RegistrationConfirmed = campaign.Registration.ConfirmedOn is not null,
            CriteriaNotScored = scheme.Criteria.Count(criterion => campaign.Self.Score(criterion.Id) is null),
            CriteriaScoredByOne = scheme.Criteria.Count(
                criterion => campaign.Self.Score(criterion.Id) is not null && !campaign.Self.HasTwo(criterion.Id)),
            CriteriaNotCalibrated = scheme.Criteria.Count(criterion => !campaign.Self.IsCalibrated(criterion.Id)),
            OpenGates =
            [
                .. CampaignScore.Failed(campaign, scheme, policy)
                    .Union(gaps.Select(gap => gap.Criterion)
                        .Where(id => scheme.Find(id) is { } criterion && scheme.IsGate(criterion, policy)))
                    .Select(criterion => criterion.Value),
            ],
            OpenCriticalGaps = gaps.Count(gap => gap.Severity is GapSeverity.Critical),
            Score = (double)CampaignScore.Of(campaign, scheme, policy).Total,
            ScoreWanted = (double)(marks.Pass + marks.Margin),
            EvidenceCovered = coverage?.Share,
            GateEvidenceCovered = coverage?.GateShare,
            MockAuditReported = mock is not null,
            MockScore = (double?)mock?.Report?.Score,
            OpenMockMajors = campaign.Audits.OpenOf(mock: true).Count(finding => finding.IsGrave),
            Submitted = campaign.Submission is not null,
            SubmissionAccepted = campaign.Submission?.AcceptedOn is not null,
            OpenQuestions = campaign.Audits.OpenQuestions.Count(),
            OnSiteAudits = onSite.Count,
            AuditsWithoutReport = onSite.Count(round => round.Report is null),
            OpenMajors = campaign.Audits.OpenOf(mock: false).Count(finding => finding.IsGrave),
            DecidedByDocument = campaign.Decision is not null,
            Listed = campaign.Decision?.Lists is true,
            BidDeskKnows = lists?.KnownBy is not null,
            RequestReceived = lists?.FirstRequestOn is not null,
            MonthsListed = lists is null ? null : Months(lists.Since, today),
            ReturnReviewed = lists?.ReturnReviewedOn is not null,
            LessonsNoted = campaign.Lessons is not null,
            SurveillanceOpen = lists?.SurveillanceOpen is not null,
            MonthsSinceScorecard = lists?.Scorecard is { } kept ? Math.Max(0, Months(kept.Period.EndsOn, today)) : null,
            OpenConditions = campaign.Conditions.Values.Count(condition => condition.IsOpen),
            CriteriaToReassess = campaign.Changes.Values.SelectMany(change => change.Criteria).Distinct()
                .Count(criterion => !campaign.Self.HasTwo(criterion)),
            MonthsLeft = lists?.ValidTo is { } end ? -Months(end, today) : null,
            Renewed = listing is not null && listing.Campaign != campaign.Id && listing.MayBid(today)
                && record.Campaigns.GetValueOrDefault(listing.Campaign)?.Renews == campaign.Id,
        };
    }

    private static IEnumerable<string> Unowned(Campaign campaign, Scheme scheme) => scheme.Criteria
        .Select(criterion => criterion.Domain).Distinct(StringComparer.Ordinal)
        .Except(campaign.Charter?.Owners.Select(owner => owner.Domain) ?? [], StringComparer.Ordinal)
        .OrderBy(domain => domain.Length).ThenBy(domain => domain, StringComparer.Ordinal);

    internal static int Months(DateOnly from, DateOnly to) =>
        ((to.Year - from.Year) * 12) + to.Month - from.Month - (to.Day < from.Day ? 1 : 0);
}
