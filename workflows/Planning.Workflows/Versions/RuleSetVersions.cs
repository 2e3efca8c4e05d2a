using System.Collections.Immutable;
using System.Diagnostics;
using Planning.Accounts.Calendars;

namespace Planning.Workflows.Versions;

/// <summary>All versions of one rule set, and which is in force when. Pure: decides and evolves (METHOD §4.4, 7).</summary>
/// <param name="All">In the order in which they became known.</param>
public sealed record RuleSetVersions(string Name, ImmutableArray<RuleSetVersion> All)
{
    // The version that comes into force on each of these days.
    private ImmutableSortedDictionary<DateOnly, string> Starts { get; init; } =
        ImmutableSortedDictionary<DateOnly, string>.Empty;

    /// <summary>Which version is in force when, oldest first; the first from the beginning of time.</summary>
    public ImmutableArray<InForce> Periods { get; private init; } = [];

    public static RuleSetVersions None(string name) => new(name, []);

    public RuleSetVersion? Find(string version) => All.FirstOrDefault(known => known.Version == version);

    /// <returns>Nothing as long as no version was ever approved.</returns>
    public string? InForceOn(DateOnly day) => Periods.LastOrDefault(period => period.From <= day)?.Version;

    /// <summary>The time in which a version is in force on a day or comes into force after it; nothing for neither.</summary>
    public InForce? PeriodOf(string version, DateOnly day) =>
        Periods.FirstOrDefault(period => period.Version == version && !(period.To < day));

    public VersionStage StageOf(RuleSetVersion version, DateOnly day) =>
        PeriodOf(version.Version, day) is not null ? VersionStage.Live
        : version.Steps[^1] switch
        {
            VersionStep.Drafted => VersionStage.Draft,
            VersionStep.Shadowed => VersionStage.Shadow,
            _ => VersionStage.Retired,
        };

    /// <summary>Takes in a new text. The same text again changes nothing.</summary>
    /// <param name="text">Read and found sound.</param>
    public VersionDecision Draft(RuleText text, Deed deed) => Reserved(deed) ?? (Find(text.Version) switch
    {
        null => VersionDecision.Record(Drafted(text, deed)),
        var known when known.Hash == text.Hash => VersionDecision.Record(),
        var known => VersionDecision.Refuse(
            "version-taken", $"{known.Label} is known with another text; give a changed text a new version."),
    });

    /// <summary>Takes in a file that the program comes with: in force at once, unless people run this rule set themselves.</summary>
    /// <returns>Nothing to do when the version is known.</returns>
    public ImmutableArray<VersionStep> Ship(RuleText text, Deed deed) =>
        Find(text.Version) is not null ? []
        : All.Any(version => version.Steps.Any(step => step.Actor != Deed.Shipped)) ? [Drafted(text, deed)]
        :
        [
            Drafted(text, deed),
            new VersionStep.Approved(
                Name,
                text.Version,
                deed.Actor,
                deed.At,
                deed.Why,
                Periods is [] ? DateOnly.MinValue : deed.Day,
                WithoutShadow: null),
        ];

    /// <summary>Takes in a text that was in force before versions were kept: decisions name it, and nobody knows when.</summary>
    public ImmutableArray<VersionStep> Remember(RuleText text, Deed deed) =>
        [Drafted(text, deed), new VersionStep.Retired(Name, text.Version, deed.Actor, deed.At, "A newer version had replaced it")];

    /// <summary>Lets a version judge beside the live one, without effect.</summary>
    public VersionDecision Shadow(string version, Deed deed) => Reserved(deed) ?? (Find(version) switch
    {
        null => Unknown(version),
        _ when RuleText.IsPolicy(Name) => VersionDecision.Refuse("no-shadow", "A policy judges nobody, so it has no shadow; approve it."),
        _ when Name != RuleText.Tiering => VersionDecision.Refuse(
            "no-shadow", $"Only {RuleText.Tiering} is judged in shadow. Approve {Name} {version} and say why it goes without."),
        var known when PeriodOf(version, deed.Day) is { } period => VersionDecision.Refuse(
            "in-force", $"{known.Label} {Told(period, deed.Day)}; a version in shadow has no effect."),
        { InShadow: true } => VersionDecision.Record(),
        _ => VersionDecision.Record(new VersionStep.Shadowed(Name, version, deed.Actor, deed.At, deed.Why)),
    });

    /// <summary>Brings a version into force, also one that was in force before.</summary>
    /// <param name="from">The first day, today or later: what was decided is not decided again.</param>
    /// <param name="withoutShadow">Why it need not judge a quarter in shadow first; kept with the step.</param>
    /// <param name="reviewed">The quarters that it has reviewed in shadow.</param>
    public VersionDecision Approve(
        string version, DateOnly from, string? withoutShadow, IReadOnlyCollection<Quarter> reviewed, Deed deed)
    {
        if (Reserved(deed) is { } reserved)
        {
            return reserved;
        }

        if (Find(version) is not { } known)
        {
            return Unknown(version);
        }

        if (string.Equals(known.Author, deed.Actor, StringComparison.OrdinalIgnoreCase))
        {
            return VersionDecision.Refuse(
                "author-approves", $"{deed.Actor} has drafted {known.Label}; somebody else must approve it.");
        }

        if (from < deed.Day)
        {
            return VersionDecision.Refuse(
                "from-past", FormattableString.Invariant($"{from:yyyy-MM-dd} is past; {deed.Day:yyyy-MM-dd} is the earliest day."));
        }

        var proven = RuleText.IsPolicy(Name) || Periods.Any(period => period.Version == version && period.From <= deed.Day)
            || (known.ShadowedOn is { } since && reviewed.Any(quarter => quarter.EndsOn >= since));
        if (!proven && withoutShadow is null)
        {
            return VersionDecision.Refuse(
                "shadow-missing",
                $"{known.Label} has not reviewed a quarter in shadow that ended there; let it, or say why it goes without.");
        }

        var approved = new VersionStep.Approved(
            Name, version, deed.Actor, deed.At, deed.Why, from, proven ? null : withoutShadow);
        return Apply(approved).Periods.SequenceEqual(Periods) ? VersionDecision.Record() : VersionDecision.Record(approved);
    }

    /// <summary>Gives up a version that is not in force.</summary>
    public VersionDecision Retire(string version, Deed deed) => Reserved(deed) ?? (Find(version) switch
    {
        null => Unknown(version),
        var known when InForceOn(deed.Day) == version => VersionDecision.Refuse(
            "in-force", $"{known.Label} is in force; approve another version in its place."),
        var known when StageOf(known, deed.Day) is VersionStage.Retired => VersionDecision.Record(),
        _ => VersionDecision.Record(new VersionStep.Retired(Name, version, deed.Actor, deed.At, deed.Why)),
    });

    public RuleSetVersions Apply(VersionStep step) => step switch
    {
        VersionStep.Drafted drafted => this with
        {
            All = All.Add(new RuleSetVersion(Name, drafted.Version, drafted.Hash, [drafted])),
        },
        VersionStep.Approved approved => With(step, Coming(step).SetItem(approved.From, approved.Version)),
        VersionStep.Retired => With(step, Coming(step)),
        VersionStep.Shadowed => With(step, Starts),
        _ => throw new UnreachableException($"Unknown step {step.GetType().Name}"),
    };

    // The days without those on which this version was still to come into force: it is approved anew, or given up.
    private ImmutableSortedDictionary<DateOnly, string> Coming(VersionStep step)
    {
        var day = DateOnly.FromDateTime(step.At.UtcDateTime);
        return Starts.RemoveRange(from start in Starts where start.Value == step.Version && start.Key > day select start.Key);
    }

    private RuleSetVersions With(VersionStep step, ImmutableSortedDictionary<DateOnly, string> starts)
    {
        var known = Find(step.Version)
            ?? throw new InvalidOperationException($"Nobody drafted {Name} {step.Version} before something was done to it.");
        return this with
        {
            All = All.Replace(known, known with { Steps = known.Steps.Add(step) }),
            Starts = starts,
            Periods = Between(starts),
        };
    }

    private static ImmutableArray<InForce> Between(ImmutableSortedDictionary<DateOnly, string> starts)
    {
        var periods = ImmutableArray.CreateBuilder<InForce>();
        foreach (var (from, version) in starts)
        {
            if (periods is [.., var last])
            {
                if (last.Version == version)
                {
                    continue;
                }

                periods[^1] = last with { To = from.AddDays(-1) };
            }

            periods.Add(new InForce(version, from, To: null));
        }

        return periods.ToImmutable();
    }

    private VersionStep.Drafted Drafted(RuleText text, Deed deed) =>
        new(Name, text.Version, deed.Actor, deed.At, deed.Why, text.Hash);

    private static string Told(InForce period, DateOnly day) => period.From <= day
        ? "is in force"
        : FormattableString.Invariant($"comes into force on {period.From:yyyy-MM-dd}");

    private VersionDecision Unknown(string version) => VersionDecision.Refuse(
        "version-unknown", $"There is no version {version} of {Name}.");

    private static VersionDecision? Reserved(Deed deed) => deed.Actor == Deed.Shipped
        ? VersionDecision.Refuse(
            "actor-reserved", $"“{Deed.Shipped}” stands for the files that the program comes with; say who you are.")
        : null;
}
