using System.Collections.Immutable;
using Planning.Workflows.Versions;

namespace Planning.Workflows.Playbooks;

/// <summary>One rule set through time: which version judges on a day, which judge in shadow, and any by its name.</summary>
/// <remarks>Immutable and thread-safe. A version that is out of force is compiled when somebody first needs it.</remarks>
public sealed class VersionedRules<TRules>
    where TRules : class
{
    private readonly ImmutableArray<(DateOnly From, Lazy<TRules> Rules)> _periods;
    private readonly ImmutableDictionary<string, Lazy<TRules>> _byLabel;

    private VersionedRules(
        ImmutableArray<(DateOnly From, Lazy<TRules> Rules)> periods,
        ImmutableDictionary<string, Lazy<TRules>> byLabel,
        ImmutableArray<TRules> shadows)
    {
        _periods = periods;
        _byLabel = byLabel;
        Shadows = shadows;
    }

    internal delegate TRules? Reader(string file, string body, List<PlaybookMistake> mistakes);

    /// <summary>The versions that judge beside the live one, without effect.</summary>
    public ImmutableArray<TRules> Shadows { get; }

    /// <summary>One version that is in force at all times.</summary>
    /// <param name="label">Name and version of the rule set.</param>
    public static VersionedRules<TRules> Always(string label, TRules rules)
    {
        var only = new Lazy<TRules>(rules);
        return new VersionedRules<TRules>(
            [(DateOnly.MinValue, only)], ImmutableDictionary.Create<string, Lazy<TRules>>(StringComparer.Ordinal).Add(label, only), []);
    }

    /// <summary>The version in force on a day.</summary>
    /// <exception cref="InvalidOperationException">The text of a version that is out of force cannot be read any more.</exception>
    public TRules On(DateOnly day)
    {
        for (var at = _periods.Length - 1; at > 0; at--)
        {
            if (_periods[at].From <= day)
            {
                return _periods[at].Rules.Value;
            }
        }

        return _periods[0].Rules.Value;
    }

    /// <summary>The version that a decision names.</summary>
    /// <param name="label">Name and version of the rule set, as <c>tiering 2026.1</c>.</param>
    /// <returns>Nothing when there is no such version.</returns>
    /// <exception cref="InvalidOperationException">Its text cannot be read any more.</exception>
    public TRules? Find(string label) => _byLabel.GetValueOrDefault(label)?.Value;

    /// <param name="before">What is compiled already is taken over: the text of a version never changes.</param>
    /// <param name="mistakes">Gets what is wrong with the versions in force from today on.</param>
    /// <param name="troubles">Gets what is wrong with versions in shadow, which are left out then.</param>
    /// <returns>Nothing when there are mistakes.</returns>
    internal static VersionedRules<TRules>? Of(
        RuleSetVersions versions,
        KnownRuleSets known,
        DateOnly today,
        VersionedRules<TRules>? before,
        Reader read,
        List<PlaybookMistake> mistakes,
        List<PlaybookMistake> troubles)
    {
        var byLabel = ImmutableDictionary.CreateBuilder<string, Lazy<TRules>>(StringComparer.Ordinal);
        var shadows = ImmutableArray.CreateBuilder<TRules>();
        foreach (var version in versions.All)
        {
            var stage = versions.StageOf(version, today);
            var text = known.TextOf(version);
            if (before?._byLabel.GetValueOrDefault(version.Label) is { IsValueCreated: true } compiled)
            {
                byLabel.Add(version.Label, compiled);
            }
            else if (stage is VersionStage.Live or VersionStage.Shadow
                && Read(version.Label, text, read, stage is VersionStage.Live ? mistakes : troubles) is { } rules)
            {
                byLabel.Add(version.Label, new Lazy<TRules>(rules));
            }
            else
            {
                byLabel.Add(version.Label, new Lazy<TRules>(() => Compile(version.Label, text, read)));
            }

            if (stage is VersionStage.Shadow && byLabel[version.Label] is { IsValueCreated: true } shadow)
            {
                shadows.Add(shadow.Value);
            }
        }

        if (versions.Periods is [])
        {
            mistakes.Add(new PlaybookMistake(
                versions.Name, "PLAYBOOK001", "$", $"The playbook needs a version of {versions.Name} in force."));
        }

        return mistakes is []
            ? new VersionedRules<TRules>(
                [.. versions.Periods.Select(period => (period.From, byLabel[versions.Find(period.Version)!.Label]))],
                byLabel.ToImmutable(),
                shadows.ToImmutable())
            : null;
    }

    private static TRules? Read(string label, RuleText? text, Reader read, List<PlaybookMistake> mistakes)
    {
        if (text is null)
        {
            mistakes.Add(new PlaybookMistake(label, "PLAYBOOK007", "$", "The text is not the one that was drafted; it is damaged."));
            return null;
        }

        var count = mistakes.Count;
        var rules = read(label, text.Body, mistakes);
        return mistakes.Count == count ? rules : null;
    }

    private static TRules Compile(string label, RuleText? text, Reader read)
    {
        var mistakes = new List<PlaybookMistake>();
        return Read(label, text, read, mistakes) ?? throw new InvalidOperationException(
            $"Rules that were in force cannot be read any more. {string.Join(Environment.NewLine, mistakes)}");
    }
}
