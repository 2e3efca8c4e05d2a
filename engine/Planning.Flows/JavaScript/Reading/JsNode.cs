namespace Planning.Flows.JavaScript.Reading;

/// <summary>A piece of a parsed script.</summary>
/// <param name="At">Index of its first character, or of its operator where an error is best shown there.</param>
/// <param name="Depth">How many pieces stand inside one another in it at most. It bounds the stack that running needs.</param>
internal abstract record JsNode(int At, int Depth)
{
    /// <summary>Deeper programs are refused: they would need too much of the stack.</summary>
    public const int DeepestNesting = 120;

    protected static int Inside(params ReadOnlySpan<JsNode?> inner)
    {
        var deepest = 0;
        foreach (var node in inner)
        {
            deepest = Math.Max(deepest, node?.Depth ?? 0);
        }

        return deepest + 1;
    }

    protected static int Inside(IReadOnlyList<JsNode?> inner)
    {
        var deepest = 0;
        for (var index = 0; index < inner.Count; index++)
        {
            deepest = Math.Max(deepest, inner[index]?.Depth ?? 0);
        }

        return deepest + 1;
    }
}
