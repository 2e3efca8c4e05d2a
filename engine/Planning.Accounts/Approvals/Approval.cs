using System.Collections.Immutable;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Approvals;

/// <summary>Something that roles are asked to agree to, one after the other. Who asks is never who agrees (INV-17).</summary>
/// <param name="Subject">What is decided: its kind and its id, as <c>waiver:w-1</c>.</param>
/// <param name="What">The same in words.</param>
/// <param name="Author">Who asks.</param>
/// <param name="Steps">One or more; the first without a decision is the one that is waited for.</param>
public sealed record Approval(string Subject, string What, string Author, ImmutableArray<ApprovalStep> Steps)
{
    /// <summary>The step that is waited for; nothing when all have agreed or one has not.</summary>
    public ApprovalStep? Current() => Steps.Any(step => step.Granted is false)
        ? null
        : Steps.FirstOrDefault(step => step.Granted is null);

    /// <summary>What happens when roles are asked.</summary>
    /// <param name="roles">One or more, in the order they are asked.</param>
    public static ApprovalAsked Ask(string subject, string what, IEnumerable<string> roles, Occasion on) =>
        Ask(subject, what, on.Actor, roles, on);

    /// <param name="author">Who asks; the actor when a person does.</param>
    public static ApprovalAsked Ask(string subject, string what, string author, IEnumerable<string> roles, Occasion on) =>
        new(new Approval(
            subject,
            what,
            author,
            [.. roles.Select((role, at) => new ApprovalStep(role, at == 0 ? Times(on) : null))]));

    /// <summary>Somebody decides the step that is waited for.</summary>
    public Decision Decide(string role, bool granted, string? comment, Occasion on)
    {
        if (Current() is not { } step)
        {
            return Decision.Refuse("approval-closed", $"{What} is decided already.");
        }

        if (on.Actor == Author)
        {
            return Decision.Refuse("author-approves", $"{Author} asked for it, so somebody else decides: {What} (INV-17).");
        }

        if (Steps.Any(other => other.By == on.Actor))
        {
            return Decision.Refuse("approves-twice", $"{on.Actor} has decided a step of it already: {What}.");
        }

        if (step.Role != role && !MayActFor(step, role, on))
        {
            return Decision.Refuse("other-approver", $"It waits for {step.Role}, not for {role}: {What}.");
        }

        if (!granted && string.IsNullOrWhiteSpace(comment))
        {
            return Decision.Refuse("reason-needed", $"Say why it is refused: {What}.");
        }

        var last = Steps[^1] == step;
        var decided = new ApprovalDecided(Subject, What, step.Role, granted, on.Actor, on.Today)
        {
            As = role == step.Role ? null : role,
            Comment = comment,
            Next = granted && !last ? Times(on) : null,
        };
        return granted && !last
            ? Decision.Record(decided)
            : Decision.Record(decided, new ApprovalConcluded(Subject, What, granted));
    }

    /// <summary>Tells the next higher role once of a step that is late.</summary>
    internal ApprovalLate? Late(Occasion on) =>
        Current() is { LateNoted: false, Times: { } times } step && times.TellOn <= on.Today
            ? new ApprovalLate(Subject, What, step.Role, on.Policies.Approvals.Above(step.Role), times.Due)
            : null;

    internal Approval Apply(ApprovalEvent happened) => happened switch
    {
        ApprovalDecided decided => this with { Steps = [.. After(decided)] },
        ApprovalLate => this with
        {
            Steps = Steps.Replace(Current()!, Current()! with { LateNoted = true }),
        },
        _ => this,
    };

    public bool Equals(Approval? other) => other is not null
        && (Subject, What, Author) == (other.Subject, other.What, other.Author)
        && Steps.AsSpan().SequenceEqual(other.Steps.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Subject, Steps.Length);

    private static ApprovalTimes Times(Occasion on) => on.Policies.Approvals.Times(on.Today, on.Calendar);

    private static bool MayActFor(ApprovalStep step, string role, Occasion on) =>
        step.Times is { } times && times.ActOn <= on.Today && on.Policies.Approvals.IsAbove(role, step.Role);

    private IEnumerable<ApprovalStep> After(ApprovalDecided decided)
    {
        var at = Steps.IndexOf(Current()!);
        return Steps.Select((step, place) => place == at
            ? step with { Granted = decided.Granted, By = decided.By, Comment = decided.Comment }
            : place == at + 1 ? step with { Times = decided.Next } : step);
    }
}
