using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;
using Planning.Accounts.Organisation;
using Planning.Accounts.People;
using Planning.Accounts.Teams;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Losses;

/// <summary>Why a customer, a large deal or a good part of its wallet was lost (INV-29): not to know is the worst (METHOD 004).</summary>
/// <param name="What">What was lost, for a person.</param>
public sealed record LossReview(Id<LossReview> Id, LossKind Kind, string What, DateOnly OpenedOn)
{
    public Id<Employee>? Owner { get; init; }

    /// <summary>People in a process whom nobody had touched when it was lost: where to look first.</summary>
    public ImmutableArray<Id<Person>> Untouched { get; init; } = [];

    public LossFindings Findings { get; init; } = LossFindings.None;

    public DateOnly? ClosedOn { get; init; }

    [JsonIgnore]
    public bool IsOpen => ClosedOn is null;

    public bool Equals(LossReview? other) => other is not null
        && (Id, Kind, What, OpenedOn, Owner, ClosedOn, Findings)
            == (other.Id, other.Kind, other.What, other.OpenedOn, other.Owner, other.ClosedOn, other.Findings)
        && Untouched.AsSpan().SequenceEqual(other.Untouched.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Id, OpenedOn);
}

/// <summary>What a loss review came to.</summary>
/// <param name="Causes">A tree: a cause may stand under another.</param>
/// <param name="Missed">The people whom we did not cover.</param>
/// <param name="Promises">Commitments that we did not keep.</param>
public sealed record LossFindings(
    ImmutableArray<LossCause> Causes, ImmutableArray<MissedPerson> Missed, ImmutableArray<Id<Commitment>> Promises, ImmutableArray<Lesson> Lessons)
{
    public static LossFindings None { get; } = new([], [], [], []);

    /// <summary>What is not named and has to be before the review is closed (INV-29).</summary>
    public IEnumerable<string> Missing()
    {
        if (Causes is [])
        {
            yield return "No cause is named.";
        }

        if (Missed is [])
        {
            yield return "Nobody is named whom we did not cover.";
        }

        if (Lessons is [])
        {
            yield return "No lesson is drawn.";
        }
    }

    public bool Equals(LossFindings? other) => other is not null
        && Causes.AsSpan().SequenceEqual(other.Causes.AsSpan())
        && Missed.AsSpan().SequenceEqual(other.Missed.AsSpan())
        && Promises.AsSpan().SequenceEqual(other.Promises.AsSpan())
        && Lessons.AsSpan().SequenceEqual(other.Lessons.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Causes.Length, Missed.Length, Lessons.Length);
}

/// <param name="Key">What others stand under it by.</param>
/// <param name="Under">The key of the cause that this one explains; nothing at the top.</param>
public sealed record LossCause(string Key, CauseKind Kind, string Text, string? Under = null);

/// <summary>Somebody whom we did not cover: known to us, or only what they do there.</summary>
/// <param name="Person">Nothing for one whom we did not even know.</param>
/// <param name="Part">The part in the process, business facts only (INV-28).</param>
public sealed record MissedPerson(string Part, Id<Person>? Person = null);

/// <param name="Rule">What should be changed in our rules or policies; nothing where that would not help (METHOD G10).</param>
public sealed record Lesson(string Text, string? Rule = null);

/// <summary>A deal that another won, or nobody.</summary>
/// <param name="To">Who won it; nothing while nobody knows.</param>
public sealed record LostDeal(Id<LostDeal> Id, string Title, Money Value, DateOnly LostOn, string? To);

[JsonConverter(typeof(WordJsonConverter<LossKind>))]
public enum LossKind
{
    [JsonStringEnumMemberName("customer")]
    Customer,
    [JsonStringEnumMemberName("deal")]
    Deal,
    [JsonStringEnumMemberName("wallet")]
    Wallet,
}

[JsonConverter(typeof(WordJsonConverter<CauseKind>))]
public enum CauseKind
{
    [JsonStringEnumMemberName("relationship")]
    Relationship,
    [JsonStringEnumMemberName("solution")]
    Solution,
    [JsonStringEnumMemberName("price")]
    Price,
    [JsonStringEnumMemberName("delivery")]
    Delivery,
    [JsonStringEnumMemberName("quality")]
    Quality,
    [JsonStringEnumMemberName("competition")]
    Competition,
    [JsonStringEnumMemberName("ourselves")]
    Ourselves,
}
