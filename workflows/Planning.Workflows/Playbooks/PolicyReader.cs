using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Planning.Accounts.Calendars;
using Planning.Accounts.Customers;
using Planning.Accounts.Plans;
using Planning.Accounts.Tiers;
using Planning.Flows.Runtime;

namespace Planning.Workflows.Playbooks;

/// <summary>Reads what a company sets for itself: working calendars, the numbers of planning, retry strategies.</summary>
internal sealed class PolicyReader(List<PlaybookMistake> mistakes)
{
    // A holiday without a year is meant for every year that plans and timers reach.
    private const int FirstYear = 2000;
    private const int LastYear = 2099;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public WorkingCalendars Calendars(PlaybookFile? file)
    {
        var calendars = ImmutableSortedDictionary.CreateBuilder<string, WorkingCalendar>(StringComparer.Ordinal);
        foreach (var (at, wire) in (Read<CalendarsWire>(file)?.Calendars ?? []).Index())
        {
            if (!calendars.TryAdd(wire.Country, Calendar(wire, $"$.calendars[{at}]", file!.Name)))
            {
                Report(file, $"$.calendars[{at}].country", $"There is a calendar of {wire.Country} already.");
            }
        }

        return new WorkingCalendars(calendars.ToImmutable());
    }

    public PlanPolicy Planning(PlaybookFile? file)
    {
        if (Read<PlanningWire>(file) is not { } wire)
        {
            return PlanPolicy.Default;
        }

        var weights = wire.MatchWeights.All.Sum(factor => factor.Score);
        if (weights != 1)
        {
            Report(file!, "$.matchWeights", FormattableString.Invariant(
                $"The five weights must add up to 1; they add up to {weights}."));
        }

        var otherwise = PlanPolicy.Default;
        var policy = new PlanPolicy(wire.PlanHorizonYears.ToImmutableSortedDictionary(), wire.MatchWeights)
        {
            HiringApprovers = wire.HiringApprovers is { Length: > 0 } hiring ? hiring : otherwise.HiringApprovers,
            Approvers = wire.Approvers ?? otherwise.Approvers,
            Rollover = wire.Rollover ?? otherwise.Rollover,
            Reviews = wire.Reviews ?? otherwise.Reviews,
            ReviewGrace = wire.ReviewGrace ?? otherwise.ReviewGrace,
            OpensByItself = wire.OpensByItself ?? otherwise.OpensByItself,
            AmendAbove = wire.AmendAbove ?? otherwise.AmendAbove,
        };
        foreach (var mistake in policy.Mistakes())
        {
            Report(file!, $"$.{JsonNamingPolicy.CamelCase.ConvertName(mistake.Field)}", $"It {mistake.Message}.");
        }

        return policy;
    }

    /// <summary>Reads one room's numbers as they stand in the file.</summary>
    /// <param name="otherwise">For a file that cannot be read; its mistake is told.</param>
    public T Policy<T>(PlaybookFile? file, T otherwise, Func<T, IEnumerable<FieldMistake>> check)
        where T : class
    {
        if (Read<T>(file) is not { } policy)
        {
            return otherwise;
        }

        foreach (var mistake in check(policy))
        {
            Report(file!, $"$.{JsonNamingPolicy.CamelCase.ConvertName(mistake.Field)}", $"It {mistake.Message}.");
        }

        return policy;
    }

    /// <summary>The retry strategies that workflows may name.</summary>
    public IReadOnlyList<RetryStrategy> Resilience(PlaybookFile? file)
    {
        var strategies = Read<ResilienceWire>(file)?.Strategies ?? [];
        foreach (var (at, strategy) in strategies.Index())
        {
            foreach (var (member, message) in strategy.Mistakes())
            {
                Report(file!, $"$.strategies[{at}].{JsonNamingPolicy.CamelCase.ConvertName(member)}", message);
            }

            if (strategies.Take(at).Any(earlier => earlier.Id == strategy.Id))
            {
                Report(file!, $"$.strategies[{at}].id", $"There is a strategy {strategy.Id} already.");
            }
        }

        return strategies;
    }

    private WorkingCalendar Calendar(CalendarWire wire, string path, string file)
    {
        var weekend = wire.Weekend ?? [DayOfWeek.Saturday, DayOfWeek.Sunday];
        if (weekend.Distinct().Count() == 7)
        {
            mistakes.Add(new PlaybookMistake(file, "PLAYBOOK002", $"{path}.weekend", "A calendar needs a working day."));
        }

        var holidays = wire.Holidays.SelectMany((text, at) => Days(text, $"{path}.holidays[{at}]", file));
        if (wire.UtcOffset is < -12 or > 14 || decimal.Remainder(wire.UtcOffset * 4, 1) != 0)
        {
            mistakes.Add(new PlaybookMistake(
                file, "PLAYBOOK002", $"{path}.utcOffset", "The hours before UTC are -12 to 14, in quarters of an hour: 5.5."));
        }

        return new WorkingCalendar(wire.Country, [.. weekend], [.. holidays])
        {
            Offset = TimeSpan.FromMinutes((double)Math.Clamp(Math.Round(wire.UtcOffset * 60), -720, 840)),
        };
    }

    private IEnumerable<DateOnly> Days(string text, string path, string file)
    {
        if (TryDay(text, out var day))
        {
            return [day];
        }

        // 2000 was a leap year: 02-29 can be read, and falls away in the years that lack it.
        if (TryDay($"2000-{text}", out var yearly))
        {
            return from year in Enumerable.Range(FirstYear, LastYear - FirstYear + 1)
                   where yearly.Day <= DateTime.DaysInMonth(year, yearly.Month)
                   select new DateOnly(year, yearly.Month, yearly.Day);
        }

        mistakes.Add(new PlaybookMistake(
            file, "PLAYBOOK002", path, $"“{text}” is no day; write 12-25 for every year or 2026-04-03 for one day."));
        return [];
    }

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private T? Read<T>(PlaybookFile? file)
        where T : class
    {
        try
        {
            return file is null ? null : JsonSerializer.Deserialize<T>(Unnamed(file.Body), Options);
        }
        catch (JsonException mistake)
        {
            Report(file!, mistake.Path ?? "$", mistake.Message);
            return null;
        }
    }

    // What a text calls itself belongs to its versions, not to what it sets. A text that cannot be read is told as it is.
    private static string Unnamed(string body)
    {
        try
        {
            return JsonNode.Parse(body) is JsonObject text && (text.Remove("policy") | text.Remove("version"))
                ? text.ToJsonString()
                : body;
        }
        catch (Exception flaw) when (flaw is JsonException or ArgumentException)
        {
            return body;
        }
    }

    private void Report(PlaybookFile file, string path, string message) =>
        mistakes.Add(new PlaybookMistake(file.Name, "PLAYBOOK002", path, message));

    private sealed record CalendarsWire(IReadOnlyList<CalendarWire> Calendars, string? Comment = null);

    private sealed record CalendarWire(
        string Country, IReadOnlyList<string> Holidays, IReadOnlyList<DayOfWeek>? Weekend = null, decimal UtcOffset = 0);

    private sealed record ResilienceWire(IReadOnlyList<RetryStrategy> Strategies, string? Comment = null);

    private sealed record PlanningWire(IReadOnlyDictionary<Tier, int> PlanHorizonYears, MatchFactors MatchWeights)
    {
        public ImmutableArray<string>? HiringApprovers { get; init; }

        public ImmutableSortedDictionary<Tier, ImmutableArray<string>>? Approvers { get; init; }

        public RolloverTimes? Rollover { get; init; }

        public ImmutableSortedDictionary<ReviewType, ReviewRhythm>? Reviews { get; init; }

        public int? ReviewGrace { get; init; }

        public ImmutableArray<Tier>? OpensByItself { get; init; }

        public decimal? AmendAbove { get; init; }
    }
}
