using System.Globalization;
using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Stages;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;
using Planning.Grains.Embedded;
using Planning.Grains.Turns;
using Planning.Workflows.Generation;

namespace Planning.Grains.TimeLapses;

/// <summary>People leave, seats come up for rotation, and heads look for successors: a week of it, one customer after the other,
/// since each may take whom another wants.</summary>
/// <param name="send">Sends a request under an id.</param>
internal sealed class SeatWork(
    EmbeddedRuntime runtime,
    DateOnly today,
    Func<Id<Customer>, string, string, Request, CancellationToken, Task<Answer>> send)
{
    private const double LeaveInAYear = 0.08;
    // Whoever asks for somebody is not whoever agrees in the end (INV-17).
    private const string Head = "the-staffing-desk";

    private int _asked;

    public async Task DoAsync(Id<Customer> id, Chance chance, CancellationToken cancellationToken)
    {
        var customer = await CustomerAsync(id, cancellationToken);
        if (customer.Standing.Tier is not Tier.C)
        {
            foreach (var act in Changes(customer, chance).ToList())
            {
                await AskAsync(id, act.Actor, ((Request.Do)act.Request).Command, cancellationToken);
            }
        }

        foreach (var duty in (await CustomerAsync(id, cancellationToken)).Team.Duties.Where(duty => !IsForStandIn(duty) && chance.Happens(0.6)))
        {
            await AskAsync(id, Head, new FinishTeamDuty(duty.Id, "done"), cancellationToken);
        }

        foreach (var process in (await CustomerAsync(id, cancellationToken)).Team.Processes.Where(_ => chance.Happens(0.8)))
        {
            foreach (var stage in process.Track.Open)
            {
                await GoOnAsync(id, process.Id, stage, cancellationToken);
            }
        }
    }

    // Somebody is gone at once, a seat is empty, or its holder has been there for long.
    private IEnumerable<Act> Changes(Customer customer, Chance chance)
    {
        foreach (var held in customer.Team.Seats.Where(seat => seat.Kind is SeatKind.Primary && seat.Seat.InTriangle))
        {
            if (customer.Team.ProcessOf(held.Seat) is not null)
            {
                continue;
            }

            if (held.Employee is null)
            {
                yield return Act.Do(Head, new RaiseSeatNeed(held.Role, SeatCause.Vacancy, held.Number));
            }
            else if (chance.Happens(LeaveInAYear / 52))
            {
                yield return Act.Do(Head, new ReportSuddenLoss(held.Role, LossReason.Resignation, held.Number));
            }
            else if (held.Since.AddMonths(held.Role is SeatRole.AR ? 34 : 46) < today && chance.Happens(0.1))
            {
                yield return Act.Do(Head, new RaiseSeatNeed(held.Role, SeatCause.Rotation, held.Number));
            }
        }
    }

    private async Task GoOnAsync(Id<Customer> id, string process, Stage stage, CancellationToken cancellationToken)
    {
        var customer = await CustomerAsync(id, cancellationToken);
        var known = customer.Team.Process(process)!;
        var commands = stage.Code switch
        {
            "C1" => [(Head, Profile(customer, known))],
            "C3" => Picked(known),
            "C4" => Checked(known),
            "C5" => [(Head, new InformSponsor(process))],
            "C6" => Handed(customer, known),
            "C9" => Owned(customer, known),
            "C7" => Looked(customer, known),
            _ => Array.Empty<(string Actor, CustomerCommand Command)>(),
        };
        if (stage.Code is "C2" or "C5" or "C6")
        {
            await runtime.Staffing.ListCandidatesAsync(id, process, Message("list"), Head, cancellationToken);
        }

        foreach (var (actor, command) in commands)
        {
            await AskAsync(id, actor, command, cancellationToken);
        }

        await AskAsync(id, stage.Code == "C4" ? "compliance" : Head, new AdvanceSeat(process, stage.Code), cancellationToken);
    }

    private static WriteSeatProfile Profile(Customer customer, SeatProcess process)
    {
        var details = customer.Details!;
        return new WriteSeatProfile(process.Id, new SeatProfile(
            process.Need.Level, "", LanguagesOf(details.Region), details.Industry, [details.Region], null, "Somebody who stays"));
    }

    private static System.Collections.Immutable.ImmutableArray<string> LanguagesOf(string region) => GeneratedPortfolio.LanguagesOf(region);

    private static (string Actor, CustomerCommand Command)[] Picked(SeatProcess process) =>
        process.Candidates.Feasible is [var best, ..]
            ?
            [
                (Head, new ProposeCandidate(process.Id, best.Employee)),
                (best.Employee.Value, new AnswerSeatProposal(process.Id, HandoverSide.In, Agrees: true)),
                (best.Manager?.Value ?? Head, new AnswerSeatProposal(process.Id, HandoverSide.Manager, Agrees: true)),
            ]
            : [];

    private (string Actor, CustomerCommand Command)[] Checked(SeatProcess process) => process.Proposal is { } proposal
        ? [("compliance", new AnswerConflictCheck(proposal.Employee, today.AddDays(-20), Allowed: true))]
        : [];

    private (string Actor, CustomerCommand Command)[] Handed(Customer customer, SeatProcess process)
    {
        var before = process.Need.Before?.Value ?? Head;
        var after = process.Proposal!.Employee.Value;
        var key = customer.People.Values.Where(person => person.LeftOn is null)
            .OrderByDescending(runtime.Playbook.Policies.Team.IsKey).ThenBy(person => person.Id).Take(6);
        return
        [
            .. Handover.AllParts.Select(part => (before, (CustomerCommand)new WriteHandoverPart(process.Id, part, "All about it"))),
            (before, new HoldJointMeeting(process.Id, [.. key.Select(person => person.Id)], today)),
            (before, new HoldCustomerMeeting(process.Id, today)),
            (before, new SignHandover(process.Id, HandoverSide.Out)),
            (after, new SignHandover(process.Id, HandoverSide.In)),
            (process.Proposal.ManagerAgreed ?? Head, new SignHandover(process.Id, HandoverSide.Manager)),
        ];
    }

    // Whoever came looks after those whom the predecessor looked after.
    private static (string Actor, CustomerCommand Command)[] Owned(Customer customer, SeatProcess process) =>
    [
        .. from person in customer.People.Values
           where process.Need.Before is { } before && person.Owner == before && process.Proposal is not null
           select (process.Proposal!.Employee.Value, (CustomerCommand)new ChangeOwner(person.Id, process.Proposal.Employee)),
    ];

    private (string Actor, CustomerCommand Command)[] Looked(Customer customer, SeatProcess process) => process.TakenOn is { } taken
        ?
        [
            .. runtime.Playbook.Policies.Team.Terms.CheckDays
                .Where(day => taken.AddDays(day) <= today && process.Checks.All(check => check.Day != day))
                .Select(day => (Head, (CustomerCommand)new RecordSeatCheck(
                    process.Id,
                    day,
                    [.. customer.People.Values.Where(runtime.Playbook.Policies.Team.IsKey).Select(person => person.Id)],
                    80m))),
        ]
        : [];

    private static bool IsForStandIn(TeamDuty duty) =>
        duty.Id.StartsWith("acting-", StringComparison.Ordinal) || duty.Id.StartsWith("backup-", StringComparison.Ordinal);

    private async Task<Customer> CustomerAsync(Id<Customer> id, CancellationToken cancellationToken) =>
        (await runtime.Customers.LookAsync(id, cancellationToken)).Customer;

    private Task<Answer> AskAsync(Id<Customer> id, string actor, CustomerCommand command, CancellationToken cancellationToken) =>
        send(id, Message("ask"), actor, new Request.Do(command), cancellationToken);

    private string Message(string what) => string.Create(CultureInfo.InvariantCulture, $"seats:{today:yyyy-MM-dd}:{what}:{_asked++}");
}
