using System.Collections.Immutable;
using Planning.Accounts.Customers;

namespace Planning.Accounts.People;

/// <summary>Something asked about one person whom the customer must know.</summary>
/// <param name="Person">Also by the id of a record that was merged.</param>
public abstract record PersonCommand(Id<Person> Person) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) =>
        FieldMistake.Among(Unknown(nameof(Person), Person, customer));

    /// <summary>The mistake of naming somebody whom nobody knows.</summary>
    private protected static FieldMistake? Unknown(string field, Id<Person> person, Customer customer) =>
        customer.People.ContainsKey(customer.Stakeholders.Resolve(person))
            ? null
            : new FieldMistake(field, $"is {person}, who is nobody known at the customer");

    private protected Person Meant(Customer customer) => customer.People[customer.Stakeholders.Resolve(Person)];
}

/// <summary>Keep how somebody is reached. One that is known is merged, not stored twice (INV-10).</summary>
/// <param name="VerifiedOn">Nothing when nobody has tried it.</param>
[Command("capture-contact-point", "Keep how somebody at the customer is reached; a known one is merged")]
public sealed record CaptureContactPoint(Id<Person> Person, ContactKind Kind, string Value, DateOnly? VerifiedOn = null)
    : PersonCommand(Person)
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) =>
        base.Mistakes(customer, on).Concat(Point.Mistakes(on.Today));

    public override Decision Decide(Customer customer, Occasion on)
    {
        var person = Meant(customer).Id;
        return customer.Stakeholders.Of(person).ContactPoints.ContainsKey(Point.Key)
            ? Decision.Record(new ContactPointMerged(person, Point, on.Today))
            : Decision.Record(new ContactPointKept(person, Point));
    }

    private ContactPoint Point => new(Kind, Value, VerifiedOn);
}

/// <summary>Draw who has influence on whom.</summary>
/// <param name="Strength">1 to 5; 0 takes the line away.</param>
[Command("draw-influence", "Draw a line of influence between two people at the customer, or take it away")]
public sealed record DrawInfluence(Id<Person> Person, Id<Person> On, InfluenceKind Kind, int Strength) : PersonCommand(Person)
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) =>
    [
        .. base.Mistakes(customer, on),
        .. FieldMistake.Among(
            Unknown(nameof(On), On, customer),
            FieldMistake.OutOfRange(nameof(Strength), Strength, 0, 5),
            customer.Stakeholders.Resolve(On) == customer.Stakeholders.Resolve(Person)
                ? new FieldMistake(nameof(On), "is the same person")
                : null),
    ];

    public override Decision Decide(Customer customer, Occasion on)
    {
        var edge = new InfluenceEdge(Meant(customer).Id, customer.Stakeholders.Resolve(On), Kind, Strength);
        var known = customer.Stakeholders.Influence.FirstOrDefault(
            one => (one.From, one.To, one.Kind) == (edge.From, edge.To, edge.Kind));
        return Strength switch
        {
            _ when known == edge => Decision.Record(),
            0 when known is null => Decision.Record(),
            0 => Decision.Record(new InfluenceErased(edge.From, edge.To, Kind)),
            _ => Decision.Record(new InfluenceDrawn(edge)),
        };
    }
}

/// <summary>Note that somebody has left the customer. The history stays, and can be taken to the next customer.</summary>
/// <param name="Day">The last day.</param>
[Command("end-position", "Note that somebody has left the customer")]
public sealed record EndPosition(Id<Person> Person, DateOnly Day, Id<Customer>? Next = null) : PersonCommand(Person)
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) =>
        base.Mistakes(customer, on).Concat(FieldMistake.Among(FieldMistake.NotYet(nameof(Day), Day, on.Today)));

    public override Decision Decide(Customer customer, Occasion on) => Meant(customer) is { LeftOn: null } person
        ? Decision.Record(new PositionEnded(person.Id, Day, Next))
        : Decision.Record();
}

/// <summary>Take in somebody from another customer, or somebody who came back, with the positions held before.</summary>
/// <param name="Who">As the person is here.</param>
/// <param name="Earlier">Positions at other customers, as those customers show them.</param>
[Command("welcome-mover", "Take in somebody who comes from another customer, with the positions held before")]
public sealed record WelcomeMover(Person Who, ImmutableArray<Position> Earlier, DateOnly Since) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) =>
    [
        .. Who.Mistakes(customer.Units.ContainsKey),
        .. FieldMistake.Among(
            FieldMistake.NotYet(nameof(Since), Since, on.Today),
            Who.Owner is { } owner && customer.Stakeholders.Gone.Contains(owner)
                ? new FieldMistake(nameof(Who.Owner), $"is {owner}, who has left; name somebody else")
                : null,
            Who.ReportsTo is { } above && !customer.People.ContainsKey(above)
                ? new FieldMistake(nameof(Who.ReportsTo), $"is {above}, who is nobody known at the customer")
                : null,
            customer.Stakeholders.Merged.ContainsKey(Who.Id)
                ? new FieldMistake(nameof(Who.Id), $"is {Who.Id}, who turned out to be {customer.Stakeholders.Resolve(Who.Id)}")
                : null,
            ReportingLines.Loop(customer.People.SetItem(Who.Id, Who)) is not null
                ? new FieldMistake(nameof(Who.ReportsTo), "leads back to the person, over others")
                : null),
        .. (Earlier.IsDefault ? [] : Earlier).Where(position => position.Until < position.From).Select(position => new FieldMistake(
            nameof(Earlier), $"holds {position.Title} at {position.Customer}, which ends before it begins")),
    ];

    public override Decision Decide(Customer customer, Occasion on) => customer.People.TryGetValue(Who.Id, out var known)
        ? known switch
        {
            { LeftOn: not null } => Decision.Record(new MoverWelcomed(Who with { LeftOn = null }, EarlierOnes, Since)),
            _ when known == Who => Decision.Record(),
            _ => Decision.Refuse("person-known", $"{Who.Id} is at the customer already."),
        }
        : Decision.Record(new MoverWelcomed(Who with { LeftOn = null }, EarlierOnes, Since));

    private ImmutableArray<Position> EarlierOnes => Earlier.IsDefault ? [] : Earlier;
}

/// <summary>Two records turned out to be one person. Counts, contacts and history of both are kept.</summary>
/// <param name="Person">The record that stays.</param>
[Command("merge-people", "Make one person of two records; nothing that either had is lost")]
public sealed record MergePeople(Id<Person> Person, Id<Person> Duplicate) : PersonCommand(Person)
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) =>
        base.Mistakes(customer, on).Concat(FieldMistake.Among(Unknown(nameof(Duplicate), Duplicate, customer)));

    public override Decision Decide(Customer customer, Occasion on)
    {
        var (kept, duplicate) = (Meant(customer).Id, customer.Stakeholders.Resolve(Duplicate));
        if (kept == duplicate)
        {
            return Decision.Record();
        }

        // One person has one assessment that waits.
        var (one, other) = (customer.Stakeholders.Of(kept).Pending, customer.Stakeholders.Of(duplicate).Pending);
        return one is not null && other is not null
            ? Decision.Record([.. SecondAssessment.Withdraw(customer, other), new PeopleMerged(kept, duplicate)])
            : Decision.Record(new PeopleMerged(kept, duplicate));
    }
}
