using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Planning.Rules.Dialect;

/// <summary>Rewrites dialect words to C# signs, token by token, before anything is parsed.</summary>
/// <remarks>A tree rewrite would be too late: <c>a = 1 &amp;&amp; b = 2</c> parses as nested assignment.</remarks>
internal sealed class TokenRewriter
{
    /// <summary>Comments are passed over; Roslyn would read those of documentation by unguarded recursion.</summary>
    public static readonly CSharpParseOptions Options =
        CSharpParseOptions.Default.WithDocumentationMode(DocumentationMode.None);

    private readonly RewrittenText _text;
    private readonly SyntaxToken[] _tokens;
    private int _at;
    private bool _afterOperand;

    private TokenRewriter(string written)
    {
        _text = new RewrittenText(written);
        _tokens = [.. SyntaxFactory.ParseTokens(written, options: Options)];
    }

    public static RewrittenText Rewrite(string written)
    {
        var rewriter = new TokenRewriter(written);
        for (rewriter._at = 0; rewriter._at < rewriter._tokens.Length; rewriter._at++)
        {
            rewriter.RewriteOne();
        }

        return rewriter._text;
    }

    private void RewriteOne()
    {
        var token = _tokens[_at];
        foreach (var trivia in token.LeadingTrivia.Where(IsStrange))
        {
            _text.Refuse(trivia.SpanStart, trivia.ToString());
        }

        switch (token.Kind())
        {
            case SyntaxKind.EndOfFileToken:
                break;
            case SyntaxKind.EqualsToken:
                Operator("==");
                break;
            case SyntaxKind.CaretToken:
                _text.Refuse(token.SpanStart, token.Text);
                Keep();
                break;
            case SyntaxKind.QuestionToken when NextIs(SyntaxKind.OpenBracketToken, adjacent: false):
                _text.Refuse(token.SpanStart, "?[");
                Keep();
                break;
            case SyntaxKind.LessThanToken when NextIs(SyntaxKind.GreaterThanToken, adjacent: true):
                Operator("!=", tokens: 2);
                break;
            case SyntaxKind.GreaterThanToken when NextIs(SyntaxKind.GreaterThanToken, adjacent: true):
                Operator(">>", tokens: 2);
                break;
            case SyntaxKind.StringLiteralToken when AfterType():
                _text.Add("(", token.SpanStart, 0);
                Keep();
                _text.Add(")", token.Span.End, 0);
                break;
            case SyntaxKind.StringLiteralToken when _at > 0 && _tokens[_at - 1].IsKind(token.Kind()):
                _text.Add("+", token.SpanStart, 0);
                Keep();
                break;
            default:
                RewriteWord(token);
                break;
        }
    }

    private void RewriteWord(SyntaxToken token)
    {
        var word = token.Text;
        if (word is not [var first, ..] || !SyntaxFacts.IsIdentifierStartCharacter(first) || After(SyntaxKind.DotToken))
        {
            Keep();
        }
        else if (DialectWords.IsNot(word) && !After(SyntaxKind.IsKeyword))
        {
            RewriteNot();
        }
        else if (_afterOperand && DialectWords.Between.TryGetValue(word, out var sign))
        {
            Operator(sign);
        }
        else if (DialectWords.Values.TryGetValue(word, out var value))
        {
            Operand(value);
        }
        else if (IsTypeCall(token))
        {
            Operand($"@{word}");
        }
        else if (IsCallOfTypeOrNull(word))
        {
            Operand($"@{word}");
            _at++;
        }
        else
        {
            Keep();
        }
    }

    private void RewriteNot()
    {
        if (_afterOperand && _at + 1 < _tokens.Length
            && _tokens[_at + 1].Text.Equals("in", StringComparison.OrdinalIgnoreCase))
        {
            Operator($"{DialectWords.In} !", tokens: 2);
        }
        else
        {
            Operator("!");
        }
    }

    // int(x), string(x), is(x, ..) are calls in the dialect and keywords in C#; new(..) is an object in both.
    private bool IsTypeCall(SyntaxToken token) =>
        SyntaxFacts.IsKeywordKind(token.Kind())
        && !token.IsKind(SyntaxKind.NewKeyword)
        && NextIs(SyntaxKind.OpenParenToken, adjacent: false);

    // DateTime "2026-01-01"
    private bool AfterType() => _at > 0
        && Binding.Vocabulary.TypeNamed(_tokens[_at - 1].Text) is not null
        && !(_at > 1 && _tokens[_at - 2].IsKind(SyntaxKind.DotToken));

    // int?(x): what may be missing stays so anyway, and the mark would read as the start of a choice.
    private bool IsCallOfTypeOrNull(string word) =>
        Binding.Vocabulary.TypeNamed(word) is not null
        && NextIs(SyntaxKind.QuestionToken, adjacent: true)
        && _at + 2 < _tokens.Length && _tokens[_at + 2].IsKind(SyntaxKind.OpenParenToken)
        && _tokens[_at + 2].SpanStart == _tokens[_at + 1].Span.End;

    private bool After(SyntaxKind kind) => _at > 0 && _tokens[_at - 1].IsKind(kind);

    private bool NextIs(SyntaxKind kind, bool adjacent) =>
        _at + 1 < _tokens.Length
        && _tokens[_at + 1].IsKind(kind)
        && (!adjacent || _tokens[_at + 1].SpanStart == _tokens[_at].Span.End);

    private void Keep()
    {
        var token = _tokens[_at];
        _text.Add(token.Text, token.SpanStart, token.Span.Length);
        _afterOperand = EndsOperand(token.Kind());
    }

    private void Operand(string replacement)
    {
        _text.Add(replacement, _tokens[_at].SpanStart, _tokens[_at].Span.Length);
        _afterOperand = true;
    }

    private void Operator(string replacement, int tokens = 1)
    {
        var start = _tokens[_at].SpanStart;
        _at += tokens - 1;
        _text.Add(replacement, start, _tokens[_at].Span.End - start);
        _afterOperand = false;
    }

    private static bool EndsOperand(SyntaxKind kind) => kind is
        SyntaxKind.IdentifierToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken
        or SyntaxKind.CloseBraceToken or SyntaxKind.StringLiteralToken or SyntaxKind.NumericLiteralToken
        or SyntaxKind.CharacterLiteralToken or SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword
        or SyntaxKind.NullKeyword;

    private static bool IsStrange(SyntaxTrivia trivia) => trivia.Kind() is not (
        SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia or SyntaxKind.SingleLineCommentTrivia
        or SyntaxKind.MultiLineCommentTrivia);
}
