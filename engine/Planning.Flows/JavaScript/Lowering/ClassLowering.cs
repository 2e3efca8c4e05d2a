using Jint.Parser.Ast;
using Planning.Flows.JavaScript.Reading;
using Planning.Flows.JavaScript.Running;

namespace Planning.Flows.JavaScript.Lowering;

/// <summary>Lowers classes: a constructor, its prototype, and what every new object begins with.</summary>
internal sealed class ClassLowering(FunctionLowering function)
{
    public Expression Lower(JsClass code, string? name)
    {
        var home = function.Local("class");
        var scope = new LowerScope(function.Scope);
        if (code.Name is not null)
        {
            scope.Add(code.Name, new LoweredName(home));
        }

        var parent = code.Extends is null ? null : function.Expressions.Lower(code.Extends);
        return function.Within(scope, () => Lower(code, code.Name ?? name, home, parent));
    }

    private SequenceExpression Lower(JsClass code, string? name, string home, Expression? parent)
    {
        var constructor = code.Members.FirstOrDefault(member => member.Kind is JsClassMemberKind.Constructor)?.Code
            ?? Usual(code, isDerived: parent is not null);
        var steps = new List<Expression>
        {
            Emit.Assign(Emit.Name(home), Emit.Use(
                ClassOperators.Extend,
                function.Closure(
                    constructor with { Name = null }, (home, false), new ClassTemplate(parent is not null), name ?? ""),
                parent ?? Emit.Undefined())),
        };
        foreach (var member in code.Members.Where(member => member.Kind is not JsClassMemberKind.Constructor))
        {
            var key = function.Expressions.Lower(member.Key);
            var value = function.Closure(member.Code!, (home, member.IsStatic), null, member.Code!.Name);
            steps.Add(function.Lowering.At(
                Emit.Use(ClassOperators.Member(member.Kind, member.IsStatic), Emit.Name(home), key, value), member.At));
        }

        steps.Add(Emit.Name(home));
        return (SequenceExpression)Emit.Sequence(steps);
    }

    // A class without a constructor hands what it is given to the class it extends.
    private static JsFunction Usual(JsClass code, bool isDerived)
    {
        var given = new JsTarget.Variable(code.At, "given");
        JsStatement[] body = isDerived
            ? [new JsStatement.Expression(new JsExpression.Call(
                code.At, new JsExpression.Super(code.At), [new JsExpression.Spread(code.At, new JsExpression.Name(code.At, "given"))], false))]
            : [];
        return new JsFunction(code.At, null, [], isDerived ? given : null)
        {
            Body = body,
            Vars = [],
            UsesArguments = false,
            InnerDepth = 1,
        };
    }
}
