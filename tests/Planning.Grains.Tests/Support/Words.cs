using System.Globalization;
using System.Text.Json;
using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;

namespace Planning.Grains.Tests.Support;

/// <summary>How the specs write days, ids and texts that must be the same byte for byte.</summary>
internal static class Words
{
    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Quarter Q(string text) => Quarter.Parse(text, CultureInfo.InvariantCulture);

    public static Id<TOf> Key<TOf>(string text) => Id<TOf>.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>What a column of the store keeps as JSON.</summary>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web)!;

    public static string Text<T>(T value) => JsonSerializer.Serialize(value);
}
