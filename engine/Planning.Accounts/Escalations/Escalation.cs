using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Planning.Accounts.Customers;

namespace Planning.Accounts.Escalations;

/// <summary>Something that people of ever higher roles are told of, until it is so no longer or somebody decides on it.</summary>
/// <param name="Key">See <see cref="Condition.Key"/>.</param>
/// <param name="About">What it is about, as people call it.</param>
/// <param name="Because">The facts when it was raised.</param>
/// <param name="RulesVersion">Name and version of the rule set that raised it.</param>
/// <param name="Ladder">Who is told when; the first at once, or when it had time to mend it.</param>
public sealed record Escalation(
    string Key,
    string Rule,
    string Title,
    string About,
    string Because,
    string RulesVersion,
    DateTimeOffset OpenedAt,
    ImmutableArray<LadderTime> Ladder)
{
    /// <summary>How many steps of the ladder have come, whether they were told or spared.</summary>
    public int Come { get; init; }

    /// <summary>The step that was told last, or the first while none was; it is who may act now.</summary>
    public int Level { get; init; }

    public string? AcknowledgedBy { get; init; }

    /// <summary>When somebody last wrote down what was done.</summary>
    public DateTimeOffset? ProgressAt { get; init; }

    public string? Progress { get; init; }

    /// <summary>Since when its condition is false; nothing while it holds.</summary>
    public DateOnly? FalseSince { get; init; }

    /// <summary>Nobody further is told before this day.</summary>
    public DateOnly? SnoozedUntil { get; init; }

    /// <summary>Days that the condition must be false before it closes.</summary>
    public int HoldDays { get; init; }

    /// <summary>The role that has it now; of several that were told together the highest.</summary>
    public string Role() => Ladder[Level].Role;

    /// <summary>All roles that have it now: those told together.</summary>
    public IEnumerable<string> Roles() => Ladder.Take(Level + 1).Where(step => step.At == Ladder[Level].At).Select(step => step.Role);

    /// <summary>How many steps are told with its opening.</summary>
    [JsonIgnore]
    public int ToldAtOnce => Ladder.TakeWhile(step => step.At <= OpenedAt).Count();

    /// <summary>From when on a step is not spared any more by what was done before.</summary>
    internal DateTimeOffset Before(int step) => Ladder.Take(step).Select(told => told.At).Where(at => at < Ladder[step].At)
        .DefaultIfEmpty(OpenedAt).Max();

    /// <summary>When something is to be looked at without anybody asking.</summary>
    /// <remarks>While its condition is false nobody further is told, so a step whose time has come meanwhile is no time to wait for.</remarks>
    public DateTimeOffset? Next()
    {
        if (FalseSince is { } since)
        {
            return Midnight(since.AddDays(HoldDays));
        }

        var step = Come < Ladder.Length ? Ladder[Come].At : (DateTimeOffset?)null;
        var awake = SnoozedUntil is { } until ? Midnight(until) : (DateTimeOffset?)null;
        return step < awake ? awake : step;
    }

    public bool Equals(Escalation? other) => other is not null
        && (Key, Rule, Title, About, Because, RulesVersion, OpenedAt) ==
            (other.Key, other.Rule, other.Title, other.About, other.Because, other.RulesVersion, other.OpenedAt)
        && (Come, Level, AcknowledgedBy, ProgressAt, Progress, FalseSince, SnoozedUntil, HoldDays) ==
            (other.Come, other.Level, other.AcknowledgedBy, other.ProgressAt, other.Progress, other.FalseSince, other.SnoozedUntil, other.HoldDays)
        && Ladder.AsSpan().SequenceEqual(other.Ladder.AsSpan());

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    /// <summary>Opens one: the times of the ladder are counted from now and fall outside quiet hours and days that are not worked.</summary>
    internal static Escalation Open(Condition condition, EscalationTerms terms, string version, Occasion on) => new(
        condition.Key,
        condition.Rule,
        terms.Title,
        condition.About.Name,
        condition.Because,
        version,
        on.Now,
        [
            .. terms.Ladder.Select(step => new LadderTime(
                condition.About.Holders.GetValueOrDefault(step.Role, step.Role), LadderTime.Of(step, condition.About.Until, on))),
        ])
    {
        HoldDays = terms.HoldDays,
    };

    private static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}

/// <summary>When a step of the ladder comes.</summary>
public sealed record LadderTime(string Role, DateTimeOffset At)
{
    // Whoever is told at once is told; whoever is told later is not disturbed at night or on a holiday.
    internal static DateTimeOffset Of(LadderStep step, (DateOnly From, DateOnly To)? until, Occasion on)
    {
        if (until is var (from, to) && step is not { DaysBefore: null, Percent: null })
        {
            var day = step.DaysBefore is { } before
                ? to.AddDays(-before)
                : from.AddDays((int)Math.Ceiling((to.DayNumber - from.DayNumber) * step.Percent!.Value / 100.0));
            return day <= on.Today ? on.Now : Awake(new DateTimeOffset(day, TimeOnly.FromDateTime(on.Now.UtcDateTime), TimeSpan.Zero), on);
        }

        if (step is { Hours: null or 0, Days: null or 0, WorkingDays: null or 0 })
        {
            return on.Now;
        }

        var at = step.WorkingDays is { } workingDays
            ? new DateTimeOffset(on.Calendar.Add(on.Today, workingDays), TimeOnly.FromDateTime(on.Now.UtcDateTime), TimeSpan.Zero)
            : on.Now.AddDays(step.Days ?? 0).AddHours(step.Hours ?? 0);
        return Awake(at, on);
    }

    private static DateTimeOffset Awake(DateTimeOffset at, Occasion on)
    {
        var quiet = on.Policies.Escalations;
        var local = at.ToOffset(on.Calendar.Offset);
        var day = DateOnly.FromDateTime(local.DateTime);
        if (!on.Calendar.IsWorkingDay(day) || local.Hour >= quiet.QuietFrom)
        {
            return Morning(on.Calendar.Add(day.AddDays(local.Hour >= quiet.QuietFrom ? 1 : 0), 0));
        }

        return local.Hour < quiet.QuietUntil ? Morning(day) : at;

        DateTimeOffset Morning(DateOnly next) => new DateTimeOffset(next, new TimeOnly(quiet.QuietUntil, 0), on.Calendar.Offset).ToUniversalTime();
    }
}
