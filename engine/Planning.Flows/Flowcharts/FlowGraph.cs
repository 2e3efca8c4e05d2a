using System.Collections.Frozen;
using Planning.Flows.Definitions;

namespace Planning.Flows.Flowcharts;

/// <param name="Port">The outcome of the source that the connection follows.</param>
internal sealed record Connection(Node Source, string Port, Node Target);

/// <summary>The connections of a flowchart as seen from the activity that it begins with.</summary>
/// <remarks>
/// Breadth first from the start, a connection leads forward unless its target already leads to its source; the others
/// are loops. What the start does not reach is never forward (contract §12.2).
/// </remarks>
internal sealed class FlowGraph
{
    private readonly FrozenDictionary<Node, Connection[]> _outbound;
    private readonly FrozenDictionary<Node, Connection[]> _inbound;
    private readonly FrozenDictionary<Node, Connection[]> _forwardInbound;
    private readonly FrozenSet<Connection> _forward;
    private readonly FrozenSet<Connection> _unsoundLoops;

    public FlowGraph(Node start, IReadOnlyList<Connection> connections)
    {
        Start = start;
        _outbound = Group(connections, connection => connection.Source);
        _inbound = Group(connections, connection => connection.Target);
        var forward = Forward(start);
        _forward = forward.ToFrozenSet();
        _forwardInbound = Group(forward, connection => connection.Target);
        _unsoundLoops = connections.Where(connection => !_forward.Contains(connection) && CanAvoid(connection)).ToFrozenSet();
        JoinsOfAllActive = [.. _inbound.Keys.Where(node => node.Merge == MergeMode.WaitAllActive)
            .OrderBy(node => node.NodeId, StringComparer.Ordinal)];
    }

    public Node Start { get; }

    /// <summary>The joins that wait until nothing can arrive any more.</summary>
    internal IReadOnlyList<Node> JoinsOfAllActive { get; }

    public IReadOnlyList<Connection> Outbound(Node node) => _outbound.GetValueOrDefault(node, []);

    public IReadOnlyList<Connection> Inbound(Node node) => _inbound.GetValueOrDefault(node, []);

    public IReadOnlyList<Connection> ForwardInbound(Node node) => _forwardInbound.GetValueOrDefault(node, []);

    public bool IsForward(Connection connection) => _forward.Contains(connection);

    /// <summary>Whether every way from the start to where the loop turns back leads by where it turns back to.</summary>
    public bool IsSoundLoop(Connection connection) => !_unsoundLoops.Contains(connection);

    /// <summary>Everything that leads forward to the node, without the node itself.</summary>
    public HashSet<Node> Ancestors(Node node)
    {
        var found = new HashSet<Node>();
        var open = new Stack<Node>([node]);
        while (open.TryPop(out var current))
        {
            foreach (var connection in ForwardInbound(current))
            {
                if (found.Add(connection.Source))
                {
                    open.Push(connection.Source);
                }
            }
        }

        return found;
    }

    private static FrozenDictionary<Node, Connection[]> Group(
        IEnumerable<Connection> connections, Func<Connection, Node> end) =>
        connections.GroupBy(end).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    private bool CanAvoid(Connection loop)
    {
        if (loop.Target == Start || loop.Source == loop.Target)
        {
            return false;
        }

        var seen = new HashSet<Node> { loop.Source };
        var open = new Stack<Node>([loop.Source]);
        while (open.TryPop(out var node))
        {
            if (node == Start)
            {
                return true;
            }

            foreach (var inbound in ForwardInbound(node))
            {
                if (inbound.Source != loop.Target && seen.Add(inbound.Source))
                {
                    open.Push(inbound.Source);
                }
            }
        }

        return false;
    }

    private List<Connection> Forward(Node start)
    {
        var forward = new List<Connection>();
        var next = new Dictionary<Node, List<Node>>();
        var seen = new HashSet<Node> { start };
        var open = new Queue<Node>([start]);
        while (open.TryDequeue(out var node))
        {
            foreach (var connection in Outbound(node))
            {
                if (!Leads(connection.Target, connection.Source, next))
                {
                    forward.Add(connection);
                    if (!next.TryGetValue(node, out var targets))
                    {
                        next[node] = targets = [];
                    }

                    targets.Add(connection.Target);
                }

                if (seen.Add(connection.Target))
                {
                    open.Enqueue(connection.Target);
                }
            }
        }

        return forward;
    }

    private static bool Leads(Node from, Node to, Dictionary<Node, List<Node>> next)
    {
        var seen = new HashSet<Node> { from };
        var open = new Stack<Node>([from]);
        while (open.TryPop(out var node))
        {
            if (node == to)
            {
                return true;
            }

            foreach (var target in next.GetValueOrDefault(node, []))
            {
                if (seen.Add(target))
                {
                    open.Push(target);
                }
            }
        }

        return false;
    }
}
