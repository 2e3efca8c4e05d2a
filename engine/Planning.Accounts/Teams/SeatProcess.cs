using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Planning.Accounts.Customers;
using Planning.Accounts.Stages;
using Planning.Accounts.Tiers;
using Planning.Accounts.Wording;

namespace Planning.Accounts.Teams;

/// <summary>Why a seat needs somebody, and what it asks for (METHOD §3.3 C0).</summary>
/// <param name="Process">Also the id of the workflow instance that leads it.</param>
/// <param name="Tier">Whose terms hold for the whole process.</param>
/// <param name="Load">Full-time equivalents that the seat asks for.</param>
/// <param name="Level">The least level of whoever may hold it.</param>
/// <param name="Priority">1 for S to 4 for C; lower goes first.</param>
/// <param name="HandoverDays">Working days for the handover: the overlap and some more.</param>
/// <param name="Approvers">The roles that will be asked, in order.</param>
/// <param name="Before">Who holds the seat now and will hand it over; nobody for an empty seat.</param>
public sealed record StaffNeed(
    string Process,
    Seat Seat,
    SeatCause Cause,
    Tier Tier,
    decimal Load,
    int Level,
    int Priority,
    int HandoverDays,
    ImmutableArray<string> Approvers,
    Id<Employee>? Before,
    DateOnly On)
{
    public bool Equals(StaffNeed? other) => other is not null
        && (Process, Seat, Cause, Tier, Load) == (other.Process, other.Seat, other.Cause, other.Tier, other.Load)
        && (Level, Priority, HandoverDays, Before, On) == (other.Level, other.Priority, other.HandoverDays, other.Before, other.On)
        && Approvers.AsSpan().SequenceEqual(other.Approvers.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Process, Seat, Cause);
}

[JsonConverter(typeof(WordJsonConverter<SeatCause>))]
public enum SeatCause
{
    [JsonStringEnumMemberName("new-tier")]
    NewTier,
    [JsonStringEnumMemberName("plan")]
    Plan,
    [JsonStringEnumMemberName("vacancy")]
    Vacancy,
    [JsonStringEnumMemberName("rotation")]
    Rotation,

    /// <summary>The holder leaves on a known day.</summary>
    [JsonStringEnumMemberName("leaving")]
    Leaving,
    [JsonStringEnumMemberName("overload")]
    Overload,
    [JsonStringEnumMemberName("conflict")]
    Conflict,
    [JsonStringEnumMemberName("growth")]
    Growth,

    /// <summary>The holder is gone at once.</summary>
    [JsonStringEnumMemberName("sudden-loss")]
    SuddenLoss,
}

/// <summary>A seat on its way from the need to a holder who has settled in. A workflow leads it.</summary>
public sealed record SeatProcess(StaffNeed Need, StageTrack Track)
{
    [JsonIgnore]
    public string Id => Need.Process;

    [JsonIgnore]
    public Seat Seat => Need.Seat;

    public SeatProfile? Profile { get; init; }

    public CandidateList Candidates { get; init; } = CandidateList.None;

    public SeatProposal? Proposal { get; init; }

    /// <summary>Who told the sponsor; nothing when nobody has.</summary>
    public DateOnly? SponsorInformedOn { get; init; }

    /// <summary>The day on which the handover began; nothing before.</summary>
    public DateOnly? HandingOverSince { get; init; }

    /// <summary>Nothing as long as nobody has said when the seat will be handed over.</summary>
    public HandoverPlan? Plan { get; init; }

    public Handover Handover { get; init; } = Handover.Empty;

    /// <summary>The day on which the new holder took the seat; nothing before.</summary>
    public DateOnly? TakenOn { get; init; }

    /// <summary>The customer's satisfaction when the seat was taken, 0 to 100; nothing when it was unknown.</summary>
    public decimal? BasePulse { get; init; }

    public ImmutableArray<SeatDayCheck> Checks { get; init; } = [];

    /// <summary>Days whose check somebody has been reminded of.</summary>
    public ImmutableArray<int> Reminded { get; init; } = [];

    /// <summary>Whether it may go on while rotation is frozen: nobody is taken from the customer by it.</summary>
    [JsonIgnore]
    public bool IsForced => Need.Cause is SeatCause.SuddenLoss or SeatCause.Conflict || Need.Before is null;

    /// <summary>Whether predecessor and successor are handing over.</summary>
    [JsonIgnore]
    public bool IsHandingOver => Track.Open.Any(stage => stage.Code is "C6" or "C9");

    /// <summary>METHOD §3.3's status line of a seat.</summary>
    public string Status() => Track.Open is [var stage, ..]
        ? stage.Code switch
        {
            "C1" or "C10" => "NEED",
            "C2" => "PROFILED",
            "C3" => "SCORED",
            "C4" => "PROPOSED",
            "C5" => "CHECKED",
            "C6" => "HANDOVER_IN",
            "C7" => "STEADY",
            "C8" => "ROTATION_DUE",
            "C9" => "HANDOVER_OUT",
            var other => other,
        }
        : "NEED";

    internal SeatProcess Apply(SeatProcessEvent happened) => happened switch
    {
        SeatProfileWritten written => this with { Profile = written.Profile },
        CandidatesListed listed => this with { Candidates = listed.List },
        CandidateProposed proposed => this with { Proposal = proposed.Proposal },
        ProposalAnswered { Agreed: false } => this with { Proposal = null },
        ProposalAnswered { As: HandoverSide.In } answered => this with
        {
            Proposal = Proposal! with { CandidateAgreedOn = answered.On },
        },
        ProposalAnswered answered => this with { Proposal = Proposal! with { ManagerAgreed = answered.By } },
        SponsorInformed informed => this with { SponsorInformedOn = informed.On },
        SeatDecided decided => this with { Proposal = Proposal is null ? null : Proposal with { Approved = decided.Approved } },
        HandoverPlanned planned => this with { Plan = planned.Plan },
        HandoverPartWritten written => this with
        {
            Handover = Handover with
            {
                // What was signed was another pack.
                Parts = Handover.Parts.SetItem(written.Part, written.Text),
                Signatures = Handover.Signatures.Clear(),
            },
        },
        JointMeetingHeld held => this with { Handover = Handover with { Met = Handover.Met.Union(held.People) } },
        CustomerMeetingHeld held => this with { Handover = Handover with { CustomerMeetingOn = held.On } },
        HandoverSigned signed => this with
        {
            Handover = Handover with { Signatures = Handover.Signatures.SetItem(signed.As, signed.By) },
        },
        SeatPredecessorLost => this with { Need = Need with { Before = null } },
        SeatChecked done => this with { Checks = [.. Checks.Where(check => check.Day != done.Check.Day), done.Check] },
        SeatCheckDue due => this with { Reminded = Reminded.Add(due.Day) },
        _ => throw new System.Diagnostics.UnreachableException($"Unknown event {happened.GetType().Name}"),
    };

    public bool Equals(SeatProcess? other) => other is not null
        && (Need, Track, Profile, Candidates, Proposal) == (other.Need, other.Track, other.Profile, other.Candidates, other.Proposal)
        && (SponsorInformedOn, HandingOverSince, Plan, Handover, TakenOn, BasePulse)
            == (other.SponsorInformedOn, other.HandingOverSince, other.Plan, other.Handover, other.TakenOn, other.BasePulse)
        && Checks.AsSpan().SequenceEqual(other.Checks.AsSpan()) && Reminded.AsSpan().SequenceEqual(other.Reminded.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Need, Track);
}

/// <summary>Whom the manager picked (METHOD §3.3 C3).</summary>
/// <param name="Rank">The place on the list, from 1.</param>
/// <param name="Reason">Why not the first; needed for any other.</param>
/// <param name="By">Who proposes; never who approves.</param>
public sealed record SeatProposal(Id<Employee> Employee, int Rank, string? Reason, string By, DateOnly On)
{
    public DateOnly? CandidateAgreedOn { get; init; }

    /// <summary>Who agreed for the candidate's unit.</summary>
    public string? ManagerAgreed { get; init; }

    /// <summary>What the approvers said; nothing while they are asked or nobody asked them.</summary>
    public bool? Approved { get; init; }
}

/// <summary>How the new holder gets on (METHOD §3.3 C7).</summary>
/// <param name="Day">30, 60 or 90 by the policy.</param>
/// <param name="Met">Key people whom the holder has met, of all.</param>
/// <param name="Pulse">The customer's satisfaction, 0 to 100; nothing when it was not asked.</param>
public sealed record SeatDayCheck(int Day, int Met, int KeyPeople, decimal? Pulse, string By, DateOnly On);
