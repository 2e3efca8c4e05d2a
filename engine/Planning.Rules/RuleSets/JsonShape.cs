using System.Text.Json;
using Planning.Rules.Dialect;

namespace Planning.Rules.RuleSets;

/// <summary>One JSON object being read: names in any case, every mistake with its path.</summary>
internal sealed class JsonShape
{
    private readonly Dictionary<string, (string Name, JsonElement Value)> _members =
        new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _read = new(StringComparer.OrdinalIgnoreCase);
    private readonly Findings _findings;
    private readonly string _path;

    public JsonShape(JsonElement element, string path, Findings findings)
    {
        _path = path;
        _findings = findings;
        foreach (var member in element.EnumerateObject())
        {
            if (!_members.TryAdd(member.Name, (member.Name, member.Value)))
            {
                findings.Mistake(DiagnosticCode.Duplicate, PathOf(member.Name), $"`{member.Name}` is given twice.");
            }
        }
    }

    public string Path => _path;

    /// <summary>Everything in it, by name in any case.</summary>
    public IReadOnlyDictionary<string, JsonElement> Members =>
        _members.ToDictionary(member => member.Key, member => member.Value.Value, StringComparer.OrdinalIgnoreCase);

    public string PathOf(string name) => $"{_path}.{(_members.TryGetValue(name, out var member) ? member.Name : name)}";

    /// <returns>The value, or null when there is none or it is JSON's null.</returns>
    public JsonElement? Any(string name)
    {
        _read.Add(name);
        return _members.TryGetValue(name, out var member) && member.Value.ValueKind is not JsonValueKind.Null
            ? member.Value
            : null;
    }

    public string? Text(string name) => Any(name) is not { } value ? null
        : value.ValueKind is JsonValueKind.String ? value.GetString()
        : Wrong<string>(name, "a text", value);

    public bool? Flag(string name) => Any(name) is not { } value ? null
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
        : Wrong<bool?>(name, "true or false", value);

    public double? Number(string name) => Any(name) is not { } value ? null
        : value.ValueKind is JsonValueKind.Number && double.IsFinite(value.GetDouble()) ? value.GetDouble()
        : Wrong<double?>(name, "a number", value);

    public JsonShape? Object(string name) => Any(name) is not { } value ? null
        : value.ValueKind is JsonValueKind.Object ? new JsonShape(value, PathOf(name), _findings)
        : Wrong<JsonShape>(name, "an object", value);

    public IReadOnlyList<(JsonElement Value, string Path)> List(string name)
    {
        if (Any(name) is not { } value)
        {
            return [];
        }

        return value.ValueKind is JsonValueKind.Array
            ? Entries(value, PathOf(name), _findings)
            : Wrong<IReadOnlyList<(JsonElement, string)>>(name, "a list", value) ?? [];
    }

    /// <returns>The entries of a list with their paths; none, and a mistake, when they are too many.</returns>
    public static IReadOnlyList<(JsonElement Value, string Path)> Entries(
        JsonElement list, string path, Findings findings)
    {
        if (list.GetArrayLength() <= Limits.FileEntries)
        {
            return [.. list.EnumerateArray().Select((item, i) => (item, $"{path}[{i}]"))];
        }

        findings.Mistake(
            DiagnosticCode.TooManyRules,
            path,
            $"The list has {list.GetArrayLength()} entries; {Limits.FileEntries} is the limit.");
        return [];
    }

    public IReadOnlyList<JsonShape> Objects(string name)
    {
        var shapes = new List<JsonShape>();
        foreach (var (value, path) in List(name))
        {
            if (value.ValueKind is JsonValueKind.Object)
            {
                shapes.Add(new JsonShape(value, path, _findings));
            }
            else
            {
                _findings.Mistake(_findings.ShapeCode, path, $"This must be an object, not {Kind(value)}.");
            }
        }

        return shapes;
    }

    public IReadOnlyList<string> Texts(string name)
    {
        var texts = new List<string>();
        foreach (var (value, path) in List(name))
        {
            if (value.ValueKind is JsonValueKind.String)
            {
                texts.Add(value.GetString()!);
            }
            else
            {
                _findings.Mistake(_findings.ShapeCode, path, $"This must be a text, not {Kind(value)}.");
            }
        }

        return texts;
    }

    /// <summary>Members nobody asked for.</summary>
    public IEnumerable<string> Others() =>
        _members.Values.Select(member => member.Name).Where(name => !_read.Contains(name));

    public static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };

    private T? Wrong<T>(string name, string wanted, JsonElement value)
    {
        _findings.Mistake(_findings.ShapeCode, PathOf(name), $"`{name}` must be {wanted}, not {Kind(value)}.");
        return default;
    }
}
