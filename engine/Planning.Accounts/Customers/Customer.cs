using System.Collections.Immutable;
using System.Diagnostics;
using Planning.Accounts.Approvals;
using Planning.Accounts.Calendars;
using Planning.Accounts.Certification;
using Planning.Accounts.Coverage;
using Planning.Accounts.Delivery;
using Planning.Accounts.Escalations;
using Planning.Accounts.Losses;
using Planning.Accounts.Metrics;
using Planning.Accounts.Offers;
using Planning.Accounts.Organisation;
using Planning.Accounts.People;
using Planning.Accounts.Plans;
using Planning.Accounts.Policies;
using Planning.Accounts.Satisfaction;
using Planning.Accounts.Stages;
using Planning.Accounts.Teams;
using Planning.Accounts.Tiers;

namespace Planning.Accounts.Customers;

/// <summary>One customer as the account team knows it. Pure: decides and evolves, never reads or writes.</summary>
/// <param name="Details">Nothing as long as nobody has registered the customer.</param>
public sealed record Customer(Id<Customer> Id, CustomerDetails? Details)
{
    /// <summary>By name, in an order that no language of a machine changes.</summary>
    public ImmutableSortedDictionary<string, CustomerUnit> Units
    {
        get;
        init => field = value.WithComparers(StringComparer.Ordinal);
    } = ImmutableSortedDictionary.Create<string, CustomerUnit>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<Id<Person>, Person> People { get; init; } =
        ImmutableSortedDictionary<Id<Person>, Person>.Empty;

    public Stakeholders Stakeholders { get; init; } = Stakeholders.Empty;

    public Team Team { get; init; } = Team.Empty;

    public MetricHistory Metrics { get; init; } = MetricHistory.Empty;

    public ContactRecord Contacts { get; init; } = ContactRecord.Empty;

    public TierStanding Standing { get; init; } = TierStanding.None;

    public AccountPlan? Plan { get; init; }

    public OpenApprovals Approvals { get; init; } = OpenApprovals.Empty;

    public CertificationRecord Certification { get; init; } = CertificationRecord.Empty;

    public OfferBook Offers { get; init; } = OfferBook.Empty;

    public EscalationLedger Escalations { get; init; } = EscalationLedger.Empty;

    public OrganisationRecord Organisation { get; init; } = OrganisationRecord.Empty;

    public SatisfactionRecord Satisfaction { get; init; } = SatisfactionRecord.Empty;

    public DeliveryRecord Delivery { get; init; } = DeliveryRecord.Empty;

    public LossRecord Losses { get; init; } = LossRecord.Empty;

    /// <summary>Why workflows cannot go on, by instance; the plan's stands in the plan.</summary>
    public ImmutableSortedDictionary<string, string> Incidents
    {
        get;
        init => field = value.WithComparers(StringComparer.Ordinal);
    } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Of a workflow's own grain; a customer has none.</summary>
    public WorkflowClock? Clock { get; init; }

    public static Customer Unknown(Id<Customer> id) => new(id, Details: null);

    /// <summary>Takes over what is new in a record; what is known already changes nothing.</summary>
    public Decision TakeOver(CustomerRecord record, DateOnly today) => TakeOver(record, today, MethodPolicies.Default);

    /// <inheritdoc cref="TakeOver(CustomerRecord, DateOnly)"/>
    public Decision TakeOver(CustomerRecord record, DateOnly today, MethodPolicies policies)
    {
        if (Details is null && record.Registration is null)
        {
            return Decision.Refuse("customer-unknown", $"Nobody has registered a customer {Id}.");
        }

        record = record with { People = [.. record.People.SelectMany(NowKnown)] };
        var mistakes = RecordCheck.Mistakes(record, this, today).Select(mistake => mistake.Sentence).ToList();
        if (mistakes is [_, ..])
        {
            return Decision.Refuse("record-flawed", $"The record of {Id} cannot be taken over as it is.", mistakes);
        }

        List<CustomerEvent> events = [.. New(record, today, policies)];
        return Decision.Record([.. events, .. LossRecord.Follow(this, events, today, policies)]);
    }

    /// <summary>Notes that somebody has checked who controls the customer.</summary>
    public Decision ConfirmGroupRoot() => Details switch
    {
        null => NotRegistered(),
        { GroupRootConfirmed: true } => Decision.Record(),
        var details => Decision.Record(new GroupRootConfirmed(details.GroupRoot)),
    };

    /// <summary>Takes the tier rules' word for a quarter; see <see cref="TierStanding.Review"/>.</summary>
    public Decision ReviewTier(TierReview review, ReviewInputs? inputs = null, params IReadOnlyList<TierReview> shadows) =>
        Details is null ? NotRegistered() : Standing.Review(review, inputs, shadows);

    /// <summary>Counts what nobody outside has told of a quarter, before it is reviewed; see <see cref="OwnFigures"/>.</summary>
    public Decision CountOwnFigures(Quarter period, Occasion on) =>
        Decision.Record([.. Details is null ? [] : OwnFigures.Of(this, period, on.Policies, on.Today)]);

    /// <summary>What people are asked after a review; it is no part of the review itself.</summary>
    public Decision AskAfterReview(Occasion on) => Decision.Record([.. TierFollowing.AfterReview(this, on)]);

    /// <summary>Holds back a rise to tier S for which the portfolio has no place; once for each quarter.</summary>
    public Decision HoldPromotion(int places) =>
        Standing.Proposals.FirstOrDefault(proposal => proposal.Tier is Tier.S) is { } rise
        && !Standing.Flags.Contains(PromotionWaits.Flag)
            ? Decision.Record(new PromotionWaits(rise.Rule, rise.Period, places))
            : Decision.Record();

    /// <summary>Opens the strategic account plan that the tier asks for; one live plan at a time (INV-13).</summary>
    /// <param name="planId">The id of the workflow instance that will lead it.</param>
    /// <param name="today">The plan looks from the next calendar year on.</param>
    public Decision OpenPlan(string planId, DateOnly today, PlanPolicy policy)
    {
        if (Details is null)
        {
            return NotRegistered();
        }

        if (Details.GroupRoot != Id)
        {
            return Decision.Refuse(
                "group-root-plans", $"{Details.GroupRoot} heads the group; the group has one plan there (INV-13).");
        }

        if (Details.Lifecycle is Lifecycle.Lost or Lifecycle.Closed)
        {
            return Decision.Refuse("customer-gone", $"{Details.Name} is {Wording.Words<Lifecycle>.Of(Details.Lifecycle)}; nothing is planned there.");
        }

        if (Plan is { Ended: null } plan)
        {
            return Decision.Refuse(
                "plan-open", $"The plan {plan.HorizonFrom} to {plan.HorizonTo} of {Details.Name} is open already.");
        }

        return policy.HorizonYears.TryGetValue(Standing.Tier, out var years)
            ? Decision.Record(new PlanOpened(planId, Standing.Tier, today.Year + 1, today.Year + years))
            : Decision.Refuse("no-plan-for-tier", $"A customer of tier {Standing.Tier} has no strategic account plan.");
    }

    /// <summary>Hands in work for the plan; see <see cref="AccountPlan.Submit"/>.</summary>
    public Decision Submit(Artefact artefact, DateOnly today, PlanPolicy policy) =>
        Plan?.Submit(artefact, today, policy) ?? NoPlan();

    /// <summary>Lets the plan leave a stage; see <see cref="StageTrack.Advance"/>.</summary>
    public Decision AdvancePlan(string stage, Func<GateResult> gate, DateOnly today) => Plan is { } plan
        ? plan.Over() ?? plan.Track.Advance(stage, "plan", gate, criterion => Approvals.Find(criterion, plan.Id, today))
        : NoPlan();

    /// <summary>What the plan does by itself since the customer is as it is now: it is amended, or comes to its end.</summary>
    public Decision FollowWithPlan() => Decision.Record([.. PlanFollowing.Of(this)]);

    /// <returns>Whether nothing that <see cref="FollowWithPlan"/> looks at has changed: parts are immutable.</returns>
    public bool HasPlanGroundOf(Customer other) =>
        ReferenceEquals(Plan, other.Plan) && ReferenceEquals(Details, other.Details)
        && ReferenceEquals(Standing, other.Standing) && ReferenceEquals(Team, other.Team);

    /// <summary>Decides something about the plan.</summary>
    public Decision WithPlan(Func<AccountPlan, Decision> decide) => Plan is { } plan ? decide(plan) : NoPlan();

    /// <summary>Decides what people ask. A command that is flawed is refused with all its mistakes.</summary>
    public Decision Take(CustomerCommand command, Occasion on)
    {
        if (Details is null)
        {
            return NotRegistered();
        }

        var mistakes = command.Mistakes(this, on).Select(mistake => mistake.Sentence).ToList();
        return mistakes is []
            ? command.Decide(this, on)
            : Decision.Refuse("command-flawed", "It cannot be done as it is asked.", mistakes);
    }

    /// <summary>Lets the escalation rules look at everything that is watched: what is raised, rises, eases or closes now.</summary>
    public Decision Watch(Occasion on) =>
        Details is null ? Decision.Record() : Looked(new WatchChange(CustomerWatch.Of(this, on), ImmutableHashSet<string>.Empty), on);

    /// <summary>The same after a turn, only where facts have changed: what time alone changes is left to timer and sweep.</summary>
    public Decision WatchSince(Customer before, Occasion on) =>
        Details is null ? Decision.Record() : Looked(CustomerWatch.Between(before, this, on), on);

    /// <returns>Whether nothing that <see cref="Watch"/> looks at has changed but the time: parts are immutable.</returns>
    public bool IsWatchedAs(Customer other) =>
        ReferenceEquals(Details, other.Details)
        && ReferenceEquals(Units, other.Units)
        && ReferenceEquals(People, other.People)
        && ReferenceEquals(Stakeholders, other.Stakeholders)
        && ReferenceEquals(Team, other.Team)
        && ReferenceEquals(Metrics, other.Metrics)
        && ReferenceEquals(Contacts, other.Contacts)
        && ReferenceEquals(Standing, other.Standing)
        && ReferenceEquals(Plan, other.Plan)
        && ReferenceEquals(Approvals, other.Approvals)
        && ReferenceEquals(Certification, other.Certification) && ReferenceEquals(Offers, other.Offers)
        && ReferenceEquals(Organisation, other.Organisation) && ReferenceEquals(Satisfaction, other.Satisfaction)
        && ReferenceEquals(Delivery, other.Delivery) && ReferenceEquals(Losses, other.Losses);

    /// <summary>The times at which something is to be looked at again.</summary>
    /// <param name="policies">What the company works by: how long somebody stays in a seat is its word.</param>
    public IEnumerable<CustomerTimer> Timers(MethodPolicies policies) =>
    [
        .. CustomerTimer.On(CustomerTimer.StageDue, Plan is { SuspendedOn: null } ? Plan.Track.NextOverdue() : null),
        .. CustomerTimer.On(CustomerTimer.PlanDue, Plan?.NextLook()),
        .. CustomerTimer.On(CustomerTimer.ApprovalLate, Approvals.NextLate()),
        .. CustomerTimer.On(CustomerTimer.CertificationDue, Certification.NextDue()),
        .. CustomerTimer.At(CustomerTimer.EscalationDue, Escalations.Next()),
        .. CustomerTimer.On(CustomerTimer.OverrideEnds, Standing.Override?.Until.AddDays(1)),
        .. CustomerTimer.On(CustomerTimer.TeamDue, TeamTimes.Next(this, policies.Team)),
    ];

    /// <returns>Whether nothing that <see cref="Timers"/> follow from has changed: parts are immutable.</returns>
    public bool HasTimersOf(Customer other) =>
        ReferenceEquals(Plan, other.Plan) && ReferenceEquals(Approvals, other.Approvals)
        && ReferenceEquals(Certification, other.Certification)
        && ReferenceEquals(Escalations, other.Escalations)
        && ReferenceEquals(Team, other.Team) && ReferenceEquals(Standing, other.Standing)
        && ReferenceEquals(Details, other.Details) && ReferenceEquals(People, other.People);

    /// <summary>Looks at what a time has come for; a timer that nobody knows any more is none.</summary>
    public Decision TimeCame(string timer, Occasion on) => timer switch
    {
        CustomerTimer.StageDue => Decision.Record([.. Plan?.Track.Overdue(on.Today) ?? []]),
        CustomerTimer.PlanDue => Decision.Record([.. Plan?.Look(this, on) ?? []]),
        CustomerTimer.ApprovalLate => Decision.Record([.. Approvals.Late(on)]),
        CustomerTimer.CertificationDue => Decision.Record([.. Certification.Due(this, on)]),
        CustomerTimer.OverrideEnds when Standing.Override is { } held && held.Until < on.Today =>
            Decision.Record([.. held.End(on.Today, TierPlace.Of(Standing), "its time is over")]),
        CustomerTimer.TeamDue => Decision.Record([.. TeamTimes.Come(this, on)]),
        _ => Decision.Record(),
    };

    /// <summary>What follows from an approval that is concluded, by the kind of its subject.</summary>
    internal IEnumerable<CustomerEvent> Follow(ApprovalConcluded concluded, Occasion on) =>
    [
        .. concluded.Granted && Approvals.Asked(concluded.Subject) is { } waiver
            ? [new WaiverGranted(waiver.Id, on.Today)]
            : Array.Empty<CustomerEvent>(),
        .. TierFollowing.Of(concluded, Standing, on),
        .. Plan?.Follow(concluded, on) ?? [],
        .. SecondAssessment.Checked(this, concluded),
        .. CampaignApprovals.Follow(concluded, this, on),
        .. Offers.Follow(concluded, on),
        .. Team.Follow(concluded, Approvals),
    ];

    /// <summary>What it means that a workflow is over.</summary>
    /// <param name="cancelled">Somebody gave it up; otherwise it came to its end.</param>
    public IEnumerable<CustomerEvent> WorkflowOver(string instance, bool cancelled) => Team.Process(instance) is not { } process
        ? []
        : cancelled || process.Track.Passed is not [.., var last]
        ? [new SeatProcessGivenUp(instance, process.Seat)]
        : [new StagesCompleted(last) { Process = instance }];

    /// <summary>Whether people were told that this instance cannot go on.</summary>
    public bool HasIncident(string instance) =>
        Incidents.ContainsKey(instance) || (Plan?.Id == instance && Plan.Incident is not null);

    public Customer Apply(CustomerEvent happened) => happened switch
    {
        CustomerRegistered registered => this with
        {
            Details = registered.Registration.Details,
            Standing = TierStanding.Of(registered.Registration),
        },
        GroupRootConfirmed => this with { Details = Details! with { GroupRootConfirmed = true } },
        DetailsChanged changed => this with { Details = changed.Details },
        UnitMapped mapped => this with { Units = Units.SetItem(mapped.Unit.Name, mapped.Unit) },
        PersonRecorded recorded => PersonChange.Recorded(this, recorded.Person, recorded.On),
        PersonEvent person => PersonChange.Apply(this, person),
        SeatAssigned assigned => this with { Team = Team.Assigned(assigned.Assignment) },
        TeamEvent team => this with { Team = Team.Apply(team) },
        MetricRecorded recorded => this with { Metrics = Metrics.With(recorded.Snapshot) },
        InteractionLogged logged => this with
        {
            Contacts = Contacts.With(logged.Interaction, !logged.TooSlight, Stakeholders.Resolve),
        },
        TierEvent tier => this with { Standing = Standing.Apply(tier) },
        PlanOpened opened => this with { Plan = AccountPlan.Of(opened) },
        PlanGivenUp => this with { Plan = null },
        WorkflowFaulted { Over: true } => this,
        WorkflowFaulted { Instance: { } instance } faulted => this with
        {
            Incidents = Incidents.SetItem(instance, $"{faulted.Workflow}: {faulted.Message}"),
        },
        PlanEvent plan => this with { Plan = Plan?.Apply(plan) },
        StageEvent { Process: { } process } stage when Team.Process(process) is not null => this with { Team = Team.Apply(stage) },
        StageEvent { Process: null } stage => this with { Plan = Plan?.Apply(stage) },
        StageEvent stage => this with { Certification = Certification.Apply(stage) },
        CertificationEvent certified => this with { Certification = Certification.Apply(certified) },
        OfferEvent offer => this with { Offers = Offers.Apply(offer) },
        EscalationEvent escalation => this with { Escalations = Escalations.Apply(escalation) },
        OrganisationEvent organisation => this with { Organisation = Organisation.Apply(organisation) },
        SatisfactionEvent satisfaction => this with { Satisfaction = Satisfaction.Apply(satisfaction) },
        DeliveryEvent delivery => this with { Delivery = Delivery.Apply(delivery) },
        LossEvent loss => this with { Losses = Losses.Apply(loss) },
        ApprovalEvent approval => this with { Approvals = Approvals.Apply(approval) },
        IncidentMended mended when Plan?.Id == mended.Instance => this with { Plan = Plan with { Incident = null } },
        IncidentMended mended => this with { Incidents = Incidents.Remove(mended.Instance) },
        ClockSet set => this with { Clock = set.Clock },
        ClockStruck struck => this with { Clock = Clock?.With(struck.Start) },
        InstanceEvent => this,
        _ => throw new UnreachableException($"Unknown event {happened.GetType().Name}"),
    };

    private Decision.Recorded Looked(WatchChange looked, Occasion on) => new(
        [.. Escalations.Watch([.. looked.Changed.SelectMany(on.Escalations.Judge)], looked.Unchanged, on)]);

    // Whoever was merged into another is that other, and an old record of them tells nothing new.
    private IEnumerable<Person> NowKnown(Person person) => Stakeholders.Merged.ContainsKey(person.Id)
        ? []
        : [(People.TryGetValue(person.Id, out var known) ? person.Over(known, Stakeholders.Gone.Contains) : person) with
        {
            ReportsTo = person.ReportsTo is { } above ? Stakeholders.Resolve(above) : known?.ReportsTo,
        }];

    private IEnumerable<CustomerEvent> New(CustomerRecord record, DateOnly today, MethodPolicies policies) =>
    [
        .. record.Registration is { } registration ? Register(registration) : [],
        .. record.Units.Distinct().Where(unit => Units.GetValueOrDefault(unit.Name) != unit)
            .Select(unit => new UnitMapped(unit)),
        .. record.People.Distinct().Where(person => People.GetValueOrDefault(person.Id) != person)
            .Select(person => new PersonRecorded(person) { On = today }),
        .. record.Seats.Distinct().Where(seat => Team.Find(seat.Seat, seat.Kind) != seat)
            .Select(seat => new SeatAssigned(seat)),
        .. record.Metrics.Distinct()
            .Where(metric => !Metrics.HasForgotten(metric.Period) && Metrics.Find(metric.Metric, metric.Period) != metric)
            .Select(metric => new MetricRecorded(metric)),
        .. record.Interactions.DistinctBy(interaction => interaction.Id)
            .Where(interaction => !Contacts.Logged.Contains(interaction.Id))
            .Select(interaction => new InteractionLogged(interaction)
            {
                TooSlight = interaction.CanTouch && !policies.Coverage.Counts(interaction),
            }),
    ];

    private IEnumerable<CustomerEvent> Register(Registration registration)
    {
        if (Details is null)
        {
            yield return new CustomerRegistered(registration);
        }
        else if (Merged(Details, registration.Details) is var details && Details != details)
        {
            yield return new DetailsChanged(details);
        }
    }

    // Whoever confirmed the group root did so here; a file that does not know it yet does not take that back.
    private static CustomerDetails Merged(CustomerDetails known, CustomerDetails given) =>
        known.GroupRoot == given.GroupRoot
        ? given with { GroupRootConfirmed = known.GroupRootConfirmed || given.GroupRootConfirmed }
        : given;

    private Decision NotRegistered() => Decision.Refuse("customer-unknown", $"Nobody has registered a customer {Id}.");

    private Decision NoPlan() => Details is null
        ? NotRegistered()
        : Decision.Refuse("no-plan", $"{Details.Name} has no plan in a stage.");
}
