using System.Text.Json;
using Planning.Rules.Formulas;

namespace Planning.Rules.Books;

/// <summary>What a rule has done once it was judged, as read from its file.</summary>
internal sealed record RuleActions(ActionPlan? OnSuccess, ActionPlan? OnFailure)
{
    public static RuleActions None { get; } = new(null, null);
}

/// <summary>One action with everything it needs, bound.</summary>
internal abstract record ActionPlan
{
    private ActionPlan() { }

    /// <summary>Computes a value from what the rule could see.</summary>
    public sealed record Output(Formula? Computed, string? Flaw) : ActionPlan;

    /// <summary>Has another rule evaluated, with what the rule could see.</summary>
    /// <param name="Visible">Inputs and parameters that are passed on.</param>
    /// <param name="Filter">Only these names are passed on; null for all.</param>
    public sealed record EvaluateRule(
        string Workflow,
        string Rule,
        IReadOnlyList<Formula> Visible,
        IReadOnlySet<string>? Filter,
        IReadOnlyList<AddedInput> Added) : ActionPlan;

    /// <summary>One of the caller's own.</summary>
    public sealed record Custom(string Name, IReadOnlyDictionary<string, JsonElement> Context) : ActionPlan;
}

/// <summary>A further input for the rule that is called.</summary>
internal sealed record AddedInput(string Name, Formula? Computed, string? Flaw);
