using System.Collections.Immutable;
using Planning.Accounts.Approvals;
using Planning.Accounts.Contents;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Plans;

/// <summary>The life of a plan from its first version on: handed in, approved, carried out, amended, rolled over, closed.</summary>
internal static class PlanLife
{
    public static PlanStatus StatusOf(AccountPlan plan) => plan switch
    {
        { Ended: { } ended } => ended,
        { SuspendedOn: not null } => PlanStatus.Suspended,
        { Rolling: true } => PlanStatus.Rolling,
        { Amending: not null } => PlanStatus.Amending,
        { Submitted: not null } => PlanStatus.InReview,
        { InForce: not null } => plan.Track.Open is [] ? PlanStatus.Approved : PlanStatus.Active,
        { Returned: true } => PlanStatus.Returned,
        { Track.Open: [var first, ..] } => first.Code switch
        {
            "A0" or "L1" => PlanStatus.Draft,
            "A1" => PlanStatus.Insight,
            "A2" or "A3" => PlanStatus.Strategy,
            "A4" or "A5" => PlanStatus.Design,
            "A6" or "A7" => PlanStatus.Resourcing,
            _ => PlanStatus.InReview,
        },
        _ => PlanStatus.Draft,
    };

    public static Decision? Over(AccountPlan plan) => plan.Ended is { } ended
        ? Decision.Refuse("plan-over", $"The plan is {Wording.Words<PlanStatus>.Of(ended)}; nothing is done with it any more.")
        : plan.SuspendedOn is not null ? Decision.Refuse("plan-suspended", "The plan is suspended; let it go on first.") : null;

    /// <summary>An approved version is never written in; a new one has to be opened first (METHOD §3.1, must never 2).</summary>
    public static Decision? NotWritable(AccountPlan plan) => Over(plan) ?? plan switch
    {
        { Submitted: { } asked } => Decision.Refuse(
            "version-submitted", $"Version {asked.Number} is with its approvers; it can be changed when they have sent it back."),
        { InForce: { } version, Amending: null, Rolling: false } => Decision.Refuse(
            "version-approved", $"Version {version.Number} is approved and does not change; open an amendment."),
        _ => null,
    };

    public static IReadOnlyList<CustomerEvent> HandIn(AccountPlan plan, Customer customer, Occasion on)
    {
        var version = new PlanVersion(
            plan.LastNumber + 1,
            plan.Rolling ? VersionCause.Rollover : plan.InForce is null ? VersionCause.First : VersionCause.Amendment,
            plan.HorizonFrom,
            plan.HorizonTo,
            plan.Draft,
            on.Actor,
            on.Today,
            plan.InForce is { } inForce ? PlanChange.Between(inForce.Content, plan.Draft) : [])
        {
            LoweredBecause = plan.LoweredBecause,
            Ground = PlanGround.Of(customer),
        };
        return
        [
            new PlanVersionSubmitted(version),
            Approval.Ask(
                plan.VersionSubject,
                $"version {version.Number} of the plan {version.HorizonFrom} to {version.HorizonTo}",
                on.Policies.Planning.Approvers[plan.Form],
                on),
        ];
    }

    public static Decision Leave(AccountPlan plan, string way, PlanEvent happens) => Over(plan)
        ?? (plan.Track.LeaveBy(way).ToList() is [_, ..] left
            ? Decision.Record([happens, .. left])
            : Decision.Refuse("no-such-way", $"No stage that the plan is in leads to {way}."));

    public static Decision Withdraw(AccountPlan plan, string reason, string? asked) => Over(plan) ?? Decision.Record(
    [
        new PlanWithdrawn(reason),
        .. asked is null ? [] : new[] { new ApprovalWithdrawn(plan.VersionSubject, asked) },
        .. plan.Track.LeaveBy(PlanWays.Withdraw),
    ]);

    public static IEnumerable<CustomerEvent> Follow(AccountPlan plan, ApprovalConcluded concluded, Occasion on)
    {
        if (concluded.Subject == plan.HiringSubject && concluded.Granted)
        {
            yield return new HiringApproved(on.Today);
        }
        else if (concluded.Subject == plan.VersionSubject && plan.Submitted is { } version)
        {
            yield return concluded.Granted
                ? new PlanVersionApproved(
                    version.Number,
                    on.Today,
                    version.Cause is VersionCause.Amendment && plan.YearEnd is { } end
                        ? end
                        : PlanYearEnd.Of(version.HorizonFrom + 1, on.Policies.Planning.Rollover, on.Calendar),
                    plan.InForce is null ? FirstReviews(plan, on) : null)
                : new PlanVersionReturned(version.Number);
        }
    }

    public static DateOnly? NextLook(AccountPlan plan)
    {
        if (plan.Ended is not null || plan.SuspendedOn is not null || plan.YearEnd is not { } end)
        {
            return null;
        }

        var reviews = plan.ReviewDates.Values.Where(date => !date.Told).Select(date => (DateOnly?)date.LateOn).Min();
        DateOnly? step = end.Told < end.Steps.Count ? end.Steps[end.Told].On : null;
        DateOnly? opens = CanRoll(plan) ? end.Opens : null;
        return new[] { reviews, step, opens }.Min();
    }

    public static IEnumerable<CustomerEvent> Look(AccountPlan plan, Customer customer, Occasion on)
    {
        if (plan.Ended is not null || plan.SuspendedOn is not null || plan.YearEnd is not { } end)
        {
            return [];
        }

        return
        [
            .. CanRoll(plan) && end.Opens <= on.Today
                ? [PlanRollover.Open(customer, plan), .. plan.Track.LeaveBy(PlanWays.Rollover)]
                : Array.Empty<CustomerEvent>(),
            .. end.Steps.Skip(end.Told).TakeWhile(step => step.On <= on.Today).Select(step => new RolloverLate(step.Late, step.Told)),
            .. plan.ReviewDates.Where(date => !date.Value.Told && date.Value.LateOn <= on.Today)
                .Select(date => new PlanReviewMissed(date.Key, date.Value.Due)),
        ];
    }

    public static AccountPlan After(AccountPlan plan, PlanEvent happened) => happened switch
    {
        PlanVersionSubmitted submitted => plan with
        {
            Submitted = submitted.Version,
            LastNumber = submitted.Version.Number,
            Returned = false,
            YearEnd = plan.Rolling && plan.YearEnd is { } end ? end with { Told = Math.Max(end.Told, 2) } : plan.YearEnd,
        },
        PlanVersionApproved approved => Approved(plan, approved),
        PlanVersionReturned => plan with { Submitted = null, Returned = true },
        AmendmentOpened opened => plan with { Amending = opened.Reason, Form = opened.Form ?? plan.Form },
        PlanCoSigned signed => plan with { CoSigns = plan.CoSigns.SetItem(CoSigning.Key(signed.Stage, signed.Seat), signed.By) },
        PlanLessonLearnt learnt => plan with { Lessons = plan.Lessons.Add(learnt.Lesson) },
        PlanVisibilitySet set => plan with { Visibility = set.Visibility },
        LoweringExplained explained => plan with { LoweredBecause = explained.Reason },
        RolloverOpened opened => Rolled(plan, opened),
        RolloverLate when plan.YearEnd is { } end => plan with { YearEnd = end with { Told = end.Told + 1 } },
        PlanActualsRecorded recorded => plan with { Actuals = plan.Actuals.SetItem(recorded.Actuals.Year, recorded.Actuals) },
        PlanReviewHeld held => Reviewed(plan, held),
        PlanReviewMissed missed => plan with
        {
            ReviewDates = plan.ReviewDates.SetItem(missed.Type, plan.ReviewDates[missed.Type] with { Told = true }),
        },
        PlanActionReported reported => plan with
        {
            Actions = plan.Actions.SetItem(
                reported.Action, plan.Actions[reported.Action] with { Status = reported.Status, Evidence = reported.Evidence }),
            LastSign = reported.On,
        },
        PlanSuspended suspended => plan with { SuspendedOn = suspended.On },
        PlanResumed resumed => plan with
        {
            SuspendedOn = null,
            Track = plan.Track.Later(resumed.Days),
        },
        PlanWithdrawn => plan with { Ended = PlanStatus.Withdrawn, Submitted = null },
        PlanClosing closing => plan with { Closing = closing.Reason, Amending = null, Rolling = false, LessonsBefore = plan.Lessons.Length },
        _ => plan,
    };

    private static bool CanRoll(AccountPlan plan) => !plan.Rolling && plan.Track.LeaveBy(PlanWays.Rollover).Any();

    private static ImmutableSortedDictionary<ReviewType, ReviewDate> FirstReviews(AccountPlan plan, Occasion on) =>
        on.Policies.Planning.Reviews.Where(review => review.Value.Of(plan.Form)).ToImmutableSortedDictionary(
            review => review.Key, review => on.Policies.Planning.Next(review.Key, on.Today, on.Calendar)!);

    private static AccountPlan Approved(AccountPlan plan, PlanVersionApproved approved) => plan.Submitted is { } version
        ? plan with
        {
            Versions = plan.Versions.Add(version with { ApprovedOn = approved.On }),
            Submitted = null,
            Returned = false,
            Amending = null,
            Rolling = false,
            LoweredBecause = null,
            Opinions = plan.Opinions.Clear(),
            YearEnd = approved.YearEnd,
            ReviewDates = approved.Reviews ?? plan.ReviewDates,
            LastSign = approved.On,
            Actions = With(plan.Actions, version.Content.Of<PlannedAction>(), approved.On),
        }
        : plan;

    private static AccountPlan Rolled(AccountPlan plan, RolloverOpened opened)
    {
        var years = new AccountYears(opened.HorizonFrom, opened.HorizonTo);
        return plan with
        {
            HorizonFrom = opened.HorizonFrom,
            HorizonTo = opened.HorizonTo,
            Draft = PlanRollover.Content(plan.InForce!.Content, years, plan.Actions),
            Actuals = plan.Actuals.SetItem(opened.Actuals.Year, opened.Actuals),
            FrozenThrough = opened.Actuals.Year,
            Rolling = true,
            CoSigns = plan.CoSigns.Clear(),
            LessonsBefore = plan.Lessons.Length,
        };
    }

    private static AccountPlan Reviewed(AccountPlan plan, PlanReviewHeld held) => plan with
    {
        ReviewsHeld = plan.ReviewsHeld.Add(held.Review.Id),
        ReviewDates = held.Next is { } next ? plan.ReviewDates.SetItem(held.Review.Type, next) : plan.ReviewDates,
        ClosingReviewHeld = plan.ClosingReviewHeld || held.Review.Type is ReviewType.Closing,
        LastSign = held.Review.HeldOn,
        Actions = With(plan.Actions, held.Review.Decisions.Select(decision => decision.Action), held.Review.HeldOn),
    };

    // An action that is known goes on being as old and as far as it is, whatever it is called now.
    private static ImmutableSortedDictionary<Id<PlannedAction>, ActionState> With(
        ImmutableSortedDictionary<Id<PlannedAction>, ActionState> known, IEnumerable<PlannedAction> actions, DateOnly since) =>
        actions.Aggregate(known, (all, action) => all.SetItem(
            action.Id, all.TryGetValue(action.Id, out var state) ? state with { Action = action } : new ActionState(action, since)));
}
