using System.Collections.Immutable;

namespace Planning.Accounts.Calendars;

/// <summary>The working calendars by country; a country without one works Monday to Friday.</summary>
public sealed record WorkingCalendars(ImmutableSortedDictionary<string, WorkingCalendar> ByCountry)
{
    public static WorkingCalendars MondayToFriday { get; } = new(ImmutableSortedDictionary<string, WorkingCalendar>.Empty);

    public WorkingCalendar Of(string country) =>
        ByCountry.GetValueOrDefault(country, WorkingCalendar.MondayToFriday);
}
