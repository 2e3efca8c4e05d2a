using System.Collections.Immutable;
using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Tiers;

/// <summary>Where a customer stands in the portfolio and how the rules last saw it.</summary>
public sealed record TierStanding(Tier Tier, Lane Lane, Posture Posture, Quarter TierSince, Quarter PostureSince)
{
    public static TierStanding None { get; } = new(Tier.C, Lane.Standard, Posture.Build, new Quarter(1, 1), new Quarter(1, 1));

    public static TierStanding Of(Registration registration) => new(
        registration.Tier, registration.Lane, registration.Posture, registration.TierSince, registration.PostureSince);

    /// <summary>What was in force until tier or posture changed last; nothing before the first change.</summary>
    public TierInForce? Before { get; init; }

    public Tier? CoverageLevel { get; init; }

    public DateOnly? CoverageLevelUntil { get; init; }

    public InsightDepth InsightDepth { get; init; }

    public TierReview? LastReview { get; init; }

    /// <summary>The hold counters before the last review, so that the same quarter can be reviewed again.</summary>
    public ImmutableSortedDictionary<string, int> HoldsBefore { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>When the board looks again at a customer of lane TARGET; nothing when nobody has said.</summary>
    public DateOnly? TargetReviewOn { get; init; }

    public ImmutableArray<Proposal> Proposals { get; init; } = [];

    public ImmutableArray<OpenTask> Tasks { get; init; } = [];

    public ImmutableSortedSet<string> Flags { get; init; } = [];

    /// <summary>What people have decided on against the rules, while it holds.</summary>
    public TierOverride? Override { get; init; }

    /// <summary>What people ask for against the rules.</summary>
    public ImmutableSortedDictionary<Id<TierOverride>, TierOverride> Requested { get; init; } =
        ImmutableSortedDictionary<Id<TierOverride>, TierOverride>.Empty;

    public ImmutableSortedDictionary<string, EscalationRaised> Escalations { get; init; } =
        ImmutableSortedDictionary<string, EscalationRaised>.Empty;

    /// <summary>The counters of the versions that judge in shadow, by name and version of the rule set.</summary>
    public ImmutableSortedDictionary<string, ShadowHolds> Shadows
    {
        get;
        init => field = value.WithComparers(StringComparer.Ordinal);
    } = ImmutableSortedDictionary.Create<string, ShadowHolds>(StringComparer.Ordinal);

    /// <summary>The hold counters that a review of <paramref name="period"/> counts on from.</summary>
    public ImmutableSortedDictionary<string, int> HoldsFor(Quarter period) =>
        (LastReview?.Period == period ? HoldsBefore : LastReview?.Holds ?? HoldsBefore).WithComparers(StringComparer.Ordinal);

    /// <summary>The same for one version of the rules: one that has judged in shadow goes on from its own counters, also
    /// when it comes into force; one that has not yet, from those of the version in force.</summary>
    public ImmutableSortedDictionary<string, int> HoldsFor(Quarter period, string rulesVersion) =>
        Shadows.TryGetValue(rulesVersion, out var shadow)
            ? shadow.For(period).WithComparers(StringComparer.Ordinal)
            : HoldsFor(period);

    /// <summary>What was in force in a quarter: a move of that quarter's own review counts from the next.</summary>
    public TierInForce InForceIn(Quarter period) => Before is { } before && (period < TierSince || period < PostureSince)
        ? before
        : new TierInForce(Tier, Lane, Posture, TierSince, PostureSince);

    /// <summary>Takes the rules' word for a quarter. The newest quarter may be reviewed again after a correction.</summary>
    /// <remarks>Machines act alone only between B and C; every other move waits for people (METHOD §4.4, 6).</remarks>
    /// <param name="inputs">What the rules were given beside the customer, to be kept with the review.</param>
    /// <param name="shadows">What versions in shadow said of the same quarter; nothing follows from it.</param>
    public Decision Review(TierReview review, ReviewInputs? inputs = null, params IReadOnlyList<TierReview> shadows)
    {
        if (LastReview is { } last && review.Period < last.Period)
        {
            return Decision.Refuse(
                "quarter-closed", $"{last.Period} has been reviewed already; {review.Period} cannot be reviewed after it.");
        }

        var events = new List<CustomerEvent>();
        var after = After(review, events, inputs);
        if (SameAs(after))
        {
            events.Clear();
        }

        events.AddRange(shadows.Select(shadow => Shadowed(shadow, inputs, after)).Where(shadowed => !Knows(shadowed)));
        return Decision.Record(events);
    }

    /// <summary>The standing that a review leads to.</summary>
    /// <param name="happened">Gets what happens on the way there.</param>
    /// <param name="inputs">What the rules were given beside the customer, to be kept with the review.</param>
    public TierStanding After(TierReview review, ICollection<CustomerEvent> happened, ReviewInputs? inputs = null)
    {
        var holds = HoldsFor(review.Period, review.RulesVersion);
        var after = Happen(new TierReviewed(review, holds) { Inputs = inputs }, happened);
        foreach (var move in review.Moves.Where(move => !HasTold(move, review.Period)))
        {
            after = after.Follow(move, review) is { } next ? after.Happen(next, happened) : after;
        }

        return after;
    }

    /// <summary>The standing once everybody who is asked has agreed to a proposal; it counts from the next quarter.</summary>
    /// <remarks>A proposal that names no lane leaves the lane as it is, as a rule's own move does.</remarks>
    /// <param name="happened">Gets what happens on the way there.</param>
    public TierStanding Agreed(Proposal proposal, ICollection<CustomerEvent> happened)
    {
        var cause = $"{proposal.Rule} of {proposal.RulesVersion}";
        var since = proposal.Period.Add(1);
        var wished = proposal.Tier ?? Tier;
        var (tier, lane) = (proposal.Cap < wished ? proposal.Cap.Value : wished, proposal.Lane ?? Lane);
        var after = (tier, lane) == (Tier, Lane)
            ? this
            : Happen(new TierChanged(Tier, tier, lane, since, cause, proposal.Because), happened);
        return proposal.Posture is { } posture && posture != Posture
            ? after.Happen(new PostureChanged(Posture, posture, since, cause, proposal.Because), happened)
            : after;
    }

    public TierStanding Apply(TierEvent happened) => happened switch
    {
        TierReviewed reviewed => this with
        {
            LastReview = reviewed.Review with { Moves = [] },
            HoldsBefore = reviewed.HoldsBefore,
            Proposals = [],
            Flags = [],
            Shadows = ShadowsAfter(reviewed.Review),
        },
        TierShadowed shadowed => this with { Shadows = Shadows.SetItem(shadowed.Review.RulesVersion, ShadowHolds.Of(shadowed)) },
        MoveProposed proposed => this with { Proposals = Proposals.Add(proposed.Proposal) },
        TierChanged changed => this with
        {
            Before = InForceIn(changed.Since.Add(-1)),
            Tier = changed.To,
            Lane = changed.Lane,
            TierSince = changed.Since,
        },
        PostureChanged changed => this with
        {
            Before = InForceIn(changed.Since.Add(-1)),
            Posture = changed.To,
            PostureSince = changed.Since,
        },
        CoverageLevelSet set => this with { CoverageLevel = set.Level, CoverageLevelUntil = set.Until },
        InsightDepthSet set => this with { InsightDepth = set.Depth },
        FlagRaised raised => this with { Flags = Flags.Add(raised.Flag) },
        TaskOpened opened => this with { Tasks = Tasks.Add(opened.Task) },
        ProposalDecided decided => this with
        {
            Proposals = Proposals.RemoveAll(proposal => proposal.Rule == decided.Rule),
            Flags = Flags.Remove(PromotionWaits.Flag),
        },
        PromotionWaits => this with { Flags = Flags.Add(PromotionWaits.Flag) },
        TaskClosed closed => this with
        {
            Tasks = Tasks.RemoveAll(task => task.Name == closed.Name && task.Rule == closed.Rule),
        },
        OverrideRequested requested => this with { Requested = Requested.SetItem(requested.Override.Id, requested.Override) },
        OverrideBegan began => this with { Override = began.Override, Requested = Requested.Remove(began.Override.Id) },
        OverrideEnded ended => this with
        {
            Override = Override?.Id == ended.Override ? null : Override,
            Requested = Requested.Remove(ended.Override),
        },
        TargetReviewSet set => this with { TargetReviewOn = set.On },
        EscalationRaised raised => this with { Escalations = Escalations.SetItem(raised.Escalation, raised) },
        _ => this,
    };

    // Of one rule in one quarter people are told once, however often the quarter is corrected (METHOD §4.4, 6).
    private bool HasTold(Move move, Quarter period) => move is Move.Notify && LastReview is { } last && last.Period == period
        && last.Findings.Any(finding => finding.Rule == move.Rule && finding.Kind is FindingKind.Fired);

    private TierStanding Happen(TierEvent happens, ICollection<CustomerEvent> happened)
    {
        happened.Add(happens);
        return Apply(happens);
    }

    // Both versions begin where the customer stood in that quarter, also when the live one has moved it since.
    private TierShadowed Shadowed(TierReview review, ReviewInputs? inputs, TierStanding live)
    {
        var then = InForceIn(review.Period);
        var before = this with { Tier = then.Tier, Lane = then.Lane, Posture = then.Posture };
        var moves = review.Moves.Where(move => move is Move.Propose or Move.SetTier or Move.SetPosture).ToList();
        return new TierShadowed(
            review,
            HoldsFor(review.Period, review.RulesVersion),
            TierPlace.Of(before),
            live.Agreed(),
            before.After(review, []).Agreed(),
            moves is [] ? null : string.Join("; ", moves.Select(move => $"{move.Rule} {move.Because}")))
        {
            Inputs = inputs,
        };
    }

    // Where it stands once everybody who is asked has agreed to what is proposed.
    private TierPlace Agreed() =>
        TierPlace.Of(Proposals.Aggregate(this, (standing, proposal) => standing.Agreed(proposal, [])));

    private bool Knows(TierShadowed shadowed) =>
        Shadows.TryGetValue(shadowed.Review.RulesVersion, out var known) && known == ShadowHolds.Of(shadowed);

    // A version that came into force counts on as the live one; one that left the shadow is forgotten a quarter later.
    private ImmutableSortedDictionary<string, ShadowHolds> ShadowsAfter(TierReview review) =>
        Shadows.IsEmpty ? Shadows : Shadows.RemoveRange(
            from shadow in Shadows
            where shadow.Key == review.RulesVersion
                || (shadow.Value.Period != review.Period && shadow.Value.Period != LastReview?.Period)
            select shadow.Key);

    private TierEvent? Follow(Move move, TierReview review)
    {
        var cause = $"{move.Rule} of {review.RulesVersion}";
        return move switch
        {
            // What people have decided for a time stands against the rules, but never against the law.
            Move.SetTier or Move.Propose when Override?.Until >= review.Period.EndsOn => null,
            Move.SetTier set when set.Tier == Tier => null,
            Move.SetTier set when set.Tier <= Tier.B && Tier <= Tier.B =>
                new TierChanged(Tier, set.Tier, Lane, review.Period.Add(1), cause, set.Because),
            Move.SetTier set => new MoveProposed(Propose(
                new Move.Propose(set.Rule, set.Because, set.Tier, false, null, null, null, null, ["REGION_HEAD"]), review)),
            Move.Propose propose => new MoveProposed(Propose(propose, review)),
            Move.SetPosture set when set.Posture == Posture => null,
            Move.SetPosture set => new PostureChanged(Posture, set.Posture, review.Period.Add(1), cause, set.Because),
            Move.SetCoverageLevel set when (CoverageLevel, CoverageLevelUntil) == (set.Level, review.Period.EndsOn.AddMonths(set.Months)) =>
                null,
            Move.SetCoverageLevel set => new CoverageLevelSet(
                set.Level, review.Period.EndsOn.AddMonths(set.Months), set.Rule, set.Because),
            Move.SetInsightDepth set when set.Depth == InsightDepth => null,
            Move.SetInsightDepth set => new InsightDepthSet(set.Depth, set.Rule, set.Because),
            Move.Flag flag => new FlagRaised(flag.Value, flag.Rule, flag.Because),
            Move.OpenTask task when Tasks.Any(open => open.Name == task.Task && open.Rule == task.Rule) => null,
            Move.OpenTask task => new TaskOpened(new OpenTask(
                task.Task,
                task.Role,
                task.DueDays is { } days ? review.Period.EndsOn.AddDays(days) : null,
                task.Rule,
                review.Period,
                task.Because)),
            Move.Escalate escalate when Escalations.ContainsKey(escalate.Escalation) => null,
            Move.Escalate escalate =>
                new EscalationRaised(escalate.Escalation, escalate.Rule, review.Period, escalate.Because),
            Move.Notify notify => new RoleNotified(notify.Role, notify.Rule, notify.Because),
            _ => null,
        };
    }

    private Proposal Propose(Move.Propose move, TierReview review) => new(
        move.Rule,
        review.Period,
        move.OneStepDown && Tier > Tier.C ? Tier - 1 : move.Tier,
        move.Lane,
        move.Posture,
        move.Cap,
        move.LargestCut,
        move.Approvals,
        review.RulesVersion,
        move.Because);

    // A repeated review that finds the same changes nothing and leaves no trace (idempotent by rule, customer, period).
    private bool SameAs(TierStanding after) => LastReview is { } last && after.LastReview is { } now
        && (last.Period, last.RulesVersion) == (now.Period, now.RulesVersion)
        && last.Holds.SequenceEqual(now.Holds)
        && last.Scores.SequenceEqual(now.Scores)
        && last.Findings.AsSpan().SequenceEqual(now.Findings.AsSpan())
        && Proposals.AsSpan().SequenceEqual(after.Proposals.AsSpan())
        && (Tier, Lane, Posture) == (after.Tier, after.Lane, after.Posture);
}

/// <summary>Tier, lane and posture as they were in force in some quarter.</summary>
public sealed record TierInForce(Tier Tier, Lane Lane, Posture Posture, Quarter TierSince, Quarter PostureSince);
