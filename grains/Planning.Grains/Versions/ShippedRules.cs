using Planning.Grains.Store;
using Planning.Workflows.Playbooks;
using Planning.Workflows.Versions;

namespace Planning.Grains.Versions;

/// <summary>Takes in the rule files that the program comes with.</summary>
internal static class ShippedRules
{
    /// <returns>What is known with them.</returns>
    /// <exception cref="PlaybookRefusedException">A shipped version came with another text before.</exception>
    public static async Task<KnownRuleSets> TakeInAsync(
        IRuleVersions store, IReadOnlyList<PlaybookFile> files, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var deed = new Deed(Deed.Shipped, now);
        var known = await store.ReadAsync(cancellationToken);
        foreach (var file in files.Where(file => file.Kind == PlaybookFile.Rules))
        {
            var (name, version) = file.Identity()!.Value;
            var text = new RuleText(name, version, file.Body);
            foreach (var of in Earlier(known, text).Append(text))
            {
                known = await ShipAsync(store, file.Name, of, deed, known, cancellationToken);
            }
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

    private static async Task<KnownRuleSets> ShipAsync(
        IRuleVersions store, string file, RuleText text, Deed deed, KnownRuleSets known, CancellationToken cancellationToken)
    {
        while (true)
        {
            var versions = known.Of(text.RuleSet);
            if (IsAnother(known, versions, text))
            {
                throw new PlaybookRefusedException([new PlaybookMistake(
                    file,
                    "PLAYBOOK005",
                    "$",
                    $"{text.RuleSet} {text.Version} is in force with another text; give a changed file a new version.")]);
            }

            var steps = versions.Ship(text, deed);
            if (steps is [])
            {
                return known;
            }

            await store.AppendAsync(known.Revision, steps, text, cancellationToken);
            known = await store.ReadAsync(cancellationToken);
        }
    }

    // Somebody's own version that happens to be called so is theirs, and stays; the shipped one is then left aside.
    private static bool IsAnother(KnownRuleSets known, RuleSetVersions versions, RuleText text) =>
        known.Texts.TryGetValue($"{text.RuleSet} {text.Version}", out var kept) && kept.Hash != text.Hash
        && versions.Find(text.Version) is null or { Author: Deed.Shipped };
}
