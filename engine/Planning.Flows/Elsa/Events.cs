using System.Text.Json.Nodes;
using Planning.Flows.Activities;
using Planning.Flows.Expressions;
using Planning.Flows.Runtime;

namespace Planning.Flows.Elsa;

/// <summary>Waits until something of a given name happens. Where the workflow may begin, it begins with that.</summary>
public sealed class Event : IActivity
{
    /// <summary>The bookmark's name; its payload is <c>{"eventName": …}</c>.</summary>
    public const string Stimulus = "Elsa.Event";

    /// <summary>The member of the bookmark's payload that names the event.</summary>
    public const string EventName = "eventName";

    /// <summary>The input of a resumption that carries what came with the event.</summary>
    public const string Payload = "payload";

    internal const string Name = "EventName";

    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.Event",
        Category = "Primitives",
        Description = "Waits until something of a given name happens.",
        Kind = ActivityKind.Trigger,
        Inputs = [new InputDescriptor(Name, "String") { DisplayName = "Event name", Required = true }],
        Outputs = [new OutputDescriptor("Result")],
    };

    public void Execute(ActivityContext context)
    {
        if (context.IsTriggerOfInstance)
        {
            context.SetOutput("Result", context.WorkflowInput(Payload));
            context.Complete();
            return;
        }

        context.CreateBookmark(Stimulus, new JsonObject { [EventName] = context.Input<string>(Name) });
    }

    public void Resume(ActivityContext context, Resumption resumption)
    {
        context.SetOutput("Result", resumption.Input[Payload]);
        context.Complete();
    }
}

/// <summary>Lets others know that something happened; they hear it once this instance waits or is over.</summary>
internal sealed class PublishEvent : IActivity
{
    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.PublishEvent",
        Category = "Primitives",
        Description = "Lets waiting workflows know that something happened.",
        Inputs =
        [
            new InputDescriptor("EventName", "String") { DisplayName = "Event name", Required = true },
            new InputDescriptor("CorrelationId", "String") { DisplayName = "Correlation ID" },
            new InputDescriptor("IsLocalEvent", "Boolean") { DisplayName = "Local event", UiHint = "checkbox" },
            new InputDescriptor("Payload"),
        ],
    };

    public void Execute(ActivityContext context)
    {
        var instance = context.Input<bool>("IsLocalEvent") ? context.InstanceId : null;
        context.Ask(new Effect.EventPublished(new WorkflowEvent(
            context.Input<string>("EventName")!, context.Input<object>("Payload"), context.Input<string>("CorrelationId"), instance)));
        context.Complete();
    }

    public void Resume(ActivityContext context, Resumption resumption) { }
}

/// <summary>Asks somebody outside to do a task, and waits until its completion is reported.</summary>
public sealed class RunTask : IActivity
{
    /// <summary>The bookmark's name; its payload is <c>{"taskId": …, "taskName": …, "payload": …}</c>.</summary>
    public const string Stimulus = "Elsa.RunTask";

    public const string TaskId = "taskId";

    public const string TaskName = "taskName";

    /// <summary>What the author sends with the task; absent when nothing.</summary>
    public const string Payload = "payload";

    /// <summary>The input of a resumption that carries what came of the task.</summary>
    public const string Result = "result";

    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.RunTask",
        DisplayName = "Run task",
        Category = "Primitives",
        Description = "Asks for a task to be done and waits until somebody reports that it is.",
        Inputs =
        [
            new InputDescriptor("TaskName", "String") { DisplayName = "Task name", Required = true },
            new InputDescriptor("Payload", "ObjectDictionary") { UiHint = "dictionary" },
        ],
        Outputs = [new OutputDescriptor("TaskId", "String"), new OutputDescriptor("Result")],
    };

    public void Execute(ActivityContext context)
    {
        var (id, name, payload) = (context.NextId(), context.Input<string>("TaskName")!, context.Input<object>("Payload"));
        var waiting = new JsonObject { [TaskId] = id, [TaskName] = name };
        if (payload is not null)
        {
            waiting[Payload] = Values.ToNode(payload); // So that whoever looks for tasks finds everything in the bookmark.
        }

        context.CreateBookmark(Stimulus, waiting);
        context.SetOutput("TaskId", id);
        context.Ask(new Effect.TaskRequested(context.InstanceId, context.Node.Id, id, name, payload));
    }

    public void Resume(ActivityContext context, Resumption resumption)
    {
        context.SetOutput("Result", resumption.Input[Result]);
        context.Complete();
    }
}
