namespace Planning.Flows.JavaScript.Lowering;

/// <summary>The names that are known in a piece of a script.</summary>
internal sealed class LowerScope(LowerScope? outer)
{
    private readonly Dictionary<string, LoweredName> _names = new(StringComparer.Ordinal);

    public LowerScope? Outer => outer;

    public LoweredName? Find(string word)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope._names.TryGetValue(word, out var found))
            {
                return found;
            }
        }

        return null;
    }

    public bool Has(string word) => _names.ContainsKey(word);

    public void Add(string word, LoweredName name) => _names[word] = name;
}

/// <param name="Name">What the variable is called when it runs.</param>
internal sealed record LoweredName(string Name, bool IsConstant = false)
{
    /// <summary>The function that is still to come to its <c>let</c>, <c>const</c> or <c>class</c>; until then it has no value
    /// there.</summary>
    public FunctionLowering? AwaitedBy { get; set; }
}
