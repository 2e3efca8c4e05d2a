using System.Diagnostics;
using Planning.Rules.Evaluation;
using Planning.Rules.Formulas;
using Trace = Planning.Rules.Evaluation.Trace;

namespace Planning.Rules.Wording;

/// <summary>One thing that decided, before a language puts it into words.</summary>
public abstract record Phrase
{
    private Phrase() { }

    /// <summary>Two values as they truly stand to each other.</summary>
    public sealed record Compared(Operand Left, Comparison Sign, Operand Right) : Phrase;

    /// <summary>Something that is no number has a value.</summary>
    public sealed record Is(Operand Subject) : Phrase;

    public sealed record IsNot(Operand Subject, Operand Other) : Phrase;

    public sealed record OneOf(Operand Item, IReadOnlyList<Operand> Options, bool Holds) : Phrase;

    public sealed record Known(Operand Subject, bool Holds) : Phrase;

    public sealed record Stated(Operand Subject, bool Holds) : Phrase;

    public sealed record Asked(
        Operand Subject, Question Question, IReadOnlyList<Operand> Arguments, Label? Condition, bool Holds) : Phrase;

    /// <summary>It hangs on these facts; on none when it is undecided for another reason.</summary>
    public sealed record NotKnown(IReadOnlyList<Fact> Facts) : Phrase;

    /// <param name="Message">The whole sentence, in English.</param>
    /// <param name="Reason">The cause alone, as the program said it.</param>
    public sealed record Failed(string Message, string Reason) : Phrase;

    /// <summary>What decided a condition: every part of a true "all", only the true parts of an "any", only the parts
    /// that fail of a false one, and only the missing facts of an undecided one.</summary>
    internal static IEnumerable<Phrase> Of(Trace trace) => trace switch
    {
        Trace.All all => all.Parts.Where(part => part.Truth == all.Truth).SelectMany(Of),
        Trace.Any any => any.Parts.Where(part => part.Truth == any.Truth).SelectMany(Of),
        Trace.Not not => Of(not.Inner),
        Trace.Compared compared => [Of(compared)],
        Trace.OneOf { Truth: { } holds } oneOf => [new OneOf(oneOf.Item, oneOf.Options, holds)],
        Trace.OneOf oneOf => [Missing([oneOf.Item, .. oneOf.Options])],
        Trace.Known known => [new Known(known.Subject, known.Truth is not true)],
        Trace.Stated { Truth: { } holds } stated => [new Stated(stated.Subject, holds)],
        Trace.Stated stated => [Missing([stated.Subject])],
        Trace.Asked { Truth: { } holds } asked =>
            [new Asked(asked.Subject, asked.Question, asked.Arguments, asked.Condition, holds)],
        Trace.Asked asked => [Missing([asked.Subject, .. asked.Arguments])],
        _ => throw new UnreachableException($"Unknown trace {trace.GetType().Name}."),
    };

    private static Phrase Of(Trace.Compared compared)
    {
        var (left, right, sign) = compared.Left.IsConstant && !compared.Right.IsConstant
            ? (compared.Right, compared.Left, Mirrored(compared.Operator))
            : (compared.Left, compared.Right, compared.Operator);
        if (left.Value is null || right.Value is null)
        {
            return Missing([left, right]);
        }

        if (right is { IsConstant: true, Value: bool wanted } && left.Value is bool)
        {
            var holds = sign is Comparison.Equal ? compared.Truth : !compared.Truth;
            return new Stated(left, holds == wanted);
        }

        var actual = compared.Truth is true ? sign : Opposite(sign);
        return (actual, Saying.IsNumber(left.Value)) switch
        {
            (Comparison.Equal, false) => new Is(left),
            (Comparison.NotEqual, false) => new IsNot(left, right),
            _ => new Compared(left, actual, right),
        };
    }

    private static NotKnown Missing(IReadOnlyList<Operand> operands) =>
        new([.. operands.SelectMany(operand => operand.Missing).Distinct()]);

    private static Comparison Opposite(Comparison sign) => sign switch
    {
        Comparison.Equal => Comparison.NotEqual,
        Comparison.NotEqual => Comparison.Equal,
        Comparison.Below => Comparison.AtLeast,
        Comparison.AtMost => Comparison.Above,
        Comparison.AtLeast => Comparison.Below,
        Comparison.Above => Comparison.AtMost,
        _ => throw new UnreachableException($"Unknown comparison {sign}."),
    };

    private static Comparison Mirrored(Comparison sign) => sign switch
    {
        Comparison.Below => Comparison.Above,
        Comparison.AtMost => Comparison.AtLeast,
        Comparison.AtLeast => Comparison.AtMost,
        Comparison.Above => Comparison.Below,
        _ => sign,
    };
}
