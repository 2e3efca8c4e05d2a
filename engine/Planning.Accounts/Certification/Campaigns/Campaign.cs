using System.Collections.Immutable;
using Planning.Accounts.Customers;
using Planning.Accounts.Stages;

namespace Planning.Accounts.Certification;

/// <summary>Our way onto the customer's short list for one scope: two years of work without an order (METHOD §3.2).</summary>
/// <param name="Process">The id of the workflow instance that leads it.</param>
public sealed record Campaign(
    Id<Campaign> Id, string Title, Id<Scheme> Scheme, Scope Scope, string Process, DateOnly OpenedOn)
{
    /// <summary>The campaign whose listing this one renews; nothing for the first.</summary>
    public Id<Campaign>? Renews { get; init; }

    /// <summary>How far a renewal has come by when; empty for a first campaign.</summary>
    public ImmutableArray<Milestone> Milestones { get; init; } = [];

    public GoMemo? Memo { get; init; }

    public DateOnly? GoOn { get; init; }

    public Charter? Charter { get; init; }

    public BuyerRegistration Registration { get; init; } = new();

    public SelfAssessment Self { get; init; } = SelfAssessment.Empty;

    /// <summary>The worst end-to-end problems by domain, as its owner sees them.</summary>
    public ImmutableSortedDictionary<string, TopProblems> Problems
    {
        get;
        init => field = value.WithComparers(StringComparer.Ordinal);
    } = ImmutableSortedDictionary.Create<string, TopProblems>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<Id<Gap>, Gap> Gaps { get; init; } = ImmutableSortedDictionary<Id<Gap>, Gap>.Empty;

    public Submission? Submission { get; init; }

    public CampaignAudits Audits { get; init; } = CampaignAudits.Empty;

    public BuyerDecision? Decision { get; init; }

    public ImmutableSortedDictionary<Id<ListingCondition>, ListingCondition> Conditions { get; init; } =
        ImmutableSortedDictionary<Id<ListingCondition>, ListingCondition>.Empty;

    public ImmutableSortedDictionary<Id<ChangeNotice>, ChangeNotice> Changes { get; init; } =
        ImmutableSortedDictionary<Id<ChangeNotice>, ChangeNotice>.Empty;

    public StageTrack Track { get; init; } = StageTrack.Empty;

    /// <summary>Why the customer keeps it waiting; nothing while it does not.</summary>
    public string? Suspended { get; init; }

    public DateOnly? SuspendedOn { get; init; }

    /// <summary>What the next campaign should know; nothing as long as nobody wrote it down.</summary>
    public Lessons? Lessons { get; init; }

    /// <summary>What we appeal with; nothing when we do not.</summary>
    public string? Appeal { get; init; }

    public CampaignEnd? End { get; init; }

    /// <summary>The workflow instance that leads a campaign: no other id of ours has a dot followed by a word.</summary>
    internal static string ProcessOf(Id<Customer> customer, Id<Campaign> campaign) => $"{customer}.campaign.{campaign}";

    internal static Campaign Of(CampaignOpened opened) =>
        new(opened.Campaign, opened.Title, opened.Scheme, opened.Scope, opened.Process, opened.On)
        {
            Renews = opened.Renews,
            Milestones = opened.Milestones,
        };

    /// <summary>Whether it asks for people's work before the customer has decided: what postpones tier moves.</summary>
    public bool IsUndecidedOn(DateOnly day) => OpenedOn <= day
        && !(Decision is { Lists: true } decision && decision.On <= day)
        && !(End is { } end && end.On <= day);

    /// <summary>Where it stands; see <see cref="CampaignStatus"/>.</summary>
    /// <param name="listing">The place it led to, as the customer says; nothing without one.</param>
    public CampaignStatus StatusOn(DateOnly today, Listing? listing) => this switch
    {
        { End: { } end } => Of(end, today, listing),
        { Suspended: not null } => CampaignStatus.Suspended,
        { Appeal: not null } => CampaignStatus.Appealing,
        { Decision: { } decision } => Of(decision, today, listing),
        _ when Passed("B9") => CampaignStatus.DecisionPending,
        _ when Passed("B8") => CampaignStatus.CorrectiveAction,
        _ when Passed("B7") => CampaignStatus.Auditing,
        { Submission: not null } => CampaignStatus.Submitted,
        _ when Passed("B4") && Passed("B5") => CampaignStatus.Ready,
        _ when Passed("B3") => Gaps.IsEmpty ? CampaignStatus.SelfAssessed : CampaignStatus.Remediating,
        _ when Passed("B2") || Renews is not null => CampaignStatus.Registered,
        _ when Passed("B1") => CampaignStatus.Chartered,
        _ => CampaignStatus.Targeted,
    };

    public bool Passed(string stage) => Track.Passed.Contains(stage, StringComparer.Ordinal);

    public Campaign Apply(StageEvent happened) => this with { Track = Track.Apply(happened) };

    public Campaign Apply(CampaignEvent happened) => happened switch
    {
        AuditEvent audit => this with { Audits = Audits.Apply(audit) },
        GapEvent gap => this with { Gaps = GapsAfter(gap) },
        GoMemoWritten written => this with { Memo = written.Memo },
        CampaignApproved approved => this with { GoOn = approved.On },
        CampaignChartered chartered => this with { Charter = chartered.Charter },
        RegistrationNoted noted => this with { Registration = noted.Registration },
        CriterionScored scored => this with { Self = Self.With(scored.Score) },
        ScoresCalibrated calibrated => this with { Self = Self.With(calibrated.Scores) },
        TopProblemsNamed named => this with { Problems = Problems.SetItem(named.Domain, named.Problems) },
        CampaignSubmitted submitted => this with { Submission = submitted.Submission },
        SubmissionAccepted accepted => this with
        {
            Submission = Submission! with { AcceptedOn = accepted.On, Reference = accepted.Reference },
        },
        CampaignDecided decided => this with
        {
            Decision = decided.Decision,
            Appeal = null,
            Conditions = decided.Conditions.ToImmutableSortedDictionary(condition => condition.Id, condition => condition),
        },
        AppealLodged lodged => this with { Appeal = lodged.Grounds },
        ConditionMet met => this with
        {
            Conditions = Conditions.SetItem(met.Condition, Conditions[met.Condition] with { Reference = met.Reference }),
        },
        ChangeNoticed noticed => this with
        {
            Changes = Changes.SetItem(noticed.Notice.Id, noticed.Notice),
            Self = Self.Without(noticed.Notice.Criteria),
        },
        MilestoneMissed missed => this with
        {
            Milestones = [.. Milestones.Select(one => one.Stage == missed.Stage ? one with { MissNoted = true } : one)],
        },
        LessonsNoted noted => this with { Lessons = noted.Lessons },
        CampaignSuspended suspended => this with { Suspended = suspended.Reason, SuspendedOn = SuspendedOn ?? suspended.On },
        CampaignResumed resumed => this with
        {
            Suspended = null,
            SuspendedOn = null,
            Track = Track.Later(resumed.Days),
            Audits = Audits.Later(resumed.Days),
        },
        CampaignEnded ended => this with { End = ended.End, Suspended = null, SuspendedOn = null, Appeal = null },
        _ => this,
    };

    /// <summary>When somebody has to be told of something, or it ends by itself; nothing when it is over.</summary>
    public DateOnly? NextDue() => End is not null
        ? null
        : new[]
        {
            Suspended is null ? Track.NextOverdue() : null,
            Suspended is null ? Audits.NextDue() : null,
            Missable().Select(milestone => (DateOnly?)milestone.Due.AddDays(1)).Min(),
            Decision is { Lists: false } && Appeal is null ? (Decision.AppealUntil ?? Decision.On).AddDays(1) : null,
        }.Min();

    /// <summary>What is to be told on a day, once each.</summary>
    public IEnumerable<CustomerEvent> Due(DateOnly today)
    {
        if (End is not null)
        {
            yield break;
        }

        foreach (var overdue in Suspended is null ? Track.Overdue(today) : [])
        {
            yield return overdue with { Process = Process };
            if (overdue.Code == "B10" && Decision is null)
            {
                yield return new DecisionOverdue(Id, overdue.Due, Charter?.Sponsor.Value ?? "SPONSOR");
            }
        }

        foreach (var due in Suspended is null ? Audits.Due(Id, today) : [])
        {
            yield return due;
        }

        foreach (var milestone in Missable().Where(milestone => milestone.Due < today))
        {
            yield return new MilestoneMissed(Id, milestone.Stage, milestone.Due, milestone.Told);
        }

        if (Decision is { Lists: false } rejected && Appeal is null && (rejected.AppealUntil ?? rejected.On) < today)
        {
            yield return new CampaignEnded(Id, Process, new CampaignEnd(
                CampaignEnding.Rejected, today, $"the customer did not qualify us: {rejected.Document.Title}"));
        }
    }

    private IEnumerable<Milestone> Missable() =>
        Milestones.Where(milestone => !milestone.MissNoted && !Passed(milestone.Stage));

    private ImmutableSortedDictionary<Id<Gap>, Gap> GapsAfter(GapEvent happened) => happened switch
    {
        GapOpened opened => Gaps.SetItem(opened.Gap, opened.Opened),
        RemediationPlanned planned => Gaps.SetItem(planned.Gap, Gaps[planned.Gap].With(planned.Action)),
        RemediationDone done => With(done.Gap, done.Action, action => action with
        {
            DoneBy = done.By,
            DoneOn = done.On,
            Proof = done.Proof,
        }),
        RemediationVerified { Effective: true } verified =>
            With(verified.Gap, verified.Action, action => action with { VerifiedBy = verified.By }),
        RemediationVerified refused => With(refused.Gap, refused.Action, action => action with
        {
            DoneBy = null,
            DoneOn = null,
            Proof = null,
        }),
        GapClosed closed => Gaps.SetItem(closed.Gap, Gaps[closed.Gap] with { ClosedOn = closed.On }),
        _ => Gaps,
    };

    private ImmutableSortedDictionary<Id<Gap>, Gap> With(Id<Gap> gap, Id<Remediation> action, Func<Remediation, Remediation> change) =>
        Gaps.SetItem(gap, Gaps[gap].With(change(Gaps[gap].Actions[action])));

    private CampaignStatus Of(BuyerDecision decision, DateOnly today, Listing? listing) => this switch
    {
        _ when !decision.Lists => CampaignStatus.Rejected,
        _ when listing?.On(today) is QualificationValue.Expired => CampaignStatus.Expired,
        _ when listing?.On(today) is QualificationValue.Suspended => CampaignStatus.Suspended,
        _ when Passed("B12") => CampaignStatus.RecertificationDue,
        _ when Passed("B11") => CampaignStatus.Maintaining,
        _ => decision.Value is QualificationValue.Qualified ? CampaignStatus.Qualified : CampaignStatus.Conditional,
    };

    private static CampaignStatus Of(CampaignEnd end, DateOnly today, Listing? listing) => end.Ending switch
    {
        CampaignEnding.WithdrawnByUs => CampaignStatus.WithdrawnByUs,
        CampaignEnding.WithdrawnByCustomer => CampaignStatus.WithdrawnByCustomer,
        CampaignEnding.Rejected => CampaignStatus.Rejected,
        CampaignEnding.Renewed when listing?.MayBid(today) is true => CampaignStatus.Qualified,
        _ => CampaignStatus.Expired,
    };
}

/// <summary>How far a renewal has come by a day.</summary>
/// <param name="Stage">The stage that is passed by then.</param>
/// <param name="Told">Who is told when it is not.</param>
public sealed record Milestone(string Stage, DateOnly Due, string Told)
{
    public bool MissNoted { get; init; }
}

/// <summary>What a campaign taught us (METHOD §3.2 B11).</summary>
/// <param name="Learned">One or more.</param>
public sealed record Lessons(string By, DateOnly On, ImmutableArray<string> Learned)
{
    public bool Equals(Lessons? other) =>
        other is not null && (By, On) == (other.By, other.On) && Learned.AsSpan().SequenceEqual(other.Learned.AsSpan());

    public override int GetHashCode() => HashCode.Combine(By, Learned.Length);
}

/// <summary>At most five, the worst first.</summary>
public sealed record TopProblems(string By, ImmutableArray<string> Problems)
{
    public const int Most = 5;

    public bool Equals(TopProblems? other) =>
        other is not null && By == other.By && Problems.AsSpan().SequenceEqual(other.Problems.AsSpan());

    public override int GetHashCode() => HashCode.Combine(By, Problems.Length);
}
