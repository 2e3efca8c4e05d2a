using Planning.Flows.Activities;
using Planning.Flows.Definitions;

namespace Planning.Flows.Flowcharts;

/// <summary>Moves one flowchart on after an activity in it has completed, by tokens (contract §12.5).</summary>
internal sealed class TokenFlow(ActivityContext flowchart, FlowGraph graph)
{
    public void Advance(Node completed, IReadOnlyList<string> outcomes)
    {
        Consume(completed); // Before anything is sent out, so that a loop onto itself keeps its own token.
        var followed = Followed(completed, outcomes);
        foreach (var connection in followed)
        {
            Arrive(connection, followed);
        }

        ReleaseJoinsThatWaitForNothing();
        CompleteIfNothingIsLeft();
    }

    /// <summary>An activity is over and leads nowhere.</summary>
    public void Skip(Node canceled)
    {
        Consume(canceled);
        ReleaseJoinsThatWaitForNothing();
        CompleteIfNothingIsLeft();
    }

    /// <summary>The race to an activity is over: whatever still runs before it is cancelled.</summary>
    public void CancelBefore(Node target)
    {
        var ancestors = graph.Ancestors(target);
        foreach (var child in flowchart.Children.Where(child => ancestors.Contains(child.Node)).ToList())
        {
            flowchart.Tokens.RemoveAll(token => token.To == child.Node.Id);
            child.Cancel();
        }

        foreach (var inbound in graph.ForwardInbound(target).Where(inbound => !CanStillArrive(inbound)))
        {
            flowchart.Tokens.RemoveAll(token => token.IsBlocked && IsSamePlace(token, inbound));
        }
    }

    private List<Connection> Followed(Node completed, IReadOnlyList<string> outcomes)
    {
        var followed = new List<Connection>();
        foreach (var connection in graph.Outbound(completed))
        {
            if (outcomes.Contains(connection.Port))
            {
                followed.Add(connection);
                flowchart.Tokens.Add(new FlowToken(completed.Id, connection.Port, connection.Target.Id));
            }
        }

        return followed;
    }

    private void Consume(Node completed) =>
        flowchart.Tokens.RemoveAll(token => !token.IsBlocked && token.To == completed.Id);

    private void Arrive(Connection connection, List<Connection> followed)
    {
        var target = connection.Target;
        switch (target.Merge)
        {
            case MergeMode.Stream:
                if (graph.ForwardInbound(target).All(inbound => !IsExpected(inbound.Source)))
                {
                    Begin(target);
                }

                break;
            case MergeMode.Merge:
                BeginWhenAllArrived(target, graph.ForwardInbound(target));
                break;
            case MergeMode.Converge:
                BeginWhenAllArrived(target, graph.Inbound(target));
                break;
            case MergeMode.Cascade:
                Begin(target);
                break;
            case MergeMode.Race:
                Race(connection, followed);
                break;
            case MergeMode.WaitAllActive:
                break; // Decided for all such joins at once, when every arrival is known.
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private bool IsExpected(Node node)
    {
        foreach (var token in flowchart.Tokens)
        {
            if (!token.IsBlocked && token.To == node.Id)
            {
                return true;
            }
        }

        return false;
    }

    private void BeginWhenAllArrived(Node target, IReadOnlyList<Connection> inbound)
    {
        var tokens = flowchart.Tokens;
        if (inbound.Count <= 1 || inbound.All(connection => tokens.Exists(token => IsOn(token, connection))))
        {
            Begin(target);
        }
    }

    private void Race(Connection connection, List<Connection> followed)
    {
        var held = flowchart.Tokens.FindIndex(token => token.IsBlocked && IsSamePlace(token, connection));
        if (held >= 0)
        {
            flowchart.Tokens.RemoveAt(held);
            flowchart.Tokens.RemoveAll(token => IsOn(token, connection));
            return;
        }

        if (flowchart.IsUnderway(connection.Target))
        {
            return;
        }

        CancelBefore(connection.Target);
        Begin(connection.Target);
        foreach (var other in graph.ForwardInbound(connection.Target))
        {
            if (other != connection && !followed.Contains(other) && CanStillArrive(other))
            {
                flowchart.Tokens.Add(new FlowToken(other.Source.Id, other.Port, other.Target.Id, IsBlocked: true));
            }
        }
    }

    private bool CanStillArrive(Connection connection)
    {
        var upstream = graph.Ancestors(connection.Source);
        upstream.Add(connection.Source);
        return upstream.Any(IsExpected) || upstream.Any(flowchart.IsUnderway);
    }

    private void ReleaseJoinsThatWaitForNothing()
    {
        foreach (var target in graph.JoinsOfAllActive)
        {
            if (IsExpected(target) && !flowchart.IsUnderway(target) && !CanMoreArrive(target))
            {
                Begin(target);
            }
        }
    }

    private bool CanMoreArrive(Node target)
    {
        var ancestors = graph.Ancestors(target);
        return ancestors.Any(IsExpected) || ancestors.Any(flowchart.IsUnderway);
    }

    private void Begin(Node target) => flowchart.Schedule(target);

    private void CompleteIfNothingIsLeft()
    {
        if (!flowchart.HasWorkInside && flowchart.Tokens.TrueForAll(token => token.IsBlocked))
        {
            flowchart.Complete();
        }
    }

    private static bool IsOn(FlowToken token, Connection connection) =>
        !token.IsBlocked && IsSamePlace(token, connection);

    private static bool IsSamePlace(FlowToken token, Connection connection) =>
        token.From == connection.Source.Id && token.Outcome == connection.Port && token.To == connection.Target.Id;
}
