
namespace Planning.Flows.JavaScript.Reading;

/// <summary>Reads operators, assignments and calls.</summary>
internal sealed class ExpressionReader(Parsing parsing)
{
    private const int StrengthOfSum = 10;

    private static readonly HashSet<string> Assignments = new(StringComparer.Ordinal)
    {
        "=", "+=", "-=", "*=", "/=", "%=", "**=", "<<=", ">>=", ">>>=", "&=", "|=", "^=", "&&=", "||=", "??=",
    };

    private bool _allowsIn = true;

    private TokenStream Tokens => parsing.Tokens;

    /// <summary>With commas.</summary>
    public JsExpression Read()
    {
        var first = ReadOne();
        if (!Tokens.Current.Is(","))
        {
            return first;
        }

        var parts = new List<JsExpression> { first };
        while (Tokens.Take(","))
        {
            parts.Add(ReadOne());
        }

        return new JsExpression.Sequence(first.At, parts);
    }

    /// <summary>Inside brackets of any kind <c>in</c> is an operator again.</summary>
    public T Bracketed<T>(Func<T> read)
    {
        var before = _allowsIn;
        _allowsIn = true;
        var result = read();
        _allowsIn = before;
        return result;
    }

    /// <summary>The beginning of a <c>for</c>, where <c>in</c> is no operator.</summary>
    public T WithoutIn<T>(Func<T> read)
    {
        var before = _allowsIn;
        _allowsIn = false;
        var result = read();
        _allowsIn = before;
        return result;
    }

    /// <summary>One expression: no commas.</summary>
    public JsExpression ReadOne()
    {
        parsing.Enter();
        var start = Tokens.Current;
        var expression = parsing.Functions.TryReadArrow() ?? ReadConditional();
        if (start.Is("(") && Tokens.Current.Is("=>") && !Tokens.Current.AfterNewline)
        {
            expression = parsing.Functions.ReadArrowAgain(start);
        }

        if (Tokens.Current is { Kind: TokenKind.Mark } mark && Assignments.Contains(mark.Text))
        {
            var target = mark.Text == "="
                ? parsing.Patterns.Assigned(expression)
                : parsing.Patterns.AssignedPlace(expression, mark);
            Tokens.Advance();
            expression = new JsExpression.Assign(start.At, mark.Text, target, ReadOne());
        }

        parsing.Leave();
        return Parsing.Checked(expression);
    }

    public IReadOnlyList<JsExpression> Arguments()
    {
        Tokens.Expect("(");
        return Bracketed(() =>
        {
            var arguments = new List<JsExpression>();
            while (!Tokens.Take(")"))
            {
                var at = Tokens.Current.At;
                arguments.Add(Tokens.Take("...") ? new JsExpression.Spread(at, ReadOne()) : ReadOne());
                if (!Tokens.Current.Is(")"))
                {
                    Tokens.Expect(",");
                }
            }

            return arguments;
        });
    }

    private JsExpression ReadConditional()
    {
        var test = ReadBinary(1);
        if (!Tokens.Take("?"))
        {
            return test;
        }

        var then = Bracketed(ReadOne);
        Tokens.Expect(":");
        return new JsExpression.Conditional(test.At, test, then, ReadOne());
    }

    private JsExpression ReadBinary(int weakest)
    {
        var left = ReadPower();
        while (StrengthOf(Tokens.Current) is var strength && strength >= weakest)
        {
            var sign = Tokens.Current;
            if (sign.Is("+"))
            {
                left = ReadSum(left);
                continue;
            }

            Tokens.Advance();
            var right = ReadBinary(strength + 1);
            CheckMixed(sign, left, right);
            left = Parsing.Checked(new JsExpression.Binary(sign.At, sign.Text, left, right));
        }

        return left;
    }

    private JsExpression.Sum ReadSum(JsExpression first)
    {
        var terms = new List<JsExpression> { first };
        while (Tokens.Take("+"))
        {
            terms.Add(ReadBinary(StrengthOfSum + 1));
        }

        return Parsing.Checked(new JsExpression.Sum(first.At, terms));
    }

    private int StrengthOf(Token token)
    {
        var isOperator = token.Kind is TokenKind.Mark || token.IsWord("instanceof") || (_allowsIn && token.IsWord("in"));
        return !isOperator ? 0 : token.Text switch
        {
            "??" => 1,
            "||" => 2,
            "&&" => 3,
            "|" => 4,
            "^" => 5,
            "&" => 6,
            "==" or "!=" or "===" or "!==" => 7,
            "<" or ">" or "<=" or ">=" or "instanceof" or "in" => 8,
            "<<" or ">>" or ">>>" => 9,
            "+" or "-" => StrengthOfSum,
            "*" or "/" or "%" => 11,
            _ => 0,
        };
    }

    private static void CheckMixed(Token sign, JsExpression left, JsExpression right)
    {
        static bool Is(JsExpression side, params ReadOnlySpan<string> signs) =>
            side is JsExpression.Binary { InParentheses: false } binary && signs.Contains(binary.Operator);

        if (sign.Text == "??" ? Is(left, "||", "&&") || Is(right, "||", "&&")
            : sign.Text is "||" or "&&" && (Is(left, "??") || Is(right, "??")))
        {
            throw new ScriptRefusedException(sign.At, "?? cannot be mixed with || or && as it is. Put one of them in parentheses.");
        }
    }

    private JsExpression ReadPower()
    {
        var operand = ReadUnary();
        if (!Tokens.Current.Is("**"))
        {
            return operand;
        }

        if (operand is JsExpression.Unary { InParentheses: false })
        {
            throw new ScriptRefusedException(Tokens.Current.At,
                "A sign cannot stand before a power as it is. Put the power or its base in parentheses.");
        }

        var sign = Tokens.Advance();
        parsing.Enter();
        var power = ReadPower();
        parsing.Leave();
        return Parsing.Checked(new JsExpression.Binary(sign.At, "**", operand, power));
    }

    private JsExpression ReadUnary()
    {
        var token = Tokens.Current;
        if (token.Kind is TokenKind.Mark ? token.Text is not ("!" or "-" or "+" or "~" or "++" or "--")
            : !(token.IsWord("typeof") || token.IsWord("void") || token.IsWord("delete")))
        {
            return ReadPostfix();
        }

        Tokens.Advance();
        parsing.Enter();
        var operand = ReadUnary();
        parsing.Leave();
        if (token.Text is "++" or "--")
        {
            parsing.Patterns.AssignedPlace(operand, token);
            return new JsExpression.Update(token.At, token.Text, IsPrefix: true, operand);
        }

        if (token.Text == "delete" && operand is JsExpression.Name name)
        {
            throw new ScriptRefusedException(token.At, $"The variable {name.Word} cannot be deleted. Assign undefined to it.");
        }

        return Parsing.Checked(new JsExpression.Unary(token.At, token.Text, operand));
    }

    private JsExpression ReadPostfix()
    {
        var operand = parsing.Primaries.ReadCalls();
        var token = Tokens.Current;
        if (token.AfterNewline || !(token.Is("++") || token.Is("--")))
        {
            return operand;
        }

        parsing.Patterns.AssignedPlace(operand, token);
        Tokens.Advance();
        return new JsExpression.Update(operand.At, token.Text, IsPrefix: false, operand);
    }
}
