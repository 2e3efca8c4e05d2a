using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Planning.Rules.Dialect;

/// <summary>Follows how deep an expression nests, token by token, before a parser recurses into it.</summary>
/// <remarks>Brackets nest; signs that nest to the right (<c>? :</c>, <c>??</c>, <c>=></c>) do so until their bracket or
/// the next comma ends; signs before an operand nest until the operand comes; and what may be a generic type nests with
/// each <c>&lt;</c>.</remarks>
internal sealed class Nesting
{
    private readonly Stack<int> _outer = new();
    private int _rightward;
    private int _rightwardOutside;
    private int _before;
    private int _angles;

    /// <returns>Whether the expression nests too deep at this token.</returns>
    public bool Exceeds(SyntaxToken token)
    {
        var kind = token.Kind();
        _angles = kind is SyntaxKind.LessThanToken ? _angles + 1 : MayStandInType(kind) ? _angles : 0;
        switch (kind)
        {
            case SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken or SyntaxKind.OpenBraceToken:
                _outer.Push(_rightward);
                _rightwardOutside += _rightward;
                _rightward = 0;
                break;
            case SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken or SyntaxKind.CloseBraceToken:
                _rightward = _outer.TryPop(out var outside) ? outside : 0;
                _rightwardOutside -= _rightward;
                break;
            case SyntaxKind.CommaToken:
                _rightward = 0;
                break;
            case SyntaxKind.QuestionToken or SyntaxKind.QuestionQuestionToken or SyntaxKind.EqualsGreaterThanToken:
                _rightward++;
                break;
            default:
                break;
        }

        _before = IsOperand(kind) ? 0 : _before + 1;
        return _angles > Limits.Depth
            || _outer.Count + _rightward + _rightwardOutside + _before > Limits.Depth;
    }

    private static bool IsOperand(SyntaxKind kind) => kind is
        SyntaxKind.IdentifierToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken
        or SyntaxKind.CloseBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken
        or SyntaxKind.OpenBraceToken or SyntaxKind.StringLiteralToken or SyntaxKind.NumericLiteralToken
        or SyntaxKind.CharacterLiteralToken or SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword
        or SyntaxKind.NullKeyword;

    private static bool MayStandInType(SyntaxKind kind) => kind is
        SyntaxKind.IdentifierToken or SyntaxKind.DotToken or SyntaxKind.CommaToken or SyntaxKind.GreaterThanToken
        or SyntaxKind.QuestionToken or SyntaxKind.AsteriskToken or SyntaxKind.OpenBracketToken
        or SyntaxKind.CloseBracketToken or SyntaxKind.OpenParenToken or SyntaxKind.CloseParenToken
        or SyntaxKind.ColonColonToken || SyntaxFacts.IsKeywordKind(kind);
}
