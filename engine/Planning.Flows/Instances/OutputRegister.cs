using Planning.Flows.Definitions;
using Planning.Flows.Expressions;

namespace Planning.Flows.Instances;

/// <summary>What activities set as their outputs, kept after they have completed.</summary>
internal sealed class OutputRegister(WorkflowDefinition definition)
{
    private readonly OrderedDictionary<Node, ValueBag> _byNode = [];

    public void Load(IReadOnlyList<ActivityOutputs> outputs)
    {
        foreach (var (nodeId, values) in outputs)
        {
            _byNode[Run.Require(definition, nodeId)] = new ValueBag(values);
        }
    }

    /// <summary>What an activity set last as its Result; null when none did.</summary>
    public object? LastResult => _byNode.Values.LastOrDefault(outputs => outputs.Contains("Result"))?["Result"];

    /// <summary>The activity that set something last stands last.</summary>
    public void Set(Node node, string name, object? value)
    {
        if (!_byNode.Remove(node, out var outputs))
        {
            outputs = new ValueBag();
        }

        outputs[name] = value;
        _byNode.Add(node, outputs);
    }

    /// <summary>Looks among the activities of the reader's own container, as Elsa does (contract §25.3).</summary>
    public object? Find(Node reader, string activity, string? output)
    {
        foreach (var (node, values) in _byNode)
        {
            if (node.Parent == reader.Parent && (node.Id == activity || node.Name == activity))
            {
                return output is null ? values.FirstOrDefault().Value : values[output];
            }
        }

        return null;
    }

    /// <summary>What was set last of some outputs in one workflow, in whatever containers they stand; null when none was.</summary>
    public object? LastOf(Node workflow, IReadOnlyList<OutputReference> outputs)
    {
        foreach (var (node, values) in _byNode.Reverse())
        {
            foreach (var (activity, output) in outputs)
            {
                if (node.Id == activity && node.Workflow == workflow && values.Contains(output))
                {
                    return values[output];
                }
            }
        }

        return null;
    }

    public IReadOnlyList<ActivityOutputs> Save() =>
        [.. _byNode.Select(entry => new ActivityOutputs(entry.Key.NodeId, [.. entry.Value]))];
}
