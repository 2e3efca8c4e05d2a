using System.Collections.Immutable;
using Planning.Accounts.Contents;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.Organisation;
using Planning.Accounts.Teams;

namespace Planning.Accounts.Losses;

/// <summary>Keep that a deal was lost; a large one is looked into (INV-29).</summary>
/// <param name="To">Who won it; nothing while nobody knows.</param>
[Command("note-lost-deal", "Keep that a deal was lost; a large one opens a loss review")]
public sealed record NoteLostDeal(Id<LostDeal> Id, string Title, Money Value, DateOnly LostOn, string? To = null) : CustomerCommand
{
    // The review has an id made of this one.
    private const int LongestId = 50;

    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        FieldMistake.Blank(nameof(Title), Title),
        FieldMistake.NotYet(nameof(LostOn), LostOn, on.Today),
        Id.Value.Length > LongestId ? new FieldMistake(nameof(Id), $"is longer than {LongestId} characters") : null,
        Value.Millions > 0 ? null : new FieldMistake(nameof(Value), "must be above 0"),
        customer.Losses.Deals.TryGetValue(Id, out var known) && known != AsDeal()
            ? new FieldMistake(nameof(Id), $"is {Id}, which is another deal already")
            : null);

    public override Decision Decide(Customer customer, Occasion on)
    {
        if (customer.Losses.Deals.ContainsKey(Id))
        {
            return Decision.Record();
        }

        return Decision.Record(
        [
            new DealLost(AsDeal()),
            .. on.Policies.Losses.IsLarge(Value, customer.Metrics)
                ? [LossRecord.Open(customer, LossRecord.Key($"deal-{Id}"), LossKind.Deal, $"the deal “{Title}” of {Value}", on.Today, on.Policies.Coverage)]
                : Array.Empty<CustomerEvent>(),
        ]);
    }

    private LostDeal AsDeal() => new(Id, Title, Value, LostOn, To);
}

/// <summary>Something that people ask about one loss review.</summary>
public abstract record LossReviewCommand(Id<LossReview> Review) : CustomerCommand
{
    public sealed override Decision Decide(Customer customer, Occasion on) =>
        customer.Losses.Reviews.TryGetValue(Review, out var review)
            ? Decide(review, on)
            : Decision.Refuse("loss-review-unknown", $"There is no loss review {Review}.");

    private protected abstract Decision Decide(LossReview review, Occasion on);

    private protected Decision Closed() => Decision.Refuse("loss-review-closed", $"The loss review {Review} is closed.");
}

[Command("assign-loss-review", "Say who of ours finds out why we lost it")]
public sealed record AssignLossReview(Id<LossReview> Review, Id<Employee> Owner) : LossReviewCommand(Review)
{
    public override IEnumerable<Id<Employee>> Employees => [Owner];

    private protected override Decision Decide(LossReview review, Occasion on) =>
        review.Owner == Owner ? Decision.Record()
        : review.IsOpen ? Decision.Record(new LossReviewAssigned(Review, Owner)) : Closed();
}

/// <summary>Write down what was found out: the whole of it each time.</summary>
[Command("write-loss-review", "Write down why we lost it: causes, the people we did not cover, broken promises, lessons")]
public sealed record WriteLossReview(
    Id<LossReview> Review,
    ImmutableArray<LossCause> Causes,
    ImmutableArray<MissedPerson> Missed,
    ImmutableArray<Id<Commitment>> Promises,
    ImmutableArray<Lesson> Lessons) : LossReviewCommand(Review)
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on)
    {
        List<FieldMistake> holes =
        [
            .. Given.Holes(nameof(Causes), Causes) ?? [],
            .. Given.Holes(nameof(Missed), Missed) ?? [],
            .. Given.Holes(nameof(Lessons), Lessons) ?? [],
            .. Promises.IsDefault ? [new FieldMistake(nameof(Promises), "is not there; write [] for none")] : Array.Empty<FieldMistake>(),
        ];
        return holes is [_, ..] ? holes : Flaws(customer);
    }

    private protected override Decision Decide(LossReview review, Occasion on)
    {
        var findings = new LossFindings(Causes, Missed, Promises, Lessons);
        return review.Findings == findings ? Decision.Record()
            : review.IsOpen ? Decision.Record(new LossReviewWritten(Review, findings)) : Closed();
    }

    private IEnumerable<FieldMistake> Flaws(Customer customer)
    {
        var keys = Causes.Select(cause => cause.Key).ToList();
        return FieldMistake.Among(
        [
            .. Causes.SelectMany((cause, at) => new[]
            {
                FieldMistake.Blank($"{nameof(Causes)}[{at}].Key", cause.Key),
                FieldMistake.Blank($"{nameof(Causes)}[{at}].Text", cause.Text),
                keys.IndexOf(cause.Key) < at ? new FieldMistake($"{nameof(Causes)}[{at}].Key", $"is “{cause.Key}” a second time") : null,

                // Only under one that was named before: so it is a tree.
                cause.Under is { } under && !keys.Take(at).Contains(under)
                    ? new FieldMistake($"{nameof(Causes)}[{at}].Under", $"is “{under}”, which is no cause named before it")
                    : null,
            }),
            .. Missed.SelectMany((missed, at) => new[]
            {
                FieldMistake.Blank($"{nameof(Missed)}[{at}].Part", missed.Part),
                missed.Person is { } person ? AtCustomer.Unknown(customer, $"{nameof(Missed)}[{at}].Person", person) : null,
            }),
            .. Promises.Where(promise => !customer.Organisation.Commitments.ContainsKey(promise))
                .Select(promise => new FieldMistake(nameof(Promises), $"names {promise}, which nobody has promised")),
            .. Lessons.Select((lesson, at) => FieldMistake.Blank($"{nameof(Lessons)}[{at}].Text", lesson.Text)),
        ]);
    }
}

/// <summary>Close a loss review: with a named cause, the people we did not cover, and a lesson (INV-29).</summary>
[Command("close-loss-review", "Close a loss review: a cause, the people we did not cover and a lesson are named")]
public sealed record CloseLossReview(Id<LossReview> Review) : LossReviewCommand(Review)
{
    private protected override Decision Decide(LossReview review, Occasion on) => review switch
    {
        { IsOpen: false } => Decision.Record(),
        _ when review.Findings.Missing().ToList() is [_, ..] missing =>
            Decision.Refuse("loss-not-explained", $"We do not know yet why we lost {review.What} (INV-29).", missing),
        _ => Decision.Record(new LossReviewClosed(Review, on.Today, on.Actor)),
    };
}
