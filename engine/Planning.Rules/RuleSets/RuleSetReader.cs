using System.Text.Json;
using Planning.Rules.Dialect;
using Planning.Rules.Facts;

namespace Planning.Rules.RuleSets;

/// <summary>Reads RulesEngine's JSON, reporting every mistake at once rather than the first.</summary>
public static class RuleSetReader
{
    private const string HalfLetter = "\\ud";

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = Limits.JsonDepth };

    /// <param name="json">One workflow as an object, or a list of workflows.</param>
    /// <param name="schema">What the rules may know; every expression is checked against it.</param>
    /// <param name="nulls">What a missing fact means to these rules.</param>
    /// <param name="workflow">Which one, when the file holds several; the name is matched exactly.</param>
    /// <returns>The rule set when the file is sound, otherwise its mistakes. Never both.</returns>
    public static RuleSetReading Read(
        string json, FactSchema schema, NullPolicy nulls = NullPolicy.Unknown, string? workflow = null) =>
        Read(json, schema, new RuleSettings { Nulls = nulls }, workflow);

    /// <param name="json">One workflow as an object, or a list of workflows.</param>
    /// <param name="schema">What the rules may know; every expression is checked against it.</param>
    /// <param name="settings">How the rules are read and judged.</param>
    /// <param name="workflow">Which one, when the file holds several; the name is matched exactly.</param>
    /// <returns>The rule set when the file is sound, otherwise its mistakes. Never both.</returns>
    public static RuleSetReading Read(
        string json, FactSchema schema, RuleSettings settings, string? workflow = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(settings);
        var findings = new Findings();
        var ruleSet = Parse(json, findings) is { } root && Choose(root, workflow, findings) is { } shape
            ? new WorkflowReader(schema, settings, findings).Read(shape)
            : null;
        return ruleSet is not null && findings.Mistakes is []
            ? new RuleSetReading.Sound(ruleSet, findings.Warnings)
            : new RuleSetReading.Flawed(findings.Mistakes);
    }

    /// <returns>Null after the mistake has been reported.</returns>
    internal static JsonElement? Parse(string json, Findings findings)
    {
        if (json.Length > Limits.FileLength)
        {
            findings.Mistake(
                DiagnosticCode.TooLarge,
                "$",
                $"The file has {json.Length} characters; {Limits.FileLength} is the limit.");
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            if (!json.Contains(HalfLetter, StringComparison.OrdinalIgnoreCase) || IsUnicode(document.RootElement))
            {
                return document.RootElement.Clone();
            }
        }
        catch (ArgumentException)
        {
            // Told below: half a letter stands in the text itself.
        }
        catch (JsonException flaw)
        {
            var (code, message) = flaw.Message.Contains("maximum configured depth", StringComparison.Ordinal)
                ? (DiagnosticCode.FileTooDeep, $"The file nests deeper than {Limits.JsonDepth} levels.")
                : (DiagnosticCode.NotJson, "The file is not JSON.");
            findings.Mistakes.Add(new Diagnostic(code, "$", message)
            {
                Line = (int)(flaw.LineNumber ?? 0) + 1,
                Column = (int)(flaw.BytePositionInLine ?? 0) + 1,
            });
            return null;
        }

        findings.Mistake(DiagnosticCode.NotJson, "$", "The file holds half of a letter of two parts (a surrogate).");
        return null;
    }

    // What is no Unicode is found here, before somebody reads it and .NET throws.
    private static bool IsUnicode(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.Object => element.EnumerateObject().All(
                    member => member.Name is not null && IsUnicode(member.Value)),
                JsonValueKind.Array => element.EnumerateArray().All(IsUnicode),
                JsonValueKind.String => element.GetString() is not null,
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static JsonShape? Choose(JsonElement root, string? workflow, Findings findings)
    {
        (JsonElement Value, string Path)[] candidates = root.ValueKind is JsonValueKind.Array
            ? [.. JsonShape.Entries(root, "$", findings)]
            : [(root, "$")];
        foreach (var (value, path) in candidates.Where(one => one.Value.ValueKind is not JsonValueKind.Object))
        {
            findings.Mistake(
                DiagnosticCode.WrongShape, path, $"A workflow must be an object, not {JsonShape.Kind(value)}.");
        }

        if (findings.Mistakes is not [])
        {
            return null;
        }

        JsonShape[] shapes = [.. candidates.Select(one => new JsonShape(one.Value, one.Path, findings))];
        JsonShape[] named = workflow is null
            ? shapes
            : [.. shapes.Where(shape => shape.Text("WorkflowName") == workflow)];
        if (named is [var only])
        {
            return only;
        }

        var what = workflow is null ? "workflows" : $"workflows called {workflow}";
        findings.Mistake(
            DiagnosticCode.WrongShape, "$", $"The file holds {named.Length} {what}; exactly one can be read.");
        return null;
    }
}
