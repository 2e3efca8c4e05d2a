using System.Collections.Immutable;
using Planning.Accounts.Contents;
using Planning.Accounts.Coverage;
using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Teams;

namespace Planning.Accounts.Organisation;

/// <summary>Agree with the customer on a regular meeting of company and company.</summary>
/// <param name="EveryMonths">1 to 60.</param>
[Command("agree-mechanism", "Agree on a regular meeting of company and company: its kind, first day and cadence")]
public sealed record AgreeMechanism(
    Id<OrganisationalMechanism> Id,
    MechanismType Type,
    DateOnly FirstOn,
    int EveryMonths,
    Id<Employee> OurOwner,
    Id<Person>? TheirOwner = null) : CustomerCommand
{
    // The contact of each meeting has an id made of this one and its day.
    private const int LongestId = 50;

    public override IEnumerable<Id<Employee>> Employees => [OurOwner];

    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        FieldMistake.OutOfRange(nameof(EveryMonths), EveryMonths, 1, 60),
        Id.Value.Length > LongestId ? new FieldMistake(nameof(Id), $"is longer than {LongestId} characters") : null,
        TheirOwner is { } person ? AtCustomer.Unknown(customer, nameof(TheirOwner), person) : null,
        customer.Organisation.Mechanisms.TryGetValue(Id, out var known)
            && known with { Sessions = [], EndedOn = null } != AsMechanism()
            ? new FieldMistake(nameof(Id), $"is {Id}, which is another mechanism already")
            : null);

    public override Decision Decide(Customer customer, Occasion on) => customer.Organisation.Mechanisms.ContainsKey(Id)
        ? Decision.Record()
        : Decision.Record(new MechanismAgreed(AsMechanism()));

    private OrganisationalMechanism AsMechanism() => new(Id, Type, FirstOn, EveryMonths, OurOwner, TheirOwner);
}

/// <summary>Record that a mechanism was held: without anybody of the customer it was not (METHOD §3.1, must never 8).</summary>
/// <param name="For">The planned day it was held for.</param>
/// <param name="Output">What came of it; without any it fulfils nothing.</param>
/// <param name="OurRank">The highest level of ours who was there, 1 to 5.</param>
[Command("hold-mechanism", "Record a meeting of company and company: for which planned day, who was there, what came of it")]
public sealed record HoldMechanism(
    Id<OrganisationalMechanism> Mechanism,
    DateOnly For,
    DateOnly HeldOn,
    ImmutableArray<Id<Employee>> OurPeople,
    ImmutableArray<Id<Person>> TheirPeople,
    string? Output = null,
    int? OurRank = null) : CustomerCommand
{
    public override IEnumerable<Id<Employee>> Employees => OurPeople.IsDefault ? [] : OurPeople;

    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
    [
        FieldMistake.NotYet(nameof(HeldOn), HeldOn, on.Today),
        FieldMistake.OutOfRange(nameof(OurRank), OurRank ?? 1, 1, 5),
        OurPeople.IsDefaultOrEmpty ? new FieldMistake(nameof(OurPeople), "is empty; name who of ours was there") : null,
        TheirPeople.IsDefaultOrEmpty
            ? new FieldMistake(nameof(TheirPeople), "is empty; a meeting without the customer was not held")
            : null,
        .. TheirPeople.IsDefault ? [] : TheirPeople.Select(person => AtCustomer.Unknown(customer, nameof(TheirPeople), person)),
    ]);

    public override Decision Decide(Customer customer, Occasion on)
    {
        if (!customer.Organisation.Mechanisms.TryGetValue(Mechanism, out var known))
        {
            return Decision.Refuse("mechanism-unknown", $"There is no mechanism {Mechanism}.");
        }

        var session = new Session(For, HeldOn, [.. OurPeople.Distinct()], [.. TheirPeople.Distinct()], Output);
        if (known.SessionFor(For) is { } before)
        {
            return before == session
                ? Decision.Record()
                : Decision.Refuse("session-known", FormattableString.Invariant(
                    $"What came of {For:yyyy-MM-dd} is known already: {Mechanism} was held on {before.HeldOn:yyyy-MM-dd}."));
        }

        return !known.IsPlannedOn(For)
            ? Decision.Refuse("not-planned", FormattableString.Invariant($"{Mechanism} was not planned for {For:yyyy-MM-dd}."))
            : HeldOn <= For.AddMonths(-known.EveryMonths) || known.Sessions.Any(other => other.HeldOn == HeldOn)
                ? Decision.Refuse("other-session", FormattableString.Invariant(
                    $"The meeting of {HeldOn:yyyy-MM-dd} is not the one that {Mechanism} planned for {For:yyyy-MM-dd}: one meeting counts once."))
                : Decision.Record(new MechanismHeld(Mechanism, session), AsContact(known, session, on));
    }

    // Whoever met there was met: nobody has to write it down twice.
    private InteractionLogged AsContact(OrganisationalMechanism known, Session session, Occasion on)
    {
        var interaction = new Interaction(
            Id<Interaction>.Parse(FormattableString.Invariant($"held-{Mechanism}-{For:yyyyMMdd}"), null),
            HeldOn,
            Means.Meeting,
            TheyStarted: false,
            TwoWay: true,
            session.TheirPeople,
            session.OurPeople,
            Wording.Words<MechanismType>.Of(known.Type),
            Output)
        {
            OurRank = OurRank,
        };
        return new InteractionLogged(interaction) { TooSlight = !on.Policies.Coverage.Counts(interaction) };
    }
}

[Command("end-mechanism", "End a regular meeting of company and company, with the reason")]
public sealed record EndMechanism(Id<OrganisationalMechanism> Mechanism, DateOnly On, string Reason) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        FieldMistake.Blank(nameof(Reason), Reason),
        On < on.Today
            ? new FieldMistake(nameof(On), "lies before today; what was planned and not held stays as it was")
            : null);

    public override Decision Decide(Customer customer, Occasion on) => customer.Organisation.Mechanisms.GetValueOrDefault(Mechanism) switch
    {
        null => Decision.Refuse("mechanism-unknown", $"There is no mechanism {Mechanism}."),
        { EndedOn: not null } => Decision.Record(),
        _ => Decision.Record(new MechanismEnded(Mechanism, On, Reason)),
    };
}
