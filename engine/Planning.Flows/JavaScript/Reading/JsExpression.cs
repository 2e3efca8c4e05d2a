
namespace Planning.Flows.JavaScript.Reading;

internal abstract record JsExpression(int At, int Depth) : JsNode(At, Depth)
{
    /// <summary>True when it was written in parentheses, so it is no pattern any more.</summary>
    public bool InParentheses { get; init; }

    public sealed record Name(int At, string Word) : JsExpression(At, 1);

    /// <param name="Value">Null, a bool, a double or a string.</param>
    public sealed record Literal(int At, object? Value) : JsExpression(At, 1);

    public sealed record Regex(int At, string Pattern, string Flags) : JsExpression(At, 1);

    /// <param name="Texts">One more than there are values.</param>
    public sealed record Template(int At, IReadOnlyList<string> Texts, IReadOnlyList<JsExpression> Values)
        : JsExpression(At, Inside(Values));

    public sealed record This(int At) : JsExpression(At, 1);

    /// <summary><c>super</c>: only as the object of a member or a callee.</summary>
    public sealed record Super(int At) : JsExpression(At, 1);

    /// <param name="Items">Null for a hole.</param>
    public sealed record Array(int At, IReadOnlyList<JsExpression?> Items) : JsExpression(At, Inside(Items));

    public sealed record Object(int At, IReadOnlyList<JsProperty> Properties) : JsExpression(At, Inside(Properties));

    public sealed record Function(JsFunction Code) : JsExpression(Code.At, 1);

    public sealed record Class(JsClass Code) : JsExpression(Code.At, Inside(Code));

    public sealed record Unary(int At, string Operator, JsExpression Operand) : JsExpression(At, Inside(Operand));

    public sealed record Update(int At, string Operator, bool IsPrefix, JsExpression Operand)
        : JsExpression(At, Inside(Operand));

    /// <summary>Arithmetic, comparison and logic; <c>+</c> has its own <see cref="Sum"/>.</summary>
    public sealed record Binary(int At, string Operator, JsExpression Left, JsExpression Right)
        : JsExpression(At, Inside(Left, Right));

    /// <summary><c>a + b + c</c>: long chains are common and must not nest.</summary>
    public sealed record Sum(int At, IReadOnlyList<JsExpression> Terms) : JsExpression(At, Inside(Terms));

    public sealed record Conditional(int At, JsExpression Test, JsExpression Then, JsExpression Else)
        : JsExpression(At, Inside(Test, Then, Else));

    public sealed record Assign(int At, string Operator, JsTarget Target, JsExpression Value)
        : JsExpression(At, Inside(Target, Value));

    public sealed record Sequence(int At, IReadOnlyList<JsExpression> Parts) : JsExpression(At, Inside(Parts));

    /// <param name="Key">A literal for <c>a.b</c>.</param>
    /// <param name="IsOptional">Written with <c>?.</c></param>
    public sealed record Member(int At, JsExpression Of, JsExpression Key, bool IsOptional)
        : JsExpression(At, Inside(Of, Key));

    public sealed record Call(int At, JsExpression Callee, IReadOnlyList<JsExpression> Arguments, bool IsOptional)
        : JsExpression(At, Math.Max(Inside(Callee), Inside(Arguments)));

    public sealed record New(int At, JsExpression Callee, IReadOnlyList<JsExpression> Arguments)
        : JsExpression(At, Math.Max(Inside(Callee), Inside(Arguments)));

    /// <summary>The whole of <c>a?.b.c</c>: what a missing <c>a</c> makes undefined.</summary>
    public sealed record Chain(int At, JsExpression Links) : JsExpression(At, Inside(Links));

    /// <summary><c>...values</c> in a call, list or object.</summary>
    public sealed record Spread(int At, JsExpression Values) : JsExpression(At, Inside(Values));
}

/// <param name="Key">Null for <c>...values</c>.</param>
/// <param name="Default">Of <c>{ a = 1 }</c>, which means something only as a pattern.</param>
internal sealed record JsProperty(
    int At, JsPropertyKind Kind, JsExpression? Key, JsExpression Value, JsExpression? Default = null)
    : JsNode(At, Inside(Key, Value, Default))
{
    /// <summary>Written as <c>{ a }</c>.</summary>
    public bool IsShorthand { get; init; }

    public bool IsComputed { get; init; }
}

internal enum JsPropertyKind
{
    Value,
    Getter,
    Setter,
    Spread,
}

/// <summary>Something that can be assigned to.</summary>
internal abstract record JsTarget(int At, int Depth) : JsNode(At, Depth)
{
    public sealed record Variable(int At, string Word) : JsTarget(At, 1);

    public sealed record Place(JsExpression.Member Member) : JsTarget(Member.At, Inside(Member));

    public sealed record List(int At, IReadOnlyList<JsTarget?> Items, JsTarget? Rest)
        : JsTarget(At, Math.Max(Inside(Items), Inside(Rest)));

    public sealed record Members(int At, IReadOnlyList<(JsExpression Key, JsTarget Target)> Items, JsTarget? Rest)
        : JsTarget(At, Math.Max(Inside([.. Items.Select(item => item.Target)]), Inside(Rest)));

    public sealed record WithDefault(int At, JsTarget Target, JsExpression Default)
        : JsTarget(At, Inside(Target, Default));
}

internal sealed record JsFunction(int At, string? Name, IReadOnlyList<JsTarget> Parameters, JsTarget? Rest)
    : JsNode(At, 1)
{
    public required IReadOnlyList<JsStatement> Body { get; init; }

    public bool IsArrow { get; init; }

    /// <summary>A method, getter or setter: no constructor, may use super.</summary>
    public bool IsMethod { get; init; }

    /// <summary>An arrow function with an expression as its body, which is then its only statement.</summary>
    public bool IsExpression { get; init; }

    /// <summary>Names declared with <c>var</c> anywhere in it, and of functions in blocks.</summary>
    public required IReadOnlyCollection<string> Vars { get; init; }

    public required bool UsesArguments { get; init; }

    /// <summary>The deepest nesting in its own code; functions inside count for themselves.</summary>
    public required int InnerDepth { get; init; }
}

internal sealed record JsClass(int At, string? Name, JsExpression? Extends, IReadOnlyList<JsClassMember> Members)
    : JsNode(At, Math.Max(Inside(Extends), Inside(Members)));

internal enum JsClassMemberKind
{
    Constructor,
    Method,
    Getter,
    Setter,
    Field,
    StaticBlock,
}

/// <param name="Key">A literal unless it is computed; private names keep their #.</param>
/// <param name="Code">The function; of a field the function that gives its value.</param>
internal sealed record JsClassMember(int At, JsClassMemberKind Kind, JsExpression Key, JsFunction? Code, bool IsStatic)
    : JsNode(At, Inside(Key));
