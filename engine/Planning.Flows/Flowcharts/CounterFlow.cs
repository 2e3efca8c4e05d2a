using Planning.Flows.Activities;
using Planning.Flows.Definitions;

namespace Planning.Flows.Flowcharts;

/// <summary>Moves one flowchart on after an activity in it has completed, by counting visits (contract §12.4).</summary>
/// <remarks>
/// A branch that is not taken is passed over: its connections are visited but not followed, so that what waits further
/// down knows that nothing will come.
/// </remarks>
internal sealed class CounterFlow(ActivityContext flowchart, FlowGraph graph)
{
    /// <summary>The tag of an execution that a loop came back to; it does not count as another visit.</summary>
    private const string CameBack = "back";

    private readonly FlowVisits _visits = flowchart.Visits ??= new FlowVisits();

    public void Advance(ActivityContext completed, IReadOnlyList<string> outcomes)
    {
        if (completed.Tag != CameBack)
        {
            _visits.Count(completed.Node);
        }

        if (!Leave(completed.Node, outcomes) && !flowchart.HasWorkInside)
        {
            flowchart.Complete();
        }
    }

    /// <summary>An activity is over and leads nowhere.</summary>
    public void Skip(Node canceled)
    {
        if (!PassOver(canceled) && !flowchart.HasWorkInside)
        {
            flowchart.Complete();
        }
    }

    /// <summary>The wait for any branch is over: whatever still runs before the join is cancelled.</summary>
    public void CancelBefore(Node join)
    {
        var ancestors = graph.Ancestors(join);
        foreach (var child in flowchart.Children.Where(child => ancestors.Contains(child.Node)).ToList())
        {
            child.Cancel();
            PassOver(child.Node);
        }
    }

    private bool PassOver(Node node)
    {
        _visits.Count(node);
        return Leave(node, []);
    }

    /// <returns>True when something was scheduled.</returns>
    private bool Leave(Node node, IReadOnlyList<string> outcomes)
    {
        var hasScheduled = false;
        var departures = new Stack<Departure>([new Departure(graph.Outbound(node), outcomes)]);
        while (departures.TryPeek(out var departure))
        {
            if (departure.Next() is not { } connection)
            {
                departures.Pop();
                continue;
            }

            var isFollowed = departure.Outcomes.Contains(connection.Port);
            _visits.Count(connection, isFollowed);
            switch (Arrive(connection, isFollowed))
            {
                case Arrival.Begins:
                    hasScheduled = true;
                    break;
                case Arrival.IsPassedOver:
                    _visits.Count(connection.Target);
                    departures.Push(new Departure(graph.Outbound(connection.Target), []));
                    break;
                case Arrival.Waits:
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }

        return hasScheduled;
    }

    private Arrival Arrive(Connection connection, bool isFollowed)
    {
        if (!graph.IsForward(connection))
        {
            return isFollowed ? ComeBack(connection) : Arrival.Waits;
        }

        var target = connection.Target;
        var inbound = graph.ForwardInbound(target);
        return target.Merge switch
        {
            MergeMode.Race when target.Activity is Elsa.FlowJoin => ArriveFirst(connection, inbound),
            MergeMode.Merge when target.Activity is Elsa.FlowJoin => ArriveAll(target, inbound, everyOne: true),
            _ => ArriveAll(target, inbound, everyOne: false),
        };
    }

    private Arrival ComeBack(Connection connection)
    {
        if (!graph.IsSoundLoop(connection))
        {
            throw new InvalidOperationException(
                $"Invalid backward connection: Every path from the source ('{connection.Source.Id}') must go through the "
                + $"target ('{connection.Target.Id}') when tracing back to the start.");
        }

        flowchart.Schedule(connection.Target, tag: CameBack);
        return Arrival.Begins;
    }

    private Arrival ArriveAll(Node target, IReadOnlyList<Connection> inbound, bool everyOne)
    {
        var served = _visits.To(target);
        if (inbound.Min(_visits.To) <= served)
        {
            return Arrival.Waits;
        }

        return IsFollowed(inbound, everyOne) ? Begin(target) : Arrival.IsPassedOver;
    }

    private Arrival ArriveFirst(Connection connection, IReadOnlyList<Connection> inbound)
    {
        var target = connection.Target;
        if (_visits.To(connection) <= _visits.To(target) || flowchart.IsUnderway(target))
        {
            return Arrival.Waits;
        }

        if (inbound.Max(_visits.To) > _visits.To(target) && IsFollowed(inbound, everyOne: false))
        {
            Begin(target);
            CancelBefore(target);
            return Arrival.Begins;
        }

        return inbound.Min(_visits.To) > _visits.To(target) ? Arrival.IsPassedOver : Arrival.Waits;
    }

    // Only the connections of the newest round count.
    private bool IsFollowed(IReadOnlyList<Connection> inbound, bool everyOne)
    {
        var newest = inbound.Max(_visits.To);
        return everyOne
            ? inbound.All(connection => _visits.To(connection) == newest && _visits.WasFollowed(connection))
            : inbound.Any(connection => _visits.To(connection) == newest && _visits.WasFollowed(connection));
    }

    private Arrival Begin(Node target)
    {
        flowchart.Schedule(target);
        return Arrival.Begins;
    }

    private enum Arrival
    {
        Waits,
        Begins,
        IsPassedOver,
    }

    private sealed class Departure(IReadOnlyList<Connection> connections, IReadOnlyList<string> outcomes)
    {
        private int _next;

        public IReadOnlyList<string> Outcomes => outcomes;

        public Connection? Next() => _next < connections.Count ? connections[_next++] : null;
    }
}
