using Planning.Flows.Activities;
using Planning.Flows.Definitions;
using Planning.Flows.Expressions;
using Planning.Flows.Runtime;

namespace Planning.Flows.Instances;

/// <summary>An instance while a burst runs: what a <see cref="WorkflowState"/> holds, opened up to be changed.</summary>
internal sealed class Run
{
    private readonly List<Bookmark> _burned = [];
    private readonly List<Bookmark> _bookmarksBefore = [];
    private readonly List<Incident> _newIncidents = [];
    private readonly List<Incident> _incidents = [];
    private readonly List<ActivityContext> _contexts = [];
    private readonly Queue<WorkItem> _queue = [];
    private long _weight;

    public Run(WorkflowDefinition definition, string instanceId, BurstEnvironment environment, long logSequence = 0)
    {
        Definition = definition;
        InstanceId = instanceId;
        Environment = environment;
        CreatedAt = environment.Now;
        Journal = new Journal(this, logSequence);
        Outputs = new OutputRegister(definition);
    }

    public WorkflowDefinition Definition { get; }

    public string InstanceId { get; }

    public BurstEnvironment Environment { get; }

    public Journal Journal { get; }

    public OutputRegister Outputs { get; }

    public DateTimeOffset CreatedAt { get; set; }

    public WorkflowSubStatus SubStatus { get; set; }

    public string? CorrelationId { get; set; }

    public string? InstanceName { get; set; }

    public string? TriggerActivityId { get; init; }

    public ParentActivity? Parent { get; init; }

    /// <summary>True until the trigger of the instance was executed once: in a loop it waits like any other.</summary>
    public bool TriggerIsPending { get; set; }

    public ValueBag Input { get; init; } = new();

    public ValueBag Output { get; init; } = new();

    public List<Bookmark> Bookmarks { get; } = [];

    public List<string> Lines { get; } = [];

    public List<Effect> Effects { get; } = [];

    /// <summary>The workflow itself, then what is not over yet, in the order it began.</summary>
    public IReadOnlyList<ActivityContext> Contexts => _contexts;

    public IReadOnlyList<Incident> Incidents => _incidents;

    public IReadOnlyList<Incident> NewIncidents => _newIncidents;

    public IReadOnlyCollection<WorkItem> Queue => _queue;

    public IReadOnlyList<Bookmark> Created => Bookmarks is [] ? [] : [.. Bookmarks.Except(_bookmarksBefore)];

    public IReadOnlyList<Bookmark> Burned => _burned is [] ? [] : [.. _burned.Where(_bookmarksBefore.Contains)];

    public static Node Require(WorkflowDefinition definition, string nodeId) => definition.Find(nodeId)
        ?? throw new ArgumentException(
            $"The definition {definition.Id} has no activity {nodeId}; the instance belongs to another version.");

    public void Restore(IEnumerable<Bookmark> bookmarks, IEnumerable<Incident> incidents)
    {
        Bookmarks.AddRange(bookmarks);
        _bookmarksBefore.AddRange(Bookmarks);
        _incidents.AddRange(incidents);
    }

    public void Add(ActivityContext context) => _contexts.Add(context);

    public void Forget(ActivityContext context)
    {
        if (context.Parent is not null)
        {
            _contexts.Remove(context);
        }
    }

    public void Enqueue(WorkItem item) => _queue.Enqueue(item);

    public WorkItem? Dequeue() => _queue.TryDequeue(out var item) ? item : null;

    /// <param name="node">Null for anything that the owner has scheduled.</param>
    public bool IsQueued(ActivityContext owner, Node? node = null)
    {
        foreach (var item in _queue)
        {
            if (item.Owner == owner && (node is null || item.Node == node))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes back what the execution has scheduled and what was to be run of itself.</summary>
    public void Withdraw(ActivityContext owner)
    {
        for (var count = _queue.Count; count > 0; count--)
        {
            var item = _queue.Dequeue();
            if (item.Owner != owner && item.Existing != owner)
            {
                _queue.Enqueue(item);
            }
        }
    }

    public void ClearQueue() => _queue.Clear();

    public void Burn(Bookmark bookmark)
    {
        if (Bookmarks.Remove(bookmark))
        {
            _burned.Add(bookmark);
        }
    }

    public void BurnBookmarksOf(ActivityContext context, Bookmark? except = null)
    {
        for (var i = Bookmarks.Count - 1; i >= 0; i--)
        {
            if (Bookmarks[i].ActivityInstanceId == context.Id && Bookmarks[i] != except)
            {
                _burned.Add(Bookmarks[i]);
                Bookmarks.RemoveAt(i);
            }
        }
    }

    public bool IsWaiting(ActivityContext context)
    {
        foreach (var bookmark in Bookmarks)
        {
            if (bookmark.ActivityInstanceId == context.Id)
            {
                return true;
            }
        }

        return false;
    }

    public void BurnAllBookmarks()
    {
        _burned.AddRange(Bookmarks);
        Bookmarks.Clear();
    }

    /// <summary>Counts what a value weighs before it is given to anything.</summary>
    /// <exception cref="InvalidOperationException">It is too large, or the burst has given away too much.</exception>
    public object? Weigh(string name, object? canonical)
    {
        var size = ValueLimits.SizeOf(canonical);
        if (size > ValueLimits.Largest)
        {
            throw new InvalidOperationException(
                $"The value of \"{name}\" is {size:N0} characters large; {ValueLimits.Largest:N0} is the most. Keep it elsewhere, "
                + "and only what finds it here.");
        }

        _weight += size;
        return _weight <= ValueLimits.MostInBurst ? canonical : throw new InvalidOperationException(
            $"The workflow wrote more than {ValueLimits.MostInBurst:N0} characters without waiting, last to \"{name}\".");
    }

    public void Report(Incident incident)
    {
        _incidents.Add(incident);
        _newIncidents.Add(incident);
    }

    public ActivityContext Begin(WorkItem item)
    {
        var context = new ActivityContext(this, item.Node, item.Owner, Environment.NextId(), Environment.Now)
        {
            Callback = item.Callback,
            Tag = item.Tag,
        };
        Memory.Declare(context, item.Variables);
        Add(context);
        return context;
    }
}
