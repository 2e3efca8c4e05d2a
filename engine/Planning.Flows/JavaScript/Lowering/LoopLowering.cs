using Jint.Parser.Ast;
using Planning.Flows.JavaScript.Reading;
using Planning.Flows.JavaScript.Running;

namespace Planning.Flows.JavaScript.Lowering;

/// <summary>Lowers loops, switch, labels and jumps.</summary>
internal sealed class LoopLowering(FunctionLowering function)
{
    // What an unlabelled break leaves: null for a loop, the made-up label of a switch.
    private readonly Stack<string?> _breaks = [];
    private readonly Dictionary<string, string> _sameLoop = new(StringComparer.Ordinal);
    private string? _label;

    private ScriptLowering Lowering => function.Lowering;

    public Statement Lower(JsStatement statement)
    {
        var label = _label;
        _label = null;
        return statement switch
        {
            JsStatement.For loop => Block(loop, label),
            JsStatement.ForEach loop => Block(loop, label),
            JsStatement.Switch choice => Emit.Block(function.Statements.WithoutResult(Switch(choice))),
            JsStatement.Labelled labelled => Labelled(labelled),
            JsStatement.Break jump => Emit.Break(jump.Label is null ? _breaks.Peek() : Same(jump.Label)),
            JsStatement.Continue jump => Emit.Continue(jump.Label is null ? null : Same(jump.Label)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private string Same(string label) => _sameLoop.GetValueOrDefault(label, label);

    // Jint knows only the innermost of several labels of a loop.
    private Statement Labelled(JsStatement.Labelled labelled)
    {
        if (labelled.Body is JsStatement.Labelled inner)
        {
            _sameLoop[labelled.Label] = inner.Label;
            return Labelled(inner);
        }

        if (labelled.Body is JsStatement.For or JsStatement.ForEach)
        {
            _label = labelled.Label;
            return Lower(labelled.Body);
        }

        return Emit.Labelled(labelled.Label, function.Statements.LowerBody(labelled.Body));
    }

    private BlockStatement Block(JsStatement.For loop, string? label)
    {
        function.LoopClosures.Push(loop.ClosureNames);
        var variables = loop.Begin is JsStatement.Declare { Kind: not "var" } declare
            ? declare.Items.SelectMany(item => TargetNames.Of(item.Target)).ToList()
            : [];
        var isConstant = loop.Begin is JsStatement.Declare { Kind: "const" };
        var head = new LowerScope(function.Scope);
        foreach (var variable in variables)
        {
            head.Add(variable.Word, new LoweredName(function.Local(variable.Word), isConstant));
        }

        var block = function.Within(head, () => Counting(loop, variables, label));
        function.LoopClosures.Pop();
        return block;
    }

    private BlockStatement Counting(JsStatement.For loop, List<JsTarget.Variable> variables, string? label)
    {
        var steps = new List<Statement>();
        if (loop.Begin is not null && function.Statements.Lower(loop.Begin) is { } begin)
        {
            steps.Add(begin);
        }

        var test = loop.Test is null ? null : function.Expressions.Lower(loop.Test);
        var step = loop.Step is null ? null : function.Expressions.Lower(loop.Step);
        _breaks.Push(null);
        var body = Body(loop, variables);
        _breaks.Pop();
        ForStatement lowered;
        if (loop.TestsFirst)
        {
            lowered = Emit.For(null, test, step, body);
        }
        else
        {
            var isFirst = function.Local("first");
            lowered = Emit.For(
                Emit.Assign(Emit.Name(isFirst), Emit.Constant(true)),
                Emit.Logical(LogicalOperator.LogicalOr, Emit.Name(isFirst), test!),
                Emit.Assign(Emit.Name(isFirst), Emit.Constant(false)),
                body);
        }

        steps.AddRange(function.Statements.WithoutResult(label is null ? lowered : Emit.Labelled(label, lowered)));
        return Emit.Block(steps);
    }

    // Closures keep the variable of their own round: the round works on a copy and gives it back at its end.
    private BlockStatement Body(JsStatement.For loop, List<JsTarget.Variable> variables)
    {
        var scope = new LowerScope(function.Scope);
        var copies = new List<(string Shared, string Own)>();
        foreach (var variable in variables.Where(variable => loop.ClosureNames.Contains(variable.Word)))
        {
            var shared = function.Scope.Find(variable.Word)!;
            var own = Lowering.Fresh(variable.Word);
            scope.Add(variable.Word, shared with { Name = own });
            copies.Add((shared.Name, own));
        }

        var body = function.Within(scope, () => function.Statements.LowerBody(loop.Body));
        foreach (var (shared, own) in copies)
        {
            var giveBack = Emit.Block(Emit.Do(Emit.Assign(Emit.Name(shared), Emit.Name(own))));
            body = Emit.Block(Emit.WithOwn(own, Emit.Name(shared), Emit.Block(Emit.Try(body, null, giveBack))));
        }

        return body;
    }

    private BlockStatement Block(JsStatement.ForEach loop, string? label)
    {
        var items = function.Local("items");
        var index = function.Local("index");
        var operation = loop.OverKeys ? Operators.Keys : Operators.Iterated;
        var over = Lowering.At(Emit.Use(operation, function.Expressions.Lower(loop.Over)), loop.At);
        var item = Lowering.At(Emit.Member(Emit.Name(items), Emit.Name(index)), loop.At);
        var isLexical = loop.DeclarationKind is "let" or "const";
        function.LoopClosures.Push(loop.ClosureNames);
        _breaks.Push(null);
        var body = function.Statements.Block(
            loop.Body is JsStatement.Block { Body: var inner } ? inner : [loop.Body],
            isLexical && !DeclaresAgain(loop) ? [.. TargetNames.Of(loop.Target)] : null,
            loop.DeclarationKind == "const",
            () => [Emit.Do(function.Assignments.Give(loop.Target, item, isDeclaration: loop.DeclarationKind is not null))]);
        _breaks.Pop();
        function.LoopClosures.Pop();
        var lowered = Emit.For(
            Emit.Sequence(Emit.Assign(Emit.Name(items), over), Emit.Assign(Emit.Name(index), Emit.Constant(0.0))),
            Emit.Use(Operators.HasMore, Emit.Name(items), Emit.Name(index)),
            Emit.Update(UnaryOperator.Increment, Emit.Name(index), isPrefix: true),
            body);
        return Emit.Block(function.Statements.WithoutResult(label is null ? lowered : Emit.Labelled(label, lowered)));
    }

    // "for (const x of …) { let x … }" has two variables of one name: the inner one counts in the body.
    private bool DeclaresAgain(JsStatement.ForEach loop)
    {
        if (loop.Body is not JsStatement.Block body)
        {
            return false;
        }

        var again = StatementLowering.LexicalNames(body.Body)
            .FirstOrDefault(name => TargetNames.Of(loop.Target).Any(own => own.Word == name.Word));
        if (again.Word is not null)
        {
            Lowering.Report(again.At, $"{again.Word} is declared twice. Rename one of them, or remove the second declaration.");
        }

        return again.Word is not null;
    }

    private LabelledStatement Switch(JsStatement.Switch choice)
    {
        var label = Lowering.Fresh("switch");
        var value = function.Local("value");
        var chosen = function.Local("case");
        var cases = choice.Cases;
        var otherwise = Enumerable.Range(0, cases.Count).Where(index =>
            cases[index].Test is null).DefaultIfEmpty(cases.Count).First();
        var given = function.Expressions.Lower(choice.Value);
        _breaks.Push(label);
        var all = cases.SelectMany(one => one.Body).ToList();
        var body = function.Statements.Block([.. all.Where(statement =>
            statement is JsStatement.Function)], Names(all), begin: () =>
        [
            Emit.Do(Emit.Assign(Emit.Name(chosen), Emit.Constant(-1.0))),
            .. cases.Index().Where(one =>
                one.Item.Test is not null).Select(one => Choose(one.Item, one.Index, value, chosen)),
            Emit.If(IsBelow(chosen, 0), Emit.Do(Emit.Assign(Emit.Name(chosen), Emit.Constant((double)otherwise)))),
            .. cases.Index().Where(one => one.Item.Body.Count > 0).Select(one => Emit.If(
                IsBelow(chosen, one.Index + 1), Emit.Block([.. function.Statements.All(one.Item.Body)]))),
        ]);
        _breaks.Pop();
        return Emit.Labelled(label, Emit.Block(Emit.Do(Emit.Assign(Emit.Name(value), given)), body));
    }

    private static List<JsTarget.Variable> Names(List<JsStatement> all) =>
        [.. StatementLowering.LexicalNames(all).Select(name => new JsTarget.Variable(name.At, name.Word))];

    private IfStatement Choose(JsCase one, int index, string value, string chosen)
    {
        var isIt = Emit.Binary(BinaryOperator.StrictlyEqual, Emit.Name(value), function.Expressions.Lower(one.Test!));
        function.ReleaseTemporaries();
        return Emit.If(
            Emit.Logical(LogicalOperator.LogicalAnd, IsBelow(chosen, 0), isIt),
            Emit.Do(Emit.Assign(Emit.Name(chosen), Emit.Constant((double)index))));
    }

    private static BinaryExpression IsBelow(string name, int limit) =>
        Emit.Binary(BinaryOperator.Less, Emit.Name(name), Emit.Constant((double)limit));
}
