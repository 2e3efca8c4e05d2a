using System.Text.Json.Nodes;
using Planning.Flows.Activities;
using Planning.Flows.Definitions;
using Planning.Flows.Expressions;

namespace Planning.Flows.Elsa;

/// <summary>Computes a value in C#, as far as the C# of this host goes: one expression.</summary>
internal sealed class RunCSharp : IStructuredActivity
{
    private const string Script = "Script";
    private const string Language = "CSharp";

    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.RunCSharp",
        DisplayName = "Run C#",
        Category = "Scripting",
        Description = "Computes a value in C# and keeps it.",
        Inputs = [new InputDescriptor(Script, "String") { UiHint = "code-editor" }],
        Outputs = [new OutputDescriptor("Result")],
    };

    /// <returns>The script as an expression; this activity itself when it is empty or was refused.</returns>
    public object ReadStructure(StructureReading reading)
    {
        if (reading.Node.Input(Script)?.Expression is Expression.Constant { Value: string text } && !string.IsNullOrWhiteSpace(text))
        {
            return reading.ReadExpression(
                new JsonObject { ["type"] = Language, ["value"] = text }, $"{reading.Path}.script.expression", DataType.Any)
                ?? (object)this;
        }

        if (reading.Node.Input(Script)?.Expression is not (null or Expression.Constant))
        {
            reading.Report(Codes.NotSupported, $"{reading.Path}.script",
                "C# is checked before the workflow runs, so it cannot be put together while it does. Write it here.");
        }

        return this;
    }

    public void Execute(ActivityContext context)
    {
        if (context.Node.Structure is Expression script && context.Evaluate(script, DataType.Any) is { } result)
        {
            context.SetOutput("Result", result);
        }

        context.Complete();
    }

    public void Resume(ActivityContext context, Resumption resumption) { }
}
