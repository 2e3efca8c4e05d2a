using Planning.Grains.Store;
using Planning.Workflows.Playbooks;
using Planning.Workflows.Versions;

namespace Planning.Grains.Versions;

/// <summary>Takes in the rule files and policies that the program comes with.</summary>
internal static class ShippedRules
{
    /// <returns>What is known with them.</returns>
    /// <exception cref="PlaybookRefusedException">A shipped version came with another text before.</exception>
    public static async Task<KnownRuleSets> TakeInAsync(
        IRuleVersions store, IReadOnlyList<PlaybookFile> files, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var deed = new Deed(Deed.Shipped, now);
        var known = await store.ReadAsync(cancellationToken);
        foreach (var file in files.Where(file => file.Kind is PlaybookFile.Rules or PlaybookFile.Policies && file.Identity() is not null))
        {
            var (name, version) = file.Identity()!.Value;
            var text = new RuleText(name, version, file.Body);
            foreach (var earlier in Earlier(known, text))
            {
                known = await TakeInAsync(
                    store, earlier, known, versions => versions.Find(earlier.Version) is null ? versions.Remember(earlier, deed) : [], cancellationToken);
            }

            known = await TakeInAsync(
                store, text, known, versions => IsAnother(known, versions, text) ? throw InForce(file, text) : versions.Ship(text, deed), cancellationToken);
        }

        return known;
    }

    // A database from before versions were kept has the texts that were in force, without a step that tells of them.
    private static List<RuleText> Earlier(KnownRuleSets known, RuleText text) =>
    [
        .. from kept in known.Texts.Values
           where kept.RuleSet == text.RuleSet && kept.Version != text.Version
               && known.Of(kept.RuleSet).Find(kept.Version) is null
           orderby kept.Version.Length, kept.Version
           select kept,
    ];

    private static async Task<KnownRuleSets> TakeInAsync(
        IRuleVersions store,
        RuleText text,
        KnownRuleSets known,
        Func<RuleSetVersions, IReadOnlyList<VersionStep>> decide,
        CancellationToken cancellationToken)
    {
        while (decide(known.Of(text.RuleSet)) is [_, ..] steps)
        {
            // Another process that starts at the same time may have been first; then it is decided again.
            await store.AppendAsync(known.Revision, steps, text, cancellationToken);
            known = await store.ReadAsync(cancellationToken);
        }

        return known;
    }

    // Somebody's own version that happens to be called so is theirs, and stays; the shipped one is then left aside.
    private static bool IsAnother(KnownRuleSets known, RuleSetVersions versions, RuleText text) =>
        known.Texts.TryGetValue($"{text.RuleSet} {text.Version}", out var kept) && kept.Hash != text.Hash
        && versions.Find(text.Version) is null or { Author: Deed.Shipped };

    private static PlaybookRefusedException InForce(PlaybookFile file, RuleText text) => new(
    [
        new PlaybookMistake(
            file.Name, "PLAYBOOK005", "$", $"{text.RuleSet} {text.Version} is in force with another text; give a changed file a new version."),
    ]);
}
