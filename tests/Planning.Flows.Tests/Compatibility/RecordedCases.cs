using System.Text.Json.Nodes;

namespace Planning.Flows.Tests.Compatibility;

/// <summary>Definitions and outcomes recorded from Elsa itself. They stay where they are; without them we skip.</summary>
internal static class RecordedCases
{
    /// <summary>The folder <c>cases/elsa</c>; skips the test when it is not on this machine.</summary>
    public static string Folder()
    {
        var folder = Candidates().FirstOrDefault(candidate => File.Exists(Path.Combine(candidate, "cases.json")));
        if (folder is null)
        {
            Assert.Skip("The recorded Elsa cases are not on this machine; PLANNING_CASES names their folder.");
        }

        return folder;
    }

    public static IReadOnlyList<JsonNode> Load(string file) =>
        [.. JsonNode.Parse(File.ReadAllText(Path.Combine(Folder(), file)))!.AsArray().Select(item => item!)];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Folder(), file));

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("PLANNING_CASES") is { Length: > 0 } named)
        {
            yield return Path.Combine(named, "elsa");
            yield return named;
            yield break;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, "shared", "cases", "elsa");
        }
    }
}
