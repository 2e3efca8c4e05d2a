using System.Collections.Immutable;
using System.Text.Json;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Books;

/// <summary>Checks a workflow before it is put into a book: its structure always, its expressions where the facts are
/// known.</summary>
internal sealed class WorkflowCheck(
    RuleSettings settings, FactSchema? schema, ImmutableDictionary<string, Registered> workflows, Findings findings)
{
    /// <returns>Null after the mistakes have been reported.</returns>
    public Registered? Read(JsonElement file, string path, bool replaces)
    {
        if (file.ValueKind is not JsonValueKind.Object)
        {
            findings.Mistake(
                DiagnosticCode.WrongShape, path, $"A workflow must be an object, not {JsonShape.Kind(file)}.");
            return null;
        }

        var shape = new JsonShape(file, path, findings);
        var name = shape.Text("WorkflowName") ?? "";
        var injects = shape.Texts("WorkflowsToInject");
        var known = workflows.GetValueOrDefault(name);
        if (known is not null && !replaces)
        {
            findings.Mistake(
                DiagnosticCode.Duplicate,
                shape.PathOf("WorkflowName"),
                $"The book already has a workflow {name}; update it instead of adding it.");
        }

        CheckCircle(shape, name, injects);
        _ = new WorkflowReader(null, settings, findings, inBook: true).Read(shape);
        if (findings.Mistakes is not [])
        {
            return null;
        }

        var entry = new Registered(name, (known?.Revision ?? 0) + 1, file, injects);
        return CheckExpressions(entry) ? entry : null;
    }

    // Without a schema the expressions wait for the first inputs; so does a workflow whose injected ones are not there.
    private bool CheckExpressions(Registered entry)
    {
        var future = workflows.SetItem(entry.Name, entry);
        if (schema is null || Injection.Missing(future, entry) is not null)
        {
            return true;
        }

        findings.Warnings.Clear();
        _ = Injection.Read(future, entry, schema, settings, findings);
        return findings.Mistakes is [];
    }

    private void CheckCircle(JsonShape shape, string name, IReadOnlyList<string> injects)
    {
        var pending = new Stack<string>(injects);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (pending.TryPop(out var next))
        {
            if (next == name)
            {
                findings.Mistake(
                    DiagnosticCode.Circle,
                    shape.PathOf("WorkflowsToInject"),
                    $"The workflow {name} would bring in itself.");
                return;
            }

            if (seen.Add(next) && workflows.TryGetValue(next, out var inner))
            {
                foreach (var further in inner.Injects)
                {
                    pending.Push(further);
                }
            }
        }
    }
}
