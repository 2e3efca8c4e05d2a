using Planning.Accounts.Customers;

namespace Planning.Accounts.Escalations;

/// <param name="Key">See <see cref="Condition.Key"/>.</param>
public abstract record EscalationEvent(string Key) : CustomerEvent;

/// <summary>The condition of a rule began to hold; it is raised when it has held for long enough.</summary>
/// <param name="RaisedOn">The day it is raised when it holds until then.</param>
public sealed record ConditionBegan(string Key, string About, DateOnly On, DateOnly RaisedOn, string Because) : EscalationEvent(Key)
{
    protected override string Tell() => $"{Rule(Key)} looks at {About}: {Because}.";

    internal static string Rule(string key) => key[..key.IndexOf('/', StringComparison.Ordinal)];
}

/// <summary>The condition holds no longer: before anything was raised, or after people had decided on it.</summary>
public sealed record ConditionPassed(string Key, string About) : EscalationEvent(Key)
{
    protected override string Tell() => $"{ConditionBegan.Rule(Key)} has nothing to say of {About} any more.";
}

public sealed record EscalationOpened(Escalation Escalation) : EscalationEvent(Escalation.Key)
{
    protected override string Tell() => Escalation is { ToldAtOnce: 0, Ladder: [var first, ..] }
        ? FormattableString.Invariant(
            $"{Escalation.Rule} {Escalation.Title} was raised for {Escalation.About}: {Escalation.Because}; ")
            + FormattableString.Invariant($"{first.Role} is told on {first.At:yyyy-MM-dd HH:mm} UTC unless it is in hand.")
        : $"{Escalation.Rule} {Escalation.Title} was raised to {Told} for {Escalation.About}: {Escalation.Because}.";

    private string Told => string.Join(" and ", Escalation.Ladder.Take(Escalation.ToldAtOnce).Select(step => step.Role));
}

/// <summary>The next step of the ladder came.</summary>
public sealed record EscalationRose(string Key, string About, int Step, string Role) : EscalationEvent(Key)
{
    protected override string Tell() => $"{ConditionBegan.Rule(Key)} for {About} rose to {Role}.";
}

/// <summary>The next step of the ladder came, but somebody has it in hand.</summary>
public sealed record EscalationSpared(string Key, string About, int Step, string Role) : EscalationEvent(Key)
{
    protected override string Tell() => $"{ConditionBegan.Rule(Key)} for {About} was not raised to {Role}: it is in hand.";
}

public sealed record EscalationAcknowledged(string Key, string About, string By) : EscalationEvent(Key)
{
    protected override string Tell() => $"{By} has taken {ConditionBegan.Rule(Key)} for {About}.";
}

public sealed record EscalationProgressed(string Key, string About, string By, DateTimeOffset At, string Progress)
    : EscalationEvent(Key)
{
    protected override string Tell() => $"{By} on {ConditionBegan.Rule(Key)} for {About}: {Progress}.";
}

public sealed record EscalationSnoozed(string Key, string About, string By, DateOnly Until, string Reason) : EscalationEvent(Key)
{
    protected override string Tell() => FormattableString.Invariant(
        $"{By} let {ConditionBegan.Rule(Key)} for {About} rest until {Until:yyyy-MM-dd}: {Reason}.");
}

/// <summary>Its condition holds no longer; it closes when that has lasted.</summary>
public sealed record EscalationEased(string Key, string About, DateOnly On) : EscalationEvent(Key)
{
    protected override string Tell() => $"{ConditionBegan.Rule(Key)} for {About} holds no longer.";
}

/// <summary>Its condition holds again before it was closed.</summary>
public sealed record EscalationRelapsed(string Key, string About) : EscalationEvent(Key)
{
    protected override string Tell() => $"{ConditionBegan.Rule(Key)} for {About} holds again.";
}

/// <param name="By">Who decided, one level above (INV-30); nothing when the facts closed it.</param>
public sealed record EscalationClosed(string Key, string About, string? By, string Reason) : EscalationEvent(Key)
{
    protected override string Tell() => $"{ConditionBegan.Rule(Key)} for {About} was closed by {By ?? "the facts"}: {Reason}.";
}
