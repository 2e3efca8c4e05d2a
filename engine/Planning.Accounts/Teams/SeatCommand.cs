using Planning.Accounts.Approvals;
using Planning.Accounts.Customers;
using Planning.Accounts.Stages;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Teams;

/// <summary>Something that people ask of one process of a seat.</summary>
/// <param name="Process">The id of the process.</param>
public abstract record SeatCommand(string Process) : CustomerCommand
{
    public sealed override Decision Decide(Customer customer, Occasion on) =>
        customer.Team.Process(Process) is { } process
            ? Decide(customer, process, on)
            : Decision.Refuse("seat-process-unknown", $"No process {Process} of a seat is open.");

    protected abstract Decision Decide(Customer customer, SeatProcess process, Occasion on);

    /// <summary>What roles are asked about: who is to hold the seat.</summary>
    internal static string Subject(SeatProcess process) => Team.ApprovalKind + process.Id;

    internal static ApprovalAsked AskApproval(SeatProcess process, SeatProposal proposal, Occasion on) => Approval.Ask(
        Subject(process),
        $"{proposal.Employee} for the {process.Seat} seat",
        proposal.By,
        process.Need.Approvers,
        on);
}

/// <summary>Ask for somebody in a seat; a process that is open for it already is enough.</summary>
/// <param name="Number">Which of several seats of the role; nothing for the only one.</param>
[Command("raise-seat-need", "Ask for somebody in a seat: a new tier, growth, overload, somebody who leaves")]
public sealed record RaiseSeatNeed(SeatRole Role, SeatCause Cause, int? Number = null) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        Number is { } number ? FieldMistake.OutOfRange(nameof(Number), number, 1, 99) : null,
        Cause is SeatCause.SuddenLoss or SeatCause.Conflict
            ? new FieldMistake(nameof(Cause), $"is {Words<SeatCause>.Of(Cause)}; report the loss or the conflict itself")
            : null);

    public override Decision Decide(Customer customer, Occasion on) => customer.Team.ProcessOf(new Seat(Role, Number)) is null
        ? Decision.Record(TeamNeeds.Raise(customer, new Seat(Role, Number), Cause, on))
        : Decision.Record();
}

[Command("write-seat-profile", "Write what a seat asks of whoever is to hold it")]
public sealed record WriteSeatProfile(string Process, SeatProfile Profile) : SeatCommand(Process)
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => Profile.Mistakes();

    protected override Decision Decide(Customer customer, SeatProcess process, Occasion on)
    {
        if (process.Proposal is not null)
        {
            return Decision.Refuse("seat-proposed", "Somebody is proposed by this profile already.");
        }

        return process.Profile == Profile
            ? Decision.Record()
            : Decision.Record(new SeatProfileWritten(Process, Profile));
    }
}

/// <summary>Lets a seat leave a stage; see <see cref="StageTrack.Advance"/>.</summary>
/// <param name="Stage">The stage the asker believes the seat is in.</param>
[Command("advance-seat", "Pass a stage of a seat when its exit gate is open")]
public sealed record AdvanceSeat(string Process, string Stage) : SeatCommand(Process)
{
    // What an invariant asks for, and what must never happen, nobody waives; only the conflict itself can be, by its own approvers.
    private static readonly string[] Unwaivable = ["-INV-", "-NEVER-"];

    protected override Decision Decide(Customer customer, SeatProcess process, Occasion on)
    {
        if (customer.Team.Freeze is { } freeze && freeze.InForceOn(on.Today) && !process.IsForced && process.TakenOn is null)
        {
            return Decision.Refuse("team-frozen", FormattableString.Invariant(
                $"Nobody rotates until {freeze.Until:yyyy-MM-dd}: {freeze.Reason}."));
        }

        var decision = process.Track.Advance(
            Stage,
            $"{process.Seat} seat",
            () => on.Gates.Judge(process.Track.Find(Stage)!.Code, SeatFacts.Of(customer, process, on)),
            criterion => Array.Exists(Unwaivable, mark => criterion.Contains(mark, StringComparison.Ordinal))
                ? null
                : customer.Approvals.Find(criterion, process.Id, on.Today));
        return decision is Decision.Recorded { Events: [StagePassed passed, ..] }
            ? Decision.Record([passed with { Process = Process }, .. Follow(customer, process, passed.Code, on)])
            : decision;
    }

    private static IEnumerable<CustomerEvent> Follow(Customer customer, SeatProcess process, string passed, Occasion on) => passed switch
    {
        "C4" => [AskApproval(process, process.Proposal!, on)],
        "C6" =>
        [
            new SeatTaken(process.Id, process.Seat, process.Proposal!.Employee, process.Need.Before, Pulse(customer), on.Today),
            .. process.Need.Before is { } before
                ? [TeamNeeds.ReviewAccess(process.Seat, before, on.Calendar.Add(on.Today, on.Policies.Team.Terms.SponsorDays), on)]
                : Array.Empty<CustomerEvent>(),
        ],
        _ => [],
    };

    private static decimal? Pulse(Customer customer) => customer.Metrics.Periods
        .OrderDescending()
        .Select(period => customer.Metrics.Value(Metrics.Metric.Satisfaction, period))
        .FirstOrDefault(value => value is not null);
}

/// <summary>How the new holder gets on; the key people are counted here.</summary>
/// <param name="Day">One of the policy's days.</param>
/// <param name="Met">Whom the holder has met since.</param>
/// <param name="Pulse">The customer's satisfaction, 0 to 100; needed on the last day.</param>
[Command("record-seat-check", "Say how a new holder gets on after 30, 60 or 90 days")]
public sealed record RecordSeatCheck(string Process, int Day, IReadOnlyList<Id<People.Person>> Met, decimal? Pulse = null)
    : SeatCommand(Process)
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
    [
        on.Policies.Team.Terms.CheckDays.Contains(Day)
            ? null
            : new FieldMistake(nameof(Day), FormattableString.Invariant($"is {Day}; write one of {string.Join(", ", on.Policies.Team.Terms.CheckDays)}")),
        Pulse is { } pulse ? FieldMistake.OutOfRange(nameof(Pulse), pulse, 0, 100) : null,
        Pulse is null && Day == on.Policies.Team.Terms.CheckDays.Max()
            ? new FieldMistake(nameof(Pulse), "is empty; the customer is asked on the last day")
            : null,
        .. Met.Where(person => !customer.People.ContainsKey(person))
            .Select(person => new FieldMistake(nameof(Met), $"names {person}, who is nobody known at the customer")),
    ]);

    protected override Decision Decide(Customer customer, SeatProcess process, Occasion on)
    {
        if (process.TakenOn is not { } taken)
        {
            return Decision.Refuse("seat-not-taken", $"Nobody has taken the {process.Seat} seat yet.");
        }

        if (taken.AddDays(Day) > on.Today)
        {
            return Decision.Refuse("check-too-early", FormattableString.Invariant($"Day {Day} is {taken.AddDays(Day):yyyy-MM-dd}."));
        }

        var key = customer.People.Values.Where(on.Policies.Team.IsKey).Select(person => person.Id).ToHashSet();
        var check = new SeatDayCheck(Day, Met.Distinct().Count(key.Contains), key.Count, Pulse, on.Actor, on.Today);
        return process.Checks.Contains(check) ? Decision.Record() : Decision.Record(new SeatChecked(Process, check));
    }
}
