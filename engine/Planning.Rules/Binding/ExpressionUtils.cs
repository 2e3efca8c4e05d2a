namespace Planning.Rules.Binding;

/// <summary>RulesEngine's one function of its own.</summary>
internal static class ExpressionUtils
{
    /// <summary>Whether a text is one of those between the commas.</summary>
    public static bool CheckContains(string? check, string? list) =>
        !string.IsNullOrEmpty(check) && !string.IsNullOrEmpty(list)
        && list.Split(',').Contains(check, StringComparer.Ordinal);
}
