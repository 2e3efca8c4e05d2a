using System.Text.Json.Nodes;
using Planning.Flows.Activities;
using Planning.Flows.Expressions;

namespace Planning.Flows.Definitions;

/// <summary>Reads definitions that may use one another as activities.</summary>
public static class DefinitionSetReader
{
    /// <summary>Reads, checks and compiles all of them; the mistakes of every file are found in one go.</summary>
    public static DefinitionSetReading Read(
        IReadOnlyList<DefinitionFile> files, ActivityCatalog catalog, params IReadOnlyList<IExpressionLanguage> languages)
    {
        var documents = files.Select(file => WorkflowReader.Parse(file.Json, new Mistakes())).ToList();
        var uses = new WorkflowUses([.. documents.OfType<JsonObject>().Where(WorkflowActivity.IsMeantToBe)
            .Select(document => new WorkflowActivity(document, new DeclarationReader(new Mistakes())))]);
        var (definitions, mistakes) = (new List<WorkflowDefinition>(), new List<FileMistake>());
        var names = new List<string>();
        foreach (var file in files)
        {
            switch (WorkflowReader.Read(file.Json, catalog, languages, uses))
            {
                case WorkflowReading.Sound { Definition: var sound } when definitions.Exists(known => known.Id == sound.Id):
                    mistakes.Add(new FileMistake(file.Name, new Diagnostic(Codes.DuplicateVersion, null, "$.id",
                        $"Another file already holds the version {sound.Id}. Leave one of the two out.")));
                    break;
                case WorkflowReading.Sound sound:
                    definitions.Add(sound.Definition);
                    names.Add(file.Name);
                    break;
                case WorkflowReading.Flawed flawed:
                    mistakes.AddRange(flawed.Mistakes.Select(mistake => new FileMistake(file.Name, mistake)));
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }

        return new DefinitionSetReading(definitions, mistakes) { Names = names };
    }
}

/// <param name="Name">What a mistake in it is told with.</param>
public sealed record DefinitionFile(string Name, string Json);

/// <param name="Definitions">Those without mistakes, in the order of the files.</param>
public sealed record DefinitionSetReading(
    IReadOnlyList<WorkflowDefinition> Definitions, IReadOnlyList<FileMistake> Mistakes)
{
    /// <summary>The file of each definition, in the same order.</summary>
    public required IReadOnlyList<string> Names { get; init; }
}

public sealed record FileMistake(string File, Diagnostic Mistake);
