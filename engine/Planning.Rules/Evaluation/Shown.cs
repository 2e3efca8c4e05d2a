using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;
using Planning.Rules.Dialect;

namespace Planning.Rules.Evaluation;

/// <summary>Values as people read them in a sentence: numbers with at most two decimals, days as 2026-03-31.</summary>
internal static class Shown
{
    private static readonly ConcurrentDictionary<Enum, string> Words = new();

    public static string Value(object? value) => value switch
    {
        null => "not known",
        string text => text,
        double or float or decimal => Number((IFormattable)value),
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool yes => yes ? "yes" : "no",
        Enum member => Word(member),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable list => Listed(list),
        _ => value.ToString() ?? "",
    };

    private static string Listed(IEnumerable list)
    {
        var text = new StringBuilder();
        foreach (var each in list)
        {
            text.Append(text.Length > 0 ? ", " : "").Append(Value(each));
            if (text.Length > Limits.TextLength)
            {
                throw LimitExceededException.Text();
            }
        }

        return text.ToString();
    }

    // A choice that travels under a name of its own is told by that name: HOLD_STEADY, not HoldSteady. Looked up once;
    // the table holds no choice twice, and those that nobody has named are not kept.
    private static string Word(Enum member) => Words.TryGetValue(member, out var known) ? known
        : Enum.IsDefined(member.GetType(), member) ? Words.GetOrAdd(member, NameOf)
        : member.ToString();

    private static string NameOf(Enum member) =>
        member.GetType().GetField(member.ToString())?.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name
        ?? member.ToString();

    private static string Number(IFormattable number)
    {
        var text = number.ToString("0.##", CultureInfo.InvariantCulture);
        return text is "-0" ? "0" : text;
    }
}
