using System.Reflection;
using System.Text.Json;

namespace Planning.Workflows.Playbooks;

/// <summary>One file the company works by.</summary>
/// <param name="Kind">workflow, rules or policies.</param>
/// <param name="Name">The file's name with its ending.</param>
public sealed record PlaybookFile(string Kind, string Name, string Body)
{
    public const string Workflow = "workflow";
    public const string Rules = "rules";
    public const string Policies = "policies";

    /// <summary>The files this program comes with, in a fixed order.</summary>
    public static IReadOnlyList<PlaybookFile> Shipped { get; } =
    [
        .. from resource in Assembly.GetExecutingAssembly().GetManifestResourceNames()
           orderby resource
           let parts = resource.Split('/')
           where parts.Length == 2
           select new PlaybookFile(parts[0], parts[1], Read(resource)),
    ];

    /// <returns>What the file calls itself and its version; nothing for a policy that has no versions.</returns>
    public (string Name, string Version)? Identity()
    {
        using var document = JsonDocument.Parse(Body);
        var root = document.RootElement;
        return Kind switch
        {
            Workflow => (root.GetProperty("definitionId").ToString(), root.GetProperty("version").ToString()),
            Rules => (root.GetProperty("WorkflowName").ToString(), root.GetProperty("Version").ToString()),
            _ when root.TryGetProperty("policy", out var name) => (name.ToString(), root.GetProperty("version").ToString()),
            _ => null,
        };
    }

    private static string Read(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}

/// <summary>Something in a file of the playbook that must be mended before it can be worked by.</summary>
/// <param name="Path">JSON path, with line and column inside an expression where that is meant.</param>
public sealed record PlaybookMistake(string File, string Code, string Path, string Message)
{
    public override string ToString() => $"{File}: {Code} at {Path}: {Message}";
}
