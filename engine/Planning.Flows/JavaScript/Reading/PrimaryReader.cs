using Planning.Flows.JavaScript.BuiltIns;

namespace Planning.Flows.JavaScript.Reading;

/// <summary>Reads what expressions are made of: names, literals, members and calls.</summary>
internal sealed class PrimaryReader(Parsing parsing)
{
    private TokenStream Tokens => parsing.Tokens;

    /// <summary>Members, indexes and calls, one after the other.</summary>
    public JsExpression ReadCalls()
    {
        var start = Tokens.Current;
        var expression = start.IsWord("new") ? ReadNew() : ReadPrimary();
        var inChain = false;
        while (true)
        {
            var token = Tokens.Current;
            if (token.Is("?."))
            {
                Tokens.Advance();
                inChain = true;
                expression = Tokens.Current.Is("(") ? Call(start, expression, isOptional: true)
                    : Tokens.Current.Is("[") ? Index(expression, isOptional: true)
                    : Member(expression, isOptional: true);
            }
            else if (token.Is("(") && !IsArrow(expression))
            {
                expression = Call(start, expression, isOptional: false);
            }
            else if (TryReadMember(expression) is { } member)
            {
                expression = member;
            }
            else
            {
                return inChain ? new JsExpression.Chain(start.At, expression) : expression;
            }

            Parsing.Checked(expression);
        }
    }

    private static bool IsArrow(JsExpression expression) =>
        expression is JsExpression.Function { Code.IsArrow: true, InParentheses: false };

    private JsExpression.Call Call(Token start, JsExpression callee, bool isOptional)
    {
        if (callee is JsExpression.Name { Word: "eval" } eval)
        {
            throw new ScriptRefusedException(eval.At, "eval cannot be used here. Write the code itself.");
        }

        var call = new JsExpression.Call(start.At, callee, parsing.Expressions.Arguments(), isOptional);
        return Tokens.Current.Is("=>") && callee is JsExpression.Name { Word: "async" } ? throw Async(start) : call;
    }

    private static ScriptRefusedException Async(Token start) => new(start.At,
        "async and await cannot be used here: nothing in a script waits. Write an ordinary function.");

    private JsExpression.Member? TryReadMember(JsExpression expression)
    {
        if (Tokens.Take("."))
        {
            return Member(expression, isOptional: false);
        }

        if (Tokens.Current.Is("["))
        {
            return Index(expression, isOptional: false);
        }

        return Tokens.Current.Kind is TokenKind.Template
            ? throw new ScriptRefusedException(Tokens.Current.At,
                "Tagged templates cannot be used here. Call the function with ordinary arguments.")
            : null;
    }

    private JsExpression.Member Member(JsExpression of, bool isOptional)
    {
        var key = Tokens.Current;
        if (key.Kind is not (TokenKind.Name or TokenKind.Keyword or TokenKind.Private))
        {
            throw Tokens.Unexpected();
        }

        Tokens.Advance();
        return new JsExpression.Member(key.At, of, new JsExpression.Literal(key.At, key.Text), isOptional);
    }

    private JsExpression.Member Index(JsExpression of, bool isOptional)
    {
        Tokens.Expect("[");
        var key = parsing.Expressions.Bracketed(parsing.Expressions.Read);
        Tokens.Expect("]");
        return new JsExpression.Member(key.At, of, key, isOptional);
    }

    private JsExpression.New ReadNew()
    {
        var start = Tokens.Advance();
        if (Tokens.Current.Is("."))
        {
            throw new ScriptRefusedException(start.At, "new.target cannot be used here. Remove it.");
        }

        parsing.Enter();
        var callee = Tokens.Current.IsWord("new") ? ReadNew() : ReadPrimary();
        while (TryReadMember(callee) is { } member)
        {
            callee = Parsing.Checked(member);
        }

        parsing.Leave();
        return new JsExpression.New(start.At, callee, Tokens.Current.Is("(") ? parsing.Expressions.Arguments() : []);
    }

    private JsExpression ReadPrimary()
    {
        var token = Tokens.Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                Tokens.Advance();
                return new JsExpression.Literal(token.At, token.Number);
            case TokenKind.Text:
                Tokens.Advance();
                return new JsExpression.Literal(token.At, token.Text);
            case TokenKind.Template:
                return ReadTemplate();
            case TokenKind.Name:
                return ReadName();
            case TokenKind.Keyword:
                return ReadKeyword(token);
            case TokenKind.Private:
                throw new ScriptRefusedException(token.At, $"{token.Text} cannot stand alone. Write this.{token.Text}.");
            default:
                return ReadMark(token);
        }
    }

    private JsExpression ReadMark(Token token) => token.Text switch
    {
        "(" => ReadParenthesised(),
        "[" => ReadList(),
        "{" => parsing.Functions.ReadObject(),
        "/" or "/=" => ReadRegex(),
        _ => throw Tokens.Unexpected(),
    };

    private JsExpression.Name ReadName()
    {
        var token = Tokens.Advance();
        var next = Tokens.Current;
        if (token.Text is "await" or "yield"
            || (token.Text == "async" && !next.AfterNewline && (next.Kind is TokenKind.Name || next.IsWord("function"))))
        {
            throw token.Text == "yield" ? Generators(token) : Async(token);
        }

        parsing.Frame.Mention(token.Text);
        return new JsExpression.Name(token.At, token.Text);
    }

    internal static ScriptRefusedException Generators(Token at) => new(at.At,
        "Generator functions and yield cannot be used here. Fill an array in a loop and return that.");

    private JsExpression ReadKeyword(Token token)
    {
        switch (token.Text)
        {
            case "true" or "false":
                Tokens.Advance();
                return new JsExpression.Literal(token.At, token.Text == "true");
            case "null":
                Tokens.Advance();
                return new JsExpression.Literal(token.At, null);
            case "this":
                Tokens.Advance();
                return new JsExpression.This(token.At);
            case "super":
                return ReadSuper();
            case "function":
                return parsing.Functions.ReadExpression();
            case "class":
                return new JsExpression.Class(parsing.Classes.Read(isStatement: false));
            case "import":
                throw new ScriptRefusedException(token.At,
                    "import cannot be used here: a script stands alone. Write the code itself.");
            default:
                throw Tokens.Unexpected();
        }
    }

    private JsExpression.Super ReadSuper()
    {
        var token = Tokens.Advance();
        if (!parsing.Frame.TakesSuper || !(Tokens.Current.Is("(") || Tokens.Current.Is(".") || Tokens.Current.Is("[")))
        {
            throw new ScriptRefusedException(token.At, "super can only be called, or used as super.name, in a class. Remove it.");
        }

        return new JsExpression.Super(token.At);
    }

    // What stands here may turn out to be the parameters of an arrow function: then it is read again as such.
    private JsExpression ReadParenthesised()
    {
        var start = Tokens.Expect("(");
        var onlyParameters = false;
        var parts = parsing.Expressions.Bracketed(() =>
        {
            var read = new List<JsExpression>();
            do
            {
                onlyParameters |= (read.Count > 0 && Tokens.Current.Is(")")) || Tokens.Current.Is("...");
                if (!Tokens.Current.Is(")"))
                {
                    Tokens.Take("...");
                    read.Add(parsing.Expressions.ReadOne());
                }
            }
            while (Tokens.Take(","));
            return read;
        });
        Tokens.Expect(")");
        if (parts.Count == 0 || (onlyParameters && !Tokens.Current.Is("=>")))
        {
            throw Tokens.Unexpected();
        }

        var inside = parts.Count == 1 ? parts[0] : new JsExpression.Sequence(start.At, parts);
        return inside with { InParentheses = true };
    }

    private JsExpression.Array ReadList()
    {
        var start = Tokens.Expect("[");
        return parsing.Expressions.Bracketed(() =>
        {
            var items = new List<JsExpression?>();
            while (!Tokens.Take("]"))
            {
                var at = Tokens.Current.At;
                if (Tokens.Take(","))
                {
                    items.Add(null);
                    continue;
                }

                var isSpread = Tokens.Take("...");
                var item = parsing.Expressions.ReadOne();
                items.Add(isSpread ? new JsExpression.Spread(at, item) : item);
                if (!Tokens.Current.Is("]"))
                {
                    Tokens.Expect(",");
                }
            }

            return new JsExpression.Array(start.At, items);
        });
    }

    private JsExpression.Regex ReadRegex()
    {
        var token = Tokens.TakeRegex();
        RegexText.Check(token.Text, token.Flags, token.At);
        return new JsExpression.Regex(token.At, token.Text, token.Flags);
    }

    private JsExpression.Template ReadTemplate()
    {
        var part = Tokens.Advance();
        var start = part.At;
        var texts = new List<string> { part.Text };
        var values = new List<JsExpression>();
        while (!part.ClosesTemplate)
        {
            values.Add(parsing.Expressions.Bracketed(parsing.Expressions.Read));
            part = Tokens.TakeTemplatePart();
            texts.Add(part.Text);
        }

        return new JsExpression.Template(start, texts, values);
    }
}
