using System.Collections.Immutable;
using Planning.Flows.Activities;
using Planning.Flows.Definitions;
using Planning.Flows.Expressions;
using Planning.Flows.JavaScript;
using Planning.Workflows.Expressions;
using Planning.Workflows.Escalating;
using Planning.Workflows.Plans;
using Planning.Workflows.Tiering;
using Planning.Workflows.Versions;

namespace Planning.Workflows.Playbooks;

/// <summary>What came of reading the files: a playbook, or every mistake in all of them.</summary>
public abstract record PlaybookReading
{
    private PlaybookReading()
    {
    }

    public sealed record Sound(Playbook Playbook) : PlaybookReading;

    public sealed record Flawed(IReadOnlyList<PlaybookMistake> Mistakes) : PlaybookReading;
}

/// <summary>Reads workflows, rules and policies together, since they name each other.</summary>
public sealed class PlaybookReader
{
    private const string Resilience = "resilience.json";

    private readonly List<PlaybookMistake> _mistakes = [];
    private readonly List<PlaybookMistake> _troubles = [];

    private PlaybookReader()
    {
    }

    /// <summary>What workflows are made of: Elsa's activities and ours, and the retry strategies this program brings.</summary>
    public static ActivityCatalog Activities { get; } = ActivityCatalog.BuiltIn.With(new PlanStageActivity(), new ApprovalChainActivity())
        .WithRetries(new PolicyReader([]).Resilience(PlaybookFile.Shipped.Single(file => file.Name == Resilience)));

    /// <summary>The languages that expressions in workflows may be written in.</summary>
    public static IReadOnlyList<IExpressionLanguage> Languages { get; } =
        [new CSharpLanguage(), new JavaScriptLanguage()];

    /// <summary>Reads files of which each rule set is one that is in force at all times.</summary>
    public static PlaybookReading Read(IReadOnlyList<PlaybookFile> files)
    {
        var reader = new PlaybookReader();
        var tiering = reader.File(files, PlaybookFile.Rules, "tiering.json") is { } tierFile
            ? RuleReading.Tiering(tierFile.Name, tierFile.Body, reader._mistakes)
            : null;
        var gates = Gates(kind => reader.File(files, PlaybookFile.Rules, $"{kind.RuleSet}.json") is { } file
            && RuleReading.Gates(kind, file.Name, file.Body, reader._mistakes) is { } rules
            ? VersionedRules<StageGates>.Always(rules.Version, rules)
            : null);
        var escalations = reader.File(files, PlaybookFile.Rules, "escalations.json") is { } escalationFile
            ? RuleReading.Escalations(escalationFile.Name, escalationFile.Body, reader._mistakes)
            : null;
        return reader.Read(
            files,
            tiering is null ? null : VersionedRules<TierRules>.Always(tiering.Version, tiering),
            gates,
            escalations is null ? null : VersionedRules<EscalationRules>.Always(escalations.Version, escalations));
    }

    /// <summary>Reads files without rules, and the versions of the rule sets.</summary>
    /// <param name="today">What is in force from this day on must be sound now; older versions are read when they are needed.</param>
    public static PlaybookReading Read(IReadOnlyList<PlaybookFile> files, KnownRuleSets rules, DateOnly today)
    {
        var reader = new PlaybookReader();
        var policies = PolicyTimes.Of(rules, files, today, reader._mistakes);
        var reading = reader.Read(
            files,
            reader.Tiering(rules, today, null),
            reader.Gates(rules, today, null),
            reader.Escalations(rules, today, null),
            policies?.On(today));
        return reading is PlaybookReading.Sound sound
            ? new PlaybookReading.Sound(sound.Playbook with { PolicyTimes = policies })
            : reading;
    }

    /// <summary>The same playbook with the rules as they are known now.</summary>
    public static PlaybookReading Reread(Playbook playbook, KnownRuleSets rules, DateOnly today)
    {
        var reader = new PlaybookReader();
        var tiering = reader.Tiering(rules, today, playbook.Tiering);
        var gates = reader.Gates(rules, today, playbook.Gates);
        var escalations = reader.Escalations(rules, today, playbook.Escalations);
        var policies = PolicyTimes.Of(rules, playbook.PolicyTimes?.Files ?? [], today, reader._mistakes);
        return tiering is null || gates is null || escalations is null || policies is null
            ? new PlaybookReading.Flawed(reader._mistakes)
            : new PlaybookReading.Sound((playbook with
            {
                Tiering = tiering,
                Gates = gates,
                Escalations = escalations,
                PolicyTimes = policies,
                Troubles = [.. reader._troubles],
            }).On(today));
    }

    private PlaybookReading Read(
        IReadOnlyList<PlaybookFile> files,
        VersionedRules<TierRules>? tiering,
        ProcessGates? gates,
        VersionedRules<EscalationRules>? escalations,
        PolicySet? policies = null)
    {
        var set = policies ?? PolicySet.Read(name => File(files, PlaybookFile.Policies, name), _mistakes);
        var activities = Activities.WithRetries(new PolicyReader(_mistakes).Resilience(File(files, PlaybookFile.Policies, Resilience)));
        var workflows = Workflows([.. files.Where(file => file.Kind == PlaybookFile.Workflow)], activities);
        Require(Stimulus.PlanWorkflow, files, workflows);
        Require(Stimulus.LightPlanWorkflow, files, workflows);
        Require(Stimulus.CampaignWorkflow, files, workflows);
        Require(Stimulus.TeamWorkflow, files, workflows);
        return _mistakes is [] && tiering is not null && gates is not null && escalations is not null
            ? new PlaybookReading.Sound(new Playbook
            {
                Tiering = tiering,
                Gates = gates,
                Escalations = escalations,
                Calendars = set.Calendars,
                Policies = set.Method,
                Workflows = workflows,
                Troubles = [.. _troubles],
            })
            : new PlaybookReading.Flawed(_mistakes);
    }

    /// <summary>Reads tier rules alone, such as a draft.</summary>
    /// <param name="file">What the file is called, for its mistakes.</param>
    public static TierRulesReading ReadTierRules(string file, string body)
    {
        var mistakes = new List<PlaybookMistake>();
        var rules = RuleReading.Tiering(file, body, mistakes);
        return rules is not null && mistakes is []
            ? new TierRulesReading.Sound(rules)
            : new TierRulesReading.Flawed(mistakes);
    }

    private VersionedRules<TierRules>? Tiering(KnownRuleSets rules, DateOnly today, VersionedRules<TierRules>? before) =>
        VersionedRules<TierRules>.Of(
            rules.Of(RuleText.Tiering), rules, today, before, RuleReading.Tiering, _mistakes, _troubles);

    private VersionedRules<EscalationRules>? Escalations(
        KnownRuleSets rules, DateOnly today, VersionedRules<EscalationRules>? before) => VersionedRules<EscalationRules>.Of(
            rules.Of(RuleText.Escalations), rules, today, before, RuleReading.Escalations, _mistakes, _troubles);

    private ProcessGates? Gates(KnownRuleSets rules, DateOnly today, ProcessGates? before) =>
        Gates(kind => VersionedRules<StageGates>.Of(
            rules.Of(kind.RuleSet),
            rules,
            today,
            before?.Of(kind),
            (file, body, mistakes) => RuleReading.Gates(kind, file, body, mistakes),
            _mistakes,
            _troubles));

    /// <returns>Nothing when the gates of a kind cannot be read.</returns>
    private static ProcessGates? Gates(Func<GateKind, VersionedRules<StageGates>?> read)
    {
        // All of them, so that every mistake is told.
        var byKind = GateKind.All.Select(kind => (Kind: kind, Rules: read(kind))).ToList();
        return byKind.All(one => one.Rules is not null)
            ? new ProcessGates(byKind.ToImmutableDictionary(one => one.Kind, one => one.Rules!))
            : null;
    }

    private void Require(string workflow, IReadOnlyList<PlaybookFile> files, ImmutableArray<WorkflowDefinition> workflows)
    {
        // A workflow that is there but flawed has been told already.
        var readable = files.Count(file => file.Kind == PlaybookFile.Workflow) == workflows.Length;
        if (readable && workflows.All(definition => definition.DefinitionId != workflow))
        {
            _mistakes.Add(new PlaybookMistake(
                $"{workflow}.json", "PLAYBOOK001", "$.definitionId", $"The playbook needs a workflow {workflow}."));
        }
    }

    private PlaybookFile? File(IReadOnlyList<PlaybookFile> files, string kind, string name)
    {
        // Older versions of a file may be among them; the last one is the newest.
        var file = files.LastOrDefault(file => file.Kind == kind && file.Name == name);
        if (file is null)
        {
            _mistakes.Add(new PlaybookMistake(
                name, "PLAYBOOK001", "$", $"The playbook needs a file {name} of the kind {kind}."));
        }

        return file;
    }

    private ImmutableArray<WorkflowDefinition> Workflows(IReadOnlyList<PlaybookFile> files, ActivityCatalog activities)
    {
        var reading = DefinitionSetReader.Read(
            [.. files.Select(file => new DefinitionFile(file.Name, file.Body))], activities, Languages);
        _mistakes.AddRange(
            from found in reading.Mistakes.Concat(ICustomerActivity.InVain(reading))
            select new PlaybookMistake(found.File, found.Mistake.Code, found.Mistake.Path, found.Mistake.Message));
        return [.. reading.Definitions];
    }
}
