using System.Text.Json;
using System.Text.Json.Nodes;
using Planning.Flows.Activities;
using Planning.Flows.Instances;

namespace Planning.Flows.Elsa;

/// <summary>Starts another workflow once for each item of a list, and may wait for the end of all of them.</summary>
internal sealed class BulkDispatchWorkflows : IContainerActivity
{
    private const string Dispatched = "dispatched";
    private const string Over = "over";

    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.BulkDispatchWorkflows",
        DisplayName = "Bulk dispatch workflows",
        Category = "Composition",
        Description = "Starts another workflow once for each item of a list.",
        Kind = ActivityKind.Task,
        Inputs =
        [
            .. Children.Inputs.Where(input => input.Name != "CorrelationId"),
            new InputDescriptor(Items.Input),
            new InputDescriptor("DefaultItemInputKey", "String") { DisplayName = "Item input", DefaultValue = "Item" },
            new InputDescriptor("CorrelationIdFunction", "String") { DisplayName = "Correlation ID function", AutoEvaluate = false },
            Children.Waits(usually: true), .. DispatchWorkflow.OfElsaOnly,
        ],
        Ports =
        [
            new PortDescriptor("ChildCompleted", PortKind.Embedded), new PortDescriptor("ChildFaulted", PortKind.Embedded),
            new PortDescriptor("Completed"), new PortDescriptor("Canceled"), new PortDescriptor("Done"),
        ],
    };

    public void Execute(ActivityContext context)
    {
        var waits = context.Input<bool>("WaitForCompletion");
        var items = Items.Of(context);
        foreach (var item in items)
        {
            Dispatch(context, item, waits);
        }

        if (waits && items.Count > 0)
        {
            context.Properties[Dispatched] = items.Count;
            AwaitNext(context);
        }
        else
        {
            context.Complete();
        }
    }

    public void Resume(ActivityContext context, Resumption resumption)
    {
        var over = context.Properties.Get<int>(Over) + 1;
        context.Properties[Over] = over;
        if (over < context.Properties.Get<int>(Dispatched))
        {
            AwaitNext(context);
        }

        var child = resumption.Input;
        var follow = child.Get<string>("SubStatus") switch
        {
            nameof(WorkflowSubStatus.Faulted) => context.Node.Port("ChildFaulted"),
            nameof(WorkflowSubStatus.Finished) => context.Node.Port("ChildCompleted"),
            _ => null,
        };
        if (follow is not null)
        {
            context.Schedule(follow, variables:
            [
                new VariableState("ChildInstanceId", "ChildInstanceId", child["WorkflowInstanceId"]),
                new VariableState("WorkflowOutput", "WorkflowOutput", child["Output"]),
            ]);
        }

        CompleteWhenAllAreOver(context);
    }

    public void ChildCompleted(ActivityContext context, ChildCompletion completion) => CompleteWhenAllAreOver(context);

    private static void CompleteWhenAllAreOver(ActivityContext context)
    {
        if (context.Properties.Get<int>(Over) >= context.Properties.Get<int>(Dispatched) && !context.HasWorkInside)
        {
            context.Complete("Completed", "Done");
        }
    }

    private static void AwaitNext(ActivityContext context) => context.CreateBookmark(
        context.Node.Descriptor.TypeName, new JsonObject { ["parentInstanceId"] = context.InstanceId });

    private static void Dispatch(ActivityContext context, object? item, bool waits)
    {
        var key = context.Input<string>("DefaultItemInputKey") is { Length: > 0 } name ? name : "Item";
        context.Variables.Add(new Variable(key, key, item));
        var correlation = context.Evaluate<string>("CorrelationIdFunction");
        context.Variables.RemoveAt(context.Variables.Count - 1);
        context.DispatchChild(Children.StartOf(
            context, waits, correlation,
            item is JsonElement { ValueKind: JsonValueKind.Object } ? Children.Members(item) : [KeyValuePair.Create(key, item)]));
    }
}
