using System.Globalization;
using System.Text.Json.Nodes;
using Planning.Flows.Activities;
using Planning.Flows.Expressions;

namespace Planning.Flows.Definitions;

/// <summary>The places that a definition's activities put their outputs in, found by the ids that expressions write.</summary>
/// <remarks>
/// An id is the one that stands in the activity's output, or the one that Elsa gives where none stands there:
/// <c>act1:output-status-code</c>, in older files <c>act1:output-0</c>.
/// </remarks>
internal sealed class OutputBlocks(JsonObject document, Func<JsonObject, ActivityDescriptor?> describe)
{
    private const string Separator = ":output-";

    private ILookup<string, OutputReference>? _written;
    private ILookup<string, OutputReference>? _given;
    private HashSet<string>? _read;

    /// <returns>The outputs that are put there; empty when there is no such place.</returns>
    public IReadOnlyList<OutputReference> Find(string id)
    {
        _written ??= Outputs().ToLookup(output => output.Written ?? "", output => output.Reference, StringComparer.Ordinal);
        if (id.Length > 0 && _written.Contains(id))
        {
            return [.. _written[id]];
        }

        _given ??= Outputs().SelectMany(output => output.Given.Select(block => (block, output.Reference)))
            .ToLookup(entry => entry.block, entry => entry.Reference, StringComparer.Ordinal);
        var start = id.LastIndexOf(Separator, StringComparison.Ordinal) + Separator.Length;
        return start < Separator.Length ? [] : [.. _given[id[..start] + Letters(id[start..])]];
    }

    /// <summary>Whether an expression reads what is put there.</summary>
    public bool IsRead(string id) =>
        (_read ??= [.. Objects(document).Where(json => json.Text("type") == "Output")
            .Select(json => IdIn(json.Member("value"))).OfType<string>()]).Contains(id);

    /// <summary>The id in an <c>Output</c>, an object or its JSON text; text of any other form is the id itself.</summary>
    public static string? IdIn(JsonNode? value)
    {
        var output = ExpressionReader.Unwrap(value);
        return output is JsonObject ? output.Member("memoryReference").Text("id") : output.AsText();
    }

    private IEnumerable<(string? Written, string[] Given, OutputReference Reference)> Outputs()
    {
        foreach (var json in Objects(document))
        {
            if (json.Text("id") is { } activity && describe(json) is { } descriptor)
            {
                foreach (var (place, output) in descriptor.Outputs.Index())
                {
                    var prefix = activity + Separator;
                    yield return (
                        json.Member(JsonMembers.CamelCase(output.Name)).Member("memoryReference").Text("id"),
                        [prefix + Letters(output.Name), prefix + place.ToString(CultureInfo.InvariantCulture)],
                        new OutputReference(activity, output.Name));
                }
            }
        }
    }

    private static string Letters(string name) =>
        new([.. name.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);

    private static IEnumerable<JsonObject> Objects(JsonNode? json) => json switch
    {
        JsonArray items => items.SelectMany(Objects),
        JsonObject members => [members, .. members.SelectMany(member => Objects(member.Value))],
        _ => [],
    };
}
