using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Losses;

public abstract record LossEvent : CustomerEvent;

public sealed record DealLost(LostDeal Deal) : LossEvent
{
    protected override string Tell() => FormattableString.Invariant(
        $"The deal “{Deal.Title}” of {Deal.Value} was lost on {Deal.LostOn:yyyy-MM-dd}{(Deal.To is { } to ? $" to {to}" : "")}.");
}

public sealed record LossReviewOpened(Id<LossReview> Review, LossReview Opened) : LossEvent
{
    protected override string Tell() =>
        $"A review was opened why we lost {Opened.What}{(Opened.Untouched is [] ? "" : $"; nobody had touched {string.Join(", ", Opened.Untouched)}")}.";
}

public sealed record LossReviewAssigned(Id<LossReview> Review, Id<Employee> Owner) : LossEvent
{
    protected override string Tell() => $"{Owner} finds out about {Review}.";
}

public sealed record LossReviewWritten(Id<LossReview> Review, LossFindings Findings) : LossEvent
{
    protected override string Tell() =>
        $"What was found out about {Review}: {string.Join("; ", Findings.Causes.Select(cause => $"{Words<CauseKind>.Of(cause.Kind)}: {cause.Text}"))}.";
}

public sealed record LossReviewClosed(Id<LossReview> Review, DateOnly On, string By) : LossEvent
{
    protected override string Tell() => $"{By} closed the review {Review}.";
}
