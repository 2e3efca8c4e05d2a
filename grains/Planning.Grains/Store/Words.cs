using System.Text.Json;

namespace Planning.Grains.Store;

/// <summary>Enum words as files, lists and answers write them.</summary>
internal static class Words
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonSerializer.SerializeToElement(value, JsonSerializerOptions.Default).GetString()!;
}
