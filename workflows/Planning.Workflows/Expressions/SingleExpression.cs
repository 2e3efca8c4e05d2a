namespace Planning.Workflows.Expressions;

/// <summary>Takes the expression out of a C# script that is no more than one.</summary>
internal static class SingleExpression
{
    private const string Return = "return";

    /// <returns>The expression, every character where it was written; null when the script has several statements.</returns>
    public static string? In(string script)
    {
        var text = script.TrimEnd();
        if (text.EndsWith(';'))
        {
            text = text[..^1];
        }

        var start = text.Length - text.TrimStart().Length;
        if (text.AsSpan(start).StartsWith(Return, StringComparison.Ordinal)
            && !IsPartOfName(text, start + Return.Length))
        {
            text = string.Concat(text.AsSpan(0, start), "      ", text.AsSpan(start + Return.Length));
        }

        return HasStatementEnd(text) ? null : text;
    }

    private static bool IsPartOfName(string text, int at) =>
        at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_');

    // A semicolon inside a text or a character is nobody's end.
    private static bool HasStatementEnd(string text)
    {
        char? quote = null;
        for (var i = 0; i < text.Length; i++)
        {
            var sign = text[i];
            if (quote is not null && sign == '\\')
            {
                i++;
            }
            else if (sign is '"' or '\'')
            {
                quote = quote is null ? sign : quote == sign ? null : quote;
            }
            else if (sign == ';' && quote is null)
            {
                return true;
            }
        }

        return false;
    }
}
