using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Planning.Flows.Activities;
using Planning.Flows.Expressions;
using Planning.Flows.Flowcharts;
using Planning.Flows.Instances;

namespace Planning.Flows.Definitions;

/// <summary>A workflow used as an activity of another one (contract §8.6): it runs inside that one's instance.</summary>
/// <remarks>Its inputs and outputs are variables of the activity; its own variables are new in every use.</remarks>
internal sealed partial class WorkflowActivity : IContainerActivity, IStructuredActivity
{
    private const string Root = "Root";

    public WorkflowActivity(JsonObject document, DeclarationReader declarations)
    {
        Document = document;
        Inputs = declarations.Inputs(document);
        Outputs = declarations.Outputs(document);
        DefinitionId = document.Text("definitionId") ?? "";
        Version = document.Whole("version") ?? 1;
        VersionId = document.Text("id") ?? $"{DefinitionId}-v{Version}";
        IsPublished = document.Flag("isPublished");
        var name = document.Text("name") ?? DefinitionId;
        Descriptor = new ActivityDescriptor
        {
            TypeName = BeginningOfWord().Replace(name, match => match.Groups[1].Value.ToUpperInvariant()),
            DisplayName = name,
            Version = Version,
            Category = document.Member("options").Text("activityCategory") ?? "Workflows",
            Description = document.Text("description") ?? "",
            Inputs = [.. Inputs.Select(input => new InputDescriptor(input.Name, TypeText(input.Type)))],
            Outputs = [.. Outputs.Select(output => new OutputDescriptor(output.Name, TypeText(output.Type)))],
            Ports = [.. OutcomesOf(document).Select(outcome => new PortDescriptor(outcome))],
            IsLenient = true,
        };
    }

    public ActivityDescriptor Descriptor { get; }

    public JsonObject Document { get; }

    public string DefinitionId { get; }

    public string VersionId { get; }

    public int Version { get; }

    public bool IsPublished { get; }

    public IReadOnlyList<InputDeclaration> Inputs { get; }

    public IReadOnlyList<OutputDeclaration> Outputs { get; }

    /// <summary>Whether that workflow may be used as an activity.</summary>
    public static bool IsMeantToBe(JsonObject document) =>
        document.Member("options").Flag("usableAsActivity") || document.Flag("usableAsActivity");

    public object ReadStructure(StructureReading reading)
    {
        var node = reading.Node;
        node.Variables =
        [
            .. Inputs.Select(input => new VariableDeclaration(VariableId(node, input.Name), input.Name, input.Type, null)),
            .. Outputs.Where(output => Inputs.All(input => input.Name != output.Name))
                .Select(output => new VariableDeclaration(VariableId(node, output.Name), output.Name, output.Type, null)),
        ];
        if (reading.ReadWorkflow(this) is { } workflow)
        {
            node.Embedded = new Dictionary<string, Node>(StringComparer.Ordinal) { [Root] = workflow };
        }

        return new Ends([.. Descriptor.Ports.Select(port => port.Name), "Done"]);
    }

    public void Execute(ActivityContext context)
    {
        foreach (var input in Inputs)
        {
            Memory.FindById(context, VariableId(context.Node, input.Name))!.Value = context.Inputs[input.Name];
        }

        context.Schedule(context.Node.Port(Root));
    }

    public void Resume(ActivityContext context, Resumption resumption) { }

    public void ChildCompleted(ActivityContext context, ChildCompletion completion) => context.Complete(completion.Outcomes);

    /// <summary>The input of that name of the nearest such activity around one.</summary>
    public static Variable? FindInput(ActivityContext from, string name) =>
        Around(from, use => use.Inputs.Any(input => input.Name == name)) is { } context
            ? Memory.FindById(context, VariableId(context.Node, name))
            : null;

    /// <summary>Sets the output of that name of the nearest such activity around one.</summary>
    /// <returns>False when there is none.</returns>
    public static bool TrySetOutput(ActivityContext from, string name, object? value)
    {
        if (Around(from, use => use.Outputs.Any(output => output.Name == name)) is not { } context)
        {
            return false;
        }

        Memory.FindById(context, VariableId(context.Node, name))!.Value = Values.Canonical(value);
        context.SetOutput(name, value);
        return true;
    }

    private static ActivityContext? Around(ActivityContext from, Func<WorkflowActivity, bool> isMeant)
    {
        for (var context = from.Parent; context is not null; context = context.Parent)
        {
            if (context.Node.Activity is WorkflowActivity use && isMeant(use))
            {
                return context;
            }
        }

        return null;
    }

    private static string VariableId(Node node, string name) => $"{node.NodeId}:{name}";

    private static string TypeText(DataType type) => type.IsList ? $"{type.Alias}[]" : type.Alias;

    private static IEnumerable<string> OutcomesOf(JsonObject document) =>
        document.Member("outcomes").Items("").Select(outcome => outcome.Json.AsText()).OfType<string>();

    // As Elsa makes a type name of "Account review": AccountReview.
    [GeneratedRegex("(?:^|_| +)(.)")]
    private static partial Regex BeginningOfWord();

    private sealed record Ends(IReadOnlyList<string> Outcomes) : IOutcomes;
}
