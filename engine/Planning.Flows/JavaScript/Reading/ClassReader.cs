namespace Planning.Flows.JavaScript.Reading;

/// <summary>Reads classes.</summary>
internal sealed class ClassReader(Parsing parsing)
{
    private TokenStream Tokens => parsing.Tokens;

    public JsClass Read(bool isStatement)
    {
        var start = Tokens.Advance();
        var name = isStatement || Tokens.Current.Kind is TokenKind.Name ? Tokens.ExpectName().Text : null;
        if (name is not null)
        {
            parsing.Frame.Mention(name);
        }

        var extends = Tokens.TakeWord("extends") ? parsing.Primaries.ReadCalls() : null;
        Tokens.Expect("{");
        var members = new List<JsClassMember>();
        while (!Tokens.Take("}"))
        {
            if (!Tokens.Take(";"))
            {
                members.Add(parsing.Expressions.Bracketed(ReadMember));
            }
        }

        return new JsClass(start.At, name, extends, members);
    }

    private JsClassMember ReadMember()
    {
        var start = Tokens.Current;
        var isStatic = parsing.Functions.IsPrefix("static");
        if (isStatic)
        {
            Tokens.Advance();
            if (Tokens.Current.Is("{"))
            {
                return new JsClassMember(
                    start.At, JsClassMemberKind.StaticBlock, new JsExpression.Literal(start.At, ""), StaticBlock(start), true);
            }
        }

        parsing.Functions.RefuseGenerator();
        if (parsing.Functions.IsPrefix("async"))
        {
            throw new ScriptRefusedException(Tokens.Current.At,
                "async and await cannot be used here: nothing in a script waits. Write an ordinary function.");
        }

        var kind = parsing.Functions.IsPrefix("get") ? JsClassMemberKind.Getter
            : parsing.Functions.IsPrefix("set") ? JsClassMemberKind.Setter : JsClassMemberKind.Method;
        if (kind is not JsClassMemberKind.Method)
        {
            Tokens.Advance();
        }

        var key = ReadKey();
        return Tokens.Current.Is("(") ? Method(start, kind, key, isStatic) : Field(start, key, isStatic);
    }

    private JsExpression ReadKey()
    {
        var token = Tokens.Current;
        if (token.Kind is TokenKind.Private)
        {
            Tokens.Advance();
            return new JsExpression.Literal(token.At, token.Text);
        }

        return parsing.Functions.ReadKey().Key;
    }

    private JsClassMember Method(Token start, JsClassMemberKind kind, JsExpression key, bool isStatic)
    {
        var name = key is JsExpression.Literal { Value: string text } ? text : null;
        if (name == "constructor" && !isStatic)
        {
            kind = JsClassMemberKind.Constructor;
        }

        var code = parsing.Functions.ReadCode(start.At, name, kind is not JsClassMemberKind.Constructor, takesSuper: true);
        return new JsClassMember(start.At, kind, key, code, isStatic);
    }

    // The value of a field is worked out for every new object, with that object as "this".
    private JsClassMember Field(Token start, JsExpression key, bool isStatic)
    {
        var frame = parsing.OpenFunction(isArrow: false, takesSuper: true);
        var value = Tokens.Take("=") ? parsing.Expressions.ReadOne() : null;
        var code = frame.Close(start.At, null, [], null, [new JsStatement.Return(start.At, value)]);
        parsing.CloseFunction();
        Tokens.EndStatement();
        return new JsClassMember(start.At, JsClassMemberKind.Field, key, code with { IsMethod = true }, isStatic);
    }

    private JsFunction StaticBlock(Token start)
    {
        var frame = parsing.OpenFunction(isArrow: false, takesSuper: true);
        var body = parsing.Statements.ReadBlock();
        var code = frame.Close(start.At, null, [], null, [body]);
        parsing.CloseFunction();
        return code with { IsMethod = true };
    }
}
