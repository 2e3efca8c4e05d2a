using System.Runtime.CompilerServices;
using Jint.Native;
using Jint.Parser.Ast;
using Planning.Flows.JavaScript.Reading;
using Planning.Flows.JavaScript.Running;

namespace Planning.Flows.JavaScript.Lowering;

/// <summary>Lowers operators and literals.</summary>
internal sealed class ExpressionLowering(FunctionLowering function)
{
    // Longer than this, a text that is added again and again could grow without anybody counting it.
    private const int LongestUncountedText = 64;

    private ScriptLowering Lowering => function.Lowering;

    /// <param name="name">What an anonymous function here is called.</param>
    public Expression Lower(JsExpression expression, string? name = null)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Parsing.TooDeep(expression.At);
        }

        switch (expression)
        {
            case JsExpression.Name word:
                return Name(word);
            case JsExpression.Literal literal:
                return Lowering.At(Emit.Constant(literal.Value), literal.At);
            case JsExpression.Regex regex:
                return Lowering.At(Emit.Use(Operators.Regex(regex.Pattern, regex.Flags)), regex.At);
            case JsExpression.Template template:
                return Template(template);
            case JsExpression.This:
                return Emit.This();
            case JsExpression.Array list:
                return List(list.Items);
            case JsExpression.Object members:
                return Object(members);
            case JsExpression.Function code:
                return function.Closure(code.Code, name, knowsItself: true);
            case JsExpression.Class code:
                return function.Classes.Lower(code.Code, name);
            case JsExpression.Unary unary:
                return Unary(unary);
            case JsExpression.Sum sum:
                return Sum(sum);
            case JsExpression.Binary binary:
                return Binary(binary);
            case JsExpression.Conditional choice:
                return Emit.Conditional(Lower(choice.Test), Lower(choice.Then, name), Lower(choice.Else, name));
            case JsExpression.Sequence sequence:
                return Emit.Sequence([.. sequence.Parts.Select(part => Lower(part))]);
            case JsExpression.Update or JsExpression.Assign:
                return function.Assignments.Lower(expression);
            default:
                return function.Calls.Lower(expression);
        }
    }

    /// <summary>Items in a row, some of them spread.</summary>
    public Expression List(IReadOnlyList<JsExpression?> items)
    {
        var values = items.OfType<JsExpression>()
            .Select(item => Lower(item is JsExpression.Spread spread ? spread.Values : item)).ToList();
        var layout = items.Select(item => item switch
        {
            null => ListItem.Hole,
            JsExpression.Spread => ListItem.Spread,
            _ => ListItem.Value,
        }).ToArray();
        return Lowering.At(
            Emit.Use(Operators.List(layout), values), items.OfType<JsExpression>().FirstOrDefault()?.At ?? 0);
    }

    private static Expression Arithmetic(string operation, Expression left, Expression right, bool leftIsNumber, bool rightIsNumber)
    {
        if (Plain(operation) is { } plain)
        {
            return Emit.Binary(plain, left, right);
        }

        // Jint multiplies undefined to undefined, so both sides are made numbers first.
        return OfNumbers(operation) is { } ofNumbers
            ? Emit.Binary(ofNumbers, leftIsNumber ? left : Numeric(left), rightIsNumber ? right : Numeric(right))
            : Emit.Use(Operators.Arithmetic(operation), left, right);
    }

    private static BinaryOperator? Plain(string operation) => operation switch
    {
        "==" => BinaryOperator.Equal,
        "!=" => BinaryOperator.NotEqual,
        "===" => BinaryOperator.StrictlyEqual,
        "!==" => BinaryOperator.StricltyNotEqual,
        "<" => BinaryOperator.Less,
        ">" => BinaryOperator.Greater,
        "<=" => BinaryOperator.LessOrEqual,
        ">=" => BinaryOperator.GreaterOrEqual,
        "in" => BinaryOperator.In,
        "instanceof" => BinaryOperator.InstanceOf,
        "-" => BinaryOperator.Minus,
        _ => null,
    };

    private static BinaryOperator? OfNumbers(string operation) => operation switch
    {
        "*" => BinaryOperator.Times,
        "/" => BinaryOperator.Divide,
        "%" => BinaryOperator.Modulo,
        _ => null,
    };

    private static UnaryExpression Numeric(Expression value) => Emit.Unary(UnaryOperator.Plus, value);

    private static bool IsNumber(JsExpression value) => value switch
    {
        JsExpression.Literal { Value: double } or JsExpression.Update => true,
        JsExpression.Unary { Operator: "+" or "-" or "~" } => true,
        JsExpression.Binary binary => OfNumbers(binary.Operator) is not null
            || binary.Operator is "-" or "**" or "&" or "|" or "^" or "<<" or ">>" or ">>>",
        _ => false,
    };

    private Expression Name(JsExpression.Name word)
    {
        if (function.Scope.Find(word.Word) is { } known)
        {
            return function.Known(known, word.Word, word.At);
        }

        return word.Word switch
        {
            "undefined" => Emit.Undefined(),
            "NaN" => Emit.Constant(new JsValue(double.NaN)),
            "Infinity" => Emit.Constant(new JsValue(double.PositiveInfinity)),
            _ => Lowering.Free(word.Word, word.At, function.IsGuarded),
        };
    }

    private Expression Template(JsExpression.Template template)
    {
        var parts = new List<Expression>();
        foreach (var (index, text) in template.Texts.Index())
        {
            if (text.Length > 0 || template.Values.Count == 0)
            {
                parts.Add(Emit.Constant(text));
            }

            if (index < template.Values.Count)
            {
                parts.Add(Lower(template.Values[index]));
            }
        }

        return template.Values.Count == 0 ? parts[0] : Lowering.At(Emit.Use(Operators.Template, parts), template.At);
    }

    private CallExpression Object(JsExpression.Object members)
    {
        var values = new List<Expression>();
        var layout = new List<ObjectMember>();
        foreach (var property in members.Properties)
        {
            if (property.Default is not null)
            {
                Lowering.Report(property.At, "A default cannot stand in an object. Write a colon instead of =.");
            }

            var key = property.Key is JsExpression.Literal literal && !property.IsComputed ? (string)literal.Value! : null;
            if (key is null && property.Key is not null)
            {
                values.Add(Lower(property.Key));
            }

            layout.Add(new ObjectMember(property.Kind, key));
            values.Add(Lower(property.Value, key));
        }

        return Lowering.At(Emit.Use(Operators.Object(layout), values), members.At);
    }

    private Expression Unary(JsExpression.Unary unary)
    {
        if (unary is { Operator: "typeof", Operand: JsExpression.Name name } && function.Scope.Find(name.Word) is null)
        {
            Lowering.Tests(name.Word);
        }

        if (unary is { Operator: "delete", Operand: not JsExpression.Member })
        {
            Lowering.Report(unary.At, "Only a member of an object can be deleted. Write for example delete order.note.");
        }

        var operand = Lower(unary.Operand);
        return Lowering.At<Expression>(unary.Operator switch
        {
            "!" => Emit.Unary(UnaryOperator.LogicalNot, operand),
            "-" => Emit.Unary(UnaryOperator.Minus, operand),
            "+" => Emit.Use(Operators.Number, operand),
            "typeof" => Emit.Unary(UnaryOperator.TypeOf, operand),
            "void" => Emit.Unary(UnaryOperator.Void, operand),
            "delete" => Emit.Unary(UnaryOperator.Delete, operand),
            _ => Emit.Use(Operators.Complement, operand),
        }, unary.At);
    }

    private Expression Sum(JsExpression.Sum sum)
    {
        var terms = sum.Terms.Select(term => Lower(term)).ToList();
        var isUncounted = sum.Terms.Count == 2 && (sum.Terms.Any(IsSmall) || sum.Terms.All(IsNumber));
        return Lowering.At<Expression>(isUncounted
            ? Emit.Binary(BinaryOperator.Plus, terms[0], terms[1])
            : Emit.Use(Operators.Sum, terms), sum.At);
    }

    private static bool IsSmall(JsExpression term) => IsNumber(term)
        || term is JsExpression.Literal { Value: string { Length: <= LongestUncountedText } };

    private Expression Binary(JsExpression.Binary binary)
    {
        var left = Lower(binary.Left);
        switch (binary.Operator)
        {
            case "&&":
                return Emit.Logical(LogicalOperator.LogicalAnd, left, Lower(binary.Right));
            case "||":
                return Emit.Logical(LogicalOperator.LogicalOr, left, Lower(binary.Right));
            case "??":
                var kept = function.Temporary();
                return Emit.Conditional(
                    Emit.IsNullish(Emit.Assign(Emit.Name(kept), left)), Lower(binary.Right), Emit.Name(kept));
            default:
                return Lowering.At(
                    Arithmetic(binary.Operator, left, Lower(binary.Right), IsNumber(binary.Left), IsNumber(binary.Right)), binary.At);
        }
    }
}
