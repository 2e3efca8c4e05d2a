using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Planning.Rules.RuleSets;
using Diagnostic = Planning.Rules.RuleSets.Diagnostic;

namespace Planning.Rules.Dialect;

/// <summary>Reads the text of an expression into C#'s syntax tree. Nothing is ever compiled as C#.</summary>
internal static class ExpressionParser
{
    /// <returns>The tree, or null when the text does not parse or is too large; the mistakes then say why.</returns>
    public static ExpressionSyntax? Parse(
        string written, string path, ICollection<Diagnostic> found, out RewrittenText text)
    {
        if (written.Length > Limits.ExpressionLength)
        {
            text = new RewrittenText("");
            found.Add(new Diagnostic(
                DiagnosticCode.ExpressionTooLong,
                path,
                $"The expression has {written.Length} characters; {Limits.ExpressionLength} is the limit."));
            return null;
        }

        if (Forbidden.In(written) is var (at, code, message))
        {
            text = new RewrittenText(written);
            new ExpressionMistakes(path, text, found).AddAt(code, text.WrittenPlace(at), message);
            return null;
        }

        text = TokenRewriter.Rewrite(written);
        var mistakes = new ExpressionMistakes(path, text, found);
        if (RefusesSigns(text, mistakes) || NestsTooDeep(text, mistakes))
        {
            return null;
        }

        var tree = SyntaxFactory.ParseExpression(
            text.ToString(), options: TokenRewriter.Options, consumeFullText: true);
        var error = tree.GetDiagnostics().FirstOrDefault();
        if (error is null)
        {
            return tree;
        }

        // What is left over behind a complete expression is reported at its own place, not at the start.
        var leftOver = tree.GetTrailingTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.SkippedTokensTrivia));
        var place = leftOver == default ? error.Location.SourceSpan.Start : leftOver.SpanStart;
        mistakes.AddAt(
            DiagnosticCode.Syntax,
            text.Place(place),
            $"The expression cannot be read: {error.GetMessage(CultureInfo.InvariantCulture).TrimEnd('.')}.");
        return null;
    }

    private static bool RefusesSigns(RewrittenText text, ExpressionMistakes mistakes)
    {
        foreach (var (at, sign) in text.Refused)
        {
            mistakes.AddAt(
                DiagnosticCode.OutsideDialect, text.WrittenPlace(at), $"`{sign}` has no meaning in a rule.");
        }

        return text.Refused is not [];
    }

    private static bool NestsTooDeep(RewrittenText text, ExpressionMistakes mistakes)
    {
        var nesting = new Nesting();
        foreach (var token in SyntaxFactory.ParseTokens(text.ToString(), options: TokenRewriter.Options))
        {
            if (nesting.Exceeds(token))
            {
                mistakes.AddAt(
                    DiagnosticCode.TooDeep,
                    text.Place(token.SpanStart),
                    $"The expression nests deeper than {Limits.Depth} levels.");
                return true;
            }
        }

        return false;
    }
}
