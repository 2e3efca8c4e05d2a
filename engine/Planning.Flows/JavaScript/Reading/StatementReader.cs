using Planning.Flows.JavaScript.Lowering;

namespace Planning.Flows.JavaScript.Reading;

/// <summary>Reads statements; loops are read by <see cref="LoopReader"/>.</summary>
internal sealed class StatementReader(Parsing parsing)
{
    private TokenStream Tokens => parsing.Tokens;

    public JsStatement Read()
    {
        parsing.Enter();
        var statement = ReadAny();
        parsing.Leave();
        return Parsing.Checked(statement);
    }

    public JsStatement.Block ReadBlock()
    {
        var start = Tokens.Expect("{");
        var body = new List<JsStatement>();
        while (!Tokens.Take("}"))
        {
            body.Add(Read());
        }

        return Parsing.Checked(new JsStatement.Block(start.At, body));
    }

    /// <summary>True where <c>let</c> begins a declaration rather than being a name.</summary>
    public bool IsDeclaration()
    {
        var token = Tokens.Current;
        if (token.IsWord("let"))
        {
            var next = Tokens.Peek();
            return next.Kind is TokenKind.Name || next.Is("[") || next.Is("{");
        }

        return token.IsWord("var") || token.IsWord("const");
    }

    /// <summary>Names and values after <c>var</c>, <c>let</c> or <c>const</c>.</summary>
    public IReadOnlyList<JsDeclarator> ReadDeclarators(string kind, JsTarget? first = null)
    {
        var items = new List<JsDeclarator>();
        do
        {
            var target = first ?? ReadDeclared(kind);
            first = null;
            var value = Tokens.Take("=") ? parsing.Expressions.ReadOne() : null;
            if (value is null && (kind == "const" || target is not JsTarget.Variable))
            {
                throw new ScriptRefusedException(target.At, "A value is missing in this declaration. Write = and a value.");
            }

            items.Add(new JsDeclarator(target.At, target, value));
        }
        while (Tokens.Take(","));
        return items;
    }

    public JsTarget ReadDeclared(string kind)
    {
        var target = parsing.Patterns.ReadBinding();
        if (kind == "var")
        {
            foreach (var name in TargetNames.Of(target))
            {
                parsing.Frame.DeclareVar(name.Word);
            }
        }

        return target;
    }

    private JsStatement ReadAny()
    {
        var token = Tokens.Current;
        return token.Kind switch
        {
            TokenKind.Mark when token.Is("{") => ReadBlock(),
            TokenKind.Mark when token.Is(";") => ReadEmpty(),
            TokenKind.Name when token.IsWord("let") && IsDeclaration() => ReadDeclaration(),
            TokenKind.Name when Tokens.Peek().Is(":") => ReadLabelled(),
            TokenKind.Keyword => ReadKeyword(token),
            _ => ReadExpression(),
        };
    }

    private JsStatement ReadKeyword(Token token)
    {
        switch (token.Text)
        {
            case "var" or "const":
                return ReadDeclaration();
            case "function":
                return parsing.Functions.ReadDeclaration();
            case "class":
                return new JsStatement.Class(parsing.Classes.Read(isStatement: true));
            case "if":
                return ReadIf();
            case "for" or "while" or "do":
                return parsing.Loops.Read(token);
            case "return":
                return ReadReturn();
            case "break" or "continue":
                return ReadJump();
            case "throw":
                return ReadThrow();
            case "switch":
                return ReadSwitch();
            case "try":
                return ReadTry();
            case "with":
                throw new ScriptRefusedException(token.At, "with cannot be used here. Write the object before each member.");
            case "debugger":
                throw new ScriptRefusedException(token.At, "debugger cannot be used here. Remove it.");
            case "export":
                throw new ScriptRefusedException(token.At, "export cannot be used here: a script stands alone. Remove the word.");
            default:
                return ReadExpression();
        }
    }

    private JsStatement.Empty ReadEmpty() => new(Tokens.Advance().At);

    private JsStatement.Expression ReadExpression()
    {
        var value = parsing.Expressions.Read();
        Tokens.EndStatement();
        return new JsStatement.Expression(value);
    }

    private JsStatement.Declare ReadDeclaration()
    {
        var kind = Tokens.Advance();
        var items = ReadDeclarators(kind.Text);
        Tokens.EndStatement();
        return new JsStatement.Declare(kind.At, kind.Text, items);
    }

    private JsStatement.If ReadIf()
    {
        var start = Tokens.Advance();
        var test = ReadCondition();
        var then = Read();
        return new JsStatement.If(start.At, test, then, Tokens.TakeWord("else") ? Read() : null);
    }

    internal JsExpression ReadCondition()
    {
        Tokens.Expect("(");
        var test = parsing.Expressions.Bracketed(parsing.Expressions.Read);
        Tokens.Expect(")");
        return test;
    }

    private JsStatement.Return ReadReturn()
    {
        var start = Tokens.Advance();
        var isBare = Tokens.Current.AfterNewline || Tokens.Current.Is(";") || Tokens.Current.Is("}")
            || Tokens.Current.Kind is TokenKind.End;
        var value = isBare ? null : parsing.Expressions.Read();
        Tokens.EndStatement();
        return new JsStatement.Return(start.At, value);
    }

    private JsStatement ReadJump()
    {
        var word = Tokens.Advance();
        var label = Tokens.Current is { Kind: TokenKind.Name, AfterNewline: false } ? Tokens.Advance().Text : null;
        Tokens.EndStatement();
        if (word.Text == "break")
        {
            parsing.Frame.CheckBreak(word, label);
            return new JsStatement.Break(word.At, label);
        }

        parsing.Frame.CheckContinue(word, label);
        return new JsStatement.Continue(word.At, label);
    }

    private JsStatement.Throw ReadThrow()
    {
        var start = Tokens.Advance();
        if (Tokens.Current.AfterNewline)
        {
            throw new ScriptRefusedException(start.At, "What is thrown must stand on the same line as throw. Join the lines.");
        }

        var value = parsing.Expressions.Read();
        Tokens.EndStatement();
        return new JsStatement.Throw(start.At, value);
    }

    private JsStatement.Labelled ReadLabelled()
    {
        var label = Tokens.Advance();
        Tokens.Expect(":");
        var next = Tokens.Current;
        var isLoop = next.IsWord("for") || next.IsWord("while") || next.IsWord("do");
        parsing.Frame.OpenLabel(label, isLoop);
        var body = Read();
        parsing.Frame.CloseLabel();
        return new JsStatement.Labelled(label.At, label.Text, body);
    }

    private JsStatement.Switch ReadSwitch()
    {
        var start = Tokens.Advance();
        var value = ReadCondition();
        Tokens.Expect("{");
        parsing.Frame.OpenSwitch();
        var cases = new List<JsCase>();
        while (!Tokens.Take("}"))
        {
            cases.Add(ReadCase(cases));
        }

        parsing.Frame.CloseSwitch();
        return new JsStatement.Switch(start.At, value, cases);
    }

    private JsCase ReadCase(List<JsCase> before)
    {
        var start = Tokens.Current;
        JsExpression? test = null;
        if (Tokens.TakeWord("case"))
        {
            test = parsing.Expressions.Read();
        }
        else if (!Tokens.TakeWord("default") || before.Exists(one => one.Test is null))
        {
            throw Tokens.Unexpected();
        }

        Tokens.Expect(":");
        var body = new List<JsStatement>();
        while (!(Tokens.Current.IsWord("case") || Tokens.Current.IsWord("default") || Tokens.Current.Is("}")))
        {
            body.Add(Read());
        }

        return new JsCase(start.At, test, body);
    }

    private JsStatement.Try ReadTry()
    {
        var start = Tokens.Advance();
        var body = ReadBlock();
        JsTarget? caught = null;
        JsStatement.Block? handler = null;
        if (Tokens.TakeWord("catch"))
        {
            if (Tokens.Take("("))
            {
                caught = parsing.Patterns.ReadBinding();
                Tokens.Expect(")");
            }

            handler = ReadBlock();
        }

        var last = Tokens.TakeWord("finally") ? ReadBlock() : null;
        return handler is null && last is null
            ? throw new ScriptRefusedException(start.At, "try needs a catch or a finally. Add one.")
            : new JsStatement.Try(start.At, body, caught, handler, last);
    }
}
