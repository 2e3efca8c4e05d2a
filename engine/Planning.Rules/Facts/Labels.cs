using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Planning.Rules.Facts;

/// <summary>What explanations call a fact.</summary>
internal static class Labels
{
    private const string ScoreWord = " score";

    public static string Of(PropertyInfo field) =>
        field.GetCustomAttribute<DisplayNameAttribute>() is { DisplayName: { Length: > 0 } name }
            ? name
            : Words(field.Name);

    /// <summary>A computed score is called by what it scores: QualityScore is "quality".</summary>
    public static string OfComputed(string name)
    {
        var words = Words(name);
        return words.EndsWith(ScoreWord, StringComparison.Ordinal) ? words[..^ScoreWord.Length] : words;
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
