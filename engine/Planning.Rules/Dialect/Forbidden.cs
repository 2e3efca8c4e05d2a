using Planning.Rules.RuleSets;

namespace Planning.Rules.Dialect;

/// <summary>Finds what must not even be shown to C#'s lexer: Roslyn reads directives and texts with holes by recursion
/// that nothing guards, also where they nest thousands deep. That would end the process.</summary>
internal sealed class Forbidden
{
    /// <summary>Texts with holes in the holes of texts.</summary>
    private const int Holes = 4;

    private readonly string _written;
    private readonly Stack<int> _brackets = new();
    private int _at;
    private int _nesting;

    private Forbidden(string written) => _written = written;

    /// <returns>The first such place; null when there is none.</returns>
    public static (int At, string Code, string Message)? In(string written)
    {
        var look = new Forbidden(written);
        while (look._at < written.Length)
        {
            if (look.Found() is { } found)
            {
                return (look._at, found.Code, found.Message);
            }

            look.GoOn();
        }

        return null;
    }

    private (string Code, string Message)? Found()
    {
        if (SignAt(_written.AsSpan(_at)) is { } sign)
        {
            return (DiagnosticCode.OutsideDialect, $"`{sign}` has no meaning in a rule.");
        }

        // Roslyn's lexer, which follows what is inside a hole, counts nothing.
        return _brackets.Count > Holes || _nesting > Limits.Depth
            ? (DiagnosticCode.TooDeep, "The expression nests deeper in the holes of a text than can be read.")
            : null;
    }

    private static string? SignAt(ReadOnlySpan<char> rest) => rest switch
    {
        ['#', ..] => "#",
        ['$', '@', ..] => "$@",
        ['$', '$', ..] => "$$",
        ['@', '$', ..] => "@$",
        ['"', '"', '"', ..] => "\"\"\"",
        // Roslyn tries both meanings of it, and in each of them both of those inside: that does not end either.
        ['?', ..] when rest[1..].TrimStart() is ['[', ..] => "?[",
        _ => null,
    };

    // A text, a letter or a comment is passed over whole; a hole in a text is looked into.
    private void GoOn()
    {
        var rest = _written.AsSpan(_at);
        switch (rest)
        {
            case ['$', '"', ..]:
                _at += 2;
                PassHoledText();
                break;
            case ['@', '"', ..]:
                PassVerbatim();
                break;
            case ['"' or '\'', ..]:
                PassText();
                break;
            case ['/', '/', ..]:
                _at = End(rest.IndexOfAny('\r', '\n'), 0);
                break;
            case ['/', '*', ..]:
                _at = End(rest[2..].IndexOf("*/", StringComparison.Ordinal), 4);
                break;
            case ['}', ..] when _brackets.TryPeek(out var open) && open == 0:
                _brackets.Pop();
                _at++;
                PassHoledText();
                break;
            default:
                Follow(rest[0]);
                _at++;
                break;
        }
    }

    private int End(int found, int length) => found < 0 ? _written.Length : _at + found + length;

    private void Follow(char sign)
    {
        if (_brackets.Count == 0)
        {
            return;
        }

        _nesting += sign is '(' or '[' or '{' or '<' or '?' ? 1 : 0;
        _brackets.Push(_brackets.Pop() + (sign is '(' or '[' or '{' ? 1 : sign is ')' or ']' or '}' ? -1 : 0));
    }

    // As far as the next hole, or behind its end.
    private void PassHoledText()
    {
        while (_at < _written.Length)
        {
            switch (_written.AsSpan(_at))
            {
                case ['\\', _, ..] or ['{', '{', ..]:
                    _at += 2;
                    break;
                case ['{', ..]:
                    _brackets.Push(0);
                    _at++;
                    return;
                case ['"' or '\r' or '\n', ..]:
                    _at++;
                    return;
                default:
                    _at++;
                    break;
            }
        }
    }

    private void PassText()
    {
        var quote = _written[_at++];
        while (_at < _written.Length)
        {
            var sign = _written[_at++];
            if (sign == quote || sign is '\r' or '\n' or '\u0085' or '\u2028' or '\u2029')
            {
                return;
            }

            _at += sign is '\\' ? 1 : 0;
        }
    }

    private void PassVerbatim()
    {
        _at += 2;
        while (_at < _written.Length)
        {
            if (_written[_at++] is '"')
            {
                if (_at == _written.Length || _written[_at] is not '"')
                {
                    return;
                }

                _at++;
            }
        }
    }
}
