using Planning.Accounts.Customers;
using Planning.Accounts.Plans;
using Planning.Accounts.Stages;
using Planning.Accounts.Tiers;
using Planning.Flows.Runtime;
using Planning.Grains.Store;
using Planning.Workflows.Plans;
using Planning.Workflows.Playbooks;
using Planning.Workflows.Tiering;

namespace Planning.Grains.Turns;

/// <summary>What a turn came to: the answer, the state after it, and what has to become durable.</summary>
public sealed record TakenTurn(Answer Answer, CustomerState After, TurnCommit Commit);

/// <summary>One turn of one customer (DESIGN §3). A pure function of state, message, playbook and time.</summary>
/// <remarks>The customer decides; what happened wakes workflows; they may let more happen in the same turn; nothing of
/// it counts unless all of it becomes durable.</remarks>
public sealed class Turn : ICustomerTurn
{
    /// <summary>More events than this wake each other without end: the turn is refused whole.</summary>
    public const int MostEvents = 10_000;

    private const int TurnsBetweenSnapshots = 64;

    private readonly CustomerState _before;
    private readonly Message _message;
    private readonly DateTimeOffset _told;
    private readonly DateTimeOffset _now;
    private readonly List<CustomerEvent> _events = [];
    private readonly Queue<CustomerEvent> _unheard = [];
    private readonly TurnWorkflows _workflows;
    private readonly WorkflowRequests _requests;
    private readonly TurnClock _clock;

    private Turn(CustomerState before, Message message, Playbook playbook, DateTimeOffset now)
    {
        _before = before;
        _message = message;
        _told = now;
        _now = message.On ?? now;
        Playbook = playbook.On(Today);
        Customer = before.Customer;
        _workflows = new TurnWorkflows(this, before, _now);
        _requests = new WorkflowRequests(this, _workflows);
        _clock = new TurnClock(this, _workflows, before.Version + 1, _now);
    }

    public Customer Customer { get; private set; }

    public Playbook Playbook { get; }

    public DateOnly Today => DateOnly.FromDateTime(_now.UtcDateTime);

    /// <param name="now">The time of the turn; whoever repeats a turn gives the same.</param>
    public static TakenTurn Take(CustomerState before, Message message, Playbook playbook, DateTimeOffset now)
    {
        var turn = new Turn(before, message, playbook, now);
        try
        {
            if (turn.Decide() is { } refused)
            {
                return turn.Refuse(refused);
            }

            turn.FollowWithPlan();
            turn.Watch();
            return turn.Close();
        }
        catch (RunawayTurnException)
        {
            return new Turn(before, message, playbook, now).GiveUp(new Decision.Refused(
                "turn-without-end", $"More than {MostEvents} things would happen in one turn. Nothing was changed; the workflow needs mending.", []));
        }
    }

    public void Happened(CustomerEvent happened)
    {
        if (_events.Count >= MostEvents)
        {
            throw new RunawayTurnException();
        }

        _events.Add(happened);
        _unheard.Enqueue(happened);
        Customer = Customer.Apply(happened);
    }

    private Decision.Refused? Decide()
    {
        if (NotForUs() is { } refused)
        {
            return refused;
        }

        switch (_message.Request)
        {
            case Request.TimerDue timer:
                return OnTimer(timer.Name);
            case Request.PublishEvent published:
                _workflows.Publish(new WorkflowEvent(published.Name, published.Payload, InstanceId: published.Instance));
                Hear([]);
                return null;
            case Request.CompleteTask done:
                return OnTaskDone(done);
            case Request.StartWorkflow or Request.RetryWorkflow or Request.CancelWorkflow or Request.AlterWorkflow:
                return OnWorkflows();
            case Request.HttpAnswered answered:
                _workflows.CompleteHttp(answered.RequestId, answered.Outcome);
                Hear([]);
                return null;
            case Request.SetClock set:
                _clock.Set(set.DefinitionId);
                Hear([]);
                return null;
            default:
                return OnDecision();
        }
    }

    // A workflow's own grain has instances and a clock, and no customer.
    private Decision.Refused? NotForUs() => (Customer.Id.IsReserved, Customer.Details, _message.Request) switch
    {
        (true, _, Request.TimerDue or Request.HttpAnswered or Request.SetClock) => null,
        (true, _, var request) when IsForWorkflows(request) => null,
        (true, _, _) or (_, _, Request.SetClock) =>
            new Decision.Refused("not-asked-here", $"{_message.Request.Kind} is nothing to ask of {Customer.Id}.", []),
        (_, null, var request) when IsForWorkflows(request) =>
            new Decision.Refused("customer-unknown", $"Nobody has registered a customer {Customer.Id}.", []),
        _ => null,
    };

    private Decision.Refused? OnWorkflows()
    {
        if (_requests.Answer(_message.Request) is { } refused)
        {
            return refused;
        }

        Hear([]);
        return null;
    }

    private static bool IsForWorkflows(Request request) => request is Request.PublishEvent or Request.CompleteTask
        or Request.StartWorkflow or Request.RetryWorkflow or Request.CancelWorkflow or Request.AlterWorkflow;

    private Decision.Refused? OnTaskDone(Request.CompleteTask done)
    {
        if (!_workflows.CompleteTask(done.TaskId, done.Result))
        {
            return new Decision.Refused(
                "task-unknown", $"No workflow waits for the task {done.TaskId}: it is done, or was never asked for.", []);
        }

        Hear([]);
        return null;
    }

    private Decision.Refused? OnDecision() => Follow(_message.Request switch
    {
        Request.TakeOver take => Customer.TakeOver(take.Record, Today, Playbook.Policies),
        Request.ConfirmGroupRoot => Customer.ConfirmGroupRoot(),
        Request.ReviewTier review when Customer.Details is not null => ReviewTier(review),
        Request.ReviewTier => Decision.Refuse("customer-unknown", $"Nobody has registered a customer {Customer.Id}."),
        Request.OpenPlan => OpenPlan(),
        Request.SubmitArtefact submit => Customer.Submit(submit.Artefact, Today, Playbook.Policies.Planning),
        Request.AdvancePlan advance => Customer.AdvancePlan(advance.Stage, () => Gate(advance.Stage), Today),
        Request.Watch => Decision.Record(),
        Request.HoldPromotion held => Customer.HoldPromotion(held.Places),
        Request.Do asked => Customer.Take(asked.Command, Occasion()),
        _ => throw new System.Diagnostics.UnreachableException($"Unknown request {_message.Request.Kind}"),
    });

    // What a plan was made for may be otherwise now, or it may stand in the way of the plan that the tier asks for.
    private void FollowWithPlan()
    {
        if (Customer.Plan is not null && !Customer.HasPlanGroundOf(_before.Customer))
        {
            Hear(((Decision.Recorded)Customer.FollowWithPlan()).Events);
        }

        // A page that has ended makes room for the plan of the tier that the customer has risen to.
        var moved = _events.Any(happened => happened is TierChanged)
            || (_events.Any(happened => happened is StagesCompleted { Process: null }) && Customer.Plan?.Form != Customer.Standing.Tier);
        if (moved || _message.Request is Request.ReviewTier)
        {
            OpenPlanOfTier(moved);
        }
    }

    // A customer that holds a tier with a plan has one (METHOD A0); a plan that people gave up stays so until the tier changes.
    private void OpenPlanOfTier(bool moved)
    {
        if ((Customer.Plan is null or { Ended: PlanStatus.Closed } || (moved && Customer.Plan.Ended is not null))
            && Playbook.Policies.Planning.OpensByItself.Contains(Customer.Standing.Tier)
            && OpenPlan() is Decision.Recorded opened)
        {
            Hear(opened.Events);
        }
    }

    // Facts that changed are looked at in the turn that changed them; what only time changes, by the timer and the sweep. Of what
    // is told afterwards nobody is warned as of that day: the next look is as of its own.
    private void Watch()
    {
        if (_message.On is not null)
        {
            return;
        }

        if (_message.Request is Request.Watch or Request.TimerDue { Name: CustomerTimer.EscalationDue })
        {
            Hear(((Decision.Recorded)Customer.Watch(Occasion())).Events);
        }
        else if (!Customer.IsWatchedAs(_before.Customer))
        {
            Hear(((Decision.Recorded)Customer.WatchSince(_before.Customer, Occasion())).Events);
        }
    }

    private Decision.Refused? Follow(Decision decision)
    {
        if (decision is Decision.Refused refused)
        {
            return refused;
        }

        Hear(((Decision.Recorded)decision).Events);

        if (_message.Request is Request.ReviewTier)
        {
            Hear(((Decision.Recorded)Customer.AskAfterReview(Occasion())).Events);
        }

        return null;
    }

    private void Hear(IReadOnlyList<CustomerEvent> events)
    {
        foreach (var happened in events)
        {
            Happened(happened);
        }

        while (_unheard.TryDequeue(out var happened))
        {
            _workflows.Hear(happened);
        }
    }

    private Decision.Refused? OnTimer(string name)
    {
        if (name.StartsWith(TurnTimers.BookmarkPrefix, StringComparison.Ordinal))
        {
            _workflows.Wake(name[TurnTimers.BookmarkPrefix.Length..]);
            Hear([]);
            return null;
        }

        if (name.StartsWith(TurnTimers.ClockPrefix, StringComparison.Ordinal))
        {
            _clock.Strike(name);
            Hear([]);
            return null;
        }

        return Follow(Customer.Details is null ? Decision.Record() : Customer.TimeCame(name, Occasion()));
    }

    // What we count ourselves stands in the journal before the review that hangs on it.
    private Decision ReviewTier(Request.ReviewTier review)
    {
        Hear(((Decision.Recorded)Customer.CountOwnFigures(review.Period, Occasion())).Events);
        var (period, vendor) = (review.Period, review.Vendor);
        var predicates = TierPredicates.Of(Customer, period, Playbook.Calendars.Of(Customer.Details!.Country));
        return Customer.ReviewTier(
            Playbook.Tiering.On(period.EndsOn).Review(Customer, period, vendor, predicates),
            new ReviewInputs(vendor, [.. predicates.Order(StringComparer.Ordinal)]),
            [.. Playbook.Tiering.Shadows.Select(shadow => shadow.Review(Customer, period, vendor, predicates))]);
    }

    private Decision OpenPlan() =>
        Customer.OpenPlan($"{Customer.Id}-plan-{_before.Version + 1}", Today, Playbook.Policies.Planning);

    private GateResult Gate(string stage) => Playbook.Gates.On(Today).Judge(
        stage, PlanFacts.Of(Customer, Customer.Plan!, Today, Playbook.Policies.Planning));

    public Occasion Occasion() => OccasionOf(_before with { Customer = Customer }, _message.Actor, Playbook, _now);

    /// <summary>What a decision in the customer's next turn may hang on.</summary>
    internal static Occasion OccasionOf(CustomerState before, string actor, Playbook playbook, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        playbook = playbook.On(today);
        return new Occasion(
            actor,
            now,
            before.Version + 1,
            playbook.Calendars.Of(before.Customer.Details?.Country ?? ""),
            playbook.Policies,
            playbook.Gates.On(today),
            playbook.Escalations.On(today));
    }

    // A clock goes on all the same: its timer is over with this turn, and nobody would set it again.
    private TakenTurn GiveUp(Decision.Refused refused)
    {
        if (_message.Request is not Request.TimerDue timer)
        {
            return Refuse(refused);
        }

        _clock.PassOver(timer.Name, refused.Sentence);
        return _events is [] ? Refuse(refused) : Close();
    }

    private TakenTurn Refuse(Decision.Refused refused)
    {
        var answer = new Answer.Refused(refused.Code, refused.Sentence, [.. refused.Missing]) { Gate = refused.Gate };
        return Taken(answer, _before with
        {
            Version = _before.Version + 1,
            TurnsSinceSnapshot = _before.TurnsSinceSnapshot + 1,
        });
    }

    private TakenTurn Close()
    {
        var snapshot = _before.TurnsSinceSnapshot + 1 >= TurnsBetweenSnapshots;
        return Taken(
            new Answer.Done(_before.Version + 1, [.. _events.Select(happened => happened.Sentence)]) { Instance = _requests.Started },
            new CustomerState(
                Customer, _before.Version + 1, snapshot ? 0 : _before.TurnsSinceSnapshot + 1, _workflows.AtRest));
    }

    private TakenTurn Taken(Answer answer, CustomerState after)
    {
        var events = answer is Answer.Refused ? [] : _events;
        var commit = new TurnCommit(
            Customer.Id,
            after.Version,
            _told,
            _message.Actor,
            _message.Id,
            _message.Request.Kind,
            TurnJson.Write(answer),
            events is [] ? "[]" : TurnJson.Write<IReadOnlyList<CustomerEvent>>(events))
        {
            Snapshot = after.TurnsSinceSnapshot == 0 ? TurnJson.Write(after.Customer) : null,
            OutboxRemoved = _message.Request is Request.HttpAnswered answered ? [answered.RequestId] : [],
            Shadowed = _message.Request is Request.ReviewTier ? [.. events.OfType<TierShadowed>()] : [],
        };
        commit = TurnTimers.Write(commit, _before, after, Playbook.Policies, (_message.Request as Request.TimerDue)?.Name);
        commit = TurnLists.Write(commit, _before.Customer, after.Customer);
        return new TakenTurn(answer, after, answer is Answer.Refused ? commit : _workflows.Write(commit));
    }
}

/// <summary>Events wake each other without end.</summary>
internal sealed class RunawayTurnException : Exception;
