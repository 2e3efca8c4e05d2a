using System.Diagnostics;
using Planning.Rules.Formulas;

namespace Planning.Rules.Evaluation;

/// <summary>Says in English what decided: every part of a true "all", only the true parts of an "any", only the parts
/// that fail of a false one, and only the missing facts of an undecided one.</summary>
internal static class EnglishSentence
{
    private static readonly string[] Signs = ["=", "≠", "<", "≤", "≥", ">"];

    public static string Of(Trace trace) => string.Join(", ", Phrases(trace).Distinct());

    public static string NotKnown(IReadOnlyList<string> labels) =>
        labels is [] ? "not decided" : string.Join(", ", labels.Select(label => $"{label} is not known"));

    private static IEnumerable<string> Phrases(Trace trace) => trace switch
    {
        Trace.All all => all.Parts.Where(part => part.Truth == all.Truth).SelectMany(Phrases),
        Trace.Any any => any.Parts.Where(part => part.Truth == any.Truth).SelectMany(Phrases),
        Trace.Not not => Phrases(not.Inner),
        Trace.Compared compared => [Compared(compared)],
        Trace.OneOf oneOf => [OneOf(oneOf)],
        Trace.Known known => [$"{Subject(known.Subject)} is {(known.Truth is true ? "not known" : "known")}"],
        Trace.Stated stated => [Stated(stated.Truth, stated.Subject)],
        _ => throw new UnreachableException($"Unknown trace {trace.GetType().Name}."),
    };

    private static string Compared(Trace.Compared compared)
    {
        var (left, right, sign) = compared.Left.IsConstant && !compared.Right.IsConstant
            ? (compared.Right, compared.Left, Mirrored(compared.Operator))
            : (compared.Left, compared.Right, compared.Operator);
        if (left.Value is null || right.Value is null)
        {
            return NotKnown([.. left.Missing.Concat(right.Missing).Distinct()]);
        }

        if (right is { IsConstant: true, Value: bool wanted } && left.Value is bool)
        {
            var holds = sign is Comparison.Equal ? compared.Truth : !compared.Truth;
            return Stated(holds == wanted, left);
        }

        var actual = compared.Truth is true ? sign : Opposite(sign);
        return (actual, IsNumber(left.Value)) switch
        {
            (Comparison.Equal, false) => $"{left.Label} is {Value(left)}",
            (Comparison.NotEqual, false) => $"{left.Label} is {Value(left)}, not {Named(right)}",
            _ => $"{left.Label} {Value(left)} {Signs[(int)actual]} {Named(right)}",
        };
    }

    private static string OneOf(Trace.OneOf oneOf)
    {
        if (oneOf.Truth is null)
        {
            return NotKnown([.. oneOf.Options.Prepend(oneOf.Item).SelectMany(part => part.Missing).Distinct()]);
        }

        var options = string.Join(", ", oneOf.Options.Select(Named));
        return oneOf.Truth is true
            ? $"{oneOf.Item.Label} {Value(oneOf.Item)} is one of {options}"
            : $"{oneOf.Item.Label} {Value(oneOf.Item)} is none of {options}";
    }

    private static string Stated(bool? truth, Operand subject) => truth switch
    {
        true => subject.Label,
        false => $"not {subject.Label}",
        null => NotKnown(subject.Missing),
    };

    private static string Subject(Operand subject) => subject.Label;

    private static string Named(Operand operand) =>
        operand.IsConstant || operand.Label == Value(operand) ? Value(operand) : $"{operand.Label} {Value(operand)}";

    // A number in the rule is shown as its author wrote it: 1.0 stays 1.0.
    private static string Value(Operand operand) =>
        operand is { IsConstant: true } && IsNumber(operand.Value) && operand.Text is not ""
            ? operand.Text.TrimEnd('m', 'M', 'd', 'D', 'f', 'F', 'l', 'L', 'u', 'U')
            : Shown.Value(operand.Value);

    private static bool IsNumber(object? value) => value is not null && NumberTypes.IsNumber(value.GetType());

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
