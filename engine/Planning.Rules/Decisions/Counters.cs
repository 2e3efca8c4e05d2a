using System.Collections.Immutable;
using Planning.Rules.Formulas;

namespace Planning.Rules.Decisions;

/// <summary>The counters of one decision while it is made: true adds one, false starts again, unknown leaves
/// them.</summary>
internal sealed class Counters(ImmutableSortedDictionary<string, int> before)
{
    private ImmutableSortedDictionary<string, int>.Builder? _changed;

    public ImmutableSortedDictionary<string, int> Next => _changed?.ToImmutable() ?? before;

    /// <returns>How often in a row the rule has been true by now.</returns>
    public int Count(string rule, Truth truth)
    {
        var times = before.GetValueOrDefault(rule);
        switch (truth)
        {
            case Truth.True:
                (_changed ??= before.ToBuilder())[rule] = ++times;
                return times;
            case Truth.False when times > 0:
                (_changed ??= before.ToBuilder()).Remove(rule);
                return 0;
            default:
                return times;
        }
    }
}
