using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Planning.Accounts.Approvals;
using Planning.Accounts.Contents;
using Planning.Accounts.Customers;
using Planning.Accounts.Stages;
using Planning.Accounts.Tiers;

namespace Planning.Accounts.Plans;

/// <summary>The multi-year plan of one customer group (METHOD §3.1).</summary>
/// <param name="Id">Also the id of the workflow instance that leads it through its stages.</param>
/// <param name="Form">The tier whose template it follows.</param>
/// <param name="HorizonFrom">First plan year.</param>
/// <param name="HorizonTo">Last plan year; three to five years in all.</param>
/// <param name="Track">Without an open stage before the first stage and after the last.</param>
public sealed record AccountPlan(string Id, Tier Form, int HorizonFrom, int HorizonTo, StageTrack Track)
{
    /// <summary>Why the workflow cannot go on; nothing while it can.</summary>
    public string? Incident { get; init; }

    public CustomerProfile Profile { get; init; } = CustomerProfile.Empty;

    public ImmutableArray<VendorShare> Vendors { get; init; } = [];

    public MatchAssessments Match { get; init; } = MatchAssessments.Empty;

    /// <summary>What the team is writing; what is in force stands in the versions.</summary>
    public PlanContent Draft { get; init; } = PlanContent.Empty;

    /// <summary>What the region has given for it; nothing as long as it has not.</summary>
    public RegionEnvelope? Envelope { get; init; }

    /// <summary>The people that the region lacks for it may be hired.</summary>
    public bool HiringApproved { get; init; }

    /// <summary>The last time that the customer was led through it.</summary>
    public ValidationMeeting? Validation { get; init; }

    /// <summary>What others than the team think of the draft.</summary>
    public ImmutableSortedDictionary<OpinionFunction, PlanOpinion> Opinions { get; init; } =
        ImmutableSortedDictionary<OpinionFunction, PlanOpinion>.Empty;

    /// <summary>The approved ones, oldest first; they never change (INV-13).</summary>
    public ImmutableArray<PlanVersion> Versions { get; init; } = [];

    /// <summary>The version that approvers are asked about; nothing while nobody is.</summary>
    public PlanVersion? Submitted { get; init; }

    /// <summary>The number of the newest version, approved or not.</summary>
    public int LastNumber { get; init; }

    /// <summary>The last version that was handed in went back to the team.</summary>
    public bool Returned { get; init; }

    /// <summary>Why it is being amended; nothing while it is not.</summary>
    public string? Amending { get; init; }

    /// <summary>It is going over into its next year.</summary>
    public bool Rolling { get; init; }

    public string? LoweredBecause { get; init; }

    /// <summary>What years were. Those up to <see cref="FrozenThrough"/> never change (P-14).</summary>
    public ImmutableSortedDictionary<int, PlanYear> Actuals { get; init; } = ImmutableSortedDictionary<int, PlanYear>.Empty;

    public int? FrozenThrough { get; init; }

    /// <summary>When the next plan year is prepared; nothing before the first version is in force.</summary>
    public PlanYearEnd? YearEnd { get; init; }

    /// <summary>The actions of the versions in force and of reviews, with how far they are.</summary>
    public ImmutableSortedDictionary<Id<PlannedAction>, ActionState> Actions { get; init; } =
        ImmutableSortedDictionary<Id<PlannedAction>, ActionState>.Empty;

    public ImmutableSortedDictionary<ReviewType, ReviewDate> ReviewDates { get; init; } =
        ImmutableSortedDictionary<ReviewType, ReviewDate>.Empty;

    public ImmutableSortedSet<Id<PlanReview>> ReviewsHeld { get; init; } = [];

    public bool ClosingReviewHeld { get; init; }

    /// <summary>Who signed what beside the AR, by stage and seat as <c>A4/SR</c>.</summary>
    public ImmutableSortedDictionary<string, string> CoSigns
    {
        get;
        init => field = value.WithComparers(StringComparer.Ordinal);
    } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public ImmutableArray<PlanLesson> Lessons { get; init; } = [];

    /// <summary>How many of them are from before it began to roll over or to be closed.</summary>
    public int LessonsBefore { get; init; }

    public PlanVisibility Visibility { get; init; }

    /// <summary>The last day that something was approved, reviewed or reported: a plan in force without is stale (METHOD A9).</summary>
    public DateOnly? LastSign { get; init; }

    public DateOnly? SuspendedOn { get; init; }

    /// <summary>Why it is being closed; nothing while it is not.</summary>
    public string? Closing { get; init; }

    public PlanStatus? Ended { get; init; }

    /// <summary>One page, for a customer of tier B (METHOD §3.1 “light forms”).</summary>
    [JsonIgnore]
    public bool IsLight => Form is Tier.B;

    [JsonIgnore]
    public AccountYears Years => new(HorizonFrom, HorizonTo);

    /// <summary>The newest approved version (INV-13).</summary>
    [JsonIgnore]
    public PlanVersion? InForce => Versions is [.., var last] ? last : null;

    [JsonIgnore]
    public PlanStatus Status => PlanLife.StatusOf(this);

    [JsonIgnore]
    internal string HiringSubject => $"plan-hiring:{Id}";

    [JsonIgnore]
    internal string VersionSubject => $"plan:{Id}";

    public static AccountPlan Of(PlanOpened opened) =>
        new(opened.PlanId, opened.Form, opened.HorizonFrom, opened.HorizonTo, StageTrack.Empty);

    /// <summary>Takes in a piece of work. Handing in the same again changes nothing.</summary>
    public Decision Submit(Artefact artefact, DateOnly today, PlanPolicy policy)
    {
        var mistakes = ArtefactCheck.Mistakes(artefact, today).Select(mistake => mistake.Sentence).ToList();
        if (mistakes is not [])
        {
            return Decision.Refuse("artefact-flawed", "The work handed in cannot be taken as it is.", mistakes);
        }

        return artefact switch
        {
            Artefact.Profile profile when Profile.Sections.GetValueOrDefault(profile.Section.Topic) == profile.Section =>
                Decision.Record(),
            Artefact.Profile profile => Decision.Record(new ProfileSectionWritten(profile.Section)),
            Artefact.Vendors vendors when vendors.Shares.AsSpan().SequenceEqual(Vendors.AsSpan()) => Decision.Record(),
            Artefact.Vendors vendors => Decision.Record(new VendorsListed(vendors.Shares)),
            Artefact.Match match when Match.ByAssessor.GetValueOrDefault(match.Assessment.Assessor) == match.Assessment =>
                Decision.Record(),
            Artefact.Match match => Decision.Record(
                new MatchAssessed(match.Assessment, policy.Result(match.Assessment.Factors))),
            Artefact.Agreement when Match.ByAssessor.Count < 2 => Decision.Refuse(
                "nothing-to-agree", "Two assessments must be handed in before a meeting can agree on the result."),
            Artefact.Agreement agreement when Match.Meeting == agreement.Meeting => Decision.Record(),
            Artefact.Agreement agreement => Decision.Record(new MatchAgreed(agreement.Meeting)),
            _ => throw new System.Diagnostics.UnreachableException($"Unknown artefact {artefact.GetType().Name}"),
        };
    }

    /// <summary>Takes an entry into the draft. Writing the same again changes nothing.</summary>
    public Decision Write(PlanEntry entry, PlanPolicy policy) => Equals(Draft.Entries.GetValueOrDefault(entry.Key), entry)
        ? Decision.Record()
        : PlanFollowing.Retarget(this, entry, policy) ?? PlanLife.NotWritable(this) ?? Decision.Record(new PlanEntryWritten(entry));

    /// <summary>Takes an entry out of the draft.</summary>
    public Decision Strike(string key) => Draft.Entries.ContainsKey(key)
        ? PlanLife.NotWritable(this) ?? Decision.Record(new PlanEntryStruck(key))
        : Decision.Refuse("entry-unknown", $"The plan has no entry {key}.");

    /// <summary>Hands the draft in and asks the approvers; the workflow does it when the work is done (METHOD A8).</summary>
    public IReadOnlyList<CustomerEvent> HandIn(Customer customer, Occasion on) => PlanLife.HandIn(this, customer, on);

    /// <summary>Lets something happen that leads out of the stages that have such a way.</summary>
    internal Decision Leave(string way, PlanEvent happens) => PlanLife.Leave(this, way, happens);

    /// <returns>Why nothing can be done with it any more; nothing while something can.</returns>
    internal Decision? Over() => PlanLife.Over(this);

    internal Decision Withdraw(string reason, string? asked) => PlanLife.Withdraw(this, reason, asked);

    /// <summary>What follows from an approval about the plan.</summary>
    internal IEnumerable<CustomerEvent> Follow(ApprovalConcluded concluded, Occasion on) => PlanLife.Follow(this, concluded, on);

    /// <summary>The first day on which something about it is to be looked at.</summary>
    internal DateOnly? NextLook() => PlanLife.NextLook(this);

    internal IEnumerable<CustomerEvent> Look(Customer customer, Occasion on) => PlanLife.Look(this, customer, on);

    /// <summary>A stage that begins shows that the workflow goes on again.</summary>
    public AccountPlan Apply(StageEvent happened) => this with
    {
        Track = Track.Apply(happened),
        Incident = happened is StageEntered ? null : Incident,
        Ended = happened is StagesCompleted && InForce is not null ? PlanStatus.Closed : Ended,
    };

    public AccountPlan Apply(PlanEvent happened) => happened switch
    {
        WorkflowFaulted faulted => this with { Incident = faulted.Message },
        ProfileSectionWritten written => this with
        {
            Profile = new CustomerProfile(Profile.Sections.SetItem(written.Section.Topic, written.Section)),
        },
        VendorsListed listed => this with { Vendors = listed.Vendors },
        MatchAssessed assessed => this with { Match = Match.With(assessed.Assessment) },
        PlanEntryWritten written => CoSigning.Without(this, written.Entry.Key) with
        {
            Draft = Draft.With(written.Entry),
            YearEnd = Rolling && YearEnd is { } end ? end with { Told = Math.Max(end.Told, 1) } : YearEnd,
        },
        PlanEntryStruck struck => CoSigning.Without(this, struck.Key) with { Draft = Draft.Without(struck.Key) },
        EnvelopeGiven given => this with { Envelope = given.Envelope },
        Contents.HiringApproved => this with { HiringApproved = true },
        PlanValidated validated => this with { Validation = validated.Meeting },
        MatchAgreed agreed => this with { Match = Match with { Meeting = agreed.Meeting } },
        PlanOpinionGiven given => this with { Opinions = Opinions.SetItem(given.Opinion.Function, given.Opinion) },
        _ => PlanLife.After(this, happened),
    };
}
