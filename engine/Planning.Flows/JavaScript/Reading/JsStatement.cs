namespace Planning.Flows.JavaScript.Reading;

internal abstract record JsStatement(int At, int Depth) : JsNode(At, Depth)
{
    public sealed record Expression(JsExpression Value) : JsStatement(Value.At, Inside(Value));

    /// <param name="Kind"><c>var</c>, <c>let</c> or <c>const</c>.</param>
    public sealed record Declare(int At, string Kind, IReadOnlyList<JsDeclarator> Items)
        : JsStatement(At, Inside(Items));

    public sealed record Function(JsFunction Code) : JsStatement(Code.At, 1);

    public sealed record Class(JsClass Code) : JsStatement(Code.At, Inside(Code));

    public sealed record Block(int At, IReadOnlyList<JsStatement> Body) : JsStatement(At, Inside(Body));

    public sealed record Empty(int At) : JsStatement(At, 1);

    public sealed record If(int At, JsExpression Test, JsStatement Then, JsStatement? Else)
        : JsStatement(At, Inside(Test, Then, Else));

    /// <summary>Every loop with a condition.</summary>
    /// <param name="TestsFirst">False for <c>do … while</c>.</param>
    /// <param name="ClosureNames">Names that functions inside it mention: such variables are new in every round.</param>
    public sealed record For(
        int At, JsStatement? Begin, JsExpression? Test, JsExpression? Step, JsStatement Body, bool TestsFirst,
        IReadOnlySet<string> ClosureNames)
        : JsStatement(At, Inside(Begin, Test, Step, Body));

    /// <param name="DeclarationKind">Null when the target was declared before.</param>
    /// <param name="OverKeys">True for <c>for … in</c>.</param>
    public sealed record ForEach(
        int At, string? DeclarationKind, JsTarget Target, JsExpression Over, JsStatement Body, bool OverKeys,
        IReadOnlySet<string> ClosureNames)
        : JsStatement(At, Inside(Target, Over, Body));

    public sealed record Return(int At, JsExpression? Value) : JsStatement(At, Inside(Value));

    public sealed record Throw(int At, JsExpression Value) : JsStatement(At, Inside(Value));

    public sealed record Break(int At, string? Label) : JsStatement(At, 1);

    public sealed record Continue(int At, string? Label) : JsStatement(At, 1);

    public sealed record Labelled(int At, string Label, JsStatement Body) : JsStatement(At, Inside(Body));

    public sealed record Switch(int At, JsExpression Value, IReadOnlyList<JsCase> Cases)
        : JsStatement(At, Math.Max(Inside(Value), Inside(Cases)));

    public sealed record Try(int At, Block Body, JsTarget? Caught, Block? Handler, Block? Finally)
        : JsStatement(At, Inside(Body, Caught, Handler, Finally));
}

internal sealed record JsDeclarator(int At, JsTarget Target, JsExpression? Value) : JsNode(At, Inside(Target, Value));

/// <param name="Test">Null for <c>default</c>.</param>
internal sealed record JsCase(int At, JsExpression? Test, IReadOnlyList<JsStatement> Body)
    : JsNode(At, Math.Max(Inside(Test), Inside(Body)));
