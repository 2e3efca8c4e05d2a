using Planning.Rules.Formulas;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Analysis;

/// <summary>Finds what is never true, and what is true whenever it is known.</summary>
internal sealed class Truisms
{
    private readonly ReadRules _read;
    private readonly RegionReader _reader;
    private readonly RegionAlgebra _algebra;
    private readonly Rule _rule;
    private readonly List<Finding> _found = [];

    private Truisms(ReadRules read, Rule rule) =>
        (_read, _reader, _algebra, _rule) = (read, read.Reader, read.Algebra, rule);

    public static IEnumerable<Finding> In(ReadRules read)
    {
        foreach (var rule in read.Rules)
        {
            List<Finding> found = [];
            var isWhole = read.WithinARule(() => found = In(read, rule.Rule));
            foreach (var finding in found)
            {
                yield return finding;
            }

            if (!isWhole)
            {
                yield return new Finding(
                    FindingCode.NotAnalysed,
                    rule.Rule.Path,
                    [rule.Name],
                    $"{rule.Name} is too large to be looked into whole.");
            }
        }
    }

    private static List<Finding> In(ReadRules read, Rule rule)
    {
        var truisms = new Truisms(read, rule);
        truisms.Look();
        return truisms._found.Count > 0 || rule.Rules is []
            ? truisms._found
            : [.. rule.Rules.SelectMany(child => In(read, child))];
    }

    private void Look()
    {
        if (_rule.Body.Condition is Formula.Constant)
        {
            // Written so on purpose.
            return;
        }

        if (_reader.True(_rule).IsEmpty)
        {
            Tell(FindingCode.NeverTrue, $"{_rule.Name} can never be true{Why()}.");
            return;
        }

        if (HoldsForNothing(_reader.False(_rule)))
        {
            Tell(FindingCode.AlwaysTrue, $"{_rule.Name} is true whenever it is known.");
            return;
        }

        if (_rule.Body.Condition is { } condition)
        {
            Look(condition, Region.Everything);
        }
    }

    private void Look(Formula formula, Region context)
    {
        switch (formula)
        {
            case Formula.All all:
                LookIntoAll(all.Conditions, context);
                break;
            case Formula.Any any:
                LookIntoAny(any.Conditions, context);
                break;
        }
    }

    private void LookIntoAll(IReadOnlyList<Formula> parts, Region context)
    {
        var behind = new Region[parts.Count + 1];
        behind[^1] = context;
        for (var i = parts.Count - 1; i > 0; i--)
        {
            behind[i] = _algebra.And(behind[i + 1], _reader.Where(parts[i], truth: true));
        }

        var before = Region.Everything;
        foreach (var (at, part) in parts.Index())
        {
            if (part is not Formula.Constant && HoldsForNothing(_reader.Where(part, truth: false)))
            {
                Tell(FindingCode.AlwaysTrue, $"In {_rule.Name}, `{part.Text}` is true whenever it is known.");
            }
            else
            {
                Look(part, _algebra.And(before, behind[at + 1]));
            }

            before = _algebra.And(before, _reader.Where(part, truth: true));
        }
    }

    private void LookIntoAny(IReadOnlyList<Formula> parts, Region context)
    {
        foreach (var part in parts.Where(part => part is not Formula.Constant))
        {
            if (_algebra.And(context, _reader.Where(part, truth: true)).IsEmpty)
            {
                Tell(FindingCode.NeverTrue, $"In {_rule.Name}, `{part.Text}` can never be true.");
            }
            else
            {
                Look(part, context);
            }
        }
    }

    // Two parts that exclude each other say it best.
    private string Why()
    {
        IReadOnlyList<(string Text, Region True)> parts = _rule.Body.Condition is Formula.All all
            ? [.. all.Conditions.Select(part => (part.Text, _reader.Where(part, truth: true)))]
            : _rule.Operator is RuleOperator.And
                ? [.. _rule.Rules.Select(child => (child.Name, _reader.True(child)))]
                : [];
        if (parts.FirstOrDefault(part => part.True.IsEmpty) is { Text: { Length: > 0 } alone })
        {
            return $": `{alone}` never is";
        }

        foreach (var (at, part) in parts.Index())
        {
            foreach (var other in parts.Skip(at + 1))
            {
                if (!_read.Budget.Afford(1))
                {
                    return "";
                }

                if (_algebra.And(part.True, other.True).IsEmpty)
                {
                    return $": `{part.Text}` and `{other.Text}` exclude each other";
                }
            }
        }

        return "";
    }

    // What is no number is left aside: no author thinks of it.
    private static bool HoldsForNothing(Region region) => region.IsKnown
        && region.Boxes.All(box => box.Sides.Any(side => side.Value is { KnowsNothing: true, Missing: false }));

    private void Tell(string code, string sentence) =>
        _found.Add(new Finding(
            code, _rule.Operator is null ? $"{_rule.Path}.Expression" : _rule.Path, [_rule.Name], sentence));
}
