using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Planning.Accounts.Customers;
using Planning.Accounts.People;

namespace Planning.Accounts.Delivery;

/// <summary>A day that the customer waits for in a delivery. What was promised first never changes.</summary>
/// <param name="Starts">The first day of the work that leads to it; its length is counted from there.</param>
/// <param name="Due">The day that was promised.</param>
public sealed record Milestone(Id<Milestone> Id, string Title, DateOnly Starts, DateOnly Due)
{
    /// <summary>The day that is expected now; nothing while nobody expects another than the promised one.</summary>
    public DateOnly? Expected { get; init; }

    /// <summary>Why the day has moved.</summary>
    public string? Because { get; init; }

    public DateOnly? ReachedOn { get; init; }

    public DateOnly? AcceptedOn { get; init; }

    public Id<Person>? AcceptedBy { get; init; }

    /// <summary>Why the customer did not accept it; nothing while it has not refused, or since it has accepted.</summary>
    public string? Refusal { get; init; }

    [JsonIgnore]
    public bool IsOpen => AcceptedOn is null;

    /// <summary>Days after the promised one: as it was reached, or as it is expected, but not earlier than today.</summary>
    public int SlipDays(DateOnly today)
    {
        var expected = Expected ?? Due;
        var day = ReachedOn ?? (expected < today ? today : expected);
        return Math.Max(0, day.DayNumber - Due.DayNumber);
    }

    /// <summary>The same as a part of its planned length.</summary>
    public decimal SlipShare(DateOnly today) => SlipDays(today) / (decimal)Math.Max(1, Due.DayNumber - Starts.DayNumber);
}

/// <summary>What we deliver to the customer, and when.</summary>
public sealed record DeliveryRecord
{
    public static DeliveryRecord Empty { get; } = new();

    public ImmutableSortedDictionary<Id<Milestone>, Milestone> Milestones { get; init; } =
        ImmutableSortedDictionary<Id<Milestone>, Milestone>.Empty;

    public IEnumerable<Waiting> Waiting() => Milestones.Values.Where(milestone => milestone.IsOpen)
        .Select(milestone => milestone.ReachedOn is null
            ? new Waiting("delivery", milestone.Title, "FR", milestone.Expected ?? milestone.Due)
            : new Waiting("delivery", $"acceptance of {milestone.Title}", "FR", null));

    public DeliveryRecord Apply(DeliveryEvent happened) => happened switch
    {
        MilestonePlanned planned => this with { Milestones = Milestones.SetItem(planned.Milestone.Id, planned.Milestone) },
        MilestoneMoved moved => With(moved.Id, known => known with { Expected = moved.Expected, Because = moved.Reason }),
        MilestoneReached reached => With(reached.Id, known => known with { ReachedOn = reached.On }),
        AcceptanceRefused refused => With(refused.Id, known => known with { Refusal = refused.Reason }),
        DeliveryAccepted accepted => With(accepted.Id, known => known with
        {
            AcceptedOn = accepted.On,
            AcceptedBy = accepted.By,
            Refusal = null,
        }),
        _ => this,
    };

    private DeliveryRecord With(Id<Milestone> id, Func<Milestone, Milestone> change) =>
        this with { Milestones = Milestones.SetItem(id, change(Milestones[id])) };
}
