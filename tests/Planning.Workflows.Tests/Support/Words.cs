using System.Globalization;
using Planning.Accounts.Calendars;

namespace Planning.Workflows.Tests.Support;

/// <summary>How the specs write days and quarters.</summary>
internal static class Words
{
    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Quarter Q(string text) => Quarter.Parse(text, CultureInfo.InvariantCulture);
}
