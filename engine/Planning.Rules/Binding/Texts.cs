using Planning.Rules.Compiling;
using Planning.Rules.Dialect;
using Planning.Rules.Evaluation;

namespace Planning.Rules.Binding;

/// <summary>Text functions that would depend on the host's culture or could grow without bound, made safe.</summary>
/// <remarks>A rule calls the public ones as functions of its text. Comparisons are ordinal unless the rule says
/// otherwise.</remarks>
internal static class Texts
{
    private const int LongPart = 64;

    public static bool Contains(string text, string part) =>
        Searched(text, part).Contains(part, StringComparison.Ordinal);

    public static bool Contains(string text, char letter) => text.Contains(letter, StringComparison.Ordinal);

    public static bool Contains(string text, string part, StringComparison how) =>
        Searched(text, part).Contains(part, how);

    public static bool StartsWith(string text, string start) => text.StartsWith(start, StringComparison.Ordinal);

    public static bool StartsWith(string text, string start, StringComparison how) => text.StartsWith(start, how);

    public static bool EndsWith(string text, string end) => text.EndsWith(end, StringComparison.Ordinal);

    public static bool EndsWith(string text, string end, StringComparison how) => text.EndsWith(end, how);

    public static int IndexOf(string text, string part) =>
        Searched(text, part).IndexOf(part, StringComparison.Ordinal);

    public static int IndexOf(string text, char letter) => text.IndexOf(letter, StringComparison.Ordinal);

    public static int IndexOf(string text, string part, StringComparison how) =>
        Searched(text, part).IndexOf(part, how);

    public static int LastIndexOf(string text, string part) =>
        Searched(text, part).LastIndexOf(part, StringComparison.Ordinal);

    public static int LastIndexOf(string text, char letter) => text.LastIndexOf(letter);

    public static int LastIndexOf(string text, string part, StringComparison how) =>
        Searched(text, part).LastIndexOf(part, how);

    public static int CompareTo(string text, string other) => Order(text, other);

    public static string ToUpper(string text) => text.ToUpperInvariant();

    public static string ToLower(string text) => text.ToLowerInvariant();

    public static string PadLeft(string text, int width) => text.PadLeft(Within(width));

    public static string PadLeft(string text, int width, char filling) => text.PadLeft(Within(width), filling);

    public static string PadRight(string text, int width) => text.PadRight(Within(width));

    public static string PadRight(string text, int width, char filling) => text.PadRight(Within(width), filling);

    public static string Replace(string text, string part, string other)
    {
        ArgumentException.ThrowIfNullOrEmpty(part);
        Within((long)(text.Length / part.Length) * Math.Max(part.Length, other.Length) + part.Length);
        return Searched(text, part).Replace(part, other, StringComparison.Ordinal);
    }

    public static string Concat(string? first, string? second) => Append(first, second);

    public static string Concat(string? first, string? second, string? third) =>
        Append(Append(first, second), third);

    public static string Join(string separator, IEnumerable<string?> parts)
    {
        string?[] all = [.. Steps.Kept(parts)];
        Within(all.Sum(part => (long)(part?.Length ?? 0) + separator.Length));
        return string.Join(separator, all);
    }

    public static string[] Split(string text, char separator) => text.Split(separator);

    public static string[] Split(string text, string separator) => Searched(text, separator).Split(separator);

    internal static string Append(string? left, string? right)
    {
        Within((long)(left?.Length ?? 0) + (right?.Length ?? 0));
        return string.Concat(left, right);
    }

    public static int Compare(string? left, string? right) => Order(left, right);

    internal static char At(string text, int index) => text[index];

    /// <summary>The order of words, the same on every host.</summary>
    internal static int Order(string? left, string? right)
    {
        Steps.Text(Math.Min(left?.Length ?? 0, right?.Length ?? 0));
        return Vocabulary.Culture.CompareInfo.Compare(left, right);
    }

    /// <summary>Whether two texts, of which neither stands in the rule itself, are the same.</summary>
    internal static bool Same(string? left, string? right)
    {
        if (left is not null && left.Length == right?.Length)
        {
            Steps.Text(left.Length);
        }

        return string.Equals(left, right, StringComparison.Ordinal);
    }

    /// <summary>A text about to be worked through.</summary>
    internal static string? Weighed(string? text)
    {
        if (text is not null)
        {
            Steps.Text(text.Length);
        }

        return text;
    }

    /// <summary>A value as it is joined to a text.</summary>
    internal static string Of<T>(T value) => value is IFormattable formattable
        ? formattable.ToString(null, Vocabulary.Culture)
        : value?.ToString() ?? "";

    // The worst search looks for the whole part at every place.
    private static string Searched(string text, string part)
    {
        if (part.Length > LongPart)
        {
            Steps.Spend((long)text.Length * part.Length / (LongPart * LongPart));
        }

        return text;
    }

    private static int Within(long length)
    {
        if (length > Limits.TextLength)
        {
            throw LimitExceededException.Text();
        }

        Steps.Text((int)length);
        return (int)length;
    }
}
