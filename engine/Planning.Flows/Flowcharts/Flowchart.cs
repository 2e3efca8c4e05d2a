using Planning.Flows.Activities;
using Planning.Flows.Definitions;

namespace Planning.Flows.Flowcharts;

/// <summary>Activities that lead to one another by connections.</summary>
internal sealed class Flowchart : IContainerActivity, IStructuredActivity
{
    private const string StartedAt = "start";

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

        context.Schedule(graph.Start);
    }

    public void Resume(ActivityContext context, Resumption resumption) { }

    public void ChildStarting(ActivityContext context, ActivityContext child)
    {
        if (child.Node.Merge == MergeMode.Race)
        {
            FlowOf(context).CancelBefore(child.Node);
        }
    }

    public void ChildCompleted(ActivityContext context, ChildCompletion completion) =>
        FlowOf(context).Advance(completion.Child.Node, completion.Outcomes);

    private static TokenFlow FlowOf(ActivityContext context)
    {
        var structure = (FlowchartStructure)context.Node.Structure!;
        return new TokenFlow(context, structure.GraphFor(context.Properties.Get<string>(StartedAt))!);
    }
}
