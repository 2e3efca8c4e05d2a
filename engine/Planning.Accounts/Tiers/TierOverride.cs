using Planning.Accounts.Approvals;
using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Tiers;

/// <summary>A place that people have decided on against the rules, for a time (METHOD §2.1: never without expiry).</summary>
/// <param name="Before">Where the customer stood, and stands again when it ends.</param>
/// <param name="Author">Who asked; never who grants it (INV-17).</param>
/// <param name="Until">Its last day.</param>
public sealed record TierOverride(
    Id<TierOverride> Id, TierPlace Before, TierPlace Place, string Reason, string Author, DateOnly Until)
{
    public const string Kind = "override:";

    /// <summary>As the history names it (INV-02).</summary>
    public string Cause => $"override {Id} of {Author}";

    /// <summary>What follows from its being granted: it counts from the quarter of that day.</summary>
    public IEnumerable<TierEvent> Begin(DateOnly on) =>
        [new OverrideBegan(this, on), .. Moves(Before, Place, on, FormattableString.Invariant($"{Reason}, until {Until:yyyy-MM-dd}"))];

    /// <summary>What follows from its end, unless something else has moved the customer since.</summary>
    public IEnumerable<TierEvent> End(DateOnly on, TierPlace standing, string because) =>
        [new OverrideEnded(Id, on, because), .. standing == Place ? Moves(Place, Before, on, because) : []];

    private IEnumerable<TierEvent> Moves(TierPlace from, TierPlace to, DateOnly on, string because)
    {
        var since = Quarter.Of(on);
        if ((from.Tier, from.Lane) != (to.Tier, to.Lane))
        {
            yield return new TierChanged(from.Tier, to.Tier, to.Lane, since, Cause, because);
        }

        if (from.Posture != to.Posture)
        {
            yield return new PostureChanged(from.Posture, to.Posture, since, Cause, because);
        }
    }
}

public sealed record OverrideRequested(TierOverride Override) : TierEvent
{
    protected override string Tell() => FormattableString.Invariant(
        $"{Override.Author} asked for {Override.Place} instead of {Override.Before} until {Override.Until:yyyy-MM-dd}: {Override.Reason}.");
}

public sealed record OverrideBegan(TierOverride Override, DateOnly On) : TierEvent
{
    protected override string Tell() => FormattableString.Invariant(
        $"The override {Override.Id} holds from {On:yyyy-MM-dd} until {Override.Until:yyyy-MM-dd}.");
}

public sealed record OverrideEnded(Id<TierOverride> Override, DateOnly On, string Because) : TierEvent
{
    protected override string Tell() => FormattableString.Invariant($"The override {Override} ended on {On:yyyy-MM-dd}: {Because}.");
}

/// <summary>Ask for another tier, lane or posture than the rules', for a time.</summary>
/// <param name="Until">At most the policy's months from today.</param>
[Command("request-tier-override", "Ask for another tier, lane or posture than the rules', with a reason and an end")]
public sealed record RequestTierOverride(
    Id<TierOverride> Id, string Reason, DateOnly Until, Tier? Tier = null, Lane? Lane = null, Posture? Posture = null)
    : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on)
    {
        var latest = on.Today.AddMonths(on.Policies.Tiers.OverrideMonths);
        var place = Place(customer);
        return FieldMistake.Among(
            FieldMistake.Blank(nameof(Reason), Reason),
            Until < on.Today || Until > latest
                ? new FieldMistake(nameof(Until), FormattableString.Invariant(
                    $"is {Until:yyyy-MM-dd}; an override ends between today and {latest:yyyy-MM-dd}"))
                : null,
            place == TierPlace.Of(customer.Standing)
                ? new FieldMistake(nameof(Tier), $"and Posture ask for {place}, where the customer stands already")
                : null,
            place is { Tier: Tiers.Tier.S, Posture: Tiers.Posture.Harvest }
                ? new FieldMistake(nameof(Posture), "is HARVEST, which excludes tier S (INV-11)")
                : null);
    }

    public override Decision Decide(Customer customer, Occasion on)
    {
        var standing = customer.Standing;
        if (standing.Requested.ContainsKey(Id) || standing.Override?.Id == Id)
        {
            return Decision.Record();
        }

        if (standing.Override is { } other)
        {
            return Decision.Refuse("override-in-force", $"{other.Cause} holds until {other.Until:yyyy-MM-dd}; end it first.");
        }

        var wanted = new TierOverride(Id, TierPlace.Of(standing), Place(customer), Reason, on.Actor, Until);
        return Decision.Record(
            new OverrideRequested(wanted),
            Approval.Ask(TierOverride.Kind + Id, $"{wanted.Place} instead of {wanted.Before}", on.Policies.Tiers.Approvers(wanted), on));
    }

    private TierPlace Place(Customer customer) => new(
        Tier ?? customer.Standing.Tier, Lane ?? customer.Standing.Lane, Posture ?? customer.Standing.Posture);
}

/// <summary>End an override before its last day.</summary>
[Command("end-tier-override", "End an override of the tier before its last day")]
public sealed record EndTierOverride(Id<TierOverride> Id, string Reason) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) =>
        FieldMistake.Among(FieldMistake.Blank(nameof(Reason), Reason));

    public override Decision Decide(Customer customer, Occasion on) => customer.Standing.Override is { } held && held.Id == Id
        ? Decision.Record([.. held.End(on.Today, TierPlace.Of(customer.Standing), Reason)])
        : Decision.Refuse("override-unknown", $"No override {Id} holds.");
}
