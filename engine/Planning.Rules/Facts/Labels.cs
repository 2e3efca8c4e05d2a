using System.Collections.Frozen;
using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using System.Text;
using Planning.Rules.Wording;

namespace Planning.Rules.Facts;

/// <summary>What explanations call a fact that nobody has named: the words of its name.</summary>
internal static class Labels
{
    private const string ScoreWord = " score";

    // What .NET's own values have, for languages that cannot read it off the name.
    private static readonly FrozenDictionary<string, string> Chinese = new Dictionary<string, string>
    {
        ["Year"] = "年份",
        ["Month"] = "月份",
        ["Day"] = "日",
        ["DayOfWeek"] = "星期",
        ["Date"] = "日期",
        ["Hour"] = "小时",
        ["Minute"] = "分钟",
        ["Days"] = "天数",
        ["TotalDays"] = "总天数",
        ["TotalHours"] = "总小时数",
        ["Length"] = "长度",
        ["Count"] = "数量",
        ["Key"] = "键",
        ["Value"] = "值",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Label Of(PropertyInfo field) =>
        IsOfSystem(field) ? new Label(Words(field.Name), Chinese.GetValueOrDefault(field.Name))
        : field.GetCustomAttribute<DisplayNameAttribute>() is { DisplayName: { Length: > 0 } name }
            ? new Label(name)
            : new Label(Words(field.Name));

    public static bool IsOfSystem(PropertyInfo field) =>
        field.DeclaringType?.Namespace?.StartsWith(nameof(System), StringComparison.Ordinal) is true;

    /// <summary>A computed score is called by what it scores: QualityScore is "quality".</summary>
    public static Label OfComputed(string name)
    {
        var words = Words(name);
        return new Label(words.EndsWith(ScoreWord, StringComparison.Ordinal) ? words[..^ScoreWord.Length] : words);
    }

    private static string Words(string name)
    {
        var words = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '_')
            {
                words.Append(' ');
                continue;
            }

            if (i > 0 && StartsWord(name, i))
            {
                words.Append(' ');
            }

            words.Append(char.ToLower(name[i], CultureInfo.InvariantCulture));
        }

        return words.ToString();
    }

    private static bool StartsWord(string name, int at) =>
        name[at - 1] != '_'
        && ((char.IsUpper(name[at])
                && (!char.IsUpper(name[at - 1]) || (at + 1 < name.Length && char.IsLower(name[at + 1]))))
            || (char.IsDigit(name[at]) && !char.IsDigit(name[at - 1])));
}
