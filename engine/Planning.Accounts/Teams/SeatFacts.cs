using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Accounts.Stages;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Teams;

/// <summary>What the exit gates of seat stages may ask about a seat and its process. Rules see it as <c>seat</c>.</summary>
public sealed record SeatFacts : StageFacts
{
    public required string Tier { get; init; }

    public required string Role { get; init; }

    /// <summary>Why somebody is needed, as <c>rotation</c>.</summary>
    public required string Cause { get; init; }

    /// <summary>The seat is empty or its holder may not hold it: it is filled whatever else changes.</summary>
    public required bool Forced { get; init; }

    /// <summary>Full-time equivalents that the tier asks for.</summary>
    public required double Load { get; init; }

    public required IReadOnlyList<string> MissingInProfile { get; init; }

    public required int Feasible { get; init; }

    /// <summary>Days since loads and candidates were looked at; nothing when nobody has.</summary>
    public int? ListAgeDays { get; init; }

    /// <summary>Whom the manager picked; nothing when nobody is.</summary>
    public string? Candidate { get; init; }

    /// <summary>The place of the pick on the newest list, from 1; nothing when it is not on it any more.</summary>
    public int? Rank { get; init; }

    public required bool ReasonGiven { get; init; }

    public required bool CandidateAgreed { get; init; }

    public required bool ManagerAgreed { get; init; }

    /// <summary>Days since the pick's conflict declaration; nothing without one.</summary>
    public int? DeclarationAgeDays { get; init; }

    /// <summary>allowed, waived or refused; nothing before compliance has answered. Never why (INV-27).</summary>
    public string? Conflict { get; init; }

    /// <summary>Part of the pick's capacity with this seat; nothing when it is not on the list any more.</summary>
    public double? LoadAfter { get; init; }

    public required bool SponsorNeeded { get; init; }

    public required bool SponsorInformed { get; init; }

    public required bool Approved { get; init; }

    public required IReadOnlyList<string> MissingParts { get; init; }

    public required int JointMeetings { get; init; }

    public required int JointMeetingsNeeded { get; init; }

    public required bool CustomerMeetingNeeded { get; init; }

    public required bool CustomerMeetingHeld { get; init; }

    public required IReadOnlyList<string> MissingSignatures { get; init; }

    /// <summary>Working days of side by side that are left.</summary>
    public required int OverlapDaysLeft { get; init; }

    /// <summary>Other seats of the three whose holder came within the time in which one may change.</summary>
    public required int OthersChanged { get; init; }

    /// <summary>Months that the one of the other two stays who stays longest; 0 when both are on their way out.</summary>
    public required int OthersStayMonths { get; init; }

    /// <summary>People at the customer whom the predecessor still looks after.</summary>
    public required int PeopleLeftBehind { get; init; }

    /// <summary>Somebody answers for the seat today.</summary>
    public required bool SomebodyAnswers { get; init; }

    /// <summary>What is still to be done about the seat.</summary>
    public required IReadOnlyList<string> OpenDuties { get; init; }

    public required IReadOnlyList<int> MissingChecks { get; init; }

    /// <summary>Part of the key people whom the new holder has met by the second check, 0 to 1; nothing before it.</summary>
    public double? KeyPeopleMet { get; init; }

    /// <summary>Points that the customer's satisfaction has fallen since the seat was taken; nothing when either is unknown.</summary>
    public double? PulseFall { get; init; }

    public static SeatFacts Of(Customer customer, SeatProcess process, Occasion on) =>
        Of(customer, process, on.Policies.Team, on.Calendar, on.Today);

    /// <param name="calendar">The customer's working days.</param>
    public static SeatFacts Of(
        Customer customer, SeatProcess process, TeamPolicy policy, WorkingCalendar calendar, DateOnly today)
    {
        var terms = policy.Tiers[process.Need.Tier];
        var team = customer.Team;
        var pick = process.Proposal;
        var candidate = pick is null ? null : process.Candidates.Find(pick.Employee);
        var check = pick is null ? null : team.CheckOf(pick.Employee);
        var rank = pick is null ? null : process.Candidates.Rank(pick.Employee);
        var last = process.Checks.OrderBy(done => done.Day).LastOrDefault();
        return new SeatFacts
        {
            Tier = process.Need.Tier.ToString(),
            Role = Words<SeatRole>.Of(process.Seat.Role),
            Cause = Words<SeatCause>.Of(process.Need.Cause),
            Forced = process.IsForced,
            Load = (double)process.Need.Load,
            MissingInProfile = process.Profile is { } profile ? [.. profile.Missing(process.Need.Level)] : ["all of it"],
            Feasible = process.Candidates.Feasible.Length,
            ListAgeDays = process.Candidates == CandidateList.None ? null : today.DayNumber - process.Candidates.On.DayNumber,
            Candidate = pick?.Employee.Value,
            Rank = rank,
            ReasonGiven = !string.IsNullOrWhiteSpace(pick?.Reason),
            CandidateAgreed = pick?.CandidateAgreedOn is not null,
            ManagerAgreed = pick?.ManagerAgreed is not null,
            DeclarationAgeDays = check is null ? null : today.DayNumber - check.DeclaredOn.DayNumber,
            Conflict = check is null ? null : Conflicts(customer, check, candidate, today),
            LoadAfter = (double?)candidate?.Load,
            SponsorNeeded = terms.SponsorInformed,
            SponsorInformed = process.SponsorInformedOn is not null,
            Approved = pick?.Approved is true,
            MissingParts = [.. Handover.AllParts.Except(process.Handover.Parts.Keys).Select(Words<HandoverPart>.Of)],
            JointMeetings = process.Handover.Met.Count,
            JointMeetingsNeeded = HandoverCommand.Signers(customer, process).Any(side => side.Side is HandoverSide.Out) ? terms.JointMeetings : 0,
            CustomerMeetingNeeded = terms.CustomerMeeting,
            CustomerMeetingHeld = process.Handover.CustomerMeetingOn is not null,
            MissingSignatures =
            [
                .. HandoverCommand.Signers(customer, process).Where(side => !process.Handover.Signatures.ContainsKey(side.Side))
                    .Select(side => Words<HandoverSide>.Of(side.Side)),
            ],
            OverlapDaysLeft = Overlap(process, terms, calendar, today),
            OthersChanged = team.ChangedSince(today.AddMonths(-policy.Terms.ChangeMonths), process.Seat).Count(),
            OthersStayMonths = OthersStay(customer, process, policy, today),
            PeopleLeftBehind = process.Need.Before is { } before && !team.Includes(before)
                ? customer.People.Values.Count(person => person.Owner == before)
                : 0,
            SomebodyAnswers = team.Holder(process.Seat.Role, process.Seat.Number) is not null,
            OpenDuties = [.. team.Duties.Where(duty => IsOf(duty, process.Seat)).Select(duty => duty.What)],
            MissingChecks = [.. policy.Terms.CheckDays.Except(process.Checks.Select(done => done.Day))],
            KeyPeopleMet = Met(process, policy),

            // Without a base there is nothing to fall from.
            PulseFall = (double?)((process.BasePulse ?? last?.Pulse) - last?.Pulse),
        };
    }

    private static string Conflicts(Customer customer, ConflictCheck check, Candidate? candidate, DateOnly today)
    {
        if (customer.Team.ConflictIsWaived(customer.Approvals, check.Employee, today))
        {
            return "waived";
        }

        // A waiver that the list went by and that is over since leaves the conflict.
        return check.Allowed && candidate?.Waived.Contains(CandidateRule.Conflict) is not true ? "allowed" : "refused";
    }

    private static int Overlap(SeatProcess process, TierTeam terms, WorkingCalendar calendar, DateOnly today) =>
        process.Need.Before is not null && process.Track.Find("C6") is { } stage
            ? Math.Max(0, terms.Overlap - calendar.WorkingDaysBetween(stage.EnteredOn, today))
            : 0;

    private static int OthersStay(Customer customer, SeatProcess process, TeamPolicy policy, DateOnly today) => customer.Team.Seats
        .Where(held => held is { Kind: SeatKind.Primary, Employee: not null } && held.Seat.InTriangle && held.Seat != process.Seat)
        .Where(held => customer.Team.ProcessOf(held.Seat) is null)
        .Select(held => RotationClock.Months(today, RotationClock.DayOf(held, RotationStep.Due, policy)))
        .DefaultIfEmpty(0)
        .Max();

    private static bool IsOf(TeamDuty duty, Seat seat) => !duty.Id.StartsWith("backup-", StringComparison.Ordinal)
        && duty.Id.Contains($"-{TeamNeeds.Slug(seat)}-", StringComparison.Ordinal);

    private static double? Met(SeatProcess process, TeamPolicy policy) =>
        policy.Terms.CheckDays.Order().Skip(1).FirstOrDefault() is var second and > 0
        && process.Checks.FirstOrDefault(check => check.Day == second) is { } done
            ? done.KeyPeople == 0 ? 1 : done.Met / (double)done.KeyPeople
            : null;
}
