using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using Planning.Rules.Facts;
using Planning.Rules.Formulas;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Analysis;

/// <summary>Makes facts that lie in a region and tries them out on the rules.</summary>
/// <remarks>Where scores are computed from facts, it guesses: bounded, and the same guesses each time.</remarks>
internal sealed class Examples(RuleSet rules)
{
    private const int FewGuesses = 60;
    private const int ManyGuesses = 1_500;
    private const uint Seed = 2_463_534_242;

    private static readonly string[] Texts = ["other", "another", ""];

    private static readonly double[] Guesses =
    [
        0, 0.02, 0.1, 0.2, 0.3, 0.5, 0.8, 1, 1.2, 2, 3, 5, 10, 20, 41, 50, 55, 60, 70, 76, 80, 90, 100, 300, 1000, -20,
    ];

    /// <param name="shows">Whether the rules, asked for their truth, show what the example is for.</param>
    public IReadOnlyDictionary<string, object?>? Find(Box box, Func<Func<Rule, bool?>, bool> shows)
    {
        var fixedFacts = box.Sides.Where(side => FactSlot.Of(side.Key.Formula) is not null)
            .Select(side => (Fact: FactSlot.Of(side.Key.Formula)!, side.Key, side.Value)).ToList();
        var free = box.Sides.Keys.Where(term => FactSlot.Of(term.Formula) is null)
            .SelectMany(term => FactSlot.In(term.Formula))
            .Where(fact => fixedFacts.TrueForAll(one => one.Fact.Path != fact.Path))
            .DistinctBy(fact => fact.Path)
            .ToList();
        var chance = Seed;
        for (var guess = 0; guess < (free is [] ? FewGuesses : ManyGuesses); guess++)
        {
            var facts = ImmutableSortedDictionary.CreateBuilder<string, object?>(StringComparer.Ordinal);
            var inputs = new FactInputs(rules.Schema);
            var isMade = true;
            foreach (var (fact, term, set) in fixedFacts)
            {
                var value = Sample(term, set, guess == 0 ? 0 : Next(ref chance));
                isMade &= inputs.Set(fact, value);
                facts[fact.Path] = value;
            }

            foreach (var fact in free)
            {
                var value = Guess(fact.Type, Next(ref chance));
                isMade &= inputs.Set(fact, value);
                facts[fact.Path] = value;
            }

            if (!isMade)
            {
                return null;
            }

            if (Shows(inputs.Parameters, shows))
            {
                return facts.ToImmutable();
            }
        }

        return null;
    }

    private bool Shows(IReadOnlyList<RuleParameter> parameters, Func<Func<Rule, bool?>, bool> shows)
    {
        try
        {
            var truths = rules.Evaluate(parameters).Results
                .ToDictionary(result => result.Rule, result => result.IsSuccess);
            return shows(rule => truths.GetValueOrDefault(rule));
        }
        catch (Exception failure) when (failure is RuleFailedException or ArgumentException)
        {
            return false;
        }
    }

    private static object? Sample(Term term, ValueSet set, uint chance)
    {
        if (set.KnowsNothing)
        {
            return null;
        }

        if (set.OnAxis is not { } axis)
        {
            return set.IsExcept
                ? Other(term, set)
                : set.Choices.OrderBy(choice => choice.ToString(), StringComparer.Ordinal)
                    .ElementAt((int)(chance % set.Choices.Count));
        }

        var interval = axis[(int)(chance % axis.Length)];
        var step = new[] { Quantity.One, Quantity.One.Half().Half(), Quantity.Of(10)!.Value }[chance % 3];
        var at = (interval.Low.At, interval.High.At) switch
        {
            ({ } low, _) when interval.Low.IsClosed && chance % 2 == 0 => low,
            ({ } low, { } high) => (low + high).Half(),
            ({ } low, null) => low + step,
            (null, { } high) => high - step,
            _ => step,
        };
        return at.As(term.Type);
    }

    private static string? Other(Term term, ValueSet set) => term.Type == typeof(string)
        ? Texts.FirstOrDefault(text => !set.Choices.Contains(text))
        : null;

    private static object? Guess(Type type, uint chance) =>
        type.IsEnum ? Enum.GetValues(type).GetValue((int)(chance % Enum.GetValues(type).Length))
        : type == typeof(bool) ? chance % 2 == 0
        : type == typeof(string) ? "text"
        : Quantity.Of(Guesses[chance % Guesses.Length]) is { } number ? number.As(type)
        : null;

    // Marsaglia's xorshift: the same numbers each time, since a finding must not depend on chance.
    private static uint Next(ref uint state)
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return state;
    }
}

/// <summary>Where a fact stands in the inputs.</summary>
internal sealed record FactSlot(string Input, IReadOnlyList<PropertyInfo> Fields)
{
    public string Path => string.Join('.', Fields.Select(one => one.Name).Prepend(Input));

    public Type Type => Fields is [.., var last] ? TypeNames.Bare(last.PropertyType) : typeof(object);

    /// <returns>Null for what is no fact itself.</returns>
    public static FactSlot? Of(Formula formula) => TermKey.Bare(formula) switch
    {
        Formula.Member { Target: Formula.Input input } member => new FactSlot(input.Name, [member.Field]),
        Formula.Member member when Of(member.Target) is { } target =>
            target with { Fields = [.. target.Fields, member.Field] },
        _ => null,
    };

    /// <summary>Every fact a formula is computed from.</summary>
    public static IEnumerable<FactSlot> In(Formula formula) =>
        Of(formula) is { } fact ? [fact] : formula.Parts.SelectMany(In);
}

/// <summary>Inputs of a schema, made from nothing: what is not set is missing, or its type's zero.</summary>
internal sealed class FactInputs
{
    private readonly Dictionary<string, object?> _inputs;

    public FactInputs(FactSchema schema) => _inputs = schema.Inputs.ToDictionary(
        input => input.Name, input => Make(input.Type), StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<RuleParameter> Parameters =>
        [.. _inputs.Select(input => new RuleParameter(input.Key, input.Value))];

    /// <returns>False when the fact cannot be set.</returns>
    public bool Set(FactSlot fact, object? value)
    {
        var record = _inputs[fact.Input];
        foreach (var field in fact.Fields.SkipLast(1))
        {
            if (record is null || (field.GetValue(record) is null && !Put(record, field, Make(field.PropertyType))))
            {
                return false;
            }

            record = field.GetValue(record);
        }

        return record is not null && Put(record, fact.Fields[^1], value);
    }

    private static bool Put(object record, PropertyInfo field, object? value)
    {
        if (field.SetMethod is null || (value is null && field.PropertyType.IsValueType
            && Nullable.GetUnderlyingType(field.PropertyType) is null))
        {
            return false;
        }

        field.SetValue(record, value);
        return true;
    }

    private static object? Make(Type type)
    {
        if (type.IsAbstract || type.IsArray || type == typeof(string) || Nullable.GetUnderlyingType(type) is not null)
        {
            return null;
        }

        var made = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var field in type.GetProperties().Where(field => field.SetMethod is not null))
        {
            if (TypeNames.ElementOf(field.PropertyType) is { } element
                && field.PropertyType.IsAssignableFrom(typeof(List<>).MakeGenericType(element)))
            {
                field.SetValue(made, Activator.CreateInstance(typeof(List<>).MakeGenericType(element)));
            }
        }

        return made;
    }
}
