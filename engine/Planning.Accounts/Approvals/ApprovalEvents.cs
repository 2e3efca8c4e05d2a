using Planning.Accounts.Customers;

namespace Planning.Accounts.Approvals;

public abstract record ApprovalEvent : CustomerEvent;

public sealed record ApprovalAsked(Approval Approval) : ApprovalEvent
{
    protected override string Tell() =>
        $"{Approval.Author} asked {string.Join(", then ", Approval.Steps.Select(step => step.Role))} to agree: {Approval.What}.";
}

/// <param name="Role">The role that was asked.</param>
/// <param name="By">Who decided.</param>
public sealed record ApprovalDecided(string Subject, string What, string Role, bool Granted, string By, DateOnly On)
    : ApprovalEvent
{
    /// <summary>The higher role that decided in place of one that was too late; nothing for the role itself.</summary>
    public string? As { get; init; }

    public string? Comment { get; init; }

    /// <summary>When the next role has to decide; nothing after the last.</summary>
    public ApprovalTimes? Next { get; init; }

    protected override string Tell() =>
        $"{By} {(Granted ? "agreed" : "did not agree")} as {As ?? Role}{(As is null ? "" : $" for {Role}")}: "
        + $"{What}{(Comment is null ? "" : $", “{Comment}”")}.";
}

/// <summary>All have agreed, or one has not. What follows from it happens with it.</summary>
public sealed record ApprovalConcluded(string Subject, string What, bool Granted) : ApprovalEvent
{
    protected override string Tell() => $"It was {(Granted ? "approved" : "turned down")}: {What}.";
}

/// <summary>Nobody waits for it any more.</summary>
public sealed record ApprovalWithdrawn(string Subject, string What) : ApprovalEvent
{
    protected override string Tell() => $"Nobody has to agree any more: {What}.";
}

/// <param name="Told">The next higher role; nothing when there is none.</param>
public sealed record ApprovalLate(string Subject, string What, string Role, string? Told, DateOnly Due) : ApprovalEvent
{
    protected override string Tell() => FormattableString.Invariant(
        $"{Role} should have decided by {Due:yyyy-MM-dd}{(Told is null ? "" : $"; {Told} was told")}: {What}.");
}

public sealed record WaiverRequested(Waiver Waiver) : ApprovalEvent
{
    protected override string Tell() => FormattableString.Invariant(
        $"{Waiver.Author} asked to waive {Waiver.Criterion} for {Waiver.Object} until {Waiver.Until:yyyy-MM-dd}: {Waiver.Reason}.");
}

public sealed record WaiverGranted(Id<Waiver> Waiver, DateOnly On) : ApprovalEvent
{
    protected override string Tell() => FormattableString.Invariant($"The waiver {Waiver} holds from {On:yyyy-MM-dd}.");
}
