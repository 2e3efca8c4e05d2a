using Planning.Rules.Dialect;
using Planning.Rules.Evaluation;
using Planning.Rules.Formulas;

namespace Planning.Rules.Wording;

/// <summary>A question to a text or a list, found in a formula.</summary>
/// <param name="Condition">What is asked of each element.</param>
internal sealed record AskedOf(
    Question Question, Formula Subject, IReadOnlyList<Formula> Arguments, Formula? Condition = null)
{
    /// <returns>Null for a formula that asks nothing we have words for.</returns>
    public static AskedOf? In(Formula formula) => formula switch
    {
        Formula.Query query => In(query),
        Formula.Call call => In(call),
        Formula.Convert convert => In(convert.Inner),
        _ => null,
    };

    private static AskedOf? In(Formula.Query query) => (query.Method.Name, query.Arguments) switch
    {
        // Contains, where the elements had to be converted first.
        ("AnyOf", [Formula.Lambda { Each.Depth: > Limits.LambdaDepth, Body: Formula.Compare same }]) =>
            new(Question.Contains, query.Source, [same.Right]),
        ("AnyOf", [Formula.Lambda lambda]) => new(Question.Any, query.Source, [], lambda.Body),
        ("AllOf", [Formula.Lambda lambda]) => new(Question.All, query.Source, [], lambda.Body),
        ("Any", []) => new(Question.Any, query.Source, []),
        ("Contains" or "HasKey", [var value]) => new(Question.Contains, query.Source, [value]),
        _ => null,
    };

    private static AskedOf? In(Formula.Call call) => (call.Method.Name, call.Parts) switch
    {
        ("StartsWith", [var text, var start, ..]) => new(Question.StartsWith, text, [start]),
        ("EndsWith", [var text, var end, ..]) => new(Question.EndsWith, text, [end]),
        ("Contains", [var text, var part, ..]) => new(Question.Contains, text, [part]),
        ("Equals", [var text, var other, ..]) when call.Method.DeclaringType == typeof(string) =>
            new(Question.Equals, text, [other]),
        ("IsNullOrEmpty", [var text]) => new(Question.IsEmpty, text, []),
        ("IsNullOrWhiteSpace", [var text]) => new(Question.IsBlank, text, []),
        ("CheckContains", [var text, var list]) => new(Question.OneOf, text, [list]),
        _ => null,
    };
}
