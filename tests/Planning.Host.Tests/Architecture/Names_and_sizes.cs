using System.Text.RegularExpressions;

namespace Planning.Host.Tests.Architecture;

/// <summary>A name says what a thing is to the business, and a file holds one thought.</summary>
public sealed partial class Names_and_sizes
{
    private const int MostLines = 400;

    // Reference data is a term of the field: what lists and rules refer to, kept apart from what happens to customers.
    private static readonly string[] TermsOfTheField = ["ReferenceData"];

    private static readonly DirectoryInfo Root = FindRoot();

    private static readonly IReadOnlyList<FileInfo> Sources =
    [
        .. new[] { "engine", "workflows", "grains", "host" }
            .SelectMany(folder => new DirectoryInfo(Path.Combine(Root.FullName, folder)).EnumerateFiles("*.cs", SearchOption.AllDirectories)),
    ];

    [Fact]
    public void there_are_sources_to_look_at() => Assert.True(Sources.Count > 100, $"Only {Sources.Count} files were found.");

    [Fact]
    public void no_type_hides_behind_a_word_that_says_nothing() => Assert.Empty(
        from file in Sources
        from Match type in EmptyName().Matches(File.ReadAllText(file.FullName))
        let name = type.Groups["name"].Value
        where !TermsOfTheField.Contains(name)
        select $"{Relative(file)}: {name}");

    [Fact]
    public void no_file_is_longer_than_four_hundred_lines() => Assert.Empty(
        from file in Sources
        let lines = File.ReadLines(file.FullName).Count()
        where lines > MostLines
        select $"{Relative(file)} has {lines} lines");

    private static string Relative(FileInfo file) => Path.GetRelativePath(Root.FullName, file.FullName);

    private static DirectoryInfo FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Planning.sln")))
            {
                return folder;
            }
        }

        throw new DirectoryNotFoundException($"There is no Planning.sln above {AppContext.BaseDirectory}.");
    }

    [GeneratedRegex(@"^[^/\n]*\b(?:class|record|struct|interface|enum)\s+(?<name>\w*(?:Manager|Helper|Util|Service|Processor|Provider|Factory|Info|Data|Base|Impl|Dto))\b", RegexOptions.Multiline)]
    private static partial Regex EmptyName();
}
