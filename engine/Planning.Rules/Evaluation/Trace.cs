using System.Text.Json.Serialization;
using Planning.Rules.Formulas;

namespace Planning.Rules.Evaluation;

/// <summary>How one condition came out, part by part, with the values it used.</summary>
[JsonDerivedType(typeof(All), "all")]
[JsonDerivedType(typeof(Any), "any")]
[JsonDerivedType(typeof(Not), "not")]
[JsonDerivedType(typeof(Compared), "compared")]
[JsonDerivedType(typeof(OneOf), "oneOf")]
[JsonDerivedType(typeof(Known), "known")]
[JsonDerivedType(typeof(Stated), "stated")]
public abstract record Trace
{
    private Trace(bool? truth) => Truth = truth;

    /// <summary>Null when it hangs on a missing fact.</summary>
    public bool? Truth { get; }

    public sealed record All(bool? Truth, IReadOnlyList<Trace> Parts) : Trace(Truth);

    public sealed record Any(bool? Truth, IReadOnlyList<Trace> Parts) : Trace(Truth);

    public sealed record Not(bool? Truth, Trace Inner) : Trace(Truth);

    public sealed record Compared(bool? Truth, Operand Left, Comparison Operator, Operand Right) : Trace(Truth);

    public sealed record OneOf(bool? Truth, Operand Item, IReadOnlyList<Operand> Options) : Trace(Truth);

    /// <summary>Whether a value was missing: the truth of <c>x == null</c>.</summary>
    public sealed record Known(bool? Truth, Operand Subject) : Trace(Truth);

    /// <summary>A condition that is a value of its own: a yes-or-no fact, a question to a list or a text.</summary>
    public sealed record Stated(bool? Truth, Operand Subject) : Trace(Truth);
}

/// <summary>A value that took part in a condition.</summary>
/// <param name="Label">What people call it.</param>
/// <param name="Text">How the rule's author wrote it.</param>
/// <param name="IsConstant">Written in the rule itself.</param>
/// <param name="Missing">Labels of the facts whose absence made the value missing.</param>
public sealed record Operand(
    string Label, string Text, object? Value, bool IsConstant, IReadOnlyList<string> Missing);
