using Jint.Native;
using Jint.Parser.Ast;
using Planning.Flows.JavaScript.Running;

namespace Planning.Flows.JavaScript.Lowering;

/// <summary>Makes the syntax that Jint runs. Only what Jint runs rightly is made here.</summary>
internal static class Emit
{
    public static Literal Constant(JsValue value) =>
        new() { Type = SyntaxNodes.Literal, Cached = true, CachedValue = value };

    public static Literal Constant(object? value) => Constant(value switch
    {
        null => JsValue.Null,
        bool flag => Coercion.Value(flag),
        double number => new JsValue(number),
        _ => new JsValue((string)value),
    });

    public static Literal Undefined() => Constant(JsValue.Undefined);

    public static Identifier Name(string name) => new() { Type = SyntaxNodes.Identifier, Name = name };

    public static MemberExpression Member(Expression of, Expression key) =>
        new() { Type = SyntaxNodes.MemberExpression, Object = of, Property = key, Computed = true };

    public static CallExpression Call(Expression callee, IReadOnlyList<Expression> arguments) => new()
    {
        Type = SyntaxNodes.CallExpression,
        Callee = callee,
        Arguments = [.. arguments],
        CanBeCached = false,
        Cached = arguments.Count == 0,
        CachedArguments = [],
    };

    public static CallExpression Use(Operator operation, params IReadOnlyList<Expression> arguments) =>
        Call(Constant(new JsValue(operation)), arguments);

    public static AssignmentExpression Assign(Expression place, Expression value) => new()
    {
        Type = SyntaxNodes.AssignmentExpression,
        Operator = AssignmentOperator.Assign,
        Left = place,
        Right = value,
    };

    public static BinaryExpression Binary(BinaryOperator operation, Expression left, Expression right) =>
        new() { Type = SyntaxNodes.BinaryExpression, Operator = operation, Left = left, Right = right };

    public static BinaryExpression IsNullish(Expression value) =>
        Binary(BinaryOperator.Equal, value, Constant(JsValue.Null));

    public static BinaryExpression IsUndefined(Expression value) =>
        Binary(BinaryOperator.StrictlyEqual, value, Undefined());

    public static LogicalExpression Logical(LogicalOperator operation, Expression left, Expression right) =>
        new() { Type = SyntaxNodes.LogicalExpression, Operator = operation, Left = left, Right = right };

    public static ConditionalExpression Conditional(Expression test, Expression then, Expression otherwise) => new()
    {
        Type = SyntaxNodes.ConditionalExpression,
        Test = test,
        Consequent = then,
        Alternate = otherwise,
    };

    public static Expression Sequence(params IReadOnlyList<Expression> parts) =>
        parts.Count == 1 ? parts[0] : new SequenceExpression { Type = SyntaxNodes.SequenceExpression, Expressions = [.. parts] };

    public static UnaryExpression Unary(UnaryOperator operation, Expression operand) =>
        new() { Type = SyntaxNodes.UnaryExpression, Operator = operation, Argument = operand, Prefix = true };

    public static UpdateExpression Update(UnaryOperator operation, Expression place, bool isPrefix) =>
        new() { Type = SyntaxNodes.UpdateExpression, Operator = operation, Argument = place, Prefix = isPrefix };

    public static ThisExpression This() => new() { Type = SyntaxNodes.ThisExpression };

    public static ExpressionStatement Do(Expression value) =>
        new() { Type = SyntaxNodes.ExpressionStatement, Expression = value };

    public static BlockStatement Block(params IReadOnlyList<Statement> body) =>
        new() { Type = SyntaxNodes.BlockStatement, Body = body };

    public static IfStatement If(Expression test, Statement then, Statement? otherwise = null) =>
        new() { Type = SyntaxNodes.IfStatement, Test = test, Consequent = then, Alternate = otherwise };

    public static ForStatement For(Expression? begin, Expression? test, Expression? step, Statement body) =>
        new() { Type = SyntaxNodes.ForStatement, Init = begin, Test = test, Update = step, Body = body };

    public static ReturnStatement Return(Expression value) =>
        new() { Type = SyntaxNodes.ReturnStatement, Argument = value };

    public static ThrowStatement Throw(Expression value) =>
        new() { Type = SyntaxNodes.ThrowStatement, Argument = value };

    public static BreakStatement Break(string? label) =>
        new() { Type = SyntaxNodes.BreakStatement, Label = label is null ? null : Name(label) };

    public static ContinueStatement Continue(string? label) =>
        new() { Type = SyntaxNodes.ContinueStatement, Label = label is null ? null : Name(label) };

    public static LabelledStatement Labelled(string label, Statement body) =>
        new() { Type = SyntaxNodes.LabeledStatement, Label = Name(label), Body = body };

    public static TryStatement Try(Statement body, CatchClause? handler, Statement? last) => new()
    {
        Type = SyntaxNodes.TryStatement,
        Block = body,
        Handlers = handler is null ? [] : [handler],
        GuardedHandlers = [],
        Finalizer = last,
    };

    public static CatchClause Catch(string name, BlockStatement body) =>
        new() { Type = SyntaxNodes.CatchClause, Param = Name(name), Body = body };

    /// <summary>Gives the body a variable of its own: Jint makes a new scope for every catch.</summary>
    public static TryStatement WithOwn(string name, Expression value, BlockStatement body) =>
        Try(Block(Throw(value)), Catch(name, body), null);
}
