using System.Collections.Immutable;
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

    private readonly Trials _trials = new(rules);

    /// <summary>Whether no more examples are looked for.</summary>
    public bool IsExhausted => _trials.Budget.IsExhausted;

    /// <param name="shows">Whether facts, tried out on the rules, show what the example is for.</param>
    public IReadOnlyDictionary<string, object?>? Find(Box box, Func<Trial, bool> shows)
    {
        var fixedFacts = box.Sides.Where(side => FactSlot.Of(side.Key.Formula) is not null)
            .Select(side => (Fact: FactSlot.Of(side.Key.Formula)!, side.Key, side.Value)).ToList();
        var free = FactSlot.In(box.Sides.Keys.Select(term => term.Formula))
            .ExceptBy(fixedFacts.Select(one => one.Fact.Path), fact => fact.Path)
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

            if (!isMade || !_trials.Budget.Afford(facts.Count))
            {
                return null;
            }

            if (shows(new Trial(_trials, inputs)))
            {
                return facts.ToImmutable();
            }
        }

        return null;
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
