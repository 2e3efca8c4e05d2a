using System.Text.Json.Serialization;
using Planning.Rules.Formulas;
using Planning.Rules.Wording;

namespace Planning.Rules.Evaluation;

/// <summary>How one condition came out, part by part, with the values it used.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(All), "all")]
[JsonDerivedType(typeof(Any), "any")]
[JsonDerivedType(typeof(Not), "not")]
[JsonDerivedType(typeof(Compared), "compared")]
[JsonDerivedType(typeof(OneOf), "oneOf")]
[JsonDerivedType(typeof(Known), "known")]
[JsonDerivedType(typeof(Stated), "stated")]
[JsonDerivedType(typeof(Asked), "asked")]
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

    /// <summary>A condition that is a value of its own: a yes-or-no fact, or a computation we have no words
    /// for.</summary>
    public sealed record Stated(bool? Truth, Operand Subject) : Trace(Truth);

    /// <summary>A question to a text or a list.</summary>
    /// <param name="Condition">What was asked of each element, in words; null for other questions.</param>
    public sealed record Asked(
        bool? Truth, Operand Subject, Question Question, IReadOnlyList<Operand> Arguments, Label? Condition)
        : Trace(Truth);
}

/// <summary>What a rule can ask of a text or a list.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Question>))]
public enum Question
{
    StartsWith,
    EndsWith,
    Contains,

    /// <summary>Whether a text is one of those between the commas of another.</summary>
    OneOf,

    /// <summary>Whether two texts are the same where upper and lower case do not count.</summary>
    Equals,

    /// <summary>Whether a text is missing or has no characters.</summary>
    IsEmpty,

    /// <summary>Whether a text is missing or has nothing but spaces.</summary>
    IsBlank,

    /// <summary>Whether a list has an element that meets the condition; without one, any element.</summary>
    Any,
    All,
}
