using System.Text.Json;
using System.Text.Json.Nodes;
using Planning.Flows.Activities;
using Planning.Flows.Expressions;
using Planning.Flows.Instances;
using Planning.Flows.Runtime;

namespace Planning.Flows.Elsa;

/// <summary>What the activities that start other workflows have in common.</summary>
internal static class Children
{
    public const string ChildInstanceId = "childInstanceId";

    private const string ParentInstanceId = "ParentInstanceId";

    public static InputDescriptor[] Inputs { get; } =
    [
        new("WorkflowDefinitionId", "String")
        {
            DisplayName = "Workflow Definition",
            UiHint = "workflow-definition-picker",
            Required = true,
        },
        new("CorrelationId", "String") { DisplayName = "Correlation ID" },
        new("Input", "ObjectDictionary") { Description = "The input of the workflow.", UiHint = "dictionary" },
    ];

    public static InputDescriptor Waits(bool usually) => new("WaitForCompletion", "Boolean")
    {
        DisplayName = "Wait for completion",
        UiHint = "checkbox",
        DefaultValue = usually,
    };

    /// <param name="item">Input of this one child; wins over what the author gave to all of them.</param>
    public static WorkflowStart StartOf(
        ActivityContext context, bool waits, string? correlationId, IEnumerable<KeyValuePair<string, object?>> item)
    {
        var input = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in Members(context.Input<object>("Input")))
        {
            input[name] = value;
        }

        input[ParentInstanceId] = context.InstanceId;
        foreach (var (name, value) in item)
        {
            input[name] = value;
        }

        return new WorkflowStart(
            context.Input<string>("WorkflowDefinitionId")!, input, correlationId, context.NextId(),
            Parent: new ParentActivity(context.InstanceId, waits ? context.Id : null));
    }

    public static IEnumerable<KeyValuePair<string, object?>> Members(object? value) =>
        value is JsonElement { ValueKind: JsonValueKind.Object } members
            ? members.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Values.FromJson(member.Value)))
            : [];

    public static void AwaitChild(ActivityContext context, string childId) => context.CreateBookmark(
        context.Node.Descriptor.TypeName, new JsonObject { [ChildInstanceId] = childId });

    /// <summary>Whether the bookmark waits for the end of that child.</summary>
    public static bool Wakes(Bookmark bookmark, string activityInstanceId, string childId) =>
        bookmark.ActivityInstanceId == activityInstanceId
        && (!bookmark.Data.TryGetProperty(ChildInstanceId, out var awaited) || awaited.ValueEquals(childId));

    /// <summary>What a parent is told when its child is over; also the record that ExecuteWorkflow gives as its result.</summary>
    public static Dictionary<string, object?> InputOf(WorkflowState child) => new(StringComparer.Ordinal)
    {
        ["WorkflowDefinitionVersionId"] = child.DefinitionVersionId,
        ["WorkflowInstanceId"] = child.Id,
        ["CorrelationId"] = child.CorrelationId,
        ["Status"] = child.Status.ToString(),
        ["SubStatus"] = child.SubStatus.ToString(),
        ["Output"] = OutputOf(child),
    };

    private static JsonObject OutputOf(WorkflowState child) =>
        new(child.Output.Select(output => KeyValuePair.Create(output.Key, Values.ToNode(output.Value))));
}

/// <summary>Runs another workflow here and now, until it waits or is over.</summary>
internal sealed class ExecuteWorkflow : IActivity
{
    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.ExecuteWorkflow",
        DisplayName = "Execute workflow",
        Category = "Composition",
        Description = "Runs another workflow until it waits or is over, and may wait for its end.",
        Kind = ActivityKind.Task,
        Inputs = [.. Children.Inputs, Children.Waits(usually: false)],
        Outputs = [new OutputDescriptor("Result")],
    };

    public void Execute(ActivityContext context)
    {
        var waits = context.Input<bool>("WaitForCompletion");
        var child = context.RunChild(Children.StartOf(context, waits, context.Input<string>("CorrelationId"), []));
        if (waits && child.Status is WorkflowStatus.Running)
        {
            Children.AwaitChild(context, child.Id);
            return;
        }

        context.SetOutput("Result", Children.InputOf(child));
        context.Complete();
    }

    public void Resume(ActivityContext context, Resumption resumption)
    {
        context.SetOutput("Result", resumption.Input.ToDictionary());
        context.Complete();
    }
}

/// <summary>Starts another workflow once this instance waits or is over.</summary>
internal sealed class DispatchWorkflow : IActivity
{
    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.DispatchWorkflow",
        DisplayName = "Dispatch workflow",
        Category = "Composition",
        Description = "Starts another workflow, and may wait for its end.",
        Inputs =
        [
            .. Children.Inputs, Children.Waits(usually: false), .. OfElsaOnly,
        ],
        Outputs = [new OutputDescriptor("Result")],
    };

    // A turn has neither traces nor channels; the inputs are kept for the files that fill them in.
    internal static InputDescriptor[] OfElsaOnly =>
    [
        new("StartNewTrace", "Boolean") { DisplayName = "Start new trace", Category = "Open Telemetry", UiHint = "checkbox" },
        new("ChannelName", "String") { DisplayName = "Channel", IsBrowsable = false },
    ];

    public void Execute(ActivityContext context)
    {
        var waits = context.Input<bool>("WaitForCompletion");
        var start = Children.StartOf(context, waits, context.Input<string>("CorrelationId"), []);
        context.DispatchChild(start);
        if (waits)
        {
            Children.AwaitChild(context, start.InstanceId!);
        }
        else
        {
            context.Complete();
        }
    }

    public void Resume(ActivityContext context, Resumption resumption)
    {
        context.SetOutput("Result", resumption.Input["Output"]);
        context.Complete();
    }
}
