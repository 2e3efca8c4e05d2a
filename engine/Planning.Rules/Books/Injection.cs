using System.Collections.Immutable;
using Planning.Rules.Dialect;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Books;

/// <summary>Reads a workflow together with the rules of those it brings in. Their global parameters stay
/// behind.</summary>
internal static class Injection
{
    /// <returns>The first workflow that is brought in and not there; null when all are.</returns>
    public static string? Missing(ImmutableDictionary<string, Registered> workflows, Registered entry) =>
        entry.Injects is []
            ? null
            : AllNames(workflows, entry).FirstOrDefault(name => !workflows.ContainsKey(name));

    public static RuleSet? Read(
        ImmutableDictionary<string, Registered> workflows,
        Registered entry,
        FactSchema schema,
        RuleSettings settings,
        Findings findings)
    {
        JsonShape[] injected =
        [
            .. AllNames(workflows, entry).Select(name => new JsonShape(workflows[name].File, $"{name}:$", findings)),
        ];
        return new WorkflowReader(schema, settings, findings, inBook: true)
            .Read(new JsonShape(entry.File, "$", findings), injected);
    }

    // A workflow is checked for circles when it is put in; what is brought in twice by many still has to end.
    private static List<string> AllNames(ImmutableDictionary<string, Registered> workflows, Registered entry)
    {
        var names = new List<string>();
        var pending = new Stack<string>(entry.Injects.Reverse());
        while (pending.TryPop(out var name))
        {
            names.Add(name);
            if (names.Count > Limits.Injected)
            {
                throw new ArgumentException(
                    $"The workflow {entry.Name} brings in more than {Limits.Injected} workflows.", nameof(entry));
            }

            if (workflows.TryGetValue(name, out var inner))
            {
                foreach (var further in inner.Injects.Reverse())
                {
                    pending.Push(further);
                }
            }
        }

        return names;
    }
}
