using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Planning.Workflows.Playbooks;

namespace Planning.Grains.Tests.Histories;

/// <summary>What became of the instances of one version of a shipped workflow, turn by turn, as a program once wrote it.</summary>
/// <param name="Name">Definition id and version: <c>strategic-account-plan-1</c>.</param>
/// <param name="Definition">The definition as it was then.</param>
/// <param name="Turns">For each turn of the workflow's story, the instances that were stored with it.</param>
internal sealed record RecordedHistory(string Name, string Definition, IReadOnlyList<IReadOnlyList<string>> Turns)
{
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<RecordedHistory> All { get; } =
        [.. Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal).Select(Read)];

    private static string Folder
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Planning.sln")))
            {
                folder = folder.Parent;
            }

            return Path.Combine(folder!.FullName, "tests", "Planning.Grains.Tests", "Histories");
        }
    }

    /// <summary>Definition id and version of a definition file.</summary>
    public static string NameOf(PlaybookFile file)
    {
        var definition = JsonNode.Parse(file.Body)!;
        return $"{definition["definitionId"]}-{definition["version"]}";
    }

    /// <summary>Keeps it in the source tree, to be committed with the version of the workflow that it belongs to.</summary>
    public void Keep() => File.WriteAllText(Path.Combine(Folder, $"{Name}.json"), new JsonObject
    {
        ["definition"] = Definition,
        ["turns"] = new JsonArray([.. Turns.Select(turn =>
            new JsonArray([.. turn.Select(instance => JsonValue.Create(instance))]))]),
    }.ToJsonString(Readable) + "\n");

    private static RecordedHistory Read(string path)
    {
        var history = JsonNode.Parse(File.ReadAllText(path))!;
        return new RecordedHistory(
            Path.GetFileNameWithoutExtension(path),
            history["definition"]!.GetValue<string>(),
            [.. history["turns"]!.AsArray().Select(turn => turn!.AsArray().Select(one => one!.GetValue<string>()).ToList())]);
    }
}
