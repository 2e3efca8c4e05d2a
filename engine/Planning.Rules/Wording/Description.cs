using Planning.Rules.Facts;
using Planning.Rules.Formulas;

namespace Planning.Rules.Wording;

/// <summary>Says what a part of a formula is, whatever its value: "quality / 2", "number of sites
/// (score > 50)".</summary>
internal sealed class Description(Language language)
{
    private static readonly string[] Signs = ["+", "-", "*", "/", "%", "&", "|", "<<", ">>"];

    private static readonly string[] Untold =
        ["ToUpper", "ToLower", "ToUpperInvariant", "ToLowerInvariant", "Trim", "TrimStart", "TrimEnd"];

    private static readonly Dictionary<string, Label> Spans = new()
    {
        ["AddDays"] = new("days", "天"),
        ["AddMonths"] = new("months", "个月"),
        ["AddYears"] = new("years", "年"),
        ["AddHours"] = new("hours", "小时"),
        ["AddMinutes"] = new("minutes", "分钟"),
    };

    private readonly Saying _saying = new(language);

    public static Label Label(Formula formula) => formula switch
    {
        Formula.Scoped scoped => scoped.Label,
        Formula.Member member when !IsOfSystem(member) => member.Label,
        Formula.Convert convert => Label(convert.Inner),
        _ => new Label(
            new Description(Language.English).Of(formula), new Description(Language.Chinese).Of(formula)),
    };

    /// <summary>Year, Length, Key: what every value of its kind has means something only together with the
    /// value.</summary>
    public static bool IsOfSystem(Formula.Member member) => Labels.IsOfSystem(member.Field);

    private string Of(Formula formula) => formula switch
    {
        Formula.Constant constant => _saying.Written(constant.Value, constant.Text),
        Formula.Scoped scoped => language.Of(scoped.Label),
        Formula.Element element => element.Name ?? language.Each,
        Formula.Member { Field.Name: "TotalDays" or "Days", Target: Formula.Arithmetic span } =>
            language.DaysBetween(Of(span.Right), Of(span.Left)),
        Formula.Member member when IsOfSystem(member) =>
            language.Over(Aggregate.Each, Of(member.Target), language.Of(member.Label)),
        Formula.Member member => language.Of(member.Label),
        Formula.Convert convert => Of(convert.Inner),
        Formula.Arithmetic arithmetic => Computed(arithmetic),
        Formula.Negate negate => $"-{Bracketed(negate.Inner)}",
        Formula.Join join => $"{Of(join.Left)} + {Of(join.Right)}",
        Formula.If choice => language.If(Of(choice.Condition), Of(choice.Then), Of(choice.Else)),
        Formula.Coalesce coalesce => language.Otherwise(Of(coalesce.Inner), Of(coalesce.Fallback)),
        Formula.ListOf list => language.Options(list.Items.Select(Of)),
        Formula.Compare compare => Compared(compare),
        Formula.OneOf oneOf => language.Among(Of(oneOf.Item), language.Options(oneOf.Options.Select(Of)), holds: true),
        Formula.IsMissing missing => language.Unknown([Of(missing.Inner)]),
        Formula.Not { Inner: Formula.IsMissing missing } => language.Known(Of(missing.Inner)),
        Formula.Not not => language.Not(Of(not.Inner)),
        Formula.All all => language.Every([.. all.Conditions.Select(BracketedCondition)]),
        Formula.Any any => language.Some([.. any.Conditions.Select(BracketedCondition)]),
        Formula.Query or Formula.Call when AskedOf.In(formula) is { } asked => Asked(asked),
        Formula.Query query => Over(query),
        Formula.Call call => Called(call),
        _ => formula.Text,
    };

    private string Asked(AskedOf asked) => language.Asked(
        Of(asked.Subject),
        asked.Question,
        asked.Condition is { } condition ? Of(condition) : language.Options(asked.Arguments.Select(Of)),
        holds: true);

    private string Compared(Formula.Compare compare)
    {
        var (left, right) = (Of(compare.Left), Of(compare.Right));
        if (Bare(compare.Right) is Formula.Constant { Value: bool wanted })
        {
            return wanted == compare.Operator is Comparison.Equal ? left : language.Not(left);
        }

        return (compare.Operator, NumberTypes.IsNumber(TypeNames.Bare(compare.Left.Type))) switch
        {
            (Comparison.Equal, false) => language.Is(left, right),
            (Comparison.NotEqual, false) => language.IsNot(left, right),
            _ => $"{left} {Saying.Sign(compare.Operator)} {right}",
        };
    }

    private string Computed(Formula.Arithmetic arithmetic)
    {
        var isSum = arithmetic.Operator is ArithmeticOperator.Add;
        var left = isSum || arithmetic.Operator is ArithmeticOperator.Subtract
            ? Of(arithmetic.Left)
            : Bracketed(arithmetic.Left);
        var right = isSum ? Of(arithmetic.Right) : Bracketed(arithmetic.Right);
        return $"{left} {Signs[(int)arithmetic.Operator]} {right}";
    }

    private string Bracketed(Formula formula) =>
        Bare(formula) is Formula.Arithmetic or Formula.Negate or Formula.If ? $"({Of(formula)})" : Of(formula);

    private string BracketedCondition(Formula formula) =>
        formula is Formula.All or Formula.Any ? $"({Of(formula)})" : Of(formula);

    private string Over(Formula.Query query)
    {
        var lambda = query.Arguments.OfType<Formula.Lambda>().FirstOrDefault();
        var list = query.Source;
        var each = lambda;
        if (lambda is null && Bare(list) is Formula.Query { Method.Name: "Select", Arguments: [Formula.Lambda of] } all)
        {
            (list, each) = (all.Source, of);
        }

        return query.Method.Name switch
        {
            "CountOf" => language.Over(Aggregate.Count, language.Which(Of(list), Of(lambda!.Body)), ""),
            "Where" => language.Which(Of(list), Of(lambda!.Body)),
            "Count" => language.Over(Aggregate.Count, Of(query.Source), ""),
            "Sum" => language.Over(Aggregate.Sum, Of(list), Each(each)),
            "Average" => language.Over(Aggregate.Average, Of(list), Each(each)),
            "Min" or "Lowest" => language.Over(Aggregate.Lowest, Of(list), Each(each)),
            "Max" or "Highest" => language.Over(Aggregate.Highest, Of(list), Each(each)),
            "First" or "FirstOrDefault" => language.Over(Aggregate.First, Of(list), Each(each)),
            "Last" or "LastOrDefault" => language.Over(Aggregate.Last, Of(list), Each(each)),
            "Select" => language.Over(Aggregate.Each, Of(list), Each(each)),
            "Distinct" or "ToList" or "ToArray" or "Reverse" or "OrderBy" or "OrderByDescending" => Of(query.Source),
            _ => query.Text is "" ? Of(query.Source) : query.Text,
        };
    }

    private string Each(Formula.Lambda? lambda) =>
        lambda is null || Bare(lambda.Body) is Formula.Element ? "" : Of(lambda.Body);

    private string Called(Formula.Call call)
    {
        var method = call.Method;
        if (method.DeclaringType == typeof(Math))
        {
            return $"{method.Name.ToLowerInvariant()}({string.Join(", ", call.Arguments.Select(Of))})";
        }

        if (call.Target is { } target && call.Arguments is [var span] && Spans.TryGetValue(method.Name, out var unit))
        {
            return $"{Of(target)} + {Of(span)} {language.Of(unit)}";
        }

        return Untold.Contains(method.Name, StringComparer.Ordinal) && call.Parts is [var text, ..] ? Of(text)
            : call.Text is "" ? method.Name : call.Text;
    }

    private static Formula Bare(Formula formula) => formula is Formula.Convert convert ? Bare(convert.Inner) : formula;
}
