using Planning.Accounts.Customers;

namespace Planning.Accounts.Contents;

/// <summary>Somebody writes one entry of the plan, new or in place of what it said before.</summary>
public abstract record WriteEntry : CustomerCommand
{
    private protected abstract PlanEntry? Written { get; }

    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) =>
        Written?.Mistakes(customer, on.Today) ?? [new FieldMistake("Body", "is empty")];

    public override Decision Decide(Customer customer, Occasion on) => customer.WithPlan(plan => plan.Write(Written!, on.Policies.Planning));
}

[Command("write-plan-ambition", "Write where customer and we want to be in the last plan year")]
public sealed record WriteAmbition(Ambition Ambition) : WriteEntry
{
    private protected override PlanEntry? Written => Ambition;
}

[Command("write-plan-objective", "Write an objective of the plan with its measures")]
public sealed record WriteObjective(Objective Objective) : WriteEntry
{
    private protected override PlanEntry? Written => Objective;
}

[Command("write-plan-year", "Write the targets of a plan year, with its budget and FTE")]
public sealed record WriteYear(PlanYear Year) : WriteEntry
{
    private protected override PlanEntry? Written => Year;
}

[Command("write-plan-action", "Write something that somebody of ours does by a day")]
public sealed record WriteAction(PlannedAction Action) : WriteEntry
{
    private protected override PlanEntry? Written => Action;
}

[Command("write-plan-analysis", "Write a strength, weakness, opportunity, threat, risk, assumption, issue or floor check")]
public sealed record WriteAnalysis(AnalysisItem Item) : WriteEntry
{
    private protected override PlanEntry? Written => Item;
}

[Command("write-plan-whitespace", "Write how one product line stands in one unit of the customer")]
public sealed record WriteWhitespace(WhitespaceCell Cell) : WriteEntry
{
    private protected override PlanEntry? Written => Cell;
}

[Command("write-plan-unit-coverage", "Write how many of a unit's people are to be kept in touch with")]
public sealed record WriteUnitCoverage(UnitCoverage Coverage) : WriteEntry
{
    private protected override PlanEntry? Written => Coverage;
}

[Command("write-plan-key-person", "Write where a key person is to be led, by whom and by what next")]
public sealed record WriteKeyPerson(KeyPerson Person) : WriteEntry
{
    private protected override PlanEntry? Written => Person;
}

[Command("write-plan-mechanism", "Write a regular meeting of company and company")]
public sealed record WriteMechanism(Mechanism Mechanism) : WriteEntry
{
    private protected override PlanEntry? Written => Mechanism;
}

[Command("write-plan-message-brief", "Write what everybody of ours says on a topic")]
public sealed record WriteMessageBrief(MessageBrief Brief) : WriteEntry
{
    private protected override PlanEntry? Written => Brief;
}

[Command("write-plan-resources", "Write the seats, experts and certification budget that the plan asks for")]
public sealed record WriteResources(ResourceNeed Resources) : WriteEntry
{
    private protected override PlanEntry? Written => Resources;
}

/// <param name="Key">As the plan shows it: <c>objective:o-1</c>.</param>
[Command("strike-plan-entry", "Take an entry out of the plan's draft")]
public sealed record StrikeEntry(string Key) : CustomerCommand
{
    public override Decision Decide(Customer customer, Occasion on) => customer.WithPlan(plan => plan.Strike(Key));
}

[Command("give-plan-envelope", "Give the plan its part of the region's people and money")]
public sealed record GiveEnvelope(RegionEnvelope Envelope) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) =>
        Envelope?.Mistakes(customer) ?? [new FieldMistake(nameof(Envelope), "is empty")];

    public override Decision Decide(Customer customer, Occasion on) => customer.WithPlan(plan => plan.Envelope == Envelope
        ? Decision.Record()
        : Decision.Record(new EnvelopeGiven(Envelope, on.Actor)));
}

[Command("record-plan-validation", "Record the meeting in which the customer was led through the shared extract")]
public sealed record RecordValidation(ValidationMeeting Meeting) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => Meeting.Mistakes(customer, on.Today);

    public override Decision Decide(Customer customer, Occasion on) => customer.WithPlan(plan => plan.Validation == Meeting
        ? Decision.Record()
        : Decision.Record(new PlanValidated(Meeting)));
}

/// <param name="Fte">How many people are asked for.</param>
[Command("request-plan-hiring", "Ask for people that the region does not have free for the plan")]
public sealed record RequestHiring(decimal Fte, string Reason) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        FieldMistake.OutOfRange(nameof(Fte), Fte, 0.01m, 100_000),
        FieldMistake.Blank(nameof(Reason), Reason));

    public override Decision Decide(Customer customer, Occasion on) => customer.WithPlan(plan =>
        customer.Approvals.Open.ContainsKey(plan.HiringSubject)
            ? Decision.Record()
            : Decision.Record(Approvals.Approval.Ask(
                plan.HiringSubject,
                FormattableString.Invariant($"hire {Fte} FTE for the plan: {Reason.TrimEnd('.')}"),
                on.Policies.Planning.HiringApprovers,
                on)));
}
