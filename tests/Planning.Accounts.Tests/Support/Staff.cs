using System.Collections.Immutable;
using Planning.Accounts.Approvals;
using Planning.Accounts.Customers;
using Planning.Accounts.People;
using Planning.Accounts.Stages;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;
using static Planning.Accounts.Tests.Support.Occasions;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Support;

/// <summary>Our people and the seats at Helvia, an S customer in Zürich with a whole triangle.</summary>
internal static class Staff
{
    public const string Process = "helvia-ar-1";

    public static readonly Id<Employee> Carla = Key<Employee>("carla-roth");
    public static readonly Id<Employee> Dora = Key<Employee>("dora-huber");
    public static readonly Id<Employee> Emil = Key<Employee>("emil-koch");

    public static SeatProfile Profile { get; } = new(4, "", ["de", "en"], "telecom", ["CEE"], null, "Somebody who speaks German");

    /// <summary>Anna AR since August 2023 with Carla behind her, Dora SR, Emil FR; six key people.</summary>
    public static Customer Helvia { get; } = After(
        Customer.Unknown(Support.Helvia.Id),
        Customer.Unknown(Support.Helvia.Id).TakeOver(
            new CustomerRecord(Support.Helvia.Registration with
            {
                Details = Support.Helvia.Details with { Region = "CEE", Cities = ["CH-ZRH"] },
            })
            {
                Units = [Support.Helvia.Procurement],
                People = [.. Enumerable.Range(1, 6).Select(Person)],
                Seats =
                [
                    Support.Helvia.AccountSeat,
                    Held(SeatRole.AR, SeatKind.Backup, Carla, "2024-11-04"),
                    Held(SeatRole.SR, SeatKind.Primary, Dora, "2024-09-02"),
                    Held(SeatRole.FR, SeatKind.Primary, Emil, "2025-05-12"),
                ],
            },
            Support.Helvia.Today));

    public static ImmutableArray<Id<Person>> KeyPeople { get; } = [.. Enumerable.Range(1, 6).Select(number => Person(number).Id)];

    public static SeatAssignment Held(SeatRole role, SeatKind kind, Id<Employee>? employee, string since) =>
        new(role, kind, employee, Day(since));

    /// <summary>Somebody who may hold any S seat for AR, but for what a spec changes.</summary>
    public static Employee Employee(string id, string jobRole = "AR") => new(
        Key<Employee>(id), id, "CEE", "Bern", jobRole, 4, ["de", "en"], ["telecom"], 1m, []);

    public static Prospect Free(string id) => new(Employee(id), []);

    public static Prospect Holding(string id, params HeldSeat[] seats) => new(Employee(id), [.. seats]);

    public static HeldSeat At(string customer, Tier tier, SeatRole role = SeatRole.AR, SeatKind kind = SeatKind.Primary) =>
        new(Key<Customer>(customer), tier, role, kind, null);

    /// <summary>Puts employees before the rules of Helvia's AR seat.</summary>
    public static CandidateList List(Customer customer, string day, params Prospect[] prospects) => Search(customer, day).List(prospects);

    public static CandidateSearch Search(Customer customer, string day, SeatRole role = SeatRole.AR, Pool? pool = null) =>
        new(customer, new Seat(role), SeatKind.Primary, Profile, pool ?? Pool.None, On(day));

    /// <summary>The rule that refuses, or nothing.</summary>
    public static string? RefusedBy(Customer customer, string day, Prospect prospect) =>
        List(customer, day, prospect).Refused is [var refused] ? refused.Rule : null;

    /// <summary>A process of a seat in one stage, as its workflow would lead it.</summary>
    public static Customer InStage(Customer customer, string code, string day, string process = Process) => After(
        customer,
        new StageEntered(new Stage(code, code, "ACCOUNT_HEAD", "ACCOUNT_HEAD", Day(day), Day(day).AddDays(30))) { Process = process });

    /// <summary>The process without a stage, as between two stages.</summary>
    public static Customer Past(Customer customer, string code, string process = Process) =>
        After(customer, new StagePassed(code, code, "gates 2026.1", []) { Process = process });

    /// <summary>Helvia whose AR rotates: profile and candidates are there, the pick is to be made.</summary>
    public static Customer Choosing(string day, params Prospect[] prospects)
    {
        var raised = Asked(Helvia, day, new RaiseSeatNeed(SeatRole.AR, SeatCause.Rotation));
        var listed = Asked(
            Asked(raised, day, new WriteSeatProfile(Process, Profile)), day, new ListCandidates(Process, prospects, Pool.None));
        return InStage(listed, "C3", day);
    }

    /// <summary>Bruno is proposed, has agreed, and compliance, manager and approvers have said yes.</summary>
    public static Customer HandingOver(string day)
    {
        var proposed = Asked(Choosing(day, Free("bruno-frei")), day, new ProposeCandidate(Process, Support.Helvia.Bruno), "e-cee-02");
        var agreed = Asked(proposed, day, new AnswerSeatProposal(Process, HandoverSide.In, Agrees: true), "bruno-frei");
        var managed = Asked(agreed, day, new AnswerSeatProposal(Process, HandoverSide.Manager, Agrees: true), "e-cee-02");
        var allowed = Asked(
            managed, day, new AnswerConflictCheck(Support.Helvia.Bruno, Day(day), Allowed: true), "compliance");
        var checking = InStage(Past(allowed, "C3"), "C4", day);
        var approving = InStage(Asked(checking, day, new AdvanceSeat(Process, "C4"), "compliance"), "C5", day);
        var approved = Asked(
            approving, day, new DecideApproval($"seat:{Process}", "REGION_HEAD", Granted: true), "e-cee-01");
        return InStage(Past(approved, "C5"), "C6", day);
    }

    private static Person Person(int number) => Support.Helvia.Reto with
    {
        Id = Key<Person>($"key-{number}"),
        Name = $"Key {number}",
    };
}
