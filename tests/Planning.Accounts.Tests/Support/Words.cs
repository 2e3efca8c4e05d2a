using System.Globalization;
using System.Text.Json;
using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Accounts.Metrics;

namespace Planning.Accounts.Tests.Support;

/// <summary>How the specs write days, ids and answers.</summary>
internal static class Words
{
    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Quarter Q(string text) => Quarter.Parse(text, CultureInfo.InvariantCulture);

    public static Id<TOf> Key<TOf>(string text) => Id<TOf>.Parse(text, CultureInfo.InvariantCulture);

    public static Money Amount(string text) => Money.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>What happened by a decision that must not be a refusal.</summary>
    public static IReadOnlyList<CustomerEvent> Events(Decision decision) =>
        Assert.IsType<Decision.Recorded>(decision).Events;

    public static void NothingHappens(Decision decision) => Assert.Empty(Events(decision));

    public static void IsRefused(Decision decision, string code, string sentence, params string[] missing)
    {
        var refused = Assert.IsType<Decision.Refused>(decision);
        Assert.Equal(code, refused.Code);
        Assert.Equal(sentence, refused.Sentence);
        Assert.Equal(missing, refused.Missing);
    }

    public static Customer After(Customer customer, Decision decision) => After(customer, Events(decision));

    public static Customer After(Customer customer, params IEnumerable<CustomerEvent> events) =>
        events.Aggregate(customer, (now, happened) => now.Apply(happened));

    public static string Json<T>(T value) => JsonSerializer.Serialize(value);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json)!;
}
