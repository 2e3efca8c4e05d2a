using System.Text.Json;
using System.Text.Json.Nodes;
using Planning.Flows.Activities;
using Planning.Flows.Expressions;

namespace Planning.Flows.Definitions;

/// <summary>Reads Elsa 3 workflow definitions.</summary>
public static class WorkflowReader
{
    private const int DeepestJson = 256;

    /// <summary>Reads, checks and compiles one definition. Every mistake is found in one go.</summary>
    /// <param name="languages">The languages that expressions may be written in, beside the definition's own.</param>
    public static WorkflowReading Read(
        string json, ActivityCatalog catalog, params IReadOnlyList<IExpressionLanguage> languages) =>
        Read(json, catalog, languages, WorkflowUses.None);

    internal static WorkflowReading Read(
        string json, ActivityCatalog catalog, IReadOnlyList<IExpressionLanguage> languages, WorkflowUses uses)
    {
        var mistakes = new Mistakes();
        var document = Parse(json, mistakes);
        var definition = document is null
            ? null
            : Read(json, document, new ActivityReader(catalog, languages, uses, document, mistakes));
        return definition is not null
            ? new WorkflowReading.Sound(definition)
            : new WorkflowReading.Flawed(mistakes.All);
    }

    internal static JsonObject? Parse(string json, Mistakes mistakes)
    {
        try
        {
            var options = new JsonDocumentOptions { MaxDepth = DeepestJson, AllowDuplicateProperties = false };
            if (JsonNode.Parse(json, documentOptions: options) is JsonObject document)
            {
                return document;
            }

            mistakes.Report(Codes.NotJson, null, "$", "A workflow definition is a JSON object. Export it from the designer.");
        }
        catch (JsonException exception)
        {
            mistakes.Report(Codes.NotJson, null, exception.Path ?? "$", $"This is not valid JSON: {exception.Message}");
        }

        return null;
    }

    private static WorkflowDefinition? Read(string json, JsonObject document, ActivityReader reader)
    {
        var mistakes = reader.Mistakes;
        var definitionId = document.Text("definitionId");
        if (string.IsNullOrWhiteSpace(definitionId))
        {
            mistakes.Report(Codes.MissingMember, null, "$.definitionId", "The definition has no definitionId. Give it one.");
        }

        var declarations = new DeclarationReader(mistakes);
        reader.Inputs = declarations.Inputs(document);
        reader.Outputs = declarations.Outputs(document);
        var variables = declarations.Variables(document, null, "$");
        var incidents = declarations.IncidentStrategy(document);
        var activation = declarations.Activation(document);
        var root = reader.ReadRoot(variables);
        if (root is null || definitionId is null || mistakes.All.Count > 0)
        {
            return null;
        }

        var version = document.Whole("version") ?? 1;
        return new WorkflowDefinition(json, root, reader.Nodes)
        {
            Id = document.Text("id") ?? $"{definitionId}-v{version}",
            DefinitionId = definitionId,
            Version = version,
            Name = document.Text("name") ?? definitionId,
            Inputs = reader.Inputs,
            Outputs = reader.Outputs,
            IncidentStrategy = incidents,
            Activation = activation,
            IsPublished = document.Flag("isPublished"),
        };
    }
}
