using System.Globalization;
using System.Text;
using Planning.Rules.Dialect;

namespace Planning.Rules.Binding;

/// <summary>Values written by a pattern, as .NET does it, but never longer than a rule may make a text.</summary>
internal static class Patterns
{
    private const int Longest = 64;
    private const int MostDigits = 99;

    public static string Format(string pattern, object? first) => Fill(pattern, [first]);

    public static string Format(string pattern, object? first, object? second) => Fill(pattern, [first, second]);

    public static string Format(string pattern, object? first, object? second, object? third) =>
        Fill(pattern, [first, second, third]);

    public static DateTime ParseExact(string text, string pattern, object? culture) => DateTime.ParseExact(
        text, pattern, culture as CultureInfo ?? Vocabulary.Culture, DateTimeStyles.None);

    public static string? ToString(object? value, string pattern)
    {
        Check(pattern);
        return value is IFormattable formattable
            ? formattable.ToString(pattern, Vocabulary.Culture)
            : value?.ToString();
    }

    // {0} and {0:F1}; not {0,1000}, which pads without bound.
    private static string Fill(string pattern, object?[] values)
    {
        var text = new StringBuilder();
        for (var at = 0; at < pattern.Length; at++)
        {
            var sign = pattern[at];
            if (sign is not ('{' or '}'))
            {
                text.Append(sign);
                continue;
            }

            if (at + 1 < pattern.Length && pattern[at + 1] == sign)
            {
                text.Append(sign);
                at++;
                continue;
            }

            var close = pattern.IndexOf('}', at);
            if (sign is '}' || close < 0)
            {
                throw new FormatException($"The pattern \"{pattern}\" cannot be read.");
            }

            var hole = pattern[(at + 1)..close].Split(':', 2);
            if (!int.TryParse(hole[0], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                || index >= values.Length)
            {
                throw new FormatException($"`{{{hole[0]}}}` is not a value of the pattern \"{pattern}\".");
            }

            text.Append(hole.Length > 1 ? ToString(values[index], hole[1]) : Texts.Of(values[index]));
            if (text.Length > Limits.TextLength)
            {
                throw Evaluation.LimitExceededException.Text();
            }

            at = close;
        }

        return text.ToString();
    }

    private static void Check(string pattern)
    {
        var digits = pattern.Length > 1 && pattern[1..].All(char.IsAsciiDigit)
            && int.TryParse(pattern[1..], CultureInfo.InvariantCulture, out var count)
                ? count
                : 0;
        if (pattern.Length > Longest || digits > MostDigits
            || (pattern.Length > 4 && pattern[1..].All(char.IsAsciiDigit)))
        {
            throw new FormatException($"The pattern \"{pattern}\" asks for too much.");
        }
    }
}
