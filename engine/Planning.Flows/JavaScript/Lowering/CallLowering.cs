using Jint.Parser.Ast;
using Planning.Flows.JavaScript.Reading;
using Planning.Flows.JavaScript.Running;

namespace Planning.Flows.JavaScript.Lowering;

/// <summary>Lowers members, calls, new, and chains with <c>?.</c></summary>
internal sealed class CallLowering(FunctionLowering function)
{
    private ScriptLowering Lowering => function.Lowering;

    public Expression Lower(JsExpression expression) => expression switch
    {
        JsExpression.Member { Of: JsExpression.Super } member => SuperMember(member),
        JsExpression.Member member => MemberOf(Value(member.Of), member),
        JsExpression.Call call => Call(call),
        JsExpression.New made => New(made),
        JsExpression.Chain chain => Chain(chain),
        _ => throw new System.Diagnostics.UnreachableException($"{expression.GetType().Name} cannot stand here."),
    };

    private Expression Value(JsExpression expression) => function.Expressions.Lower(expression);

    private MemberExpression MemberOf(Expression of, JsExpression.Member member) =>
        Lowering.At(Emit.Member(of, Value(member.Key)), member.At);

    private List<Expression> Arguments(IReadOnlyList<JsExpression> arguments) => [.. arguments.Select(Value)];

    private Expression Call(JsExpression.Call call) => call.Callee switch
    {
        JsExpression.Super => SuperCall(call),
        JsExpression.Member { Of: JsExpression.Super } member => Lowering.At(
            Emit.Use(Operators.CallWith, SuperMember(member), Emit.This(), function.Expressions.List(call.Arguments)), call.At),
        JsExpression.Member member => CallMember(Value(member.Of), member, call),
        _ => CallPlain(Value(call.Callee), call),
    };

    private Expression CallPlain(Expression callee, JsExpression.Call call) =>
        Lowering.At<Expression>(HasSpread(call.Arguments)
        ? Emit.Use(Operators.CallWith, callee, Emit.Undefined(), function.Expressions.List(call.Arguments))
        : Emit.Call(callee, Arguments(call.Arguments)), call.At);

    private Expression CallMember(Expression of, JsExpression.Member member, JsExpression.Call call)
    {
        if (!HasSpread(call.Arguments))
        {
            return Lowering.At(Emit.Call(MemberOf(of, member), Arguments(call.Arguments)), member.At);
        }

        var self = function.Temporary();
        return Emit.Sequence(
            Emit.Assign(Emit.Name(self), of),
            Lowering.At(
                Emit.Use(
                    Operators.CallWith, MemberOf(Emit.Name(self), member), Emit.Name(self), function.Expressions.List(call.Arguments)),
                member.At));
    }

    private static bool HasSpread(IReadOnlyList<JsExpression> arguments) =>
        arguments.Any(argument => argument is JsExpression.Spread);

    private CallExpression New(JsExpression.New made) =>
        Lowering.At(Emit.Use(Operators.New, Value(made.Callee), function.Expressions.List(made.Arguments)), made.At);

    private Expression SuperCall(JsExpression.Call call)
    {
        if (function.Home is not { IsStatic: false } home)
        {
            Lowering.Report(call.At, "super can only be called in the constructor of a class that extends another. Remove it.");
            return Emit.Undefined();
        }

        return Lowering.At(
            Emit.Use(ClassOperators.SuperCall, Emit.Name(home.Variable), Emit.This(), function.Expressions.List(call.Arguments)), call.At);
    }

    private Expression SuperMember(JsExpression.Member member)
    {
        if (function.Home is not { } home)
        {
            Lowering.Report(member.At, "super can only be used in a class. Remove it.");
            return Emit.Undefined();
        }

        return Lowering.At(
            Emit.Use(ClassOperators.SuperMember, Emit.Name(home.Variable), Emit.Constant(home.IsStatic), Value(member.Key), Emit.This()),
            member.At);
    }

    private Expression Chain(JsExpression.Chain chain)
    {
        var links = new List<JsExpression>();
        var inner = chain.Links;
        while (inner is JsExpression.Member { Of: not JsExpression.Super } or JsExpression.Call)
        {
            links.Add(inner);
            inner = inner is JsExpression.Member member ? member.Of : ((JsExpression.Call)inner).Callee;
        }

        links.Reverse();
        return Link(Value(inner), links, 0);
    }

    // Each ?. ends what is lowered so far and makes the rest hang on it not being null or undefined.
    private Expression Link(Expression value, List<JsExpression> links, int index)
    {
        for (; index < links.Count; index++)
        {
            var method = links[index] as JsExpression.Member;
            var call = index + 1 < links.Count ? links[index + 1] as JsExpression.Call : null;
            if (method is null)
            {
                var plain = (JsExpression.Call)links[index];
                if (plain.IsOptional)
                {
                    return WhenThere(value, there => Link(CallPlain(there, plain), links, index + 1));
                }

                value = CallPlain(value, plain);
            }
            else if (method.IsOptional)
            {
                var required = method with { IsOptional = false };
                links[index] = required;
                return WhenThere(value, there => Link(there, links, index));
            }
            else if (call is { IsOptional: true })
            {
                return CallWhenThere(value, method, call, links, index);
            }
            else if (call is not null)
            {
                value = CallMember(value, method, call);
                index++;
            }
            else
            {
                value = MemberOf(value, method);
            }
        }

        return value;
    }

    private ConditionalExpression WhenThere(Expression value, Func<Expression, Expression> then)
    {
        var kept = function.Temporary();
        return Emit.Conditional(
            Emit.IsNullish(Emit.Assign(Emit.Name(kept), value)), Emit.Undefined(), then(Emit.Name(kept)));
    }

    private ConditionalExpression CallWhenThere(
        Expression of, JsExpression.Member method, JsExpression.Call call, List<JsExpression> links, int index)
    {
        var self = function.Temporary();
        var called = WhenThere(
            MemberOf(Emit.Assign(Emit.Name(self), of), method),
            there => Link(
                Emit.Use(Operators.CallWith, there, Emit.Name(self), function.Expressions.List(call.Arguments)), links, index + 2));
        return called;
    }
}
