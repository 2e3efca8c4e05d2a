using System.Text.Json;
using System.Text.RegularExpressions;

namespace Planning.Benchmarks.Fuzzing;

/// <summary>Real rules, cut and joined at random.</summary>
internal static partial class Mutations
{
    public static (string Text, bool IsFile) Make(Chance chance, Subject subject) => chance.Below(8) switch
    {
        0 => (Cut(chance.Of(subject.Files), chance), true),
        1 => (Fragment(chance.Of(subject.Files), chance), true),
        _ => (Spliced(chance, subject), false),
    };

    // Some letters of a file lost, doubled or turned.
    private static string Cut(string file, Chance chance)
    {
        var text = file.Length > 4_000 ? Fragment(file, chance) : file;
        var times = 1 + chance.Below(4);
        for (var i = 0; i < times && text.Length > 0; i++)
        {
            var at = chance.Below(text.Length);
            var length = Math.Min(1 + chance.Below(chance.OneIn(4) ? 200 : 3), text.Length - at);
            text = chance.Below(3) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, text.Substring(at, length)),
                _ => text.Remove(at, 1).Insert(at, ((char)(32 + chance.Below(95))).ToString()),
            };
        }

        return text;
    }

    // A few of the rules, with their expressions changed between one another.
    private static string Fragment(string file, Chance chance)
    {
        using var document = JsonDocument.Parse(file);
        if (document.RootElement.ValueKind is not JsonValueKind.Object
            || !document.RootElement.TryGetProperty("Rules", out var rules) || rules.GetArrayLength() == 0)
        {
            return file;
        }

        var all = rules.EnumerateArray().Select(rule => rule.GetRawText()).ToArray();
        var some = Enumerable.Range(0, 1 + chance.Below(3)).Select(_ => chance.Of(all));
        var parameters = document.RootElement.TryGetProperty("GlobalParams", out var globals) && chance.OneIn(2)
            ? $"\"GlobalParams\": {globals.GetRawText()}, "
            : "";
        return $$"""{ "WorkflowName": "w", {{parameters}}"Rules": [ {{string.Join(',', some)}} ] }""";
    }

    private static string Spliced(Chance chance, Subject subject)
    {
        var left = Tokens(chance.Of(subject.Expressions));
        var right = Tokens(chance.Of(subject.Expressions));
        string[] mutant = chance.Below(5) switch
        {
            0 => [.. left[..chance.Below(left.Length + 1)], .. right[chance.Below(right.Length)..]],
            1 => [.. left.Select(one => chance.OneIn(5) ? chance.Of(right) : one)],
            2 => ["(", .. left, ")", chance.Of(["==", ">", "and", "or", "??", "+", "in"]), "(", .. right, ")"],
            3 => ["iif((", .. left, ") == null, (", .. right, "), (", .. left, "))"],
            _ => [.. left.Where(_ => !chance.OneIn(12))],
        };
        return string.Join(chance.OneIn(2) ? " " : "", mutant);
    }

    private static string[] Tokens(string expression) =>
        [.. Token().Matches(expression).Select(one => one.Value).DefaultIfEmpty(" ")];

    [GeneratedRegex("""\w+|"[^"]*"|\s|[^\w\s]""")]
    private static partial Regex Token();
}
