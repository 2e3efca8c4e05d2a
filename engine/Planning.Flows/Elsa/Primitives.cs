using Planning.Flows.Activities;
using Planning.Flows.Definitions;
using Planning.Flows.Expressions;

namespace Planning.Flows.Elsa;

/// <summary>Gives a variable a value.</summary>
internal sealed class SetVariable : IStructuredActivity
{
    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.SetVariable",
        Category = "Primitives",
        Description = "Gives a variable a value.",
        Inputs =
        [
            new InputDescriptor("Variable", "Variable") { UiHint = "variable-picker", IsWrapped = false, Required = true },
            new InputDescriptor("Value"),
        ],
    };

    public object ReadStructure(StructureReading reading) =>
        reading.Json.Member("variable") is { } reference && reading.ReadVariable(reference, $"{reading.Path}.variable") is { } variable
            ? variable
            : new VariableDeclaration("", "", DataType.Any, null); // Reported already; such a definition never runs.

    public void Execute(ActivityContext context) =>
        context.SetVariable((VariableDeclaration)context.Node.Structure!, context.Input<object>("Value"));

    public void Resume(ActivityContext context, Resumption resumption) { }
}

/// <summary>Gives an output of the workflow its value.</summary>
internal sealed class SetOutput : IActivity
{
    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.SetOutput",
        Category = "Composition",
        Description = "Gives an output of the workflow its value.",
        Inputs =
        [
            new InputDescriptor("OutputName", "String") { DisplayName = "Output", UiHint = "output-picker", Required = true },
            new InputDescriptor("OutputValue") { DisplayName = "Value" },
        ],
    };

    public void Execute(ActivityContext context) =>
        context.SetWorkflowOutput(context.Input<string>("OutputName")!, context.Input<object>("OutputValue"));

    public void Resume(ActivityContext context, Resumption resumption) { }
}

/// <summary>Names the instance.</summary>
internal sealed class SetName : IActivity
{
    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.SetName",
        DisplayName = "Set Name",
        Category = "Primitives",
        Description = "Names the workflow instance.",
        Inputs = [new InputDescriptor("Value", "String")],
    };

    public void Execute(ActivityContext context) => context.InstanceName = context.Input<string>("Value");

    public void Resume(ActivityContext context, Resumption resumption) { }
}

/// <summary>Sets what the instance is about, so that events can be told which instances they concern.</summary>
internal sealed class Correlate : IActivity
{
    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.Correlate",
        Category = "Primitives",
        Description = "Sets the correlation id of the workflow instance.",
        Inputs = [new InputDescriptor("CorrelationId", "String") { DisplayName = "Correlation id" }],
    };

    public void Execute(ActivityContext context) => context.CorrelationId = context.Input<string>("CorrelationId");

    public void Resume(ActivityContext context, Resumption resumption) { }
}

/// <summary>Code of whoever wrote a workflow in C#: no file holds it, so nothing is left to do.</summary>
internal sealed class Inline : IActivity
{
    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.Inline",
        Category = "Primitives",
        Description = "Stands where a workflow written in C# has code of its own; does nothing.",
        IsBrowsable = false,
    };

    public void Execute(ActivityContext context) { }

    public void Resume(ActivityContext context, Resumption resumption) { }
}

/// <summary>Writes a line of text to whoever runs the workflow.</summary>
internal sealed class WriteLine : IActivity
{
    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.WriteLine",
        Category = "Console",
        Description = "Writes a line of text.",
        Inputs = [new InputDescriptor("Text", "String")],
    };

    public void Execute(ActivityContext context) => context.WriteLine(context.Input<string>("Text") ?? "");

    public void Resume(ActivityContext context, Resumption resumption) { }
}
