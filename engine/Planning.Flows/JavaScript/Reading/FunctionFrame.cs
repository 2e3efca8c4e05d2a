namespace Planning.Flows.JavaScript.Reading;

/// <summary>What is learned about a function while it is read.</summary>
internal sealed class FunctionFrame(FunctionFrame? outer, bool isArrow, bool takesSuper)
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, bool> _vars = new(StringComparer.Ordinal);
    private readonly Stack<HashSet<string>> _loops = [];
    private readonly List<(string Word, bool IsLoop)> _labels = [];
    private int _breakable;
    private int _depth = 1;

    public bool IsWholeScript => outer is null;

    public bool UsesArguments { get; private set; }

    /// <summary>True where <c>super</c> means something.</summary>
    public bool TakesSuper => isArrow ? outer is { TakesSuper: true } : takesSuper;

    public void Mention(string name)
    {
        _names.Add(name);
        UsesArguments |= name == "arguments";
    }

    public void DeclareVar(string name) => _vars.TryAdd(name, true);

    public HashSet<string> OpenLoop()
    {
        var closures = new HashSet<string>(StringComparer.Ordinal);
        _loops.Push(closures);
        _breakable++;
        return closures;
    }

    public void CloseLoop()
    {
        _loops.Pop();
        _breakable--;
    }

    public void OpenSwitch() => _breakable++;

    public void CloseSwitch() => _breakable--;

    public void OpenLabel(Token label, bool isLoop)
    {
        if (_labels.Exists(open => open.Word == label.Text))
        {
            throw new ScriptRefusedException(label.At, $"The label {label.Text} is used inside itself. Rename one of them.");
        }

        _labels.Add((label.Text, isLoop));
    }

    public void CloseLabel() => _labels.RemoveAt(_labels.Count - 1);

    public void CheckBreak(Token word, string? label)
    {
        if (label is null ? _breakable == 0 : !_labels.Exists(open => open.Word == label))
        {
            throw Stray(word, label);
        }
    }

    public void CheckContinue(Token word, string? label)
    {
        if (label is null ? _loops.Count == 0 : !_labels.Exists(open => open.Word == label && open.IsLoop))
        {
            throw Stray(word, label);
        }
    }

    /// <summary>Code of the function that stands outside its body, such as a default, needs its share of the stack too.</summary>
    public void Deepen(int depth) => _depth = Math.Max(_depth, depth);

    public JsFunction Close(
        int at, string? name, IReadOnlyList<JsTarget> parameters, JsTarget? rest, IReadOnlyList<JsStatement> body) =>
        new(at, name, parameters, rest)
        {
            Body = body,
            IsArrow = isArrow,
            Vars = _vars.Keys,
            UsesArguments = UsesArguments && !isArrow,
            InnerDepth = body.Concat<JsNode>(parameters).Aggregate(_depth, (depth, node) =>
                Math.Max(depth, node.Depth)),
        };

    /// <summary>What a function mentions, those around it mention too, and the loops they are in.</summary>
    public FunctionFrame Leave()
    {
        outer!._names.UnionWith(_names);
        outer.UsesArguments |= UsesArguments && isArrow;
        foreach (var loop in outer._loops)
        {
            loop.UnionWith(_names);
        }

        return outer;
    }

    private static ScriptRefusedException Stray(Token word, string? label) => new(word.At, label is null
        ? $"\"{word.Text}\" stands in no loop. Use return to leave a script or a function."
        : $"\"{word.Text} {label}\" stands in nothing that is labelled {label}. Put the label before the loop.");
}
