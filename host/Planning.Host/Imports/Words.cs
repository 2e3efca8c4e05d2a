using System.Collections.Frozen;
using System.Text.Json;

namespace Planning.Host.Imports;

/// <summary>The words of a closed choice, as they are written on the wire and so in files.</summary>
internal static class Words<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> ByWord = Enum.GetValues<T>()
        .ToFrozenDictionary(value => JsonSerializer.Serialize(value).Trim('"'), StringComparer.OrdinalIgnoreCase);

    /// <summary>All words, in the order of the choice, for a person.</summary>
    public static string Listed { get; } = string.Join(", ", ByWord.OrderBy(word => word.Value).Select(word => word.Key));

    public static bool TryParse(string text, IFormatProvider provider, out T value) => ByWord.TryGetValue(text, out value);
}
