using Planning.Flows.Activities;
using Planning.Flows.Definitions;
using Planning.Flows.Expressions;

namespace Planning.Flows.Flowcharts;

/// <summary>The outcomes that a connection can be drawn from.</summary>
internal static class Ports
{
    /// <returns>Null when they are only known while the workflow runs.</returns>
    public static IReadOnlyList<string>? Of(Node node)
    {
        var ports = node.Descriptor.Ports
            .Where(port => port.Kind == PortKind.Flow)
            .Select(port => port.Name)
            .ToList();
        foreach (var input in node.Inputs.Where(input => input.Descriptor.GivesOutcomes))
        {
            switch (input.Expression)
            {
                case null:
                    break;
                case Expression.Constant constant:
                    ports.AddRange(Values.As<string[]>(constant.Value) ?? []);
                    break;
                default:
                    return null;
            }
        }

        ports.AddRange((node.Structure as IOutcomes)?.Outcomes.Except(ports) ?? []);
        return ports.Count == 0 ? ["Done"] : ports;
    }
}
