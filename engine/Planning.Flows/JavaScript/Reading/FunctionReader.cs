using Planning.Flows.JavaScript.BuiltIns;

namespace Planning.Flows.JavaScript.Reading;

/// <summary>Reads functions of every kind, and object literals, since those have methods.</summary>
internal sealed class FunctionReader(Parsing parsing)
{
    private readonly HashSet<int> _arrows = [];

    private TokenStream Tokens => parsing.Tokens;

    /// <summary>Null when no arrow function begins here, as far as can be seen yet.</summary>
    public JsExpression? TryReadArrow()
    {
        var token = Tokens.Current;
        if (token.Is("("))
        {
            var next = _arrows.Contains(token.At) ? default : Tokens.Peek();
            return next == default || next.Is(")") || next.Is("...") ? ReadArrow() : null;
        }

        return token.Kind is TokenKind.Name && Tokens.Peek() is { AfterNewline: false } arrow && arrow.Is("=>")
            ? ReadArrow()
            : null;
    }

    /// <summary>What was read as an expression in parentheses were parameters. The place is kept, so that the
    /// parentheses around it are not read a third time.</summary>
    public JsExpression ReadArrowAgain(Token start)
    {
        _arrows.Add(start.At);
        Tokens.Rewind(start);
        return ReadArrow();
    }

    public JsExpression ReadExpression()
    {
        var start = Tokens.Advance();
        var name = Tokens.Current.Is("(") || Tokens.Current.Is("*") ? null : Tokens.ExpectName().Text;
        return new JsExpression.Function(ReadCode(start.At, name));
    }

    public JsStatement ReadDeclaration()
    {
        var start = Tokens.Advance();
        RefuseGenerator();
        var name = Tokens.ExpectName().Text;
        parsing.Frame.DeclareVar(name);
        return new JsStatement.Function(ReadCode(start.At, name));
    }

    /// <summary>Parameters and body.</summary>
    public JsFunction ReadCode(int at, string? name, bool isMethod = false, bool takesSuper = false)
    {
        RefuseGenerator();
        var frame = parsing.OpenFunction(isArrow: false, takesSuper);
        var (parameters, rest) = ReadParameters();
        var body = ReadBody();
        var code = frame.Close(at, name, parameters, rest, body) with { IsMethod = isMethod };
        parsing.CloseFunction();
        return code;
    }

    public JsExpression.Object ReadObject()
    {
        var start = Tokens.Expect("{");
        return parsing.Expressions.Bracketed(() =>
        {
            var properties = new List<JsProperty>();
            while (!Tokens.Take("}"))
            {
                properties.Add(ReadProperty());
                if (!Tokens.Current.Is("}"))
                {
                    Tokens.Expect(",");
                }
            }

            return new JsExpression.Object(start.At, properties);
        });
    }

    /// <summary>The name of a member: a word, a text, a number or <c>[expression]</c>.</summary>
    public (JsExpression Key, bool IsComputed) ReadKey()
    {
        var token = Tokens.Current;
        if (Tokens.Take("["))
        {
            var key = parsing.Expressions.Bracketed(parsing.Expressions.ReadOne);
            Tokens.Expect("]");
            return (key, true);
        }

        if (token.Kind is TokenKind.Name or TokenKind.Keyword or TokenKind.Text or TokenKind.Number)
        {
            Tokens.Advance();
            var text = token.Kind is TokenKind.Number ? NumberText.Of(token.Number) : token.Text;
            return (new JsExpression.Literal(token.At, text), false);
        }

        throw Tokens.Unexpected();
    }

    /// <summary>True when <c>get</c>, <c>set</c> or <c>static</c> is followed by the name of a member, so it is no name itself.</summary>
    public bool IsPrefix(string word)
    {
        if (!Tokens.Current.IsWord(word))
        {
            return false;
        }

        var next = Tokens.Peek();
        return next.Kind is TokenKind.Name or TokenKind.Keyword or TokenKind.Text or TokenKind.Number or TokenKind.Private
            || next.Is("[") || (word == "static" && next.Is("{"));
    }

    public void RefuseGenerator()
    {
        if (Tokens.Current.Is("*"))
        {
            throw PrimaryReader.Generators(Tokens.Current);
        }
    }

    private JsExpression.Function ReadArrow()
    {
        var start = Tokens.Current;
        var frame = parsing.OpenFunction(isArrow: true, takesSuper: false);
        var (parameters, rest) = start.Is("(") ? ReadParameters() : ([parsing.Patterns.ReadBinding()], null);
        if (Tokens.Current.AfterNewline || !Tokens.Current.Is("=>"))
        {
            throw Tokens.Unexpected();
        }

        Tokens.Advance();
        JsFunction code;
        if (Tokens.Current.Is("{"))
        {
            code = frame.Close(start.At, null, parameters, rest, ReadBody());
        }
        else
        {
            var value = parsing.Expressions.ReadOne();
            code = frame.Close(start.At, null, parameters, rest, [new JsStatement.Return(value.At, value)]);
        }

        parsing.CloseFunction();
        return new JsExpression.Function(code);
    }

    private (IReadOnlyList<JsTarget> Parameters, JsTarget? Others) ReadParameters()
    {
        Tokens.Expect("(");
        return parsing.Expressions.Bracketed<(IReadOnlyList<JsTarget>, JsTarget?)>(() =>
        {
            var parameters = new List<JsTarget>();
            while (!Tokens.Take(")"))
            {
                if (Tokens.Take("..."))
                {
                    var rest = parsing.Patterns.ReadBinding();
                    Tokens.Expect(")");
                    return (parameters, rest);
                }

                parameters.Add(parsing.Patterns.ReadBindingWithDefault());
                if (!Tokens.Current.Is(")"))
                {
                    Tokens.Expect(",");
                }
            }

            return (parameters, null);
        });
    }

    private List<JsStatement> ReadBody()
    {
        Tokens.Expect("{");
        return parsing.Expressions.Bracketed(() =>
        {
            var body = new List<JsStatement>();
            while (!Tokens.Take("}"))
            {
                body.Add(parsing.Statements.Read());
            }

            return body;
        });
    }

    private JsProperty ReadProperty()
    {
        var start = Tokens.Current;
        if (Tokens.Take("..."))
        {
            return new JsProperty(start.At, JsPropertyKind.Spread, null, parsing.Expressions.ReadOne());
        }

        RefuseGenerator();
        var kind = IsPrefix("get") ? JsPropertyKind.Getter : IsPrefix("set") ? JsPropertyKind.Setter : JsPropertyKind.Value;
        if (kind is not JsPropertyKind.Value)
        {
            Tokens.Advance();
        }
        else if (IsPrefix("async"))
        {
            throw new ScriptRefusedException(start.At,
                "async and await cannot be used here: nothing in a script waits. Write an ordinary function.");
        }

        var word = Tokens.Current;
        var (key, isComputed) = ReadKey();
        if (Tokens.Current.Is("("))
        {
            var name = key is JsExpression.Literal { Value: string text } ? text : null;
            var code = ReadCode(start.At, name, isMethod: true);
            return new JsProperty(start.At, kind, key, new JsExpression.Function(code)) { IsComputed = isComputed };
        }

        if (word is { Kind: TokenKind.Name or TokenKind.Text, Text: "__proto__" } && !isComputed && Tokens.Current.Is(":"))
        {
            throw new ScriptRefusedException(word.At, "__proto__ cannot be used here. Use Object.create, or a class.");
        }

        return Tokens.Take(":")
            ? new JsProperty(start.At, kind, key, parsing.Expressions.ReadOne()) { IsComputed = isComputed }
            : ReadShorthand(word, key);
    }

    private JsProperty ReadShorthand(Token word, JsExpression key)
    {
        if (word.Kind is not TokenKind.Name)
        {
            throw Tokens.Unexpected();
        }

        parsing.Frame.Mention(word.Text);
        var standard = Tokens.Take("=") ? parsing.Expressions.ReadOne() : null;
        return new JsProperty(
            word.At, JsPropertyKind.Value, key, new JsExpression.Name(word.At, word.Text), standard)
        { IsShorthand = true };
    }
}
