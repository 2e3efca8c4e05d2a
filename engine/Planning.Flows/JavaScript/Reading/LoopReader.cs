namespace Planning.Flows.JavaScript.Reading;

/// <summary>Reads <c>for</c>, <c>while</c> and <c>do</c>.</summary>
internal sealed class LoopReader(Parsing parsing)
{
    private TokenStream Tokens => parsing.Tokens;

    public JsStatement Read(Token word)
    {
        Tokens.Advance();
        var closures = parsing.Frame.OpenLoop();
        var loop = word.Text switch
        {
            "while" => ReadWhile(word, closures),
            "do" => ReadDo(word, closures),
            _ => ReadFor(word, closures),
        };
        parsing.Frame.CloseLoop();
        return loop;
    }

    private JsStatement.For ReadWhile(Token start, HashSet<string> closures)
    {
        var test = parsing.Statements.ReadCondition();
        return new JsStatement.For(start.At, null, test, null, parsing.Statements.Read(), TestsFirst: true, closures);
    }

    private JsStatement.For ReadDo(Token start, HashSet<string> closures)
    {
        var body = parsing.Statements.Read();
        if (!Tokens.TakeWord("while"))
        {
            throw Tokens.Unexpected();
        }

        var test = parsing.Statements.ReadCondition();
        Tokens.Take(";");
        return new JsStatement.For(start.At, null, test, null, body, TestsFirst: false, closures);
    }

    private JsStatement ReadFor(Token start, HashSet<string> closures)
    {
        if (Tokens.Current.IsWord("await"))
        {
            throw new ScriptRefusedException(start.At, "for await cannot be used here: nothing in a script waits. Write for.");
        }

        Tokens.Expect("(");
        if (parsing.Statements.IsDeclaration())
        {
            return ReadDeclaring(start, closures);
        }

        if (Tokens.Take(";"))
        {
            return ReadCounting(start, null, closures);
        }

        var first = parsing.Expressions.WithoutIn(parsing.Expressions.Read);
        return TakeOf() is { } overKeys
            ? ReadEach(start, null, parsing.Patterns.Assigned(first), overKeys, closures)
            : ReadCounting(start, ThenSemicolon(new JsStatement.Expression(first)), closures);
    }

    private JsStatement ReadDeclaring(Token start, HashSet<string> closures)
    {
        var kind = Tokens.Advance();
        var target = parsing.Statements.ReadDeclared(kind.Text);
        if (TakeOf() is { } overKeys)
        {
            return ReadEach(start, kind.Text, target, overKeys, closures);
        }

        var items = parsing.Expressions.WithoutIn(() => parsing.Statements.ReadDeclarators(kind.Text, target));
        return ReadCounting(start, ThenSemicolon(new JsStatement.Declare(kind.At, kind.Text, items)), closures);
    }

    private T ThenSemicolon<T>(T begin)
    {
        Tokens.Expect(";");
        return begin;
    }

    /// <returns>True for <c>in</c>, false for <c>of</c>, null for neither.</returns>
    private bool? TakeOf() => Tokens.TakeWord("of") ? false : Tokens.TakeWord("in") ? true : null;

    private JsStatement.For ReadCounting(Token start, JsStatement? begin, HashSet<string> closures)
    {
        var test = Tokens.Current.Is(";") ? null : parsing.Expressions.Bracketed(parsing.Expressions.Read);
        Tokens.Expect(";");
        var step = Tokens.Current.Is(")") ? null : parsing.Expressions.Bracketed(parsing.Expressions.Read);
        Tokens.Expect(")");
        return new JsStatement.For(start.At, begin, test, step, parsing.Statements.Read(), TestsFirst: true, closures);
    }

    private JsStatement.ForEach ReadEach(
        Token start, string? kind, JsTarget target, bool overKeys, HashSet<string> closures)
    {
        var over = parsing.Expressions.Bracketed(() =>
            overKeys ? parsing.Expressions.Read() : parsing.Expressions.ReadOne());
        Tokens.Expect(")");
        return new JsStatement.ForEach(start.At, kind, target, over, parsing.Statements.Read(), overKeys, closures);
    }
}
