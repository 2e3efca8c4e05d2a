using Planning.Accounts.Contents;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Plans;

/// <summary>Look at the plan from outside the team.</summary>
/// <param name="Agrees">False for doubts that the approvers should know.</param>
[Command("give-plan-opinion", "Say what finance, delivery, legal or the red team think of the plan")]
public sealed record GiveOpinion(OpinionFunction Function, bool Agrees, string Text) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) =>
        FieldMistake.Among(FieldMistake.Blank(nameof(Text), Text));

    public override Decision Decide(Customer customer, Occasion on) => customer.WithPlan(plan =>
    {
        var opinion = new PlanOpinion(Function, on.Actor, on.Today, Agrees, Text);
        return customer.Team.Seats.Any(seat => seat.Employee?.Value == on.Actor)
            ? Decision.Refuse("own-opinion", $"{on.Actor} is on the team; somebody else looks at the plan for {Function}.")
            : plan.Opinions.GetValueOrDefault(Function) == opinion
                ? Decision.Record()
                : Decision.Record(new PlanOpinionGiven(opinion));
    });
}

/// <summary>Open an amendment of the plan in force (METHOD A10).</summary>
[Command("open-plan-amendment", "Open a new version of the plan in force, with the reason")]
public sealed record OpenAmendment(string Reason) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) =>
        FieldMistake.Among(FieldMistake.Blank(nameof(Reason), Reason));

    public override Decision Decide(Customer customer, Occasion on) => customer.WithPlan(plan => plan.Amending is not null
        ? Decision.Record()
        : plan.Leave(PlanWays.Amend, new AmendmentOpened(Reason)));
}

[Command("explain-lowered-targets", "Say why targets of the plan are lower than they were")]
public sealed record ExplainLowering(string Reason) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) =>
        FieldMistake.Among(FieldMistake.Blank(nameof(Reason), Reason));

    public override Decision Decide(Customer customer, Occasion on) => customer.WithPlan(plan => plan.LoweredBecause == Reason
        ? Decision.Record()
        : Decision.Record(new LoweringExplained(Reason)));
}

[Command("record-plan-actuals", "Record what a year of the plan was")]
public sealed record RecordActuals(PlanYear Actuals) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) =>
        Actuals.Mistakes(customer, on.Today).Concat(FieldMistake.Among(Actuals.Year > on.Today.Year
            ? new FieldMistake("Year", $"is {Actuals.Year}, which has not come yet")
            : null));

    public override Decision Decide(Customer customer, Occasion on) => customer.WithPlan(plan => plan.FrozenThrough >= Actuals.Year
        ? Decision.Refuse("actuals-frozen", $"What {Actuals.Year} was is kept as it is since the plan rolled over.")
        : plan.Actuals.GetValueOrDefault(Actuals.Year) == Actuals ? Decision.Record() : Decision.Record(new PlanActualsRecorded(Actuals)));
}

[Command("hold-plan-review", "Record a review of the plan: who was there, what was decided, and who does what")]
public sealed record HoldReview(PlanReview Review) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) =>
        customer.Plan is null ? [] : Review.Mistakes(customer, on);

    public override Decision Decide(Customer customer, Occasion on) => customer.WithPlan(plan =>
        plan.InForce is null && Review.Type is not ReviewType.Closing
            ? Decision.Refuse("no-version", "No version of the plan is in force, so nothing is carried out that could be reviewed.")
            : plan.ReviewsHeld.Contains(Review.Id) ? Decision.Record() : Decision.Record(Held(plan, on)));

    private PlanReviewHeld Held(AccountPlan plan, Occasion on)
    {
        var (next, tooEarly) = on.Policies.Planning.After(
            Review.Type, Review.HeldOn, plan.ReviewDates.GetValueOrDefault(Review.Type), on.Calendar);
        return new PlanReviewHeld(Review, next) { TooEarly = tooEarly };
    }
}

/// <param name="Evidence">Needed for an action that is done.</param>
[Command("report-plan-action", "Say how far an action of the plan is")]
public sealed record ReportAction(Id<PlannedAction> Action, ActionStatus Status, string? Evidence = null) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        Status is ActionStatus.Done ? FieldMistake.Blank(nameof(Evidence), Evidence) : null);

    public override Decision Decide(Customer customer, Occasion on) => customer.WithPlan(plan =>
        !plan.Actions.TryGetValue(Action, out var known)
            ? Decision.Refuse("action-unknown", $"The plan in force has no action {Action}.")
            : (known.Status, known.Evidence) == (Status, Evidence)
                ? Decision.Record()
                : Decision.Record(new PlanActionReported(Action, Status, Evidence, on.Today)));
}

[Command("suspend-plan", "Let the plan rest, with the reason")]
public sealed record SuspendPlan(string Reason) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) =>
        FieldMistake.Among(FieldMistake.Blank(nameof(Reason), Reason));

    public override Decision Decide(Customer customer, Occasion on) => customer.WithPlan(plan => plan.SuspendedOn is not null
        ? Decision.Record()
        : plan.Over() ?? Decision.Record(new PlanSuspended(Reason, on.Today)));
}

[Command("resume-plan", "Let a suspended plan go on")]
public sealed record ResumePlan : CustomerCommand
{
    public override Decision Decide(Customer customer, Occasion on) => customer.WithPlan(plan => plan.SuspendedOn is { } since
        ? Decision.Record(new PlanResumed(on.Today.DayNumber - since.DayNumber))
        : Decision.Record());
}

[Command("withdraw-plan", "Give up a plan that was never approved, with the reason")]
public sealed record WithdrawPlan(string Reason) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) =>
        FieldMistake.Among(FieldMistake.Blank(nameof(Reason), Reason));

    public override Decision Decide(Customer customer, Occasion on) => customer.WithPlan(plan => plan switch
    {
        { Status: PlanStatus.Withdrawn } => Decision.Record(),
        { InForce: not null } => Decision.Refuse("plan-in-force", "A version of the plan is in force; close the plan instead."),
        _ => plan.Withdraw(Reason, customer.Approvals.Open.GetValueOrDefault(plan.VersionSubject)?.What),
    });
}

/// <summary>Close the plan: the tier leaves A, the customer is lost or merged (METHOD A12).</summary>
[Command("close-plan", "Close a plan in force, with the reason")]
public sealed record ClosePlan(string Reason) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) =>
        FieldMistake.Among(FieldMistake.Blank(nameof(Reason), Reason));

    public override Decision Decide(Customer customer, Occasion on) => customer.WithPlan(plan => plan.Closing is not null
        ? Decision.Record()
        : plan.Leave(PlanWays.Close, new PlanClosing(Reason)));
}
