using Microsoft.CodeAnalysis;
using Planning.Rules.Compiling;
using Planning.Rules.Formulas;

namespace Planning.Rules.Binding;

/// <summary>Makes the typed questions to lists, and settles what a missing list or element does.</summary>
internal sealed class ListCalls(BindingContext context)
{
    // Deeper than any lambda of an author's.
    private const int OwnDepth = Dialect.Limits.LambdaDepth + 1;

    private static readonly HashSet<Type> Dated =
        [typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan)];

    public Formula Plain(string question, Formula list)
    {
        var element = TypeNames.ElementOf(list.Type)!;
        if (question is "LongCount")
        {
            return Conversions.To(Plain("Count", list), typeof(long));
        }

        return question is "First" or "Last" && context.MemberOfMissingIsMissing
            ? Missable($"{question}OrDefault", list, element)
            : question is "FirstOrDefault" or "LastOrDefault" or "SingleOrDefault" or "DefaultIfEmpty"
                && context.Nulls.TruthMayBeUnknown
                ? Missable(question, list, element)
                : Make(question, [element], list, []);
    }

    public Formula Conditional(string question, Formula list, Formula.Element each, Formula body)
    {
        Formula condition = new Formula.Lambda(each, body, typeof(Truth));
        return question switch
        {
            "Any" or "All" => Make($"{question}Of", [each.Type], list, [condition], body.Type),
            "Count" => MustBeKnown(Make("CountOf", [each.Type], list, [condition]), typeof(int)),
            "LongCount" => Conversions.To(Conditional("Count", list, each, body), typeof(long)),
            "Where" or "TakeWhile" or "SkipWhile" => Make(question, [each.Type], list, [condition]),
            _ => Plain(question, Make("Where", [each.Type], list, [condition])),
        };
    }

    public Formula? Select(string question, Formula list, Formula.Element each, Formula body, SyntaxNode at)
    {
        if (question.StartsWith("Then", StringComparison.Ordinal) && !IsOrdered(list))
        {
            return context.Mismatch(at, $"`{question}` stands behind an OrderBy only.");
        }

        if (question is not "SelectMany")
        {
            return Make(question, [each.Type, body.Type], list, [new Formula.Lambda(each, body, body.Type)]);
        }

        return TypeNames.ElementOf(body.Type) is { } inner
            ? Make(
                question,
                [each.Type, inner],
                list,
                [new Formula.Lambda(each, body, typeof(IEnumerable<>).MakeGenericType(inner))])
            : context.Mismatch(at, $"`SelectMany` needs a list for each element, not {TypeNames.Say(body.Type)}.");
    }

    public Formula? Number(string question, Formula list, Formula.Lambda? selector, SyntaxNode at)
    {
        var type = selector?.Body.Type ?? TypeNames.ElementOf(list.Type)!;
        var bare = TypeNames.Bare(type);
        if (question is "Min" or "Max" && (bare == typeof(string) || Dated.Contains(bare)))
        {
            return Extreme(question, list, selector, type);
        }

        if (!NumberTypes.IsNumber(bare))
        {
            return context.Mismatch(at, $"`{question}` needs numbers, not {TypeNames.Say(type)}.");
        }

        var least = question is "Average" && bare != typeof(decimal) ? typeof(double) : typeof(int);
        var wide = NumberTypes.Common(bare, least) ?? bare;
        var each = selector?.Each ?? new Formula.Element(null, OwnDepth, type);
        var body = Conversions.To(selector?.Body ?? each, TypeNames.OrNull(wide));
        var numbers = Make(
            "Select", [each.Type, body.Type], list, [new Formula.Lambda(each, body, TypeNames.OrNull(wide))]);
        var strict = new Formula.Constant(context.Nulls.TruthMayBeUnknown, typeof(bool));
        var result = Make(question, [wide], numbers, [strict]);
        return type == bare || question is "Sum" ? MustBeKnown(result, wide) : result;
    }

    public Formula? ListOf(Formula first, IReadOnlyList<Formula> items, SyntaxNode at)
    {
        foreach (var item in items)
        {
            if (Conversions.Together(first, item, at, "new[]", context) is not { } both)
            {
                return null;
            }

            first = both.Left;
        }

        var element = items.Any(item => item.MayBeNull) ? TypeNames.OrNull(first.Type) : first.Type;
        return new Formula.ListOf([.. items.Select(item => Conversions.To(item, element))], element);
    }

    public Formula? WithCount(string question, Formula list, Formula count, SyntaxNode at) => count.Type == typeof(int)
        ? Make(question, [TypeNames.ElementOf(list.Type)!], list, [count])
        : context.Mismatch(at, $"`{question}` needs a whole number, not {TypeNames.Say(count.Type)}.");

    public Formula? WithList(string question, Formula list, Formula other, SyntaxNode at)
    {
        var element = TypeNames.ElementOf(list.Type)!;
        return TypeNames.ElementOf(other.Type) == element
            ? Make(question, [element], list, [other])
            : context.Mismatch(at, $"`{question}` needs a second list of {TypeNames.Say(element)}.");
    }

    public Formula? HasKey(Formula dictionary, Type entry, Formula key, SyntaxNode at)
    {
        var types = entry.GetGenericArguments();
        return Conversions.Cost(key, types[0]) is null
            ? context.Mismatch(at, $"The keys are {TypeNames.Say(types[0])}, not {TypeNames.Say(key.Type)}.")
            : Make("HasKey", types, dictionary, [Conversions.To(key, types[0])]);
    }

    /// <summary>Keys and Values; any other name is a key itself.</summary>
    public Formula? OfDictionary(Formula dictionary, Type entry, string name, SyntaxNode at) =>
        name.ToUpperInvariant() switch
        {
            "KEYS" => Make("Keys", entry.GetGenericArguments(), dictionary, []),
            "VALUES" => Make("Values", entry.GetGenericArguments(), dictionary, []),
            _ => Entry(dictionary, entry, new Formula.Constant(name, typeof(string)), at),
        };

    public Formula? Contains(Formula list, Formula item, SyntaxNode at)
    {
        var element = TypeNames.ElementOf(list.Type)!;
        if (Conversions.Cost(item, element) is null)
        {
            return context.Mismatch(
                at, $"A {TypeNames.Say(list.Type)} cannot contain {TypeNames.Say(item.Type)}.");
        }

        var value = Conversions.To(item, element);
        if (value.Type != element)
        {
            var each = new Formula.Element(null, OwnDepth, element);
            var same = new Formula.Compare(
                Comparison.Equal, Conversions.To(each, value.Type), value, context.Nulls.Comparison(value));
            return Conditional("Any", list, each, same);
        }

        return Make("Contains", [element], list, [value]);
    }

    public Formula? At(Formula target, Formula index, SyntaxNode at)
    {
        if (target.Type == typeof(string) && index.Type == typeof(int))
        {
            return Calls.Make(((Func<string, int, char>)Texts.At).Method, null, [target, index], context);
        }

        if (TypeNames.EntryOf(target.Type) is { } entry)
        {
            return Entry(target, entry, index, at);
        }

        if (TypeNames.ElementOf(target.Type) is not { } element || index.Type != typeof(int))
        {
            return context.Mismatch(
                at, $"{TypeNames.Say(target.Type)} has no index of {TypeNames.Say(index.Type)}.");
        }

        return Make("At", [element], target, [index]);
    }

    private static bool IsOrdered(Formula list) =>
        list is Formula.Query { Method.Name: "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" };

    // Under our policy what a dictionary does not have is missing; under RulesEngine's asking for it fails.
    private Formula.Query? Entry(Formula dictionary, Type entry, Formula key, SyntaxNode at)
    {
        var types = entry.GetGenericArguments();
        if (HasKey(dictionary, entry, key, at) is null)
        {
            return null;
        }

        var method = !context.MemberOfMissingIsMissing ? nameof(Lists.Entry)
            : TypeNames.OrNull(types[1]) == types[1] ? nameof(Lists.EntryOrDefault)
            : nameof(Lists.EntryOrNull);
        return Make(method, types, dictionary, [Conversions.To(key, types[0])]);
    }

    private Formula Extreme(string question, Formula list, Formula.Lambda? selector, Type type)
    {
        var each = selector?.Each ?? new Formula.Element(null, OwnDepth, type);
        var lifted = TypeNames.OrNull(type);
        var body = Conversions.To(selector?.Body ?? each, lifted);
        var values = Make("Select", [each.Type, lifted], list, [new Formula.Lambda(each, body, lifted)]);
        var strict = new Formula.Constant(context.Nulls.TruthMayBeUnknown, typeof(bool));
        var result = Make(question is "Min" ? "Lowest" : "Highest", [lifted], values, [strict]);
        return type.IsValueType && TypeNames.Bare(type) == type ? MustBeKnown(result, type) : result;
    }

    // Under our policy "the first of none" is missing, also where the elements are plain numbers.
    private Formula.Query Missable(string question, Formula list, Type element)
    {
        if (!element.IsValueType || TypeNames.Bare(element) != element)
        {
            return Make(question, [element], list, []);
        }

        var each = new Formula.Element(null, OwnDepth, element);
        var lifted = TypeNames.OrNull(element);
        var body = new Formula.Convert(each, lifted);
        var same = Make("Select", [element, lifted], list, [new Formula.Lambda(each, body, lifted)]);
        return Make(question, [lifted], same, []);
    }

    // RulesEngine's types have no question mark here; an empty list then fails at run time, as there.
    private Formula MustBeKnown(Formula result, Type bare) =>
        context.Nulls.TruthMayBeUnknown ? result : new Formula.Convert(result, bare);

    private Formula.Query Make(
        string name, Type[] generics, Formula list, IReadOnlyList<Formula> arguments, Type? returns = null)
    {
        var method = typeof(Lists).GetMethod(name)!.MakeGenericMethod(generics);
        var missing = list.MayBeNull && context.MemberOfMissingIsMissing;
        var type = returns ?? method.ReturnType;
        return new Formula.Query(method, list, arguments, missing ? TypeNames.OrNull(type) : type, missing);
    }
}
