using System.Collections;
using System.Diagnostics;
using Planning.Rules.Evaluation;
using Planning.Rules.Formulas;

namespace Planning.Rules.Wording;

/// <summary>Puts phrases and values into the words of a language.</summary>
internal sealed class Saying(Language language)
{
    private static readonly string[] Signs = ["=", "≠", "<", "≤", "≥", ">"];

    private static readonly char[] NumberSuffixes = ['m', 'M', 'd', 'D', 'f', 'F', 'l', 'L', 'u', 'U'];

    public string Of(Phrase phrase) => phrase switch
    {
        Phrase.Compared compared => Compared(compared),
        Phrase.Is same => language.Is(Name(same.Subject), Value(same.Subject)),
        Phrase.IsNot other => language.IsInstead(Name(other.Subject), Value(other.Subject), Named(other.Other)),
        Phrase.OneOf oneOf => language.Among(
            Named(oneOf.Item), language.Options(oneOf.Options.Select(Named)), oneOf.Holds),
        Phrase.Known { Holds: true } known => language.Known(Name(known.Subject)),
        Phrase.Known unknown => language.Unknown([Name(unknown.Subject)]),
        Phrase.NotKnown unknown => language.NotKnown(unknown.Facts),
        Phrase.Stated stated => language.Stated(Name(stated.Subject), stated.Holds, stated.Subject.IsComputed),
        Phrase.Asked asked => language.Asked(Asked(asked.Subject), asked.Question, About(asked), asked.Holds),
        Phrase.Failed failed => language.Failed(failed.Message, failed.Reason),
        _ => throw new UnreachableException($"Unknown phrase {phrase.GetType().Name}."),
    };

    public static string Sign(Comparison sign) => Signs[(int)sign];

    public static bool IsNumber(object? value) => value is not null && NumberTypes.IsNumber(value.GetType());

    /// <summary>A value of the rule's is shown as its author wrote it: 1.0 stays 1.0.</summary>
    public string Written(object? value, string text) =>
        IsNumber(value) && text is not "" ? text.TrimEnd(NumberSuffixes) : Value(value);

    public string Value(object? value) => value switch
    {
        null => language.Nothing,
        bool yes => language.YesNo(yes),
        string text => text,
        IEnumerable list => language.Options(list.Cast<object?>().Select(Value)),
        _ => Shown.Value(value),
    };

    private string Compared(Phrase.Compared compared)
    {
        var stands = compared.Left.IsComputed ? $"= {Value(compared.Left)}" : Value(compared.Left);
        return $"{Name(compared.Left)} {stands} {Sign(compared.Sign)} {Named(compared.Right)}";
    }

    private string Name(Operand operand) => language.Of(operand.Label);

    private string Named(Operand operand) => operand.IsConstant || Name(operand) == Value(operand)
        ? Value(operand)
        : language.With(Name(operand), Value(operand));

    // Of a list the elements would say too much.
    private string Asked(Operand subject) => subject.Value is string ? Named(subject) : Name(subject);

    private string About(Phrase.Asked asked) => asked.Condition is { } condition
        ? language.Of(condition)
        : language.Options(asked.Arguments.Select(Named));

    private string Value(Operand operand) =>
        operand.IsConstant ? Written(operand.Value, operand.Text) : Value(operand.Value);
}
