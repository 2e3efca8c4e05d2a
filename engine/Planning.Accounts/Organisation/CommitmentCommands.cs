using Planning.Accounts.Customers;
using Planning.Accounts.Teams;

namespace Planning.Accounts.Organisation;

/// <summary>Promise the customer something. Beyond the limits of the seat it waits for the other's sign-off (INV-26).</summary>
/// <param name="Text">In few words, as the brief on the topic has it.</param>
/// <param name="By">Who promises; holds a seat of the team.</param>
[Command("make-commitment", "Promise the customer something; beyond the limits of the seat another seat signs it off first")]
public sealed record MakeCommitment(
    Id<Commitment> Id, Id<VoiceTopic> Topic, CommitmentKind Kind, string Text, Id<Employee> By, DateOnly Due) : CustomerCommand
{
    public override IEnumerable<Id<Employee>> Employees => [By];

    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        FieldMistake.Blank(nameof(Text), Text),
        Due < on.Today ? new FieldMistake(nameof(Due), "lies before today") : null,
        customer.Organisation.Commitments.TryGetValue(Id, out var known)
            && (known.Topic, known.Kind, known.Text, known.MadeBy, known.Due) != (Topic, Kind, Text.Trim(), By, Due)
            ? new FieldMistake(nameof(Id), $"is {Id}, which is another commitment already")
            : null);

    public override Decision Decide(Customer customer, Occasion on)
    {
        if (customer.Organisation.Commitments.ContainsKey(Id))
        {
            return Decision.Record();
        }

        // Of several seats of one person the one that may promise it counts.
        var policy = on.Policies.Organisation;
        var seats = customer.Team.Seats.Where(seat => seat.Employee == By).Select(seat => seat.Role).Distinct()
            .Select(role => (Role: role, Other: policy.SignOffFor(role, Kind)))
            .OrderBy(seat => seat.Other is not null).ThenBy(seat => seat.Role).ToList();
        if (seats is not [var seat, ..])
        {
            return Decision.Refuse("not-on-team", $"{By} holds no seat of the team, and promises nothing in our name.");
        }

        var commitment = new Commitment(Id, Topic, Kind, Text.Trim(), By, seat.Role, Due, seat.Other, CommitmentStatus.Proposed);
        return seat.Other is not null
            ? Decision.Record(new CommitmentGiven(commitment))
            : Decision.Record(
                new CommitmentGiven(commitment with { Status = CommitmentStatus.Made, MadeOn = on.Today }),
                new StatementHeard(Topic, Said(commitment, on.Today)));
    }

    internal static Saying Said(Commitment commitment, DateOnly on) => new(commitment.Text, commitment.MadeBy, on, HeardFrom.Commitment);
}

/// <summary>Sign off, or not, what another seat wants to promise.</summary>
/// <param name="Reason">Needed to refuse.</param>
[Command("sign-off-commitment", "Sign off, or not, what another seat wants to promise the customer")]
public sealed record SignOffCommitment(Id<Commitment> Id, bool Granted, string? Reason = null) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) =>
        FieldMistake.Among(Granted ? null : FieldMistake.Blank(nameof(Reason), Reason));

    public override Decision Decide(Customer customer, Occasion on)
    {
        if (!customer.Organisation.Commitments.TryGetValue(Id, out var commitment))
        {
            return Decision.Refuse("commitment-unknown", $"There is no commitment {Id}.");
        }

        if (commitment.Status is not CommitmentStatus.Proposed)
        {
            return Granted == commitment.Status is not CommitmentStatus.Refused
                ? Decision.Record()
                : Decision.Refuse("commitment-decided", $"Nobody is asked about “{commitment.Text}” any more.");
        }

        return commitment.MadeBy.Value == on.Actor
            || !customer.Team.Seats.Any(seat => seat.Role == commitment.NeedsSignOff && seat.Employee?.Value == on.Actor)
            ? Decision.Refuse(
                "other-signs-off", $"“{commitment.Text}” waits for the {commitment.NeedsSignOff}; {on.Actor} does not sign it off (INV-26).")
            : Decision.Record(
            [
                new CommitmentSigned(Id, Granted, on.Actor, on.Today, Reason),
                .. Granted ? [new StatementHeard(commitment.Topic, MakeCommitment.Said(commitment, on.Today))] : Array.Empty<CustomerEvent>(),
            ]);
    }
}

/// <summary>Say what became of a promise.</summary>
/// <param name="Outcome">kept, broken, or released by the customer.</param>
[Command("end-commitment", "Say what became of a promise: kept, broken, or released by the customer")]
public sealed record EndCommitment(Id<Commitment> Id, CommitmentStatus Outcome, string Note) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        FieldMistake.Blank(nameof(Note), Note),
        Outcome is CommitmentStatus.Kept or CommitmentStatus.Broken or CommitmentStatus.Released
            ? null
            : new FieldMistake(nameof(Outcome), "is no end of a promise; write kept, broken or released"));

    public override Decision Decide(Customer customer, Occasion on) => customer.Organisation.Commitments.GetValueOrDefault(Id) switch
    {
        null => Decision.Refuse("commitment-unknown", $"There is no commitment {Id}."),
        { Status: CommitmentStatus.Made } => Decision.Record(new CommitmentEnded(Id, Outcome, on.Today, Note)),
        { Status: var status } when status == Outcome => Decision.Record(),
        _ => Decision.Refuse("not-promised", $"The commitment {Id} does not stand."),
    };
}
