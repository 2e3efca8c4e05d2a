using Planning.Accounts.Customers;

namespace Planning.Accounts.Escalations;

/// <summary>A command about one escalation that is open.</summary>
/// <param name="Key">Rule and object, as the list of escalations shows it.</param>
public abstract record EscalationCommand(string Key) : CustomerCommand
{
    public sealed override Decision Decide(Customer customer, Occasion on) =>
        customer.Escalations.Open.TryGetValue(Key, out var open)
            ? Decide(open, on)
            : Decision.Refuse("escalation-unknown", $"No escalation {Key} is open.");

    private protected abstract Decision Decide(Escalation open, Occasion on);
}

/// <summary>Take an escalation in hand. It rises all the same until progress is written down.</summary>
[Command("acknowledge-escalation", "Take an escalation in hand")]
public sealed record AcknowledgeEscalation(string Key) : EscalationCommand(Key)
{
    private protected override Decision Decide(Escalation open, Occasion on) => open.AcknowledgedBy == on.Actor
        ? Decision.Record()
        : Decision.Record(new EscalationAcknowledged(open.Key, open.About, on.Actor));
}

/// <summary>Write down what was done about an escalation.</summary>
[Command("record-escalation-progress", "Write down what was done about an escalation")]
public sealed record RecordEscalationProgress(string Key, string Progress) : EscalationCommand(Key)
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) =>
        FieldMistake.Among(FieldMistake.Blank(nameof(Progress), Progress));

    private protected override Decision Decide(Escalation open, Occasion on) => open.AcknowledgedBy is null
        ? Decision.Refuse("not-acknowledged", $"Take it in hand first: {open.Rule} for {open.About}.")
        : Decision.Record(new EscalationProgressed(open.Key, open.About, on.Actor, on.Now, Progress));
}

/// <summary>Let an escalation rest: nobody further is told before a day.</summary>
/// <param name="Until">At most the policy's days from today.</param>
[Command("snooze-escalation", "Let an escalation rest until a day, with a reason")]
public sealed record SnoozeEscalation(string Key, DateOnly Until, string Reason) : EscalationCommand(Key)
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        FieldMistake.Blank(nameof(Reason), Reason),
        Until <= on.Today || Until > Latest(on)
            ? new FieldMistake(nameof(Until), FormattableString.Invariant(
                $"is {Until:yyyy-MM-dd}; write a day after today, up to {Latest(on):yyyy-MM-dd}"))
            : null);

    private protected override Decision Decide(Escalation open, Occasion on) => open.SnoozedUntil == Until
        ? Decision.Record()
        : Decision.Record(new EscalationSnoozed(open.Key, open.About, on.Actor, Until, Reason));

    private static DateOnly Latest(Occasion on) => on.Today.AddDays(on.Policies.Escalations.SnoozeDays);
}

/// <summary>Tell the next role of the ladder now.</summary>
[Command("push-escalation-up", "Tell the next role of the ladder now")]
public sealed record PushEscalationUp(string Key) : EscalationCommand(Key)
{
    private protected override Decision Decide(Escalation open, Occasion on) => open.Come < open.Ladder.Length
        ? Decision.Record(new EscalationRose(open.Key, open.About, open.Come, open.Ladder[open.Come].Role))
        : Decision.Refuse("top-of-ladder", $"{open.Role()} is the last of the ladder: {open.Rule} for {open.About}.");
}

/// <summary>Close an escalation although its condition still holds: a reasoned decision one level above (INV-30).</summary>
/// <param name="Role">The role of whoever decides; above the one that has it now.</param>
[Command("resolve-escalation", "Close an escalation by a reasoned decision one level above")]
public sealed record ResolveEscalation(string Key, string Role, string Reason) : EscalationCommand(Key)
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) =>
        FieldMistake.Among(FieldMistake.Blank(nameof(Reason), Reason));

    private protected override Decision Decide(Escalation open, Occasion on) =>
        on.Policies.Approvals.IsAbove(Role, open.Role()) || IsTop(open.Role(), Role, on)
            ? Decision.Record(new EscalationClosed(open.Key, open.About, on.Actor, Reason))
            : Decision.Refuse(
                "one-level-above",
                $"{open.Role()} has it, so {on.Policies.Approvals.Above(open.Role()) ?? on.Policies.Approvals.Ladder[^1]} decides: "
                + $"{open.Rule} for {open.About} (INV-30).");

    // Above the highest role nobody stands; it also decides what is with a role beside the ladder.
    private static bool IsTop(string has, string decides, Occasion on) =>
        on.Policies.Approvals.Ladder is [.., var top] ladder && decides == top && (has == top || !ladder.Contains(has));
}
