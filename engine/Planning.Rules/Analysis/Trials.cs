using Planning.Rules.Compiling;
using Planning.Rules.Formulas;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Analysis;

/// <summary>Facts to be tried out on rules.</summary>
internal readonly record struct Trial(Trials Trials, FactInputs Inputs)
{
    /// <returns>Null also where it fails.</returns>
    public bool? Truth(Rule rule) => Trials.Truth(rule, Inputs);

    /// <summary>The same facts with one of them changed; this trial's own are lost.</summary>
    public Trial After(FactSlot fact, object? value)
    {
        _ = Inputs.Set(fact, value);
        return this;
    }
}

/// <summary>Evaluates rules of a set, as long as there is budget: rules may be slow as well as many.</summary>
internal sealed class Trials(RuleSet rules)
{
    private const long MostSteps = 10_000_000;
    private const int StepsOfATrial = 200;
    private const int StepsOfAnElement = 4;
    private const int BytesInAStep = 32;

    private readonly Dictionary<Rule, int> _sizes = new(ReferenceEqualityComparer.Instance);
    private readonly int _globals = rules.GlobalParameters.Sum(global => Size(global.Formula.Computed));

    public Budget Budget { get; } = new(MostSteps);

    public bool? Truth(Rule rule, FactInputs inputs)
    {
        if (!Budget.Afford(StepsOfATrial + _globals + SizeOf(rule)))
        {
            return null;
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            var (frame, failure) = rules.Prepare(inputs.Parameters);
            return failure is null ? rules.Holds(rule, frame) : null;
        }
        catch (ArgumentException)
        {
            // Facts that were guessed need not fit the schema.
            return null;
        }
        finally
        {
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            _ = Budget.Afford(((long)Steps.SoFar * StepsOfAnElement) + (allocated / BytesInAStep));
        }
    }

    private int SizeOf(Rule rule) =>
        _sizes.TryGetValue(rule, out var known) ? known : _sizes[rule] = Size(rule);

    private static int Size(Rule rule) =>
        rule.Body.Locals.Sum(local => Size(local.Formula.Computed))
        + (rule.Body.Condition is { } condition ? Size(condition) : rule.Rules.Sum(Size));

    private static int Size(Formula formula) => formula is Formula.Scoped ? 1 : 1 + formula.Parts.Sum(Size);
}
