using Jint.Parser.Ast;
using Planning.Flows.JavaScript.Running;

namespace Planning.Flows.JavaScript.Lowering;

/// <summary>A function of a program, lowered once; every evaluation makes its own <see cref="UserFunction"/> of it.</summary>
/// <param name="Parameters">What arguments are bound to, by position.</param>
internal sealed record FunctionTemplate(string? Name, IReadOnlyList<string> Parameters)
{
    /// <summary>What is bound to the list of all further arguments; null when they are not kept.</summary>
    public string? Rest { get; init; }

    /// <summary>All variables of the function beside its parameters.</summary>
    public required IReadOnlyList<string> Locals { get; init; }

    /// <summary>Null when the function is one expression.</summary>
    public BlockStatement? Body { get; init; }

    public Expression? Value { get; init; }

    public bool IsArrow { get; init; }

    public bool IsMethod { get; init; }

    public bool UsesArguments { get; init; }

    /// <summary>The name by which the function knows itself; null when nobody uses it.</summary>
    public string? OwnName { get; init; }

    /// <summary>Parameters before the first one with a default.</summary>
    public int Length { get; init; }

    /// <summary>How deep its code is nested: its share of the stack.</summary>
    public int Depth { get; init; }

    /// <summary>What a class constructor is; null for every other function.</summary>
    public ClassTemplate? Class { get; init; }
}

/// <summary>What a class constructor does beside its code.</summary>
/// <param name="IsDerived">It has an <c>extends</c>, so <c>super()</c> makes the object.</param>
internal sealed record ClassTemplate(bool IsDerived);
