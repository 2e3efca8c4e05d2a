namespace Planning.Flows.JavaScript.Reading;

/// <summary>The tokens of a script, with one token of look-ahead and the rules about missing semicolons.</summary>
internal sealed class TokenStream(Scanner scanner)
{
    public Token Current { get; private set; }

    /// <summary>Where the token before the current one ends.</summary>
    public int LastEnd { get; private set; }

    public Token Advance()
    {
        var passed = Current;
        LastEnd = passed.End;
        scanner.Position = passed.End;
        Current = scanner.Next();
        return passed;
    }

    /// <summary>The token after the current one.</summary>
    public Token Peek()
    {
        scanner.Position = Current.End;
        return scanner.Next();
    }

    /// <summary>Goes back to a token that was current before.</summary>
    public void Rewind(Token token) => Current = token;

    public bool Take(string mark)
    {
        if (!Current.Is(mark))
        {
            return false;
        }

        Advance();
        return true;
    }

    public bool TakeWord(string word)
    {
        if (!Current.IsWord(word))
        {
            return false;
        }

        Advance();
        return true;
    }

    public Token Expect(string mark) => Current.Is(mark)
        ? Advance()
        : throw new ScriptRefusedException(Current.At, $"{Describe(Current)} cannot stand here. Write {mark} first.");

    public Token ExpectName() => Current.Kind is TokenKind.Name
        ? Advance()
        : throw new ScriptRefusedException(Current.At, $"{Describe(Current)} cannot stand here. Write a name.");

    /// <summary>Reads the current slash as the beginning of a regular expression.</summary>
    public Token TakeRegex()
    {
        var regex = scanner.Regex(Current.At);
        Current = regex;
        Advance();
        return regex;
    }

    /// <summary>Reads the current closing brace as the end of a placeholder in a template.</summary>
    public Token TakeTemplatePart()
    {
        if (!Current.Is("}"))
        {
            throw new ScriptRefusedException(Current.At,
                $"{Describe(Current)} cannot stand here. Close the placeholder ${{…}} with a brace.");
        }

        scanner.Position = Current.At;
        Current = scanner.TemplatePart();
        return Advance();
    }

    /// <summary>A statement ends at a semicolon, before a closing brace, at the end, and where a line ends.</summary>
    public void EndStatement()
    {
        if (Take(";") || Current.Is("}") || Current.Kind is TokenKind.End || Current.AfterNewline)
        {
            return;
        }

        throw Unexpected();
    }

    public ScriptRefusedException Unexpected() => Current.Kind is TokenKind.End
        ? new ScriptRefusedException(Current.At, "The script ends too early. Something is missing here.")
        : new ScriptRefusedException(Current.At, $"{Describe(Current)} cannot stand here. {Advice(Current)}");

    public static string Describe(Token token) => token.Kind switch
    {
        TokenKind.End => "The end of the script",
        TokenKind.Text => "A text",
        TokenKind.Template => "A template text",
        _ => $"\"{token.Text}\"",
    };

    private static string Advice(Token token) => token.Text switch
    {
        "@" => "Decorators cannot be used.",
        "enum" => "Use an object with a member for each value.",
        _ => "Look for an operator, a comma or a semicolon that is missing, or remove it.",
    };
}
