using Planning.Flows.Activities;
using Planning.Flows.Definitions;
using Planning.Flows.Expressions;
using Planning.Flows.Flowcharts;

namespace Planning.Flows.Elsa;

/// <summary>One way a switch can go.</summary>
/// <param name="Condition">Null when the author wrote none: then the case never holds.</param>
internal sealed record SwitchCase(string Label, Expression? Condition, Node? Activity);

/// <summary>The cases of a switch, in the author's order.</summary>
internal sealed record SwitchCases(IReadOnlyList<SwitchCase> All) : IOutcomes
{
    public const string Default = "Default";

    private const string Mode = "Mode";
    private const string MatchAny = "MatchAny";

    public IReadOnlyList<string> Outcomes => [.. All.Select(one => one.Label), Default];

    public static InputDescriptor[] Inputs(string uiHint) =>
    [
        new InputDescriptor("Cases") { UiHint = uiHint, IsWrapped = false, AutoEvaluate = false },
        new InputDescriptor(Mode, "String")
        {
            UiHint = "dropdown",
            Options = ["MatchFirst", MatchAny],
            DefaultValue = "MatchFirst",
            Description = "Whether the first case that holds is taken, or every one.",
        },
    ];

    public static SwitchCases Read(StructureReading reading)
    {
        var cases = new List<SwitchCase>();
        foreach (var (json, path) in reading.Items("cases"))
        {
            cases.Add(new SwitchCase(
                json.Text("label") ?? "",
                json.Member("condition") is { } condition
                    ? reading.ReadExpression(condition, $"{path}.condition", DataType.Parse("Boolean"))
                    : null,
                reading.ReadChild(json.Member("activity"), $"{path}.activity")));
        }

        return new SwitchCases(cases);
    }

    /// <summary>The cases to take; every condition is looked at, as Elsa does.</summary>
    public static IReadOnlyList<SwitchCase> Matching(ActivityContext context)
    {
        var all = ((SwitchCases)context.Node.Structure!).All;
        var matching = all.Where(one => one.Condition is { } condition
            && Values.As<bool>(context.Evaluate(condition, DataType.Parse("Boolean")))).ToList();
        return matching.Count > 1 && context.Input<string>(Mode) != MatchAny ? [matching[0]] : matching;
    }
}

/// <summary>Runs the activity of the case that holds.</summary>
internal sealed class Switch : IContainerActivity, IStructuredActivity
{
    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.Switch",
        Category = "Branching",
        Description = "Runs the activity of the case that holds.",
        Inputs = SwitchCases.Inputs("switch-editor"),
        Ports = [new PortDescriptor(SwitchCases.Default, PortKind.Embedded)],
    };

    public object ReadStructure(StructureReading reading) => SwitchCases.Read(reading);

    public void Execute(ActivityContext context)
    {
        var matching = SwitchCases.Matching(context);
        var taken = matching.Count == 0
            ? [context.Node.Port(SwitchCases.Default)]
            : matching.Select(one => one.Activity);
        foreach (var activity in taken.OfType<Node>())
        {
            context.Schedule(activity);
        }
    }

    public void Resume(ActivityContext context, Resumption resumption) { }

    public void ChildCompleted(ActivityContext context, ChildCompletion completion)
    {
        if (!context.HasWorkInside)
        {
            context.Complete();
        }
    }
}

/// <summary>Goes on by the outcome of the case that holds.</summary>
internal sealed class FlowSwitch : IStructuredActivity
{
    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.FlowSwitch",
        DisplayName = "Switch (flow)",
        Category = "Branching",
        Description = "Goes on by the outcome of the case that holds, or by Default.",
        Inputs = SwitchCases.Inputs("flow-switch-editor"),
        Ports = [new PortDescriptor(SwitchCases.Default)],
    };

    public object ReadStructure(StructureReading reading) => SwitchCases.Read(reading);

    public void Execute(ActivityContext context)
    {
        var matching = SwitchCases.Matching(context);
        context.Complete(matching.Count == 0 ? [SwitchCases.Default] : [.. matching.Select(one => one.Label)]);
    }

    public void Resume(ActivityContext context, Resumption resumption) { }
}
