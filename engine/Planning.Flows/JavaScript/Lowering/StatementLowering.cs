using Jint.Parser.Ast;
using Planning.Flows.JavaScript.Reading;
using Planning.Flows.JavaScript.Running;

namespace Planning.Flows.JavaScript.Lowering;

/// <summary>Lowers statements and the blocks they stand in.</summary>
internal sealed class StatementLowering(FunctionLowering function)
{
    private string? _result;
    private bool _keepsResult = true;

    private ScriptLowering Lowering => function.Lowering;

    /// <summary>What <c>let</c>, <c>const</c> and <c>class</c> declare on this very level.</summary>
    public static IEnumerable<(string Word, bool IsConstant, int At)> LexicalNames(IReadOnlyList<JsStatement> body) =>
        body.SelectMany(statement => statement switch
        {
            JsStatement.Declare { Kind: not "var" } declare =>
                declare.Items.SelectMany(item => TargetNames.Of(item.Target))
                .Select(name => (name.Word, declare.Kind == "const", name.At)),
            JsStatement.Class declared => [(declared.Code.Name!, false, declared.At)],
            _ => [],
        });

    /// <summary>Functions can be called before the place where they stand.</summary>
    public IEnumerable<Statement> Hoisted(IReadOnlyList<JsStatement> body) =>
        [.. body.OfType<JsStatement.Function>().Select(declared => Emit.Do(Emit.Assign(
            function.Expressions.Lower(new JsExpression.Name(declared.At, declared.Code.Name!)),
            function.Closure(declared.Code))))];

    public IEnumerable<Statement> All(IReadOnlyList<JsStatement> body)
    {
        var lowered = new List<Statement>(body.Count);
        foreach (var statement in body)
        {
            if (Lower(statement) is { } one)
            {
                lowered.Add(one);
            }
        }

        return lowered;
    }

    /// <returns>Null when nothing is left to do.</returns>
    public Statement? Lower(JsStatement statement)
    {
        _result = function.Result;
        var lowered = Any(statement);
        function.ReleaseTemporaries();
        return lowered is null ? null : Lowering.At(lowered, statement.At);
    }

    public BlockStatement LowerBody(JsStatement statement) =>
        statement is JsStatement.Block block ? Block(block.Body) : Emit.Block(Lower(statement) is { } one ? [one] : []);

    /// <summary>A block with variables of its own. In a loop those that closures may keep are new in every round.</summary>
    /// <param name="begin">Statements at its beginning that see its variables.</param>
    public BlockStatement Block(
        IReadOnlyList<JsStatement> body, IReadOnlyList<JsTarget.Variable>? more = null, bool moreAreConstant = false,
        Func<IEnumerable<Statement>>? begin = null)
    {
        var scope = new LowerScope(function.Scope);
        var own = new List<string>();
        var names = LexicalNames(body).Select(name =>
            (name.Word, name.IsConstant, name.At, AwaitedBy: (FunctionLowering?)function))
            .Concat((more ?? []).Select(name =>
                (name.Word, IsConstant: moreAreConstant, name.At, AwaitedBy: (FunctionLowering?)null)));
        foreach (var (word, isConstant, at, awaitedBy) in names)
        {
            if (scope.Has(word))
            {
                Lowering.Report(at, $"{word} is declared twice. Rename one of them, or remove the second declaration.");
            }

            var isKept = function.LoopClosures.Any(closures => closures.Contains(word));
            var name = isKept ? Lowering.Fresh(word) : function.Local(word);
            scope.Add(word, new LoweredName(name, isConstant) { AwaitedBy = awaitedBy });
            if (isKept)
            {
                own.Add(name);
            }
        }

        var lowered = function.Within<IReadOnlyList<Statement>>(
            scope, () => [.. begin?.Invoke() ?? [], .. Hoisted(body), .. All(body)]);
        var block = Emit.Block(lowered);
        foreach (var name in own)
        {
            block = Emit.Block(Emit.WithOwn(name, Emit.Undefined(), block));
        }

        return block;
    }

    /// <summary>A statement that is to be the last value of the script has none of its own yet.</summary>
    public IReadOnlyList<Statement> WithoutResult(Statement statement) => function.Result is { } result && _keepsResult
        ? [Emit.Do(Emit.Assign(Emit.Name(result), Emit.Undefined())), statement]
        : [statement];

    private Statement? Any(JsStatement statement)
    {
        switch (statement)
        {
            case JsStatement.Expression expression:
                var value = function.Expressions.Lower(expression.Value);
                return Emit.Do(_result is not null && _keepsResult ? Emit.Assign(Emit.Name(_result), value) : value);
            case JsStatement.Declare declare:
                return Declare(declare);
            case JsStatement.Function or JsStatement.Empty:
                return null;
            case JsStatement.Class declared:
                var made = function.Classes.Lower(declared.Code, null);
                var name = function.Scope.Find(declared.Code.Name!)!;
                name.AwaitedBy = null;
                return Emit.Do(Emit.Assign(Emit.Name(name.Name), made));
            case JsStatement.Block block:
                return Block(block.Body);
            case JsStatement.If choice:
                return Emit.Block(WithoutResult(Emit.If(
                    function.Expressions.Lower(choice.Test),
                    LowerBody(choice.Then),
                    choice.Else is null ? null : LowerBody(choice.Else))));
            case JsStatement.Return answer:
                return Emit.Return(answer.Value is null ? Emit.Undefined() : function.Expressions.Lower(answer.Value));
            case JsStatement.Throw thrown:
                return Emit.Throw(function.Expressions.Lower(thrown.Value));
            case JsStatement.Try attempt:
                return Emit.Block(WithoutResult(Try(attempt)));
            default:
                return function.Loops.Lower(statement);
        }
    }

    private BlockStatement? Declare(JsStatement.Declare declare)
    {
        var steps = new List<Statement>();
        foreach (var item in declare.Items)
        {
            var name = item.Target is JsTarget.Variable variable ? variable.Word : null;
            if (item.Value is not null)
            {
                var value = function.Expressions.Lower(item.Value, name);
                if (item.Target is not JsTarget.Variable)
                {
                    var kept = function.Temporary();
                    steps.Add(Emit.Do(Emit.Assign(Emit.Name(kept), value)));
                    value = Emit.Name(kept);
                }

                steps.Add(Lowering.At(Emit.Do(function.Assignments.Give(item.Target, value, isDeclaration: true)), item.At));
            }
            else if (declare.Kind != "var")
            {
                steps.Add(Emit.Do(function.Assignments.Give(item.Target, Emit.Undefined(), isDeclaration: true)));
            }
        }

        return steps.Count == 0 ? null : Emit.Block(steps);
    }

    private TryStatement Try(JsStatement.Try attempt)
    {
        var wasGuarded = function.IsGuarded;
        function.IsGuarded = wasGuarded || attempt.Handler is not null;
        var body = Block(attempt.Body.Body);
        function.IsGuarded = wasGuarded;
        var handler = attempt.Handler is null ? null : Catch(attempt.Caught, attempt.Handler);
        var kept = _keepsResult;
        _keepsResult = false; // What "finally" does is never the value of a script.
        var last = attempt.Finally is null ? null : Block(attempt.Finally.Body);
        _keepsResult = kept;
        return Emit.Try(body, handler, last);
    }

    private CatchClause Catch(JsTarget? caught, JsStatement.Block handler)
    {
        var name = Lowering.Fresh("caught");
        var explain = Emit.Do(Emit.Use(Operators.Explain, Emit.Name(name)));
        if (caught is JsTarget.Variable variable)
        {
            var scope = new LowerScope(function.Scope);
            scope.Add(variable.Word, new LoweredName(name));
            return Emit.Catch(name, Emit.Block(explain, function.Within(scope, () => Block(handler.Body))));
        }

        return Emit.Catch(name, Block(handler.Body, [.. TargetNames.Of(caught)], begin: () => caught is null
            ? [explain]
            : [explain, Emit.Do(function.Assignments.Give(caught, Emit.Name(name), isDeclaration: true))]));
    }
}
