using System.Collections.Immutable;
using Planning.Workflows.Versions;

namespace Planning.Workflows.Playbooks;

/// <summary>The policies through time: what holds on a day follows from the version of each that is in force on it.</summary>
/// <remarks>Immutable and thread-safe. What held before today is read when somebody first needs it.</remarks>
public sealed class PolicyTimes
{
    private readonly ImmutableArray<(DateOnly From, Lazy<PolicySet> Set)> _times;

    private PolicyTimes(ImmutableArray<(DateOnly From, Lazy<PolicySet> Set)> times, IReadOnlyList<PlaybookFile> files) =>
        (_times, Files) = (times, files);

    /// <summary>What the program brings: it holds where a policy has no version yet.</summary>
    internal IReadOnlyList<PlaybookFile> Files { get; }

    /// <summary>What holds on a day.</summary>
    /// <exception cref="InvalidOperationException">The text of a version that is out of force cannot be read any more.</exception>
    public PolicySet On(DateOnly day) => _times.Last(time => time.From <= day).Set.Value;

    /// <param name="mistakes">Gets what is wrong with the versions in force from today on.</param>
    /// <returns>Nothing when there are mistakes.</returns>
    internal static PolicyTimes? Of(KnownRuleSets known, IReadOnlyList<PlaybookFile> files, DateOnly today, List<PlaybookMistake> mistakes)
    {
        var count = mistakes.Count;
        var starts = PolicySet.Names.SelectMany(name => known.Of(name).Periods.Select(period => period.From))
            .Append(DateOnly.MinValue).Distinct().Order().ToList();
        var current = starts.FindLastIndex(from => from <= today);
        var times = starts.Select((from, at) => (from, at < current
            ? new Lazy<PolicySet>(() => Before(known, files, from))
            : new Lazy<PolicySet>(Read(known, files, from, mistakes)))).ToImmutableArray();
        return mistakes.Count == count ? new PolicyTimes(times, files) : null;
    }

    private static PolicySet Before(KnownRuleSets known, IReadOnlyList<PlaybookFile> files, DateOnly day)
    {
        var mistakes = new List<PlaybookMistake>();
        var read = Read(known, files, day, mistakes);
        return mistakes is []
            ? read
            : throw new InvalidOperationException(
                $"Policies that were in force cannot be read any more. {string.Join(Environment.NewLine, mistakes)}");
    }

    private static PolicySet Read(KnownRuleSets known, IReadOnlyList<PlaybookFile> files, DateOnly day, List<PlaybookMistake> mistakes) =>
        PolicySet.Read(
            file =>
            {
                var versions = known.Of(Path.GetFileNameWithoutExtension(file));
                if (versions.InForceOn(day) is not { } version)
                {
                    return files.LastOrDefault(one => one.Kind == PlaybookFile.Policies && one.Name == file);
                }

                var wanted = versions.Find(version)!;
                if (known.TextOf(wanted) is { } text)
                {
                    return new PlaybookFile(PlaybookFile.Policies, wanted.Label, text.Body);
                }

                mistakes.Add(new PlaybookMistake(
                    wanted.Label, "PLAYBOOK007", "$", "The text is not the one that was drafted; it is damaged."));
                return null;
            },
            mistakes);
}
