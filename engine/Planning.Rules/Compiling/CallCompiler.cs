using System.Linq.Expressions;
using Planning.Rules.Formulas;

namespace Planning.Rules.Compiling;

/// <summary>Compiles members, methods and questions to lists, with the missing values that make them missing.</summary>
internal sealed class CallCompiler(FormulaCompiler compiler)
{
    public Expression Member(Formula.Member member) => member.NullIfNull
        ? Guarded([member.Target], member.Type, values => Expression.Property(values[0], member.Field))
        : Expression.Property(Bare(compiler.Value(member.Target)), member.Field);

    public Expression Call(Formula.Call call)
    {
        if (call.NullIfNull)
        {
            return Guarded([.. call.Parts], call.Type, values => Invoke(call, values));
        }

        return Invoke(call, [.. call.Parts.Select(compiler.Value)]);
    }

    public Expression Query(Formula.Query query) => query.NullIfNull
        ? Guarded([query.Source], query.Type, values => Ask(query, values[0]))
        : As(Ask(query, compiler.Value(query.Source)), query.Type);

    private static MethodCallExpression Invoke(Formula.Call call, Expression[] values)
    {
        var target = call.Target is null ? null : Weighed(Bare(values[0]));
        var parameters = call.Method.GetParameters();
        var arguments = (call.Target is null ? values : values[1..])
            .Select((value, i) => As(Weighed(value), parameters[i].ParameterType));
        return Expression.Call(target, call.Method, arguments);
    }

    private Expression Ask(Formula.Query query, Expression source)
    {
        var parameters = query.Method.GetParameters();
        var arguments = query.Arguments.Select((argument, i) => As(
            compiler.Value(argument), parameters[i + 1].ParameterType));
        var answer = Expression.Call(
            query.Method, [As(source, parameters[0].ParameterType), .. arguments]);
        if (answer.Type != typeof(Truth))
        {
            return answer;
        }

        return query.Type == typeof(bool)
            ? TruthCompiler.Is(answer, Truth.True)
            : Expression.Call(typeof(Truths), nameof(Truths.ToBool), null, answer);
    }

    // Each part is computed once; if one that may be missing is, so is the whole.
    private BlockExpression Guarded(Formula[] parts, Type type, Func<Expression[], Expression> whole)
    {
        ParameterExpression[] values = [.. parts.Select(part => Expression.Variable(part.Type))];
        Expression? missing = null;
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].MayBeNull)
            {
                var isNull = Expression.Equal(values[i], Expression.Constant(null, values[i].Type));
                missing = missing is null ? isNull : Expression.OrElse(missing, isNull);
            }
        }

        var result = As(whole([.. values.Select(Bare)]), type);
        return Expression.Block(
            values,
            [
                .. values.Zip(parts, (value, part) => Expression.Assign(value, compiler.Value(part))),
                missing is null ? result : Expression.Condition(missing, Expression.Default(type), result),
            ]);
    }

    private static Expression Bare(Expression value) => Nullable.GetUnderlyingType(value.Type) is null
        ? value
        : Expression.Property(value, nameof(Nullable<>.Value));

    // What is done with a text may take as long as the text is.
    private static Expression Weighed(Expression value) =>
        value.Type == typeof(string) && value is not ConstantExpression
            ? Expression.Call(typeof(Binding.Texts), nameof(Binding.Texts.Weighed), null, value)
            : value;

    private static Expression As(Expression value, Type type) =>
        value.Type == type ? value : Expression.Convert(value, type);
}
