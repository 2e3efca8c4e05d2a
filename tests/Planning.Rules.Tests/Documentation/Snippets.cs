namespace Planning.Rules.Tests.Documentation;

/// <summary>The snippets of a page, and the regions of the code that they are taken from.</summary>
internal static class Snippets
{
    /// <summary>By name, which stands in a comment above the snippet.</summary>
    public static SortedDictionary<string, string> OnPage(string path)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var lines = Lines(path);
        for (var i = 0; i + 1 < lines.Length; i++)
        {
            if (lines[i].StartsWith("<!-- snippet: ", StringComparison.Ordinal) && lines[i + 1] == "```csharp")
            {
                found[lines[i][14..^4]] = string.Join('\n', lines.Skip(i + 2).TakeWhile(line => line != "```"));
            }
        }

        return found;
    }

    /// <summary>By the name of the region, without the indentation it has in the file.</summary>
    public static SortedDictionary<string, string> InFile(string path)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var lines = Lines(path);
        for (var i = 0; i < lines.Length; i++)
        {
            var indent = lines[i].Length - lines[i].TrimStart().Length;
            if (lines[i].AsSpan(indent).StartsWith("#region ", StringComparison.Ordinal))
            {
                found[lines[i][(indent + 8)..]] = string.Join('\n', lines.Skip(i + 1)
                    .TakeWhile(line => line.Trim() != "#endregion")
                    .Select(line => line.Length > indent ? line[indent..] : ""));
            }
        }

        return found;
    }

    private static string[] Lines(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Planning.sln")))
        {
            folder = folder.Parent;
        }

        return File.ReadAllLines(Path.Combine(folder!.FullName, path));
    }
}
