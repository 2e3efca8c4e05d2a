using Planning.Rules.Compiling;
using Planning.Rules.Evaluation;
using Planning.Rules.Facts;
using Planning.Rules.Formulas;
using Planning.Rules.RuleSets;

namespace Planning.Rules.Books;

/// <summary>Runs the actions of rules that have been judged, over the frame they were judged on.</summary>
internal sealed class ActionRunner(
    BookTurn turn,
    RuleSet set,
    object?[] frame,
    IReadOnlyList<RuleParameter> parameters,
    RuleSettings settings,
    Steps steps,
    int depth)
{
    /// <returns>The result with what came of its action and of those of the rules inside it.</returns>
    public async ValueTask<RuleResult> WithActionsAsync(RuleResult result, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var outcome = (await OneAsync(result, cancellationToken)).Outcome;
        var children = new List<RuleResult>(result.Children.Count);
        foreach (var child in result.Children)
        {
            children.Add(await WithActionsAsync(child, cancellationToken));
        }

        return outcome is null && children.TrueForAll(child => child.Action is null)
            ? result
            : result with { Action = outcome, Children = children };
    }

    /// <returns>The result alone with what came of its own action, after those of the rules it had
    /// evaluated.</returns>
    public async ValueTask<RuleRun> RunAsync(RuleResult result, CancellationToken cancellationToken)
    {
        var (outcome, before) = await OneAsync(result, cancellationToken);
        return new RuleRun(outcome, [.. before, result with { Action = outcome }]);
    }

    private async ValueTask<(ActionOutcome? Outcome, IReadOnlyList<RuleResult> Before)> OneAsync(
        RuleResult result, CancellationToken cancellationToken)
    {
        var actions = result.Rule.Body.Actions;
        var plan = result.IsSuccess switch
        {
            true => actions.OnSuccess,
            false => actions.OnFailure,
            null => null,
        };
        switch (plan)
        {
            case null:
                return (null, []);
            case ActionPlan.Output output:
                return (Guarded("OutputExpressionAction", () => Compute(output.Computed, output.Flaw)), []);
            case ActionPlan.EvaluateRule call:
                return await CallAsync(call, cancellationToken);
            case ActionPlan.Custom custom:
                return (await CustomAsync(custom, result, cancellationToken), []);
            default:
                throw new System.Diagnostics.UnreachableException($"Unknown action {plan.GetType().Name}.");
        }
    }

    private async ValueTask<(ActionOutcome?, IReadOnlyList<RuleResult>)> CallAsync(
        ActionPlan.EvaluateRule call, CancellationToken cancellationToken)
    {
        const string Action = "EvaluateRuleAction";
        try
        {
            var run = await turn.RunAsync(
                call.Workflow, call.Rule, PassedOn(call), steps, depth + 1, cancellationToken);
            return (run.Action, run.Results);
        }
        catch (Exception failure) when (Failures.IsOfRule(failure))
        {
            return (Failed(Action, failure), []);
        }
    }

    private Given PassedOn(ActionPlan.EvaluateRule call)
    {
        using var counting = steps.GoOn();
        var passed = call.Visible
            .Select(value => (Name: NameOf(value), value))
            .Where(one => call.Filter?.Contains(one.Name) ?? true)
            .Select(one => (new RuleParameter(one.Name, set.Operands.Value(one.value, frame)), one.value.Type));
        var added = call.Added.Select(input =>
            (new RuleParameter(input.Name, Compute(input.Computed, input.Flaw)), input.Computed!.Type));
        return GivenInputs.Of([.. passed, .. added]);
    }

    private static string NameOf(Formula value) => value switch
    {
        Formula.Input input => input.Name,
        Formula.Scoped scoped => scoped.Name,
        _ => throw new System.Diagnostics.UnreachableException($"{value.GetType().Name} has no name."),
    };

    private object? Compute(Formula? formula, string? flaw) => formula is null
        ? throw new ArgumentException(flaw ?? "The expression cannot be computed.", nameof(formula))
        : Operands.Materialized(set.Operands.Value(formula, frame));

    private async ValueTask<ActionOutcome> CustomAsync(
        ActionPlan.Custom custom, RuleResult result, CancellationToken cancellationToken)
    {
        if (!settings.Actions.TryGetValue(custom.Name, out var action))
        {
            return Failed(custom.Name, new ArgumentException($"No action {custom.Name} is registered."));
        }

        try
        {
            var output = await action.RunAsync(new ActionCall(result, custom.Context, parameters), cancellationToken);
            return new ActionOutcome(output);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return Failed(action.GetType().Name, failure);
        }
    }

    private ActionOutcome Guarded(string action, Func<object?> compute)
    {
        using var counting = steps.GoOn();
        try
        {
            return new ActionOutcome(compute());
        }
        catch (Exception failure) when (Failures.IsOfRule(failure))
        {
            return Failed(action, failure);
        }
    }

    private ActionOutcome Failed(string action, Exception failure)
    {
        var reason = $"Exception while executing {action}: {failure.Message}";
        return settings.Flaws is FlawPolicy.Throw
            ? throw new RuleFailedException(set.Name, reason, failure)
            : new ActionOutcome(null, reason, failure);
    }
}
