using System.Runtime.CompilerServices;

namespace Planning.Flows.JavaScript.Reading;

/// <summary>A script as it was written, ready to be lowered.</summary>
/// <param name="Code">The whole of it as the body of a function.</param>
/// <param name="AssignedNames">Names that are assigned somewhere without being declared there.</param>
internal sealed record ParsedScript(JsFunction Code, IReadOnlySet<string> AssignedNames);

/// <summary>One reading of a script: the tokens, the functions that are open, and the readers of each kind of code.</summary>
internal sealed class Parsing
{
    /// <summary>Longer scripts are refused.</summary>
    public const int LongestScript = 100_000;

    private int _open;

    private Parsing(string source)
    {
        Tokens = new TokenStream(new Scanner(source));
        Expressions = new ExpressionReader(this);
        Primaries = new PrimaryReader(this);
        Statements = new StatementReader(this);
        Loops = new LoopReader(this);
        Functions = new FunctionReader(this);
        Classes = new ClassReader(this);
        Patterns = new PatternReader(this);
    }

    public TokenStream Tokens { get; }

    public ExpressionReader Expressions { get; }

    public PrimaryReader Primaries { get; }

    public StatementReader Statements { get; }

    public LoopReader Loops { get; }

    public FunctionReader Functions { get; }

    public ClassReader Classes { get; }

    public PatternReader Patterns { get; }

    public HashSet<string> AssignedNames { get; } = new(StringComparer.Ordinal);

    /// <summary>The innermost function that is being read.</summary>
    public FunctionFrame Frame { get; private set; } = new(null, isArrow: false, takesSuper: false);

    /// <exception cref="ScriptRefusedException">The text is no script that can run here.</exception>
    public static ParsedScript Parse(string source)
    {
        if (source.Length > LongestScript)
        {
            throw new ScriptRefusedException(0,
                $"The script is longer than {LongestScript} characters. Move data out of it, or split it.");
        }

        var parsing = new Parsing(source);
        parsing.Tokens.Advance();
        var body = new List<JsStatement>();
        while (parsing.Tokens.Current.Kind is not TokenKind.End)
        {
            body.Add(parsing.Statements.Read());
        }

        return new ParsedScript(parsing.Frame.Close(0, null, [], null, body), parsing.AssignedNames);
    }

    public FunctionFrame OpenFunction(bool isArrow, bool takesSuper)
    {
        var frame = new FunctionFrame(Frame, isArrow, takesSuper);
        Frame = frame;
        return frame;
    }

    public void CloseFunction() => Frame = Frame.Leave();

    /// <summary>Counts how deep the reader itself is; every <c>Enter</c> has its <c>Leave</c>.</summary>
    public void Enter()
    {
        if (++_open > JsNode.DeepestNesting || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw TooDeep(Tokens.Current.At);
        }
    }

    public void Leave() => _open--;

    /// <summary>Refuses what has grown too deep without the reader going deep, such as <c>a.b.c.d…</c>.</summary>
    public static T Checked<T>(T node)
        where T : JsNode =>
        node.Depth <= JsNode.DeepestNesting ? node : throw TooDeep(node.At);

    public static ScriptRefusedException TooDeep(int at) => new(at,
        $"The script nests more than {JsNode.DeepestNesting} levels deep here. Split it with variables or functions.");
}
