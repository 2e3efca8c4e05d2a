using System.Collections.Frozen;
using System.Text.Json;

namespace Planning.Accounts.Wording;

/// <summary>The words of a closed choice as files, addresses and answers write them; read in any case.</summary>
public static class Words<TEnum>
    where TEnum : struct, Enum
{
    private static readonly FrozenDictionary<string, TEnum> ByWord = Enum.GetValues<TEnum>()
        .ToFrozenDictionary(value => JsonSerializer.SerializeToElement(value).GetString()!, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, TEnum>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        ByWord.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<TEnum, string> ByValue =
        ByWord.ToFrozenDictionary(entry => entry.Value, entry => entry.Key);

    /// <summary>All words, in the order of the choice, for a person.</summary>
    public static string Listed { get; } =
        string.Join(", ", ByWord.OrderBy(entry => entry.Value).Select(entry => entry.Key));

    public static string Of(TEnum value) => ByValue[value];

    public static bool TryParse(ReadOnlySpan<char> text, out TEnum value) => BySpan.TryGetValue(text, out value);
}
