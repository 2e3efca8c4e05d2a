using System.Collections.Immutable;
using Planning.Rules.Dialect;
using Planning.Rules.Evaluation;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Books;

/// <summary>One evaluation, from beginning to end on the same workflows.</summary>
internal sealed class BookTurn(
    ImmutableDictionary<string, Registered> workflows, RuleSettings settings, FactSchema? schema, GivenInputs inputs)
{
    public async ValueTask<RuleSetResult> EvaluateAsync(
        string workflow, Given given, CancellationToken cancellationToken)
    {
        var (set, parameters) = Open(workflow, given);
        var (frame, failure) = set.Prepare(parameters);
        var actions = new ActionRunner(this, set, frame, parameters, settings, 0);
        var results = new RuleResult[set.Rules.Count];
        for (var i = 0; i < results.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            results[i] = set.Result(set.Rules[i], frame, failure);
        }

        for (var i = 0; i < results.Length && settings.RunsActions; i++)
        {
            results[i] = await actions.WithActionsAsync(results[i], cancellationToken);
        }

        return new RuleSetResult(set.Name, set.Version, results);
    }

    public async ValueTask<RuleRun> RunAsync(
        string workflow, string rule, Given given, int depth, CancellationToken cancellationToken)
    {
        if (depth > Limits.Calls)
        {
            throw new ArgumentException(
                $"Rules have one another evaluated more than {Limits.Calls} deep.", nameof(rule));
        }

        var (set, parameters) = Open(workflow, given);
        if (set.Rules.FirstOrDefault(one => one.Name == rule) is not { } found)
        {
            throw new ArgumentException($"The workflow {workflow} has no rule {rule}.", nameof(rule));
        }

        if (set.Flaw is { Kind: FlawKind.Collision } collision)
        {
            throw new ArgumentException(collision.Reason, nameof(given));
        }

        cancellationToken.ThrowIfCancellationRequested();
        var (frame, failure) = set.Prepare(parameters);
        var result = set.Result(found, frame, failure);
        var actions = new ActionRunner(this, set, frame, parameters, settings, depth);
        return await actions.RunAsync(result, cancellationToken);
    }

    private (RuleSet Set, IReadOnlyList<RuleParameter> Parameters) Open(string workflow, Given given)
    {
        if (!workflows.TryGetValue(workflow, out var entry))
        {
            throw new ArgumentException($"There is no workflow {workflow}.", nameof(workflow));
        }

        if (Injection.Missing(workflows, entry) is { } missing)
        {
            throw new ArgumentException(
                $"The workflow {workflow} brings in {missing}, which is not there.", nameof(workflow));
        }

        return schema is null
            ? (entry.ReadFor(given.Types, () => Read(entry, new FactSchema(given.Types.Inputs))),
                inputs.Read(given).Parameters)
            : (entry.ReadFor(new InputTypes(schema.Inputs), () => Read(entry, schema)), given.Parameters);
    }

    private RuleSet Read(Registered entry, FactSchema facts)
    {
        var findings = new Findings();
        return Injection.Read(workflows, entry, facts, settings, findings)
            ?? throw new ArgumentException(
                $"The workflow {entry.Name} cannot be read for these inputs:\n{string.Join('\n', findings.Mistakes)}",
                nameof(entry));
    }
}
