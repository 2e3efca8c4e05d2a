using Planning.Workflows.Playbooks;

namespace Planning.Workflows.Tests.Support;

/// <summary>The files this program comes with, and what becomes of them when somebody edits one.</summary>
internal static class Shipped
{
    public static Playbook Playbook { get; } = Sound(PlaybookFile.Shipped);

    public static string Body(string name) => PlaybookFile.Shipped.Single(file => file.Name == name).Body;

    public static IReadOnlyList<PlaybookFile> Without(string name) =>
        [.. PlaybookFile.Shipped.Where(file => file.Name != name)];

    public static IReadOnlyList<PlaybookFile> With(string name, string body) =>
        [.. PlaybookFile.Shipped.Select(file => file.Name == name ? file with { Body = body } : file)];

    /// <summary>The shipped files, with one passage of one of them written otherwise.</summary>
    public static IReadOnlyList<PlaybookFile> Where(string name, string passage, string otherwise)
    {
        var body = Body(name);
        Assert.Contains(passage, body, StringComparison.Ordinal);
        return With(name, body.Replace(passage, otherwise, StringComparison.Ordinal));
    }

    public static Playbook Sound(IReadOnlyList<PlaybookFile> files) => PlaybookReader.Read(files) switch
    {
        PlaybookReading.Sound sound => sound.Playbook,
        PlaybookReading.Flawed flawed => throw new InvalidOperationException(string.Join('\n', flawed.Mistakes)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static IReadOnlyList<string> MistakesIn(IReadOnlyList<PlaybookFile> files) =>
        [.. Assert.IsType<PlaybookReading.Flawed>(PlaybookReader.Read(files)).Mistakes.Select(mistake => mistake.ToString())];
}
