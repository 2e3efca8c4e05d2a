using System.Collections.Immutable;
using Planning.Rules.Compiling;
using Planning.Rules.Dialect;
using Planning.Rules.Evaluation;
using Planning.Rules.Facts;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Books;

/// <summary>One evaluation, from beginning to end on the same workflows.</summary>
/// <param name="promised">The types of the schema's inputs; null without a schema.</param>
internal readonly struct BookTurn(
    ImmutableDictionary<string, Registered> workflows,
    RuleSettings settings,
    FactSchema? schema,
    InputTypes? promised,
    GivenInputs inputs)
{
    public async ValueTask<RuleSetResult> EvaluateAsync(
        string workflow, IReadOnlyList<RuleParameter> given, CancellationToken cancellationToken)
    {
        var (set, parameters) = Open(workflow, given);
        var results = new RuleResult[set.Rules.Count];
        if (!set.HasActions || !settings.RunsActions)
        {
            _ = Judge(set, parameters, results, cancellationToken);
            return new RuleSetResult(set.Name, set.Version, results);
        }

        // Whatever the actions have evaluated counts to this evaluation.
        var steps = Steps.Shared(settings.TimeLimit);
        object?[] frame;
        using (steps.GoOn())
        {
            frame = Judge(set, parameters, results, cancellationToken);
        }

        var actions = new ActionRunner(this, set, frame, parameters, settings, steps, 0);
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = await actions.WithActionsAsync(results[i], cancellationToken);
        }

        return new RuleSetResult(set.Name, set.Version, results);
    }

    public RuleSetExplanation Explain(string workflow, IReadOnlyList<RuleParameter> given, DateOnly? asOf)
    {
        var (set, parameters) = Open(workflow, given);
        return set.ExplainAll(asOf, parameters);
    }

    public ValueTask<RuleRun> RunAsync(
        string workflow, string rule, Given given, CancellationToken cancellationToken) =>
        RunAsync(workflow, rule, given, Steps.Shared(settings.TimeLimit), 0, cancellationToken);

    /// <param name="steps">Of the evaluation that has this rule evaluated.</param>
    public async ValueTask<RuleRun> RunAsync(
        string workflow, string rule, Given given, Steps steps, int depth, CancellationToken cancellationToken)
    {
        if (depth > Limits.Calls)
        {
            throw LimitExceededException.Calls();
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
        object?[] frame;
        RuleResult result;
        using (steps.GoOn())
        {
            (frame, var failure) = set.Prepare(parameters);
            result = set.Result(found, frame, failure);
        }

        var actions = new ActionRunner(this, set, frame, parameters, settings, steps, depth);
        return await actions.RunAsync(result, cancellationToken);
    }

    private static object?[] Judge(
        RuleSet set,
        IReadOnlyList<RuleParameter> parameters,
        RuleResult[] results,
        CancellationToken cancellationToken)
    {
        var (frame, failure) = set.Prepare(parameters);
        for (var i = 0; i < results.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            results[i] = set.Result(set.Rules[i], frame, failure);
        }

        return frame;
    }

    private (RuleSet Set, IReadOnlyList<RuleParameter> Parameters) Open(
        string workflow, IReadOnlyList<RuleParameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return workflows.TryGetValue(workflow, out var entry)
            && (promised is null ? entry.ReadBefore(parameters) : entry.ReadFor(promised)) is { } set
            ? (set, parameters)
            : Open(workflow, inputs.Of(parameters));
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

        var types = promised ?? given.Types;
        var set = entry.ReadFor(types) ?? entry.Keep(types, Read(entry, schema ?? new FactSchema(types.Inputs)));
        return (set, schema is null ? inputs.Read(given).Parameters : given.Parameters);
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
