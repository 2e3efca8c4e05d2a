using Jint.Parser.Ast;
using Planning.Flows.Expressions;
using Planning.Flows.JavaScript.Reading;
using Expression = Jint.Parser.Ast.Expression;

namespace Planning.Flows.JavaScript.Lowering;

/// <summary>Turns a parsed script into what Jint runs: ECMAScript 5 with the same meaning in the same order.</summary>
/// <param name="knows">What an unknown name means, if it means anything.</param>
internal sealed class ScriptLowering(string source, ParsedScript script, ScriptNames knows)
{
    private readonly ScriptPlaces _places = new(source);
    private readonly List<ExpressionMistake> _mistakes = [];
    private readonly HashSet<string> _tested = new(StringComparer.Ordinal);
    private int _names;
    private FunctionLowering? _whole;

    public IReadOnlyList<ExpressionMistake> Mistakes => _mistakes;

    public FunctionTemplate Lower()
    {
        _whole = new FunctionLowering(this, null, script.Code);
        return _whole.LowerWhole();
    }

    public T At<T>(T node, int at)
        where T : SyntaxNode
    {
        node.Location = _places.LocationOf(at);
        if (node is CallExpression { Callee: Literal { Location: null } operation })
        {
            operation.Location = node.Location; // An operator is the last thing that is evaluated before it fails.
        }

        return node;
    }

    public void Report(int at, string message)
    {
        var (line, column) = _places.Of(at);
        if (!_mistakes.Exists(known => known.Line == line && known.Column == column))
        {
            _mistakes.Add(new ExpressionMistake(message, line, column));
        }
    }

    /// <summary>A name that no script can have written: it has a # inside.</summary>
    public string Fresh(string word) => $"{word}#{++_names}";

    /// <summary>The script asks with typeof whether the name exists, so it is no mistake when it does not.</summary>
    public void Tests(string word) => _tested.Add(word);

    /// <summary>A name that no scope around it declares.</summary>
    /// <param name="isGuarded">True in a try, whose catch may be meant for it.</param>
    public Expression Free(string word, int at, bool isGuarded)
    {
        if (script.AssignedNames.Contains(word))
        {
            return Emit.Name(_whole!.DeclareImplied(word));
        }

        if (knows.Meaning(word) is { } meaning)
        {
            return meaning;
        }

        if (!isGuarded && !_tested.Contains(word))
        {
            Report(at, knows.AdviceFor(word));
        }

        return At(Emit.Name(word), at);
    }
}
