using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Planning.Accounts.Contents;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Plans;

public sealed record PlanOpinionGiven(PlanOpinion Opinion) : PlanEvent
{
    protected override string Tell() =>
        $"{Opinion.By} {(Opinion.Agrees ? "agrees with" : "has doubts about")} the plan for {Words<OpinionFunction>.Of(Opinion.Function)}: {Opinion.Text}";
}

public sealed record PlanVersionSubmitted(PlanVersion Version) : PlanEvent
{
    protected override string Tell() => Version.Changes is []
        ? $"{Version.Author} handed in version {Version.Number} of the plan."
        : $"{Version.Author} handed in version {Version.Number} of the plan: {string.Join("; ", Version.Changes.Select(change => change.Sentence))}.";
}

/// <param name="YearEnd">When the next plan year is prepared.</param>
/// <param name="Reviews">When the reviews are due; nothing where they go on as they were.</param>
public sealed record PlanVersionApproved(
    int Number, DateOnly On, PlanYearEnd YearEnd, ImmutableSortedDictionary<ReviewType, ReviewDate>? Reviews) : PlanEvent
{
    protected override string Tell() => FormattableString.Invariant($"Version {Number} of the plan is in force from {On:yyyy-MM-dd}.");
}

public sealed record PlanVersionReturned(int Number) : PlanEvent
{
    protected override string Tell() => $"Version {Number} of the plan went back to the team.";
}

public sealed record AmendmentOpened(string Reason) : PlanEvent
{
    /// <summary>The tier whose template it follows from now on; nothing where it stays.</summary>
    public Tier? Form { get; init; }

    protected override string Tell() => $"The plan is amended: {Reason}";
}

public sealed record LoweringExplained(string Reason) : PlanEvent
{
    protected override string Tell() => $"Targets of the plan are lowered because: {Reason}";
}

/// <param name="Actuals">Of the year that becomes Y0; from now on they do not change (P-14).</param>
public sealed record RolloverOpened(int HorizonFrom, int HorizonTo, PlanYear Actuals) : PlanEvent
{
    protected override string Tell() => $"The plan rolls over to {HorizonFrom} to {HorizonTo}; what {Actuals.Year} was is kept as it is.";
}

public sealed record RolloverLate(string Late, string Told) : PlanEvent
{
    protected override string Tell() => $"{Told} was told: {Late}.";
}

public sealed record PlanActualsRecorded(PlanYear Actuals) : PlanEvent
{
    protected override string Tell() => $"It was recorded what {Actuals.Year} was.";
}

/// <param name="Next">When the next of its type is due; nothing for a type without a rhythm.</param>
public sealed record PlanReviewHeld(PlanReview Review, ReviewDate? Next) : PlanEvent
{
    /// <summary>It was held too long before its day to stand for it: the next one is due as before.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool TooEarly { get; init; }

    protected override string Tell() => FormattableString.Invariant(
        $"The {Words<ReviewType>.Of(Review.Type)} review was held on {Review.HeldOn:yyyy-MM-dd} with {Review.TheirPeople.Length} people of the customer; {Review.Decisions.Length} decisions{(TooEarly ? FormattableString.Invariant($"; it is too early for the one due on {Next?.Due:yyyy-MM-dd}") : "")}.");
}

public sealed record PlanReviewMissed(ReviewType Type, DateOnly Due) : PlanEvent
{
    protected override string Tell() => FormattableString.Invariant(
        $"The {Words<ReviewType>.Of(Type)} review was due on {Due:yyyy-MM-dd} and was not held.");
}

public sealed record PlanActionReported(Customers.Id<PlannedAction> Action, ActionStatus Status, string? Evidence, DateOnly On) : PlanEvent
{
    protected override string Tell() =>
        $"The action {Action} is {Words<ActionStatus>.Of(Status)}{(Evidence is null ? "" : $": {Evidence}")}.";
}

public sealed record PlanSuspended(string Reason, DateOnly On) : PlanEvent
{
    protected override string Tell() => $"The plan is suspended: {Reason}";
}

/// <param name="Days">Calendar days that it rested; its stages have as many more.</param>
public sealed record PlanResumed(int Days) : PlanEvent
{
    protected override string Tell() => $"The plan goes on after {Days} days.";
}

public sealed record PlanWithdrawn(string Reason) : PlanEvent
{
    protected override string Tell() => $"The plan was withdrawn: {Reason}";
}

public sealed record PlanClosing(string Reason) : PlanEvent
{
    protected override string Tell() => $"The plan is being closed: {Reason}";
}

/// <param name="Stage">What was signed: objectives (A4), relationship plan (A5) or resources (A6).</param>
public sealed record PlanCoSigned(string Stage, SeatRole Seat, string By, DateOnly On) : PlanEvent
{
    protected override string Tell() => $"{By} signed {Stage} of the plan for the {Seat} seat.";
}

public sealed record PlanLessonLearnt(PlanLesson Lesson) : PlanEvent
{
    protected override string Tell() => $"The plan taught: {Lesson.Text.TrimEnd('.')}. From now on: {Lesson.Now}";
}

public sealed record PlanVisibilitySet(PlanVisibility Visibility) : PlanEvent
{
    protected override string Tell() => $"The plan may be read by: {Words<PlanVisibility>.Of(Visibility)}.";
}
