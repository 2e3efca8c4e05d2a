using Planning.Accounts.Customers;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Teams;

/// <summary>Something that happened in one process of a seat.</summary>
/// <param name="Process">Also the id of the workflow instance.</param>
public abstract record SeatProcessEvent(string Process) : TeamEvent;

public sealed record SeatProfileWritten(string Process, SeatProfile Profile) : SeatProcessEvent(Process)
{
    protected override string Tell() => FormattableString.Invariant(
        $"The seat's profile was written: level {Profile.Level}, {string.Join(" or ", Profile.Languages)}, {Profile.Industry}.");
}

public sealed record CandidatesListed(string Process, CandidateList List) : SeatProcessEvent(Process)
{
    protected override string Tell() => FormattableString.Invariant(
        $"{List.Feasible.Length} may hold the seat{(List.Feasible is [var first, ..] ? $", first {first.Employee}" : "")}; ")
        + (List.Refused is []
            ? "nobody was refused."
            : $"refused {string.Join(", ", List.Refused.GroupBy(refused => refused.Rule).Select(rule => $"{rule.Count()} by {rule.Key}"))}.");
}

public sealed record CandidateProposed(string Process, SeatProposal Proposal) : SeatProcessEvent(Process)
{
    protected override string Tell() => FormattableString.Invariant(
        $"{Proposal.By} proposed {Proposal.Employee}, number {Proposal.Rank} of the list{(Proposal.Reason is null ? "" : $": {Proposal.Reason}")}.");
}

/// <param name="As">The candidate (<c>in</c>) or the manager.</param>
public sealed record ProposalAnswered(string Process, Id<Employee> Employee, HandoverSide As, bool Agreed, string By, DateOnly On)
    : SeatProcessEvent(Process)
{
    protected override string Tell() =>
        $"{By} {(Agreed ? "agreed" : "did not agree")} {(As is HandoverSide.In ? "to take the seat" : $"that {Employee} takes the seat")}.";
}

public sealed record SponsorInformed(string Process, string By, DateOnly On) : SeatProcessEvent(Process)
{
    protected override string Tell() => $"{By} told the sponsor of the new holder.";
}

/// <summary>What the approvers came to.</summary>
public sealed record SeatDecided(string Process, Id<Employee> Employee, bool Approved) : SeatProcessEvent(Process)
{
    protected override string Tell() => $"{Employee} was {(Approved ? "approved" : "not approved")} for the seat.";
}

public sealed record HandoverPlanned(string Process, HandoverPlan Plan) : SeatProcessEvent(Process)
{
    protected override string Tell() => FormattableString.Invariant(
        $"{Plan.By} planned the handover from {Plan.Begins:yyyy-MM-dd} to {Plan.Ends:yyyy-MM-dd}.");
}

public sealed record HandoverPartWritten(string Process, HandoverPart Part, string Text) : SeatProcessEvent(Process)
{
    protected override string Tell() => $"The handover's part {Words<HandoverPart>.Of(Part)} was written.";
}

public sealed record JointMeetingHeld(string Process, System.Collections.Immutable.ImmutableArray<Id<People.Person>> People, DateOnly On)
    : SeatProcessEvent(Process)
{
    protected override string Tell() => FormattableString.Invariant(
        $"Predecessor and successor met {string.Join(", ", People)} together on {On:yyyy-MM-dd}.");
}

public sealed record CustomerMeetingHeld(string Process, DateOnly On) : SeatProcessEvent(Process)
{
    protected override string Tell() => FormattableString.Invariant($"The customer met about the change on {On:yyyy-MM-dd}.");
}

public sealed record HandoverSigned(string Process, HandoverSide As, string By, DateOnly On) : SeatProcessEvent(Process)
{
    protected override string Tell() => $"{By} signed the handover ({Words<HandoverSide>.Of(As)}).";
}

/// <summary>The seat changes hands: only now the predecessor's time ends (INV-25).</summary>
/// <param name="BasePulse">The customer's satisfaction that day, 0 to 100; nothing when unknown.</param>
public sealed record SeatTaken(
    string Process, Seat Seat, Id<Employee> Employee, Id<Employee>? Before, decimal? BasePulse, DateOnly On) : SeatProcessEvent(Process)
{
    protected override string Tell() => FormattableString.Invariant(
        $"{Employee} took the {Seat} seat on {On:yyyy-MM-dd}{(Before is null ? "" : $" from {Before}")}.");
}

public sealed record SeatChecked(string Process, SeatDayCheck Check) : SeatProcessEvent(Process)
{
    protected override string Tell() => FormattableString.Invariant(
        $"By day {Check.Day} the new holder has met {Check.Met} of {Check.KeyPeople} key people{(Check.Pulse is null ? "" : $"; the customer's pulse is {Check.Pulse:0.#}")}.");
}

public sealed record SeatCheckDue(string Process, int Day, DateOnly On) : SeatProcessEvent(Process)
{
    protected override string Tell() => FormattableString.Invariant($"The new holder is to be looked at: day {Day}, {On:yyyy-MM-dd}.");
}

/// <summary>Whoever was to hand the seat over is gone; the process goes on with whoever acts for it.</summary>
public sealed record SeatPredecessorLost(string Process, Id<Employee> Employee) : SeatProcessEvent(Process)
{
    protected override string Tell() => $"{Employee} cannot hand the seat over any more.";
}

/// <summary>Its workflow was cancelled, so nothing fills the seat any more.</summary>
public sealed record SeatProcessGivenUp(string Process, Seat Seat) : SeatProcessEvent(Process)
{
    protected override string Tell() => $"Nobody is looked for any more for the {Seat} seat: its workflow was given up.";
}
