using System.Collections.Immutable;
using Planning.Flows.Activities;
using Planning.Flows.Definitions;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;
using Planning.Workflows.Plans;
using Planning.Workflows.Tiering;

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
    private readonly List<PlaybookMistake> _mistakes = [];

    private PlaybookReader()
    {
    }

    /// <summary>The activities that workflows may be made of: Elsa's and ours.</summary>
    public static ActivityCatalog Activities { get; } = ActivityCatalog.BuiltIn.With(new PlanStageActivity());

    public static PlaybookReading Read(IReadOnlyList<PlaybookFile> files)
    {
        var reader = new PlaybookReader();
        var tiering = reader.Rules(files, "tiering.json", TierRules.Schema) is { } tierSet
            ? TierRules.Read(tierSet, "tiering.json", reader._mistakes)
            : null;
        var gates = reader.Rules(files, "plan-gates.json", StageGates.Schema) is { } gateSet
            ? StageGates.Read(gateSet, "plan-gates.json", reader._mistakes)
            : null;
        var policies = new PolicyReader(reader._mistakes);
        var calendars = policies.Calendars(reader.File(files, PlaybookFile.Policies, "calendars.json"));
        var planning = policies.Planning(reader.File(files, PlaybookFile.Policies, "planning.json"));
        var workflows = files.Where(file => file.Kind == PlaybookFile.Workflow)
            .Select(reader.Workflow).OfType<WorkflowDefinition>().ToImmutableArray();
        reader.Require(Stimulus.PlanWorkflow, files, workflows);
        return reader._mistakes is [] && tiering is not null && gates is not null
            ? new PlaybookReading.Sound(new Playbook
            {
                Tiering = tiering,
                Gates = gates,
                Calendars = calendars,
                Planning = planning,
                Workflows = workflows,
            })
            : new PlaybookReading.Flawed(reader._mistakes);
    }

    /// <summary>Reads tier rules alone, such as a draft.</summary>
    /// <param name="file">What the file is called, for its mistakes.</param>
    public static TierRulesReading ReadTierRules(string file, string body)
    {
        var reader = new PlaybookReader();
        var rules = reader.Rules(new PlaybookFile(PlaybookFile.Rules, file, body), TierRules.Schema) is { } read
            ? TierRules.Read(read, file, reader._mistakes)
            : null;
        return rules is not null && reader._mistakes is []
            ? new TierRulesReading.Sound(rules)
            : new TierRulesReading.Flawed(reader._mistakes);
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

    private RuleSet? Rules(IReadOnlyList<PlaybookFile> files, string name, FactSchema schema) =>
        File(files, PlaybookFile.Rules, name) is { } file ? Rules(file, schema) : null;

    private RuleSet? Rules(PlaybookFile file, FactSchema schema)
    {
        switch (RuleSetReader.Read(file.Body, schema))
        {
            case RuleSetReading.Sound sound:
                return sound.RuleSet;
            case RuleSetReading.Flawed flawed:
                _mistakes.AddRange(flawed.Mistakes.Select(mistake => new PlaybookMistake(
                    file.Name,
                    mistake.Code,
                    mistake.Line is { } line ? $"{mistake.Path} ({line}:{mistake.Column})" : mistake.Path,
                    mistake.Suggestion is { } meant ? $"{mistake.Message} Did you mean `{meant}`?" : mistake.Message)));
                return null;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private WorkflowDefinition? Workflow(PlaybookFile file)
    {
        switch (WorkflowReader.Read(file.Body, Activities))
        {
            case WorkflowReading.Sound sound:
                return sound.Definition;
            case WorkflowReading.Flawed flawed:
                _mistakes.AddRange(flawed.Mistakes.Select(mistake => new PlaybookMistake(
                    file.Name, mistake.Code, mistake.Path, mistake.Message)));
                return null;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
