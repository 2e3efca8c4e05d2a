using Planning.Rules.Dialect;

namespace Planning.Rules.Binding;

/// <summary>Text functions that would depend on the host's culture or could grow without bound, made safe.</summary>
/// <remarks>A rule calls the public ones as functions of its text. Comparisons are ordinal unless the rule says
/// otherwise.</remarks>
internal static class Texts
{
    public static bool StartsWith(string text, string start) => text.StartsWith(start, StringComparison.Ordinal);

    public static bool StartsWith(string text, string start, StringComparison how) => text.StartsWith(start, how);

    public static bool EndsWith(string text, string end) => text.EndsWith(end, StringComparison.Ordinal);

    public static bool EndsWith(string text, string end, StringComparison how) => text.EndsWith(end, how);

    public static int IndexOf(string text, string part) => text.IndexOf(part, StringComparison.Ordinal);

    public static int IndexOf(string text, string part, StringComparison how) => text.IndexOf(part, how);

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
        return text.Replace(part, other, StringComparison.Ordinal);
    }

    public static string Concat(string? first, string? second) => Append(first, second);

    public static string Concat(string? first, string? second, string? third) =>
        Append(Append(first, second), third);

    public static string Join(string separator, IEnumerable<string?> parts)
    {
        string?[] all = [.. parts];
        Within(all.Sum(part => (long)(part?.Length ?? 0) + separator.Length));
        return string.Join(separator, all);
    }

    public static string[] Split(string text, char separator) => text.Split(separator);

    public static string[] Split(string text, string separator) => text.Split(separator);

    internal static string Append(string? left, string? right)
    {
        Within((long)(left?.Length ?? 0) + (right?.Length ?? 0));
        return string.Concat(left, right);
    }

    public static int Compare(string? left, string? right) => Order(left, right);

    internal static char At(string text, int index) => text[index];

    /// <summary>The order of words, the same on every host.</summary>
    internal static int Order(string? left, string? right) =>
        Vocabulary.Culture.CompareInfo.Compare(left, right);

    /// <summary>A value as it is joined to a text.</summary>
    internal static string Of<T>(T value) => value is IFormattable formattable
        ? formattable.ToString(null, Vocabulary.Culture)
        : value?.ToString() ?? "";

    private static int Within(long length) => length <= Limits.TextLength
        ? (int)length
        : throw new ArgumentException($"A text of {length} characters is too long; {Limits.TextLength} is the limit.");
}
