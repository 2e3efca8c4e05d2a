using System.Text.Json.Serialization;

namespace Planning.Accounts.Wording;

/// <summary>Writes a choice as its word and reads nothing but its words: a number names no choice.</summary>
public sealed class WordJsonConverter<TEnum>() : JsonStringEnumConverter<TEnum>(namingPolicy: null, allowIntegerValues: false)
    where TEnum : struct, Enum;
