namespace Planning.Rules.RuleSets;

/// <summary>Why a rule cannot be judged although its file was accepted, in the words RulesEngine's users
/// know.</summary>
internal sealed record Flaw(FlawKind Kind, string Reason)
{
    public string Text(string rule, string? expression) => Kind switch
    {
        FlawKind.Expression => $"Exception while parsing expression `{expression}` - {Reason}",
        FlawKind.Parameter => $"Error while compiling rule `{rule}`: {Reason}",
        FlawKind.Collision => $"Error while executing scoped params for rule `{rule}` - {Reason}",
        _ => throw new System.Diagnostics.UnreachableException($"Unknown flaw {Kind}."),
    };
}

internal enum FlawKind
{
    Expression,
    Parameter,

    /// <summary>A parameter has the name of an input.</summary>
    Collision,
}
