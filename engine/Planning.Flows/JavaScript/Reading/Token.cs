namespace Planning.Flows.JavaScript.Reading;

internal enum TokenKind
{
    End,
    Name,
    Keyword,
    Mark,
    Number,
    Text,

    /// <summary>The text between a back-tick or <c>}</c> and the next <c>${</c> or back-tick.</summary>
    Template,
    Regex,
    Private,
}

/// <param name="Text">The word, the mark, or the meaning of a text or template part; of a regex its pattern.</param>
/// <param name="At">Index of the first character.</param>
/// <param name="AfterNewline">True when a line ends between this token and the one before it.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int At, int End, bool AfterNewline)
{
    public double Number { get; init; }

    /// <summary>The flags of a regular expression.</summary>
    public string Flags { get; init; } = "";

    /// <summary>True for the last part of a template.</summary>
    public bool ClosesTemplate { get; init; }

    /// <summary>True for a word spelled with an escape: it is never a keyword.</summary>
    public bool HasEscape { get; init; }

    public bool Is(string mark) => Kind is TokenKind.Mark && Text == mark;

    public bool IsWord(string word) => Kind is TokenKind.Name or TokenKind.Keyword && Text == word && !HasEscape;
}

/// <summary>The text is no program that can run here. Never leaves the compiler.</summary>
internal sealed class ScriptRefusedException(int at, string message) : Exception(message)
{
    /// <summary>Index of the character where it shows.</summary>
    public int At => at;
}
