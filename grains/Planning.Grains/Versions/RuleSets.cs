using System.Collections.Immutable;
using Planning.Grains.Store;
using Planning.Workflows.Playbooks;
using Planning.Workflows.Versions;

namespace Planning.Grains.Versions;

/// <summary>The versions of the rule sets, or of the policies: what there is, and what people do to them.</summary>
/// <remarks>Thread-safe, and safe beside other processes on the same file: of two steps at once one is decided again.
/// What was answered is in force for every turn that begins after the answer, in every process.</remarks>
public sealed class RuleSets
{
    private readonly IRuleVersions _store;
    private readonly StoredPlaybooks _playbooks;
    private readonly TimeProvider _clock;
    private readonly bool _policies;

    /// <param name="policies">Whether it is about the policies rather than the rule sets.</param>
    internal RuleSets(IRuleVersions store, StoredPlaybooks playbooks, TimeProvider clock, bool policies = false)
    {
        _policies = policies;
        _store = store;
        _playbooks = playbooks;
        _clock = clock;
    }

    /// <summary>Why rules that should be in force or in shadow now are not; empty when all is well.</summary>
    public IReadOnlyList<PlaybookMistake> Troubles
    {
        get
        {
            // Also where no turn has asked for the rules since they were switched.
            _playbooks.Take();
            return _playbooks.Troubles;
        }
    }

    public async Task<KnownRuleSets> ReadAsync(CancellationToken cancellationToken) =>
        (await _store.ReadAsync(cancellationToken)).Only(_policies);

    /// <summary>A version of the tier rules that is not in force, to be tried on the past.</summary>
    public async Task<TrialRules> TryAsync(string ruleSet, string version, CancellationToken cancellationToken) => TrialRules.Of(
        await _store.ReadAsync(cancellationToken), ruleSet, version, DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime));

    /// <summary>Takes in the text of a new version; it judges nobody yet.</summary>
    /// <param name="file">What to call the text in mistakes.</param>
    public Task<VersionDecision> DraftAsync(
        string file, string body, string actor, string? why, CancellationToken cancellationToken) =>
        RuleText.Read(file, body, Kind) switch
        {
            RuleTextReading.Sound { Text: var text } => ActAsync(
                text.RuleSet, (_, versions, deed) => versions.Draft(text, deed), text, actor, why, cancellationToken),
            RuleTextReading.Flawed { Mistakes: var mistakes } => Task.FromResult(Flawed(file, mistakes)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Lets a version judge beside the live one in tier reviews, without effect.</summary>
    public Task<VersionDecision> ShadowAsync(
        string ruleSet, string version, string actor, string? why, CancellationToken cancellationToken) => ActAsync(
        ruleSet,
        (known, versions, deed) => Unreadable(known, versions, version) ?? versions.Shadow(version, deed),
        null,
        actor,
        why,
        cancellationToken);

    /// <summary>Brings a version into force from a day on; see <see cref="RuleSetVersions.Approve"/>.</summary>
    public async Task<VersionDecision> ApproveAsync(
        string ruleSet,
        string version,
        DateOnly from,
        string? withoutShadow,
        string actor,
        string? why,
        CancellationToken cancellationToken)
    {
        var reviewed = await _store.ShadowQuartersAsync($"{ruleSet} {version}", cancellationToken);
        return await ActAsync(
            ruleSet,
            (known, versions, deed) =>
                Unreadable(known, versions, version) ?? versions.Approve(version, from, withoutShadow, reviewed, deed),
            null,
            actor,
            why,
            cancellationToken);
    }

    /// <summary>Gives up a version that is not in force.</summary>
    public Task<VersionDecision> RetireAsync(
        string ruleSet, string version, string actor, string? why, CancellationToken cancellationToken) => ActAsync(
        ruleSet, (_, versions, deed) => versions.Retire(version, deed), null, actor, why, cancellationToken);

    /// <summary>What the author of a version, and whoever approves it, should look at.</summary>
    /// <returns>Nothing when there is no such version or its text was lost.</returns>
    public async Task<RuleRemarks?> RemarksAsync(string ruleSet, string version, CancellationToken cancellationToken)
    {
        var known = await ReadAsync(cancellationToken);
        return known.Of(ruleSet).Find(version) is { } wanted ? known.TextOf(wanted)?.Remarks() : null;
    }

    /// <summary>What there is to look at in a version that steps have led on; nothing where they have only retired
    /// one.</summary>
    public async Task<RuleRemarks> RemarksAsync(IEnumerable<VersionStep> steps, CancellationToken cancellationToken) =>
        steps.LastOrDefault(step => step is not VersionStep.Retired) is { } step
            ? await RemarksAsync(step.RuleSet, step.Version, cancellationToken) ?? RuleRemarks.None
            : RuleRemarks.None;

    /// <summary>Who would move by a version in shadow, beside the version in force.</summary>
    public async Task<ShadowReport> ShadowReportAsync(string ruleSet, string version, CancellationToken cancellationToken) =>
        ShadowReport.Of($"{ruleSet} {version}", await _store.ShadowReviewsAsync($"{ruleSet} {version}", cancellationToken));

    private string Kind => _policies ? PlaybookFile.Policies : PlaybookFile.Rules;

    private async Task<VersionDecision> ActAsync(
        string ruleSet,
        Func<KnownRuleSets, RuleSetVersions, Deed, VersionDecision> decide,
        RuleText? text,
        string actor,
        string? why,
        CancellationToken cancellationToken)
    {
        while (true)
        {
            var known = await ReadAsync(cancellationToken);
            if (known.Of(ruleSet).All is [])
            {
                return VersionDecision.Refuse(
                    _policies ? "policy-unknown" : "rule-set-unknown",
                    $"There is no {(_policies ? "policy" : "rule set")} {ruleSet}; there are {string.Join(" and ", known.Sets.Keys)}.");
            }

            var decision = decide(known, known.Of(ruleSet), new Deed(actor, _clock.GetUtcNow(), why));
            if (decision is not VersionDecision.Recorded { Steps: [_, ..] steps })
            {
                return decision;
            }

            // From here on the steps may become durable: giving up would leave the asker without the answer.
            if (await _store.AppendAsync(known.Revision, steps, text, CancellationToken.None))
            {
                _playbooks.TakeNewest();
                await Task.Delay(StoredPlaybooks.Lease * 2, _clock, CancellationToken.None);
                return decision;
            }
        }
    }

    // Also a text that was sound when it was drafted: another program may read it more strictly.
    private static VersionDecision? Unreadable(KnownRuleSets known, RuleSetVersions versions, string version)
    {
        if (versions.Find(version) is not { } wanted)
        {
            return null;
        }

        if (known.TextOf(wanted) is not { } text)
        {
            return VersionDecision.Refuse("text-damaged", $"The text of {wanted.Label} is not the one that was drafted.");
        }

        return RuleText.Read(wanted.Label, text.Body, text.Kind) is RuleTextReading.Flawed flawed ? Flawed(wanted.Label, flawed.Mistakes) : null;
    }

    private static VersionDecision Flawed(string file, IReadOnlyList<PlaybookMistake> mistakes) => VersionDecision.Refuse(
        "rules-flawed", $"{file} cannot be worked by.", [.. mistakes.Select(mistake => mistake.ToString())]);
}

/// <summary>Who would move by a version in shadow, beside the version in force.</summary>
/// <param name="Rules">Name and version of the rule set in shadow.</param>
/// <param name="Quarters">One for each reviewed quarter, oldest first.</param>
public sealed record ShadowReport(string Rules, ImmutableArray<ShadowQuarter> Quarters)
{
    internal static ShadowReport Of(string rules, IReadOnlyList<ShadowRow> rows) => new(
        rules,
        [
            .. from row in rows
               group row by row.Period into quarter
               select new ShadowQuarter(
                   quarter.Key,
                   quarter.Count(),
                   [
                       .. from row in quarter
                          where row.Live != row.Shadow
                          group row by (row.Place, row.Live, row.Shadow) into alike
                          orderby alike.Count() descending, alike.Key
                          select new ShadowMoves(alike.Key.Place, alike.Key.Live, alike.Key.Shadow, alike.Count()),
                   ],
                   [.. quarter.Where(row => row.Live != row.Shadow)]),
        ]);
}

/// <param name="Customers">How many were reviewed.</param>
/// <param name="Moves">Where they stand, go by the live version, and would go; the most frequent first.</param>
/// <param name="Differing">The customers that would end elsewhere.</param>
public sealed record ShadowQuarter(
    string Period, int Customers, ImmutableArray<ShadowMoves> Moves, ImmutableArray<ShadowRow> Differing);

/// <param name="From">Tier, lane and posture before the review.</param>
/// <param name="Live">Where the version in force leads, once everybody who is asked has agreed.</param>
/// <param name="Shadow">Where the version in shadow would lead.</param>
public sealed record ShadowMoves(string From, string Live, string Shadow, int Customers);
