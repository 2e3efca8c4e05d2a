using System.Text.Json;

namespace Planning.Host.Commands.Rules;

/// <summary>One thing that is asked of rules: what to judge, over which inputs, in which way.</summary>
/// <param name="Workflows">One workflow in RulesEngine's format, or a list of them.</param>
/// <param name="Inputs">An object with a member for each input, or a list of objects with <c>name</c> and
/// <c>value</c>.</param>
/// <param name="Settings">See <see cref="Planning.Rules.RuleSets.RuleSettingsReader"/>.</param>
internal sealed record RuleCase(
    JsonElement? Workflows,
    string? Workflow,
    string? Rule,
    string? Expression,
    JsonElement? Inputs,
    JsonElement? Settings)
{
    public static RuleCase Nothing { get; } = new(null, null, null, null, null, null);

    /// <summary>Reads a line of a batch. What it does not say stays as here.</summary>
    /// <exception cref="CaseRefusedException">The line is no case.</exception>
    public RuleCase With(string line)
    {
        var json = JsonFile.Parse(line, "The line");
        return json.ValueKind is JsonValueKind.Object
            ? this with
            {
                Workflows = Member(json, "workflows") ?? Workflows,
                Workflow = Text(json, "workflow", "workflowName") ?? Workflow,
                Rule = Text(json, "rule", "ruleName") ?? Rule,
                Expression = Text(json, "expression", "expr") ?? Expression,
                Inputs = Member(json, "inputs") ?? Inputs,
                Settings = Member(json, "settings") ?? Settings,
            }
            : throw new CaseRefusedException($"A case must be a JSON object, not {json.ValueKind}.");
    }

    private static JsonElement? Member(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    private static string? Text(JsonElement json, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Member(json, name) is { } value)
            {
                return value.ValueKind is JsonValueKind.String
                    ? value.GetString()
                    : throw new CaseRefusedException($"`{name}` must be a text.");
            }
        }

        return null;
    }
}

/// <summary>A case that cannot be put to the rules; the message says why, for whoever wrote it.</summary>
internal sealed class CaseRefusedException(string message) : Exception(message);
