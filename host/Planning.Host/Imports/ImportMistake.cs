using System.Globalization;

namespace Planning.Host.Imports;

/// <summary>Where in the files something stands.</summary>
/// <param name="Row">The physical line in which the row starts, from 1; 0 for the file as a whole.</param>
internal readonly record struct ImportRow(string File, int Row);

/// <summary>What cannot be taken in as it is, and what would be right.</summary>
/// <param name="Row">The physical line in which the row starts, from 1; 0 for the file as a whole.</param>
/// <param name="Column">Empty when it is about the whole row.</param>
/// <param name="Value">What stands there, at most 40 characters of it.</param>
/// <param name="Reason">What is wrong with it and what would be right, without a full stop.</param>
internal sealed record ImportMistake(string File, int Row, string Column, string Value, string Reason)
{
    public const string NotUtf8 = "has bytes that are not UTF-8; save the file as UTF-8";

    private const int LongestValue = 40;

    public string Value { get; } = Shorten(Value);

    public override string ToString()
    {
        var row = Row > 0 ? FormattableString.Invariant($", row {Row}") : "";
        var column = Column.Length > 0 ? $", {Column}" : "";
        var value = Value.Length > 0 ? $" “{Value}”" : "";
        return $"{File}{row}{column}{value}: {Reason}";
    }

    /// <summary>A value as a report can show it: short, on one line, without what would steer a terminal.</summary>
    public static string Shorten(string value)
    {
        var shown = value.Length <= LongestValue ? value
            : char.IsHighSurrogate(value[LongestValue - 2]) ? $"{value.AsSpan(0, LongestValue - 2)}…"
            : $"{value.AsSpan(0, LongestValue - 1)}…";
        return string.Create(shown.Length, shown, static (span, text) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                // Pictures of control characters: ␀ for NUL, ␊ for a line break.
                span[i] = text[i] < ' ' ? (char)('\u2400' + text[i]) : IsShown(text[i]) ? text[i] : '\uFFFD';
            }
        });
    }

    // Also not what turns the writing direction or cannot be seen: a report shows what is there.
    private static bool IsShown(char c) => c < '\uFFFE' && char.GetUnicodeCategory(c) is not (UnicodeCategory.Control
        or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
