namespace Planning.Rules.RuleSets;

/// <summary>A rule cannot be judged, and the settings say that this is the caller's to handle.</summary>
/// <remarks>Only with <see cref="FlawPolicy.Throw"/>. Trying again with the same facts fails again.</remarks>
public sealed class RuleFailedException(string rule, string message, Exception? inner = null)
    : Exception(message, inner)
{
    public string Rule => rule;
}
