
namespace Planning.Flows.JavaScript.Reading;

/// <summary>Reads what is declared, and turns an expression before <c>=</c> into what it assigns to.</summary>
internal sealed class PatternReader(Parsing parsing)
{
    private TokenStream Tokens => parsing.Tokens;

    /// <summary>A name, <c>[…]</c> or <c>{…}</c> in a declaration.</summary>
    public JsTarget ReadBinding()
    {
        var start = Tokens.Current;
        if (Tokens.Take("["))
        {
            return parsing.Expressions.Bracketed(() => ReadList(start));
        }

        if (Tokens.Take("{"))
        {
            return parsing.Expressions.Bracketed(() => ReadMembers(start));
        }

        var name = Tokens.ExpectName();
        parsing.Frame.Mention(name.Text);
        return new JsTarget.Variable(name.At, name.Text);
    }

    public JsTarget ReadBindingWithDefault()
    {
        parsing.Enter();
        var target = ReadBinding();
        if (Tokens.Take("="))
        {
            target = new JsTarget.WithDefault(target.At, target, parsing.Expressions.ReadOne());
        }

        parsing.Leave();
        return Parsing.Checked(target);
    }

    /// <summary>What the left side of <c>=</c> means.</summary>
    public JsTarget Assigned(JsExpression expression) => expression switch
    {
        JsExpression.Name name => Variable(name),
        JsExpression.Member member => new JsTarget.Place(member),
        JsExpression.Array { InParentheses: false } list => List(list),
        JsExpression.Object { InParentheses: false } members => Members(members),
        JsExpression.Chain => throw new ScriptRefusedException(expression.At,
            "?. cannot stand before an assignment. Test the object first, with if."),
        _ => throw NothingToAssign(expression.At),
    };

    /// <summary>What <c>+=</c>, <c>++</c> and their like change: a variable or a member.</summary>
    public JsTarget AssignedPlace(JsExpression expression, Token sign) => expression switch
    {
        JsExpression.Name or JsExpression.Member => Assigned(expression),
        _ => throw NothingToAssign(sign.At),
    };

    private static ScriptRefusedException NothingToAssign(int at) =>
        new(at, "Nothing can be assigned to this. Put a variable or a member on the left; to compare, write ===.");

    private JsTarget.Variable Variable(JsExpression.Name name)
    {
        parsing.AssignedNames.Add(name.Word);
        return new JsTarget.Variable(name.At, name.Word);
    }

    private JsTarget AssignedWithDefault(JsExpression expression) =>
        expression is JsExpression.Assign { Operator: "=", InParentheses: false } assign
            ? new JsTarget.WithDefault(assign.At, assign.Target, assign.Value)
            : Assigned(expression);

    private JsTarget.List List(JsExpression.Array list)
    {
        var items = new List<JsTarget?>();
        foreach (var (index, item) in list.Items.Index())
        {
            if (item is JsExpression.Spread spread)
            {
                return index == list.Items.Count - 1
                    ? new JsTarget.List(list.At, items, Assigned(spread.Values))
                    : throw RestNotLast(spread.At);
            }

            items.Add(item is null ? null : AssignedWithDefault(item));
        }

        return new JsTarget.List(list.At, items, null);
    }

    private JsTarget.Members Members(JsExpression.Object members)
    {
        var items = new List<(JsExpression, JsTarget)>();
        foreach (var (index, property) in members.Properties.Index())
        {
            if (property.Kind is JsPropertyKind.Spread)
            {
                return index == members.Properties.Count - 1
                    ? new JsTarget.Members(members.At, items, Assigned(property.Value))
                    : throw RestNotLast(property.At);
            }

            if (property.Kind is not JsPropertyKind.Value || property.Key is null)
            {
                throw NothingToAssign(property.At);
            }

            var target = AssignedWithDefault(property.Value);
            items.Add((property.Key, property.Default is null
                ? target
                : new JsTarget.WithDefault(property.At, target, property.Default)));
        }

        return new JsTarget.Members(members.At, items, null);
    }

    private JsTarget.List ReadList(Token start)
    {
        var items = new List<JsTarget?>();
        while (!Tokens.Take("]"))
        {
            if (Tokens.Take(","))
            {
                items.Add(null);
                continue;
            }

            if (Tokens.Take("..."))
            {
                var rest = ReadBinding();
                Tokens.Expect("]");
                return new JsTarget.List(start.At, items, rest);
            }

            items.Add(ReadBindingWithDefault());
            if (!Tokens.Current.Is("]"))
            {
                Tokens.Expect(",");
            }
        }

        return new JsTarget.List(start.At, items, null);
    }

    private JsTarget.Members ReadMembers(Token start)
    {
        var items = new List<(JsExpression, JsTarget)>();
        while (!Tokens.Take("}"))
        {
            if (Tokens.Take("..."))
            {
                var rest = ReadBinding();
                Tokens.Expect("}");
                return new JsTarget.Members(start.At, items, rest);
            }

            items.Add(ReadMember());
            if (!Tokens.Current.Is("}"))
            {
                Tokens.Expect(",");
            }
        }

        return new JsTarget.Members(start.At, items, null);
    }

    private (JsExpression Key, JsTarget Target) ReadMember()
    {
        var word = Tokens.Current;
        var (key, _) = parsing.Functions.ReadKey();
        if (Tokens.Take(":"))
        {
            return (key, ReadBindingWithDefault());
        }

        if (word.Kind is not TokenKind.Name)
        {
            throw Tokens.Unexpected();
        }

        parsing.Frame.Mention(word.Text);
        JsTarget target = new JsTarget.Variable(word.At, word.Text);
        return (key, Tokens.Take("=")
            ? new JsTarget.WithDefault(word.At, target, parsing.Expressions.ReadOne())
            : target);
    }

    private static ScriptRefusedException RestNotLast(int at) =>
        new(at, "... takes all that is left, so it must come last. Move it to the end.");
}
