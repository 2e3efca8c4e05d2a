using System.Text.Json.Nodes;
using Planning.Flows.Activities;
using Planning.Flows.Definitions;

namespace Planning.Flows.Flowcharts;

/// <summary>A flowchart's connections, and where it may begin.</summary>
internal sealed class FlowchartStructure
{
    private readonly Dictionary<string, FlowGraph> _byStart = new(StringComparer.Ordinal);
    private readonly FlowGraph? _usual;

    private FlowchartStructure(Node? start, IReadOnlyList<Node> triggers, IReadOnlyList<Connection> connections)
    {
        _usual = start is null ? null : new FlowGraph(start, connections);
        foreach (var trigger in triggers.Where(trigger => trigger != start))
        {
            _byStart[trigger.Id] = new FlowGraph(trigger, connections);
        }
    }

    /// <param name="activityId">The trigger that started the instance; anything else means the usual start.</param>
    /// <returns>Null when the flowchart has no activities.</returns>
    public FlowGraph? GraphFor(string? activityId) =>
        activityId is not null && _byStart.TryGetValue(activityId, out var graph) ? graph : _usual;

    internal static FlowchartStructure Read(StructureReading reading)
    {
        var connections = new OrderedDictionary<Connection, bool>();
        var children = reading.Node.Children.DistinctBy(child => child.Id)
            .ToDictionary(child => child.Id, StringComparer.Ordinal);
        foreach (var (json, path) in reading.Items("connections"))
        {
            if (ReadConnection(reading, children, json, path) is { } connection)
            {
                connections.TryAdd(connection, true); // Drawn twice, it is still one connection.
            }
        }

        var triggers = reading.Node.Children.Where(child => child.Descriptor.Kind == ActivityKind.Trigger);
        return new FlowchartStructure(StartOf(reading, [.. connections.Keys]), [.. triggers], [.. connections.Keys]);
    }

    private static Connection? ReadConnection(
        StructureReading reading, Dictionary<string, Node> children, JsonNode? json, string path)
    {
        var source = ReadEnd(reading, children, json, path, "source", "sourcePort", "Done");
        var target = ReadEnd(reading, children, json, path, "target", "targetPort", "In");
        if (source is not var (from, port) || target is not var (to, _))
        {
            return null;
        }

        if (Ports.Of(from) is { } ports && !ports.Contains(port))
        {
            reading.Report(Codes.UnknownPort, $"{path}.source.port",
                $"{from.Descriptor.DisplayName} \"{from.Id}\" has no outcome \"{port}\". Connect one of: {string.Join(", ", ports)}.");
        }

        return new Connection(from, port, to);
    }

    private static (Node Node, string Port)? ReadEnd(
        StructureReading reading, Dictionary<string, Node> children, JsonNode? json, string path, string end,
        string legacyPort, string usualPort)
    {
        var place = json.Member(end);
        var id = place is JsonObject ? place.Text("activity") : place.AsText();
        var port = (place is JsonObject ? place.Text("port") : json.Text(legacyPort)) ?? usualPort;
        if (id is null || !children.TryGetValue(id, out var node))
        {
            // What stands there but could not be read has been told already.
            if (!reading.Items("activities").Any(one => one.Json.Text("id") == id))
            {
                reading.Report(Codes.DanglingConnection, $"{path}.{end}",
                    $"The connection's {end} \"{id}\" is not an activity of this flowchart. "
                    + "Reconnect it or delete the connection.");
            }

            return null;
        }

        return (node, port);
    }

    // The order of contract §12.1. Elsa forgets an explicit start when it reads JSON; we honour it (contract §25).
    private static Node? StartOf(StructureReading reading, List<Connection> connections)
    {
        var children = reading.Node.Children;
        var start = reading.Json.Member("start");
        var explicitId = start is JsonObject ? start.Text("id") : start.AsText();
        return children.FirstOrDefault(child => explicitId is not null && child.Id == explicitId)
            ?? children.FirstOrDefault(child => child.Descriptor.IsStart)
            ?? children.FirstOrDefault(child => child.CanStartWorkflow)
            ?? children.FirstOrDefault(child => connections.TrueForAll(connection => connection.Target != child))
            ?? (children.Count > 0 ? children[0] : null);
    }
}
