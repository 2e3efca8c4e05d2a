namespace Planning.Flows.Compatibility.Tests.Support;

/// <summary>Where the cases recorded from Elsa stand: they are not part of this repository.</summary>
internal static class CaseFolder
{
    private const string Setting = "PLANNING_CASES";

    public static string WhyNone { get; } =
        $"The recorded cases are not here: set {Setting} to their folder or put them at shared/cases beside the checkout.";

    /// <returns>The folder, from the setting or found beside one of the folders above the tests; else null.</returns>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } given)
        {
            return Path.Combine(given, "elsa");
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var beside = Path.Combine(folder.FullName, "shared", "cases", "elsa");
            if (Directory.Exists(beside))
            {
                return beside;
            }
        }

        return null;
    }
}
