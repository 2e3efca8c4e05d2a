using Planning.Rules.Formulas;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Analysis;

/// <summary>Finds where a condition is true and where it is false; in between it is unknown.</summary>
/// <remarks>Exact for facts compared with constants. Terms are taken as independent of each other, so a region may hold
/// points that cannot be: what is empty is truly empty, what is not may be.</remarks>
internal sealed class RegionReader(RegionAlgebra algebra, Budget budget)
{
    private const int LettersInAStep = 8;

    private readonly Dictionary<string, Term> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Slot, bool Truth), Region> _parameters = [];

    /// <summary>Reads parameters in their order, so that one that names another never leads deep.</summary>
    public void Learn(IEnumerable<ScopedValue> parameters)
    {
        foreach (var parameter in parameters.Where(one => TypeNames.Bare(one.Formula.Type) == typeof(bool)))
        {
            _ = Parameter(parameter.Formula, truth: true);
            _ = Parameter(parameter.Formula, truth: false);
        }
    }

    public Region True(Rule rule)
    {
        Learn(rule.Body.Locals);
        return rule.Body.Condition is { } condition
            ? Where(condition, truth: true)
            : rule.Rules is [] ? Region.Nothing
            : Combined(rule.Rules.Select(True), isAll: rule.Operator is RuleOperator.And);
    }

    /// <summary>Once <see cref="True"/> has been asked for.</summary>
    public Region False(Rule rule) => rule.Body.Condition is { } condition
        ? Where(condition, truth: false)
        : rule.Rules is [] ? Region.Everything
        : Combined(rule.Rules.Select(False), isAll: rule.Operator is not RuleOperator.And);

    public Region Where(Formula formula, bool truth) => !budget.Afford(1) ? Region.TooLarge : formula switch
    {
        Formula.All all => Combined(all.Conditions.Select(part => Where(part, truth)), isAll: truth),
        Formula.Any any => Combined(any.Conditions.Select(part => Where(part, truth)), isAll: !truth),
        Formula.Not not => Where(not.Inner, !truth),
        Formula.Constant { Value: bool value } => value == truth ? Region.Everything : Region.Nothing,
        Formula.Constant { Value: null } => Region.Nothing,
        Formula.Convert convert when TypeNames.Bare(convert.Inner.Type) == typeof(bool) => Where(convert.Inner, truth),
        Formula.Scoped scoped when TypeNames.Bare(scoped.Type) == typeof(bool) => Parameter(scoped, truth),
        Formula.If choice => algebra.Or(
            algebra.And(Where(choice.Condition, truth: true), Where(choice.Then, truth)),
            algebra.And(Where(choice.Condition, truth: false), Where(choice.Else, truth))),
        Formula.Coalesce { Fallback: Formula.Constant { Value: bool fallback } } choice when IsTerm(choice.Inner) =>
            fallback == truth
                ? algebra.Or(Where(choice.Inner, truth), Missing(choice.Inner))
                : Where(choice.Inner, truth),
        Formula.IsMissing missing when IsTerm(missing.Inner) && TermOf(missing.Inner).Universe.Missing => truth
            ? Missing(missing.Inner)
            : Region.Where(TermOf(missing.Inner), TermOf(missing.Inner).Universe with { Missing = false }),
        Formula.Compare compare => Compared(compare, truth),
        Formula.OneOf oneOf when oneOf.Options.All(option => Value(option) is not null) => OneOf(oneOf, truth),
        _ => Opaque(formula, truth),
    };

    // Worked out once, however often it is named.
    private Region Parameter(Formula.Scoped scoped, bool truth) =>
        _parameters.TryGetValue((scoped.Slot, truth), out var known)
            ? known
            : _parameters[(scoped.Slot, truth)] = Where(scoped.Computed, truth);

    private Region Combined(IEnumerable<Region> parts, bool isAll) => isAll
        ? parts.Aggregate(Region.Everything, algebra.And)
        : algebra.Or([.. parts]);

    private Region OneOf(Formula.OneOf oneOf, bool truth)
    {
        if (IsTerm(oneOf.Item) && TermOf(oneOf.Item) is var term
            && oneOf.Options.Select(option => Holding(term, Comparison.Equal, Value(option)!)).ToList() is var points
            && !points.Contains(null))
        {
            return Settled(term, ValueSet.OfPoints(points!), Comparison.Equal, oneOf.Type == typeof(bool), truth);
        }

        var parts = oneOf.Options.Select(option => Compared(
            new Formula.Compare(Comparison.Equal, oneOf.Item, option, oneOf.Type), truth));
        return Combined(parts, isAll: !truth);
    }

    private Region Compared(Formula.Compare compare, bool truth)
    {
        var (left, right, sign) = Value(compare.Left) is not null && Value(compare.Right) is null
            ? (compare.Right, compare.Left, Mirrored(compare.Operator))
            : (compare.Left, compare.Right, compare.Operator);
        if (TypeNames.Bare(left.Type) == typeof(bool) && Value(right) is bool wanted)
        {
            return Condition(left, sign, wanted, compare, truth);
        }

        if (FactNames.Bare(left) is Formula.Coalesce choice && IsTerm(choice.Inner)
            && Value(choice.Fallback) is { } fallback && Value(right) is { } limit
            && Constants(fallback, limit, sign) is { } alike)
        {
            var inner = new Formula.Compare(sign, choice.Inner, right, compare.Type);
            return alike == truth
                ? algebra.Or(Compared(inner, truth), Missing(choice.Inner))
                : algebra.And(Compared(inner, truth), Where(new Formula.IsMissing(choice.Inner), truth: false));
        }

        if (IsTerm(left) && IsTerm(right))
        {
            return Between(compare, truth);
        }

        if (Value(right) is not { } constant || !IsTerm(left))
        {
            return Opaque(compare, truth);
        }

        var term = TermOf(left);
        return Holding(term, sign, constant) is { } holds
            ? Settled(term, holds, sign, compare.Type == typeof(bool), truth)
            : Opaque(compare, truth);
    }

    private Region Between(Formula.Compare compare, bool truth)
    {
        var isMirrored = string.CompareOrdinal(Key(compare.Left), Key(compare.Right)) > 0;
        var sign = isMirrored ? Mirrored(compare.Operator) : compare.Operator;
        var term = OrderOf(isMirrored ? compare with { Left = compare.Right, Right = compare.Left } : compare);
        int[] orders = [-1, 0, 1];
        var holds = ValueSet.Of(orders.Where(order => Constants(order, 0, sign) is true).Cast<object>());
        return Settled(term, holds, sign, compare.Type == typeof(bool), truth);
    }

    // Where nothing can be unknown (RulesEngine's policy), a missing value is false, and different from everything.
    private static Region Settled(Term term, ValueSet holds, Comparison sign, bool isDefinite, bool truth)
    {
        var isDifferent = sign is Comparison.NotEqual;
        var all = holds with
        {
            NaN = isDifferent && term.Universe.NaN,
            Missing = isDifferent && isDefinite && term.Universe.Missing,
        };
        if (truth)
        {
            return Region.Where(term, all);
        }

        var outside = all.Outside(term);
        return Region.Where(term, isDefinite ? outside : outside with { Missing = false });
    }

    private Region Condition(Formula left, Comparison sign, bool wanted, Formula.Compare compare, bool truth)
    {
        if (sign is not (Comparison.Equal or Comparison.NotEqual))
        {
            return Opaque(compare, truth);
        }

        var isWanted = sign is Comparison.Equal == truth;
        if (compare.Type != typeof(bool) || !left.MayBeNull)
        {
            return Where(left, isWanted == wanted);
        }

        // RulesEngine's policy: a missing yes or no is different from both.
        return !IsTerm(left) ? Opaque(compare, truth)
            : isWanted ? Where(left, wanted)
            : algebra.Or(Where(left, !wanted), Missing(left));
    }

    private static ValueSet? Holding(Term term, Comparison sign, object constant)
    {
        if (term.Universe.OnAxis is not null)
        {
            return Quantity.Of(constant) is { } to ? term.Compared(sign, to) : null;
        }

        if (term.Type.IsEnum && !term.Universe.IsExcept && constant.GetType() == term.Type)
        {
            return ValueSet.Of(term.Universe.Choices.Where(choice => Stands(choice, sign, constant)));
        }

        return constant.GetType() != term.Type ? null : sign switch
        {
            Comparison.Equal => ValueSet.Of(constant),
            Comparison.NotEqual => ValueSet.Except(constant),
            _ => null,
        };
    }

    private static bool Stands(object left, Comparison sign, object right) =>
        Constants(Convert.ToDecimal(left, null), Convert.ToDecimal(right, null), sign) is true;

    /// <returns>Null for values that stand in no order.</returns>
    private static bool? Constants(object left, object right, Comparison sign)
    {
        if (Quantity.Of(left) is not { } one || Quantity.Of(right) is not { } other)
        {
            return sign switch
            {
                Comparison.Equal => Equals(left, right),
                Comparison.NotEqual => !Equals(left, right),
                _ => null,
            };
        }

        var order = one.CompareTo(other);
        return sign switch
        {
            Comparison.Equal => order == 0,
            Comparison.NotEqual => order != 0,
            Comparison.Below => order < 0,
            Comparison.AtMost => order <= 0,
            Comparison.AtLeast => order >= 0,
            _ => order > 0,
        };
    }

    private Region Missing(Formula formula)
    {
        var term = TermOf(formula);
        return term.Universe.Missing ? Region.Where(term, term.Only) : Region.Nothing;
    }

    // A condition we do not look into is true, false or unknown as a whole.
    private Region Opaque(Formula formula, bool truth) => Region.Where(TermOf(formula), ValueSet.Of(truth));

    private Term TermOf(Formula formula)
    {
        var bare = FactNames.Bare(formula);
        var key = Key(bare);
        return _terms.TryGetValue(key, out var known) ? known : _terms[key] = new Term(_terms.Count, key, bare);
    }

    private Term OrderOf(Formula.Compare compare)
    {
        var key = $"{Key(compare.Left)} : {Key(compare.Right)}";
        return _terms.TryGetValue(key, out var known) ? known : _terms[key] = Term.Order(_terms.Count, key, compare);
    }

    private string Key(Formula formula)
    {
        var key = TermKey.Of(formula);
        _ = budget.Afford(key.Length / LettersInAStep);
        return key;
    }

    private static bool IsTerm(Formula formula) => FactNames.Bare(formula) is
        Formula.Member or Formula.Scoped or Formula.Arithmetic or Formula.Call or Formula.Query or Formula.Input
        or Formula.Negate;

    private static object? Value(Formula formula) => formula switch
    {
        Formula.Constant constant => constant.Value,
        Formula.Convert { Inner: Formula.Constant constant } convert when FactNames.IsHarmless(convert) =>
            constant.Value,
        _ => null,
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
