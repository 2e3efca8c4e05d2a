using System.Text.Json;
using Planning.Rules.Evaluation;
using Planning.Rules.Facts;

namespace Planning.Rules.Books;

/// <summary>Something the caller lets rules do, registered under a name in
/// <see cref="RuleSets.RuleSettings.Actions"/>.</summary>
public interface IRuleAction
{
    /// <returns>What becomes the output of the rule's action.</returns>
    ValueTask<object?> RunAsync(ActionCall call, CancellationToken cancellationToken);
}

/// <summary>One call of an action.</summary>
/// <param name="Result">How the rule came out.</param>
/// <param name="Context">What the file says under <c>Context</c>, by key in any case.</param>
/// <param name="Parameters">The inputs, as they were given.</param>
public sealed record ActionCall(
    RuleResult Result, IReadOnlyDictionary<string, JsonElement> Context, IReadOnlyList<RuleParameter> Parameters);

/// <summary>What came of a rule's action.</summary>
/// <param name="Output">What it computed; null when it failed.</param>
/// <param name="Failure">Why it failed; null when it did not. The rule's own result is not touched by it.</param>
/// <param name="Cause">The exception behind the failure, where there is one.</param>
public sealed record ActionOutcome(object? Output, string? Failure = null, Exception? Cause = null);
