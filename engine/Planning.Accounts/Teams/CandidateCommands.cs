using Planning.Accounts.Approvals;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Teams;

/// <summary>Put employees before the hard rules. What they hold elsewhere comes with it, so only our own run asks this.</summary>
[Command("list-candidates", "Put employees before the rules of a seat", ByRunOnly = true)]
public sealed record ListCandidates(string Process, IReadOnlyList<Prospect> Prospects, Pool Pool) : SeatCommand(Process)
{
    protected override Decision Decide(Customer customer, SeatProcess process, Occasion on)
    {
        if (process.Profile is not { } profile)
        {
            return Decision.Refuse("no-profile", $"The {process.Seat} seat has no profile yet.");
        }

        var list = new CandidateSearch(customer, process.Seat, SeatKind.Primary, profile, Pool, on).List(Prospects);
        return list == process.Candidates ? Decision.Record() : Decision.Record(new CandidatesListed(Process, list));
    }
}

/// <summary>Name who backs a seat or acts for it. What the employee holds elsewhere comes with it, so only our own run asks this.</summary>
[Command("name-stand-in", "Name who backs a seat or acts for it", ByRunOnly = true)]
public sealed record NameStandIn(SeatRole Role, int? Number, SeatKind Kind, Prospect Prospect) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        Kind is SeatKind.Primary ? new FieldMistake(nameof(Kind), "is primary; a seat is held only after a handover") : null);

    public override Decision Decide(Customer customer, Occasion on)
    {
        var seat = new Seat(Role, Number);
        var id = Prospect.Employee.Id;
        if (customer.Team.Find(seat, Kind)?.Employee == id)
        {
            return Decision.Record();
        }

        var profile = new SeatProfile(on.Policies.Team.Tiers[customer.Standing.Tier].Level, "", [], "", [], null, null);
        var refusal = new CandidateSearch(customer, seat, Kind, profile, Pool.None, on).FirstRefusal(Prospect);
        return refusal is { } no
            ? Decision.Refuse("stand-in-refused", $"{id} cannot stand in for the {seat} seat ({no.Rule}): {no.Why}.")
            : Decision.Record(new SeatAssigned(new SeatAssignment(Role, Kind, id, on.Today) { Number = Number }));
    }
}

/// <summary>Pick one from the list.</summary>
/// <param name="Reason">Needed for anybody but the first.</param>
[Command("propose-candidate", "Pick one from the list of candidates")]
public sealed record ProposeCandidate(string Process, Id<Employee> Employee, string? Reason = null) : SeatCommand(Process)
{
    protected override Decision Decide(Customer customer, SeatProcess process, Occasion on)
    {
        if (process.Track.Open.All(stage => stage.Code is not ("C3" or "C4" or "C5")))
        {
            return Decision.Refuse("other-stage", $"Nobody is proposed for the {process.Seat} seat in this stage.");
        }

        if (process.Candidates.Rank(Employee) is not { } rank)
        {
            return process.Candidates.Refused.FirstOrDefault(refused => refused.Employee == Employee) is { } refused
                ? Decision.Refuse("candidate-refused", $"{Employee} may not hold the {process.Seat} seat ({refused.Rule}): {refused.Why}.")
                : Decision.Refuse("candidate-unlisted", $"{Employee} is not on the list of candidates.");
        }

        if (rank > 1 && string.IsNullOrWhiteSpace(Reason))
        {
            return Decision.Refuse(
                "reason-needed", FormattableString.Invariant($"{Employee} is number {rank} of the list; say why not {process.Candidates.Feasible[0].Employee}."));
        }

        if (process.Proposal is { Approved: not false } known && known.Employee == Employee && known.Reason == Reason)
        {
            return Decision.Record();
        }

        var proposal = new SeatProposal(Employee, rank, Reason, on.Actor, on.Today);
        return Decision.Record(
        [
            new CandidateProposed(Process, proposal),

            // Who was asked about somebody else is asked anew.
            .. customer.Approvals.Open.TryGetValue(Subject(process), out var asked)
                ? [new ApprovalWithdrawn(asked.Subject, asked.What)]
                : Array.Empty<CustomerEvent>(),
            .. process.Track.Find("C5") is null ? Array.Empty<CustomerEvent>() : [AskApproval(process, proposal, on)],
        ]);
    }
}

/// <summary>Agree or not to a proposal, as the candidate (<c>in</c>) or the candidate's manager.</summary>
[Command("answer-seat-proposal", "Agree or not to a proposal, as the candidate or the candidate's manager")]
public sealed record AnswerSeatProposal(string Process, HandoverSide As, bool Agrees) : SeatCommand(Process)
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        As is HandoverSide.Out ? new FieldMistake(nameof(As), "is out; the candidate (in) and the manager answer") : null);

    protected override Decision Decide(Customer customer, SeatProcess process, Occasion on)
    {
        if (process.Proposal is not { } proposal)
        {
            return Decision.Refuse("nobody-proposed", $"Nobody is proposed for the {process.Seat} seat.");
        }

        var isCandidate = on.Actor == proposal.Employee.Value;
        var manager = process.Candidates.Find(proposal.Employee)?.Manager?.Value;
        if (As is HandoverSide.In && !isCandidate)
        {
            return Decision.Refuse("other-person", $"Only {proposal.Employee} agrees to take the seat.");
        }

        if (As is HandoverSide.Manager && (isCandidate || (manager is not null && manager != on.Actor)))
        {
            return Decision.Refuse("other-person", $"{manager ?? "The manager"} agrees that {proposal.Employee} takes the seat.");
        }

        return Agrees && (As is HandoverSide.In ? proposal.CandidateAgreedOn is not null : proposal.ManagerAgreed == on.Actor)
            ? Decision.Record()
            : Decision.Record(new ProposalAnswered(Process, proposal.Employee, As, Agrees, on.Actor, on.Today));
    }
}

[Command("inform-sponsor", "Say that the sponsor knows of the new holder")]
public sealed record InformSponsor(string Process) : SeatCommand(Process)
{
    protected override Decision Decide(Customer customer, SeatProcess process, Occasion on) => process switch
    {
        { SponsorInformedOn: not null } => Decision.Record(),
        { Proposal: null } => Decision.Refuse("nobody-proposed", $"Nobody is proposed for the {process.Seat} seat."),
        _ => Decision.Record(new SponsorInformed(Process, on.Actor, on.Today)),
    };
}

/// <summary>Compliance's answer to a declaration. What was declared stays with compliance (INV-27).</summary>
/// <param name="DeclaredOn">The day of the declaration; home, family, finance, former employer and gifts are all in it.</param>
[Command("answer-conflict-check", "Say as compliance whether an employee may hold a seat here; never why")]
public sealed record AnswerConflictCheck(Id<Employee> Employee, DateOnly DeclaredOn, bool Allowed) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        FieldMistake.NotYet(nameof(DeclaredOn), DeclaredOn, on.Today),
        DeclaredOn.AddDays(on.Policies.Team.Terms.DeclarationDays) < on.Today
            ? new FieldMistake(nameof(DeclaredOn), FormattableString.Invariant(
                $"is {DeclaredOn:yyyy-MM-dd}; a declaration is at most {on.Policies.Team.Terms.DeclarationDays} days old"))
            : null);

    public override Decision Decide(Customer customer, Occasion on)
    {
        if (on.Actor == Employee.Value || customer.Team.Processes.Any(
            process => process.Proposal is { } proposal && proposal.Employee == Employee && proposal.By == on.Actor))
        {
            return Decision.Refuse("own-conflict-check", $"Compliance answers for {Employee}, not {on.Actor}.");
        }

        var check = new ConflictCheck(Employee, DeclaredOn, Allowed, on.Today, on.Actor);
        if (customer.Team.CheckOf(Employee) == check)
        {
            return Decision.Record();
        }

        var after = customer.Apply(new ConflictChecked(check));
        return Decision.Record(
        [
            new ConflictChecked(check),
            .. Allowed || after.Team.ConflictIsWaived(after.Approvals, Employee, on.Today) ? [] : Suspensions(after, on),
        ]);
    }

    private IEnumerable<CustomerEvent> Suspensions(Customer customer, Occasion on)
    {
        foreach (var held in customer.Team.Seats.Where(held => held.Employee == Employee))
        {
            IEnumerable<CustomerEvent> events = held.Kind is SeatKind.Primary
                ? TeamTimes.Suspend(customer, held, on)
                : [new SeatAssigned(held with { Employee = null, Since = on.Today })];
            foreach (var happened in events)
            {
                yield return happened;
            }
        }
    }
}
