using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Teams;

/// <summary>Something that is done while a seat is handed over.</summary>
public abstract record HandoverCommand(string Process) : SeatCommand(Process)
{
    /// <summary>Who has to sign, and who that is; a manager is anybody else (INV-25).</summary>
    internal static IEnumerable<(HandoverSide Side, Id<Employee>? Who)> Signers(Customer customer, SeatProcess process)
    {
        var successor = process.Proposal?.Employee;

        // Of an empty seat whoever acted for it knows the customer.
        var predecessor = process.Need.Before ?? customer.Team.Find(process.Seat, SeatKind.Acting)?.Employee;
        if (predecessor is not null && predecessor != successor)
        {
            yield return (HandoverSide.Out, predecessor);
        }

        yield return (HandoverSide.In, successor);
        yield return (HandoverSide.Manager, null);
    }

    protected sealed override Decision Decide(Customer customer, SeatProcess process, Occasion on) => process.Track.Find("C6") is null
        ? Decision.Refuse("not-handing-over", $"The {process.Seat} seat is not being handed over.")
        : HandOver(customer, process, on);

    protected abstract Decision HandOver(Customer customer, SeatProcess process, Occasion on);
}

/// <summary>Write a part of the pack; what was signed before is to be signed anew.</summary>
[Command("write-handover-part", "Write one of the six parts of a handover pack")]
public sealed record WriteHandoverPart(string Process, HandoverPart Part, string Text) : HandoverCommand(Process)
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) =>
        FieldMistake.Among(FieldMistake.Blank(nameof(Text), Text));

    protected override Decision HandOver(Customer customer, SeatProcess process, Occasion on) =>
        process.Handover.Parts.GetValueOrDefault(Part) == Text
            ? Decision.Record()
            : Decision.Record(new HandoverPartWritten(Process, Part, Text));
}

[Command("hold-joint-meeting", "Say whom predecessor and successor have met together")]
public sealed record HoldJointMeeting(string Process, IReadOnlyList<Id<Person>> People, DateOnly On) : HandoverCommand(Process)
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
    [
        FieldMistake.NotYet(nameof(On), On, on.Today),
        People is [] ? new FieldMistake(nameof(People), "is empty") : null,
        .. People.Where(person => !customer.People.ContainsKey(person))
            .Select(person => new FieldMistake(nameof(People), $"names {person}, who is nobody known at the customer")),
        .. People.Where(person => customer.People.TryGetValue(person, out var known) && !on.Policies.Team.IsKey(known))
            .Select(person => new FieldMistake(nameof(People), $"names {person}, who is no key person")),
    ]);

    protected override Decision HandOver(Customer customer, SeatProcess process, Occasion on) =>
        People.All(process.Handover.Met.Contains)
            ? Decision.Record()
            : Decision.Record(new JointMeetingHeld(Process, [.. People], On));
}

[Command("hold-customer-meeting", "Say that the customer has met about the change")]
public sealed record HoldCustomerMeeting(string Process, DateOnly On) : HandoverCommand(Process)
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) =>
        FieldMistake.Among(FieldMistake.NotYet(nameof(On), On, on.Today));

    protected override Decision HandOver(Customer customer, SeatProcess process, Occasion on) =>
        process.Handover.CustomerMeetingOn == On ? Decision.Record() : Decision.Record(new CustomerMeetingHeld(Process, On));
}

/// <summary>Sign the handover as the one who leaves, the one who comes, or the manager.</summary>
[Command("sign-handover", "Sign a handover as predecessor, successor or manager")]
public sealed record SignHandover(string Process, HandoverSide As) : HandoverCommand(Process)
{
    protected override Decision HandOver(Customer customer, SeatProcess process, Occasion on)
    {
        var signers = Signers(customer, process).ToList();
        if (!signers.Exists(side => side.Side == As))
        {
            return Decision.Refuse("no-signature", $"Nobody signs as {Words<HandoverSide>.Of(As)}: the seat was empty.");
        }

        var who = signers.Find(side => side.Side == As).Who;
        if (who is null ? signers.Exists(side => side.Who?.Value == on.Actor) : who.Value.Value != on.Actor)
        {
            return Decision.Refuse(
                "other-person", $"{who?.Value ?? "A manager"} signs as {Words<HandoverSide>.Of(As)}, not {on.Actor}.");
        }

        var missing = Handover.AllParts.Except(process.Handover.Parts.Keys).Select(Words<HandoverPart>.Of).ToList();
        if (missing is not [])
        {
            return Decision.Refuse("pack-incomplete", "The handover pack is not complete yet.", missing);
        }

        return process.Handover.Signatures.GetValueOrDefault(As) == on.Actor
            ? Decision.Record()
            : Decision.Record(new HandoverSigned(Process, As, on.Actor, on.Today));
    }
}
