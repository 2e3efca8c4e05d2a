using Jint.Parser.Ast;
using Planning.Flows.JavaScript.Reading;
using Planning.Flows.JavaScript.Running;

namespace Planning.Flows.JavaScript.Lowering;

/// <summary>Lowers everything that gives something a value: <c>=</c>, <c>+=</c>, <c>++</c>, declarations, patterns.</summary>
internal sealed class AssignmentLowering(FunctionLowering function)
{
    private ScriptLowering Lowering => function.Lowering;

    public Expression Lower(JsExpression expression) => expression switch
    {
        JsExpression.Update update => Update(update),
        JsExpression.Assign { Operator: "=" } assign => Assign(assign),
        JsExpression.Assign assign => Combine(assign),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Gives a variable, a member or all that a pattern names its part of the value.</summary>
    /// <param name="isDeclaration">True where a constant gets the one value it may get.</param>
    public Expression Give(JsTarget target, Expression value, bool isDeclaration) => target switch
    {
        JsTarget.Variable variable => Emit.Assign(Variable(variable, isDeclaration), value),
        JsTarget.Place place => Emit.Assign(Member(place.Member), value),
        JsTarget.WithDefault standard => Give(standard.Target, OrDefault(standard, value), isDeclaration),
        JsTarget.List list => GiveItems(list, value, isDeclaration),
        JsTarget.Members members => GiveMembers(members, value, isDeclaration),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public Expression Member(JsExpression.Member member)
    {
        if (member.Of is JsExpression.Super)
        {
            Lowering.Report(member.At, "Nothing can be assigned to super. Assign to this instead.");
        }

        return Emit.Member(function.Expressions.Lower(member.Of), function.Expressions.Lower(member.Key));
    }

    private ConditionalExpression OrDefault(JsTarget.WithDefault standard, Expression value)
    {
        var name = standard.Target is JsTarget.Variable variable ? variable.Word : null;
        if (value is Identifier known)
        {
            return Emit.Conditional(
                Emit.IsUndefined(value), function.Expressions.Lower(standard.Default, name), Emit.Name(known.Name));
        }

        var kept = function.Temporary();
        return Emit.Conditional(
            Emit.IsUndefined(Emit.Assign(Emit.Name(kept), value)),
            function.Expressions.Lower(standard.Default, name),
            Emit.Name(kept));
    }

    private Expression GiveItems(JsTarget.List list, Expression value, bool isDeclaration)
    {
        var items = function.Temporary();
        var wanted = list.Rest is null ? list.Items.Count : -1;
        var parts = new List<Expression>
        {
            Emit.Assign(Emit.Name(items), Lowering.At(Emit.Use(Operators.Items, value, Emit.Constant((double)wanted)), list.At)),
        };
        foreach (var (index, item) in list.Items.Index())
        {
            if (item is not null)
            {
                parts.Add(Give(item, Emit.Member(Emit.Name(items), Emit.Constant((double)index)), isDeclaration));
            }
        }

        if (list.Rest is not null)
        {
            var rest = Emit.Use(Operators.ItemsFrom, Emit.Name(items), Emit.Constant((double)list.Items.Count));
            parts.Add(Give(list.Rest, rest, isDeclaration));
        }

        return Emit.Sequence(parts);
    }

    private Expression GiveMembers(JsTarget.Members members, Expression value, bool isDeclaration)
    {
        var from = function.Temporary();
        var parts = new List<Expression>
        {
            Emit.Assign(Emit.Name(from), Lowering.At(Emit.Use(Operators.Destructured, value), members.At)),
        };
        var taken = new List<Expression> { Emit.Name(from) };
        foreach (var (key, target) in members.Items)
        {
            var name = function.Expressions.Lower(key);
            if (key is not JsExpression.Literal)
            {
                var kept = function.Temporary();
                parts.Add(Emit.Assign(Emit.Name(kept), name));
                name = Emit.Name(kept);
            }

            taken.Add(name);
            parts.Add(Give(target, Emit.Member(Emit.Name(from), name), isDeclaration));
        }

        if (members.Rest is not null)
        {
            parts.Add(Give(members.Rest, Emit.Use(Operators.OtherMembers, taken), isDeclaration));
        }

        return Emit.Sequence(parts);
    }

    private Expression Variable(JsTarget.Variable variable, bool isDeclaration)
    {
        if (function.Scope.Find(variable.Word) is { } known)
        {
            if (known.IsConstant && !isDeclaration)
            {
                Lowering.Report(variable.At, $"{variable.Word} is a constant, so it keeps its value. Declare it with let.");
            }

            known.AwaitedBy = isDeclaration ? null : known.AwaitedBy;
            return function.Known(known, variable.Word, variable.At);
        }

        return Lowering.Free(variable.Word, variable.At, isGuarded: false);
    }

    private UpdateExpression Update(JsExpression.Update update)
    {
        var operation = update.Operator == "++" ? UnaryOperator.Increment : UnaryOperator.Decrement;
        var place = update.Operand is JsExpression.Name name
            ? Variable(new JsTarget.Variable(name.At, name.Word), isDeclaration: false)
            : Member((JsExpression.Member)update.Operand);
        return Lowering.At(Emit.Update(operation, place, update.IsPrefix), update.At);
    }

    private Expression Assign(JsExpression.Assign assign)
    {
        if (assign.Target is JsTarget.Variable or JsTarget.Place)
        {
            var name = assign.Target is JsTarget.Variable variable ? variable.Word : null;
            var place = assign.Target is JsTarget.Place member
                ? Member(member.Member)
                : Variable((JsTarget.Variable)assign.Target, isDeclaration: false);
            return Lowering.At(Emit.Assign(place, function.Expressions.Lower(assign.Value, name)), assign.At);
        }

        var kept = function.Temporary();
        return Emit.Sequence(
            Emit.Assign(Emit.Name(kept), function.Expressions.Lower(assign.Value)),
            Give(assign.Target, Emit.Name(kept), isDeclaration: false),
            Emit.Name(kept));
    }

    private Expression Combine(JsExpression.Assign assign)
    {
        var operation = assign.Operator[..^1];
        if (assign.Target is JsTarget.Variable variable)
        {
            var name = new JsExpression.Name(variable.At, variable.Word);
            return Combined(operation, assign, name, () => Variable(variable, isDeclaration: false));
        }

        // The object and the key are worked out once, before the value.
        var member = ((JsTarget.Place)assign.Target).Member;
        var (of, keepOf) = Kept(member.Of);
        var (key, keepKey) = Kept(member.Key);
        var place = member with { Of = of, Key = key };
        return Emit.Sequence([.. keepOf, .. keepKey, Combined(operation, assign, place, () => Member(place))]);
    }

    private (JsExpression Kept, IReadOnlyList<Expression> Keep) Kept(JsExpression expression)
    {
        if (expression is JsExpression.Literal or JsExpression.This or JsExpression.Super
            || (expression is JsExpression.Name name && function.Scope.Find(name.Word) is not null))
        {
            return (expression, []);
        }

        var kept = function.Temporary();
        function.Scope.Add(kept, new LoweredName(kept));
        return (new JsExpression.Name(expression.At, kept), [Emit.Assign(Emit.Name(kept), function.Expressions.Lower(expression))]);
    }

    private Expression Combined(string operation, JsExpression.Assign assign, JsExpression place, Func<Expression> target)
    {
        switch (operation)
        {
            case "&&":
                return Emit.Logical(LogicalOperator.LogicalAnd, function.Expressions.Lower(place), Given(assign, target));
            case "||":
                return Emit.Logical(LogicalOperator.LogicalOr, function.Expressions.Lower(place), Given(assign, target));
            case "??":
                var kept = function.Temporary();
                return Emit.Conditional(
                    Emit.IsNullish(Emit.Assign(Emit.Name(kept), function.Expressions.Lower(place))),
                    Given(assign, target),
                    Emit.Name(kept));
            case "+":
                return Emit.Assign(target(), function.Expressions.Lower(new JsExpression.Sum(assign.At, [place, assign.Value])));
            default:
                var combined = new JsExpression.Binary(assign.At, operation, place, assign.Value);
                return Emit.Assign(target(), function.Expressions.Lower(combined));
        }
    }

    private AssignmentExpression Given(JsExpression.Assign assign, Func<Expression> target)
    {
        var name = assign.Target is JsTarget.Variable variable ? variable.Word : null;
        return Emit.Assign(target(), function.Expressions.Lower(assign.Value, name));
    }
}
