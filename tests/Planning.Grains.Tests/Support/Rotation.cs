using Planning.Accounts.Approvals;
using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Teams;
using Planning.Grains.Turns;
using static Planning.Grains.Tests.Support.Words;

namespace Planning.Grains.Tests.Support;

/// <summary>Anna hands Helvia's AR seat over to Bruno, from the need to his ninetieth day.</summary>
internal static class Rotation
{
    public const string Process = "helvia-ar-2";
    public const string Anna = "anna";
    public const string Bruno = "bruno";
    public const string Head = "e-cee-02";

    private const string Monday = "2026-12-07T09:30:00Z";

    public static Prospect Candidate { get; } = new(
        new Employee(Key<Employee>(Bruno), "Bruno Frei", "CEE", "Bern", "AR", 4, ["de", "en"], ["telecom"], 1m, []), []);

    public static IReadOnlyList<Step> Story { get; } =
    [
        new(Monday, Anna, new Request.TakeOver(Helvia.Record() with { People = [.. People(Anna)] })),
        new(Monday, Head, Do(new RaiseSeatNeed(SeatRole.AR, SeatCause.Rotation))),
        new(Monday, Head, Advance("C8")),
        new(Monday, Head, Do(new WriteSeatProfile(Process, new SeatProfile(4, "", ["de"], "telecom", ["CEE"], null, "A quiet change")))),
        new(Monday, Head, Advance("C1")),
        new(Monday, Head, Listed),
        new(Monday, Head, Advance("C2")),
        new(Monday, Head, Do(new ProposeCandidate(Process, Key<Employee>(Bruno)))),
        new(Monday, Bruno, Do(new AnswerSeatProposal(Process, HandoverSide.In, Agrees: true))),
        new(Monday, Head, Do(new AnswerSeatProposal(Process, HandoverSide.Manager, Agrees: true))),
        new(Monday, Head, Advance("C3")),
        new(Monday, "compliance", Do(new AnswerConflictCheck(Key<Employee>(Bruno), Day("2026-11-02"), Allowed: true))),
        new(Monday, "compliance", Advance("C4")),
        new(Monday, Head, Do(new InformSponsor(Process))),
        new(Monday, "e-cee-01", Do(new DecideApproval($"seat:{Process}", "REGION_HEAD", Granted: true))),
        new(Monday, Head, Advance("C5")),
        .. Handover.AllParts.Select(part => new Step(Monday, Anna, Do(new WriteHandoverPart(Process, part, $"All about {part}")))),
        new(Monday, Anna, Do(new HoldJointMeeting(Process, [.. People(Anna).Select(person => person.Id)], Day("2026-12-07")))),
        new(Monday, Anna, Do(new HoldCustomerMeeting(Process, Day("2026-12-07")))),
        new(Monday, Anna, Do(new SignHandover(Process, HandoverSide.Out))),
        new(Monday, Bruno, Do(new SignHandover(Process, HandoverSide.In))),
        new(Monday, Head, Do(new SignHandover(Process, HandoverSide.Manager))),
        new("2027-01-22T09:30:00Z", Head, Listed),
        new("2027-01-22T09:30:00Z", Head, Advance("C6")),
        new("2027-01-25T09:30:00Z", Bruno, new Request.TakeOver(new CustomerRecord(null) { People = [.. People(Bruno)] })),
        new("2027-01-25T09:30:00Z", Head, Do(new FinishTeamDuty("access-ar-29", "ticket 12"))),
        new("2027-01-25T09:30:00Z", Head, Advance("C9")),
        new("2027-02-21T09:30:00Z", Head, Do(new RecordSeatCheck(Process, 30, []))),
        new("2027-03-23T09:30:00Z", Head, Do(new RecordSeatCheck(Process, 60, [.. People(Bruno).Take(4).Select(person => person.Id)]))),
        new("2027-04-22T09:30:00Z", Head, Do(new RecordSeatCheck(Process, 90, [], 80m))),
        new("2027-04-22T09:30:00Z", Head, Advance("C7")),
    ];

    public static Request Listed => Do(new ListCandidates(Process, [Candidate], Pool.None));

    public static Request Do(CustomerCommand command) => new Request.Do(command);

    public static Request Advance(string stage) => Do(new AdvanceSeat(Process, stage));

    /// <summary>The story up to and with the passing of a stage.</summary>
    public static IEnumerable<Step> Through(string stage) => Story.TakeWhile(step => step.Request != Advance(stage)).Append(
        Story.First(step => step.Request == Advance(stage)));

    private static IEnumerable<Person> People(string owner) => Enumerable.Range(1, 5).Select(number => new Person(
        Key<Person>($"key-{number}"), $"Key {number}", "CEO", "Networks", ProcessRole.Decide, 5, 4, Stance.Supports, 4, 4, Key<Employee>(owner)));

    internal sealed record Step(string At, string Actor, Request Request);
}
