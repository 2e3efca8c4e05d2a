using Planning.Flows.Definitions;

namespace Planning.Flows.Activities;

/// <summary>What the designer shows of a kind of activity, and what the reader checks a definition against.</summary>
public sealed record ActivityDescriptor
{
    /// <summary>With its namespace, such as <c>Planning.PlanStage</c>.</summary>
    public required string TypeName { get; init; }

    public int Version { get; init; } = 1;

    public string Namespace => TypeName[..Math.Max(TypeName.LastIndexOf('.'), 0)];

    public string Name => TypeName[(TypeName.LastIndexOf('.') + 1)..];

    public string DisplayName { get => field ?? Name; init; }

    public string Description { get; init; } = "";

    public required string Category { get; init; }

    public ActivityKind Kind { get; init; }

    public IReadOnlyList<InputDescriptor> Inputs { get; init; } = [];

    public IReadOnlyList<OutputDescriptor> Outputs { get; init; } = [];

    public IReadOnlyList<PortDescriptor> Ports { get; init; } = [];

    /// <summary>Its children stand in <c>activities</c>.</summary>
    public bool IsContainer { get; init; }

    /// <summary>Its children may use the variables it declares.</summary>
    public bool HasVariables { get; init; }

    /// <summary>Variables that it brings along for each execution of what is inside, such as <c>CurrentValue</c>.</summary>
    public IReadOnlyList<VariableDeclaration> ChildVariables { get; init; } = [];

    public bool IsBrowsable { get; init; } = true;

    public bool IsStart { get; init; }

    /// <summary>The container it stands in is complete as soon as this activity is.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>True for Elsa's own: values are converted as leniently as Elsa does. Ours refuse bad values at reading.</summary>
    public bool IsLenient
    {
        get => field || TypeName.StartsWith("Elsa.", StringComparison.Ordinal);
        init;
    }

    public InputDescriptor? Input(string name) =>
        Inputs.FirstOrDefault(input => string.Equals(input.Name, name, StringComparison.Ordinal));
}

public enum ActivityKind
{
    Action,
    Trigger,
    Job,
    Task,
}

/// <summary>Something an author fills in.</summary>
/// <param name="Name">PascalCase; the JSON property is its camelCase form.</param>
/// <param name="Type">A type alias, such as <c>String</c>, <c>Int32</c>, <c>TimeSpan</c>; with <c>[]</c> for a list.</param>
public sealed record InputDescriptor(string Name, string Type = "Object")
{
    public string DisplayName { get => field ?? Name; init; }

    public string Description { get; init; } = "";

    public string UiHint { get; init; } = "singleline";

    public string Category { get; init; } = "";

    public int Order { get; init; }

    public bool Required { get; init; }

    /// <summary>Used when the author left the input out.</summary>
    public object? DefaultValue { get; init; }

    /// <summary>The language the designer offers first.</summary>
    public string? DefaultSyntax { get; init; }

    /// <summary>The only values allowed, in the order of the drop-down; empty when any value is.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Stored as <c>{typeName, expression}</c>; false for plain JSON that the activity reads itself.</summary>
    public bool IsWrapped { get; init; } = true;

    /// <summary>False when the activity evaluates the input itself, each time it needs it.</summary>
    public bool AutoEvaluate { get; init; } = true;

    /// <summary>Its value is kept out of every record of the execution.</summary>
    public bool IsSensitive { get; init; }

    public bool IsBrowsable { get; init; } = true;

    /// <summary>The outcome for each string of the value is a port of the activity.</summary>
    public bool GivesOutcomes => UiHint == "dynamic-outcomes";
}

public sealed record OutputDescriptor(string Name, string Type = "Object")
{
    public string DisplayName { get => field ?? Name; init; }

    public string Description { get; init; } = "";
}

public sealed record PortDescriptor(string Name, PortKind Kind = PortKind.Flow)
{
    public string DisplayName { get => field ?? Name; init; }

    public bool IsBrowsable { get; init; } = true;
}

public enum PortKind
{
    /// <summary>An outcome to draw a connection from.</summary>
    Flow,

    /// <summary>A place inside the activity for one child.</summary>
    Embedded,
}
