using System.Globalization;
using Planning.Rules.Evaluation;

namespace Planning.Rules.Analysis;

/// <summary>Says regions as people do: "match ≥ 50 and &lt; 60, tier is B".</summary>
internal static class RegionWords
{
    private const int MostSides = 6;

    public static string Of(Box box)
    {
        var sides = box.Sides.OrderBy(side => side.Key.Key, StringComparer.Ordinal)
            .Where(side => !side.Key.Universe.IsInside(side.Value, side.Key))
            .Select(side => Of(side.Key, side.Value))
            .ToList();
        return sides.Count <= MostSides
            ? string.Join(", ", sides)
            : $"{string.Join(", ", sides.Take(MostSides))} and {sides.Count - MostSides} more";
    }

    public static string Value(Term term, Quantity at) => term.Formula is { } && at.As(term.Type) is { } value
        ? value is double or float or decimal
            ? ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)
            : Shown.Value(value)
        : ((double)at).ToString(CultureInfo.InvariantCulture);

    private static string Of(Term term, ValueSet set)
    {
        if (set.KnowsNothing)
        {
            return $"{term.Label} is not known";
        }

        if (set.OnAxis is { } axis)
        {
            return $"{term.Label} {string.Join(" or ", axis.Select(one => Of(term, one)))}";
        }

        var choices = string.Join(
            " or ", set.Choices.Select(Shown.Value).Order(StringComparer.Ordinal));
        return set.IsExcept ? $"{term.Label} is not {choices}"
            : term.Type == typeof(bool) ? $"{(set.Choices.Contains(true) ? "" : "not ")}{term.Label}"
            : $"{term.Label} is {choices}";
    }

    private static string Of(Term term, Interval interval)
    {
        if (interval.IsPoint)
        {
            return $"= {Value(term, interval.Low.At!.Value)}";
        }

        var low = interval.Low.At is { } from ? $"{(interval.Low.IsClosed ? "≥" : ">")} {Value(term, from)}" : "";
        var high = interval.High.At is { } to ? $"{(interval.High.IsClosed ? "≤" : "<")} {Value(term, to)}" : "";
        return low is "" ? high is "" ? "any" : high : high is "" ? low : $"{low} and {high}";
    }
}
