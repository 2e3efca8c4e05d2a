using Planning.Flows.Activities;
using Planning.Flows.Definitions;
using Planning.Flows.Elsa;

namespace Planning.Flows.Flowcharts;

/// <summary>Activities that lead to one another by connections.</summary>
internal sealed class Flowchart : IContainerActivity, IStructuredActivity
{
    private const string StartedAt = "start";
    private const string Mode = "mode";

    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.Flowchart",
        Category = "Flow",
        Description = "Activities that lead to one another by connections.",
        IsContainer = true,
        HasVariables = true,
        IsBrowsable = false,
        Ports = [new PortDescriptor("Start", PortKind.Embedded) { IsBrowsable = false }],
    };

    public object ReadStructure(StructureReading reading) => FlowchartStructure.Read(reading);

    public void Execute(ActivityContext context)
    {
        var structure = (FlowchartStructure)context.Node.Structure!;
        var trigger = context.Run.TriggerActivityId;
        if (structure.GraphFor(trigger) is not { } graph)
        {
            context.Complete();
            return;
        }

        if (graph != structure.GraphFor(null))
        {
            context.Properties[StartedAt] = graph.Start.Id;
        }

        // An instance goes on in the mode it began in, whatever the host's default becomes.
        if (context.Run.Environment.FlowchartMode is FlowchartExecutionMode.CounterBased)
        {
            context.Properties[Mode] = FlowchartExecutionMode.CounterBased;
        }

        context.Schedule(graph.Start);
    }

    public void Resume(ActivityContext context, Resumption resumption) { }

    public void ChildStarting(ActivityContext context, ActivityContext child)
    {
        if (child.Node.Merge is not MergeMode.Race)
        {
            return;
        }

        if (!CountsVisits(context))
        {
            new TokenFlow(context, GraphOf(context)).CancelBefore(child.Node);
        }
        else if (child.Node.Activity is FlowJoin)
        {
            new CounterFlow(context, GraphOf(context)).CancelBefore(child.Node);
        }
    }

    public void ChildCompleted(ActivityContext context, ChildCompletion completion)
    {
        if (completion.Child.Node.Descriptor.IsTerminal)
        {
            context.Complete();
        }
        else if (CountsVisits(context))
        {
            new CounterFlow(context, GraphOf(context)).Advance(completion.Child, completion.Outcomes);
        }
        else
        {
            new TokenFlow(context, GraphOf(context)).Advance(completion.Child.Node, completion.Outcomes);
        }
    }

    public void ChildCanceled(ActivityContext context, ActivityContext child)
    {
        if (CountsVisits(context))
        {
            new CounterFlow(context, GraphOf(context)).Skip(child.Node);
        }
        else
        {
            new TokenFlow(context, GraphOf(context)).Skip(child.Node);
        }
    }

    private static bool CountsVisits(ActivityContext context) => context.Properties.Contains(Mode);

    private static FlowGraph GraphOf(ActivityContext context) =>
        ((FlowchartStructure)context.Node.Structure!).GraphFor(context.Properties.Get<string>(StartedAt))!;
}
