using System.Numerics;
using Planning.Rules.Formulas;

namespace Planning.Rules.Compiling;

/// <summary>The questions a rule can put to a list. Found by name; a null answer means the answer is not
/// known.</summary>
/// <remarks>Under RulesEngine's policy a condition is never unknown, so the same methods serve both.</remarks>
internal static class Lists
{
    public static Truth AnyOf<T>(IEnumerable<T> list, Func<T, Truth> condition)
    {
        var truth = Truth.False;
        foreach (var each in Steps.Counted(list))
        {
            var one = condition(each);
            if (one is Truth.True)
            {
                return one;
            }

            truth = one > truth ? one : truth;
        }

        return truth;
    }

    public static Truth AllOf<T>(IEnumerable<T> list, Func<T, Truth> condition)
    {
        var truth = Truth.True;
        foreach (var each in Steps.Counted(list))
        {
            var one = condition(each);
            if (one is Truth.False)
            {
                return one;
            }

            truth = one < truth ? one : truth;
        }

        return truth;
    }

    public static int? CountOf<T>(IEnumerable<T> list, Func<T, Truth> condition)
    {
        var count = 0;
        foreach (var each in Steps.Counted(list))
        {
            switch (condition(each))
            {
                case Truth.Unknown:
                    return null;
                case Truth.True:
                    count++;
                    break;
                default:
                    break;
            }
        }

        return count;
    }

    /// <returns>The elements that meet the condition; null when it is not known of some.</returns>
    public static IEnumerable<T>? Where<T>(IEnumerable<T> list, Func<T, Truth> condition)
    {
        var met = new List<T>();
        foreach (var each in Steps.Kept(list))
        {
            var one = condition(each);
            if (one is Truth.Unknown)
            {
                return null;
            }

            if (one is Truth.True)
            {
                met.Add(each);
            }
        }

        return met;
    }

    /// <returns>The elements up to the first that does not meet the condition; null when it is not known of
    /// one.</returns>
    public static IEnumerable<T>? TakeWhile<T>(IEnumerable<T> list, Func<T, Truth> condition)
    {
        var taken = new List<T>();
        foreach (var each in Steps.Kept(list))
        {
            switch (condition(each))
            {
                case Truth.Unknown:
                    return null;
                case Truth.False:
                    return taken;
                default:
                    taken.Add(each);
                    break;
            }
        }

        return taken;
    }

    /// <returns>The elements from the first that does not meet the condition; null when it is not known of
    /// one.</returns>
    public static IEnumerable<T>? SkipWhile<T>(IEnumerable<T> list, Func<T, Truth> condition)
    {
        var all = list as IReadOnlyCollection<T> ?? Enumerable.ToList(Steps.Kept(list));
        return TakeWhile(all, condition) is { } skipped ? Enumerable.Skip(all, skipped.Count()) : null;
    }

    public static bool Any<T>(IEnumerable<T> list) => Enumerable.Any(list);

    public static int Count<T>(IEnumerable<T> list) =>
        Enumerable.TryGetNonEnumeratedCount(list, out var count) ? count : Enumerable.Count(Steps.Counted(list));

    public static IEnumerable<TTo> Select<T, TTo>(IEnumerable<T> list, Func<T, TTo> each) =>
        Enumerable.Select(Steps.Counted(list), each);

    public static IEnumerable<TTo> SelectMany<T, TTo>(IEnumerable<T> list, Func<T, IEnumerable<TTo>> each) =>
        Steps.Counted(Enumerable.SelectMany(Steps.Counted(list), each));

    public static IEnumerable<T> OrderBy<T, TKey>(IEnumerable<T> list, Func<T, TKey> key) =>
        Enumerable.OrderBy(Steps.Kept(list), key, Words<TKey>.InOrder);

    public static IEnumerable<T> OrderByDescending<T, TKey>(IEnumerable<T> list, Func<T, TKey> key) =>
        Enumerable.OrderByDescending(Steps.Kept(list), key, Words<TKey>.InOrder);

    /// <summary>Orders further; the binder allows it behind an OrderBy only.</summary>
    public static IEnumerable<T> ThenBy<T, TKey>(IEnumerable<T> list, Func<T, TKey> key) =>
        Enumerable.ThenBy((IOrderedEnumerable<T>)list, key, Words<TKey>.InOrder);

    public static IEnumerable<T> ThenByDescending<T, TKey>(IEnumerable<T> list, Func<T, TKey> key) =>
        Enumerable.ThenByDescending((IOrderedEnumerable<T>)list, key, Words<TKey>.InOrder);

    public static IEnumerable<IGrouping<TKey, T>> GroupBy<T, TKey>(IEnumerable<T> list, Func<T, TKey> key) =>
        Enumerable.GroupBy(Steps.Kept(list), Steps.Weighed(key));

    public static IEnumerable<T> Concat<T>(IEnumerable<T> list, IEnumerable<T> other) =>
        Enumerable.Concat(Steps.Counted(list), Steps.Counted(other));

    public static IEnumerable<T> Union<T>(IEnumerable<T> list, IEnumerable<T> other) =>
        Enumerable.Union(Steps.Kept(list), Steps.Kept(other));

    public static IEnumerable<T> Except<T>(IEnumerable<T> list, IEnumerable<T> other) =>
        Enumerable.Except(Steps.Kept(list), Steps.Kept(other));

    public static IEnumerable<T> Intersect<T>(IEnumerable<T> list, IEnumerable<T> other) =>
        Enumerable.Intersect(Steps.Kept(list), Steps.Kept(other));

    public static bool SequenceEqual<T>(IEnumerable<T> list, IEnumerable<T> other) =>
        Enumerable.SequenceEqual(Steps.Counted(list), Steps.Counted(other));

    public static IEnumerable<T?> DefaultIfEmpty<T>(IEnumerable<T> list) => Enumerable.DefaultIfEmpty(list);

    public static T[] ToArray<T>(IEnumerable<T> list) => Enumerable.ToArray(Steps.Kept(list));

    public static T Single<T>(IEnumerable<T> list) => Enumerable.Single(list);

    public static T? SingleOrDefault<T>(IEnumerable<T> list) => Enumerable.SingleOrDefault(list);

    public static bool HasKey<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> list, TKey key) => list switch
    {
        IReadOnlyDictionary<TKey, TValue> dictionary => dictionary.ContainsKey(key),
        IDictionary<TKey, TValue> dictionary => dictionary.ContainsKey(key),
        _ => false,
    };

    public static TValue Entry<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> list, TKey key) => list switch
    {
        IReadOnlyDictionary<TKey, TValue> dictionary => dictionary[key],
        IDictionary<TKey, TValue> dictionary => dictionary[key],
        _ => throw new ArgumentException("This is not a dictionary.", nameof(list)),
    };

    public static TValue? EntryOrDefault<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> list, TKey key) =>
        HasKey(list, key) ? Entry(list, key) : default;

    public static TValue? EntryOrNull<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> list, TKey key)
        where TValue : struct => HasKey(list, key) ? Entry(list, key) : null;

    public static IEnumerable<TKey> Keys<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> list) =>
        Enumerable.Select(Steps.Counted(list), entry => entry.Key);

    public static IEnumerable<TValue> Values<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> list) =>
        Enumerable.Select(Steps.Counted(list), entry => entry.Value);

    public static T? Lowest<T>(IEnumerable<T> list, bool missingIsMissing) => Extreme(list, missingIsMissing, -1);

    public static T? Highest<T>(IEnumerable<T> list, bool missingIsMissing) => Extreme(list, missingIsMissing, 1);

    public static IEnumerable<T> Take<T>(IEnumerable<T> list, int count) => Enumerable.Take(list, count);

    public static IEnumerable<T> Skip<T>(IEnumerable<T> list, int count) => Enumerable.Skip(Placed(list), count);

    public static IEnumerable<T> Distinct<T>(IEnumerable<T> list) => Enumerable.Distinct(Steps.Kept(list));

    public static IEnumerable<T> Reverse<T>(IEnumerable<T> list) => Enumerable.Reverse(Steps.Kept(list));

    public static IEnumerable<T> ToList<T>(IEnumerable<T> list) => Enumerable.ToList(Steps.Kept(list));

    public static T At<T>(IEnumerable<T> list, int index) => Enumerable.ElementAt(Placed(list), index);

    public static T First<T>(IEnumerable<T> list) => Enumerable.First(list);

    public static T Last<T>(IEnumerable<T> list) => Enumerable.Last(Placed(list));

    public static T? FirstOrDefault<T>(IEnumerable<T> list) => Enumerable.FirstOrDefault(list);

    public static T? LastOrDefault<T>(IEnumerable<T> list) => Enumerable.LastOrDefault(Placed(list));

    public static bool Contains<T>(IEnumerable<T> list, T item) =>
        Enumerable.Contains(list is ISet<T> ? list : Steps.Counted(list), item);

    /// <summary>A list that is about to stay somewhere: one that would be computed when it is looked at is computed
    /// here, so that none is ever built upon another without end.</summary>
    public static IEnumerable<T>? Kept<T>(IEnumerable<T>? list) =>
        list is null or ICollection<T> or IReadOnlyCollection<T> ? list : Enumerable.ToArray(Steps.Kept(list));

    public static TNumber? Sum<TNumber>(IEnumerable<TNumber?> list, bool missingIsMissing)
        where TNumber : struct, INumber<TNumber> =>
        Fold(list, missingIsMissing, static (sum, each) => sum + each, TNumber.Zero);

    public static TNumber? Min<TNumber>(IEnumerable<TNumber?> list, bool missingIsMissing)
        where TNumber : struct, INumber<TNumber> => Fold(list, missingIsMissing, TNumber.Min, null);

    public static TNumber? Max<TNumber>(IEnumerable<TNumber?> list, bool missingIsMissing)
        where TNumber : struct, INumber<TNumber> => Fold(list, missingIsMissing, TNumber.Max, null);

    public static TNumber? Average<TNumber>(IEnumerable<TNumber?> list, bool missingIsMissing)
        where TNumber : struct, INumber<TNumber>
    {
        var known = list as IReadOnlyCollection<TNumber?> ?? Enumerable.ToList(Steps.Kept(list));
        var count = TNumber.CreateChecked(known.Count(each => each is not null));
        return Fold(known, missingIsMissing, static (sum, each) => sum + each, null) / count;
    }

    // Where a place in the list is known without looking at what stands before it, nothing is counted.
    private static IEnumerable<T> Placed<T>(IEnumerable<T> list) => list is IList<T> ? list : Steps.Counted(list);

    private static T? Extreme<T>(IEnumerable<T> list, bool missingIsMissing, int sign)
    {
        var result = default(T);
        foreach (var each in Steps.Counted(list))
        {
            if (each is null)
            {
                if (missingIsMissing)
                {
                    return default;
                }
            }
            else if (result is null || Words<T>.InOrder.Compare(each, result) * sign > 0)
            {
                result = each;
            }
        }

        return result;
    }

    private static TNumber? Fold<TNumber>(
        IEnumerable<TNumber?> list, bool missingIsMissing, Func<TNumber, TNumber, TNumber> fold, TNumber? start)
        where TNumber : struct
    {
        var result = start;
        foreach (var each in Steps.Counted(list))
        {
            if (each is { } value)
            {
                result = result is { } so ? fold(so, value) : value;
            }
            else if (missingIsMissing)
            {
                return null;
            }
        }

        return result;
    }

    /// <summary>The order of values: of texts that of words, the same on every host.</summary>
    private static class Words<T>
    {
        public static readonly IComparer<T> InOrder = typeof(T) == typeof(string)
            ? (IComparer<T>)Comparer<string?>.Create(Binding.Texts.Order)
            : Comparer<T>.Default;
    }
}
