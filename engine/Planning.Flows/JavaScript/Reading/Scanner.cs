using System.Globalization;

namespace Planning.Flows.JavaScript.Reading;

/// <summary>Cuts JavaScript into tokens, one at a time: only the parser knows whether a slash begins a regex.</summary>
internal sealed class Scanner(string source)
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else", "enum",
        "export", "extends", "false", "finally", "for", "function", "if", "import", "in", "instanceof", "new", "null",
        "return", "super", "switch", "this", "throw", "true", "try", "typeof", "var", "void", "while", "with",
    };

    // Longest first within each first character.
    private static readonly string[] Marks =
    [
        ">>>=", "...", "===", "!==", "**=", "<<=", ">>=", ">>>", "&&=", "||=", "??=", "=>", "==", "!=", "<=", ">=", "&&",
        "||", "??", "?.", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<", ">>", "**", "{", "}", "(",
        ")", "[", "]", ";", ",", "<", ">", "+", "-", "*", "/", "%", "&", "|", "^", "!", "~", "?", ":", "=", ".", "@",
    ];

    private static readonly Dictionary<char, string[]> MarksByFirst =
        Marks.GroupBy(mark => mark[0]).ToDictionary(marks => marks.Key, marks => marks.ToArray());

    private int _at;

    public string Source => source;

    /// <summary>Where the next token is looked for; set it to read on from an earlier place.</summary>
    public int Position
    {
        get => _at;
        set => _at = value;
    }

    public Token Next()
    {
        var newline = SkipBlanks();
        var start = _at;
        if (start >= source.Length)
        {
            return new Token(TokenKind.End, "", start, start, newline);
        }

        var first = source[start];
        return first switch
        {
            '"' or '\'' => Text(first, newline),
            '`' => TemplatePart(newline),
            '#' => PrivateName(newline),
            '.' when char.IsAsciiDigit(Peek(1)) => Number(newline),
            _ when char.IsAsciiDigit(first) => Number(newline),
            _ when IsWordStart(first) => Word(newline),
            _ => Mark(first, newline),
        };
    }

    /// <summary>Reads on after a back-tick or the brace that closes a placeholder, whose place is the position.</summary>
    public Token TemplatePart(bool newline = false)
    {
        var start = _at++;
        var cooked = new System.Text.StringBuilder();
        while (_at < source.Length)
        {
            var character = source[_at];
            if (character == '`' || (character == '$' && Peek(1) == '{'))
            {
                _at += character == '`' ? 1 : 2;
                return new Token(TokenKind.Template, cooked.ToString(), start, _at, newline)
                {
                    ClosesTemplate = character == '`',
                };
            }

            if (character == '\\')
            {
                new Escapes(source).Read(ref _at, cooked);
                continue;
            }

            _at++;
            if (character == '\r')
            {
                _at += Peek(0) == '\n' ? 1 : 0;
                character = '\n';
            }

            cooked.Append(character);
        }

        throw new ScriptRefusedException(start, "This template text never ends. Close it with a back-tick (`).");
    }

    /// <summary>Reads a regular expression whose first slash is at the given place.</summary>
    public Token Regex(int start)
    {
        var inClass = false;
        for (_at = start + 1; ; _at++)
        {
            if (_at >= source.Length || IsLineEnd(source[_at]))
            {
                throw new ScriptRefusedException(start, "This regular expression never ends. Close it with a slash (/).");
            }

            var character = source[_at];
            if (character == '/' && !inClass)
            {
                break;
            }

            inClass = character == '[' || (inClass && character != ']');
            if (character == '\\' && _at + 1 < source.Length && !IsLineEnd(source[_at + 1]))
            {
                _at++;
            }
        }

        var pattern = source[(start + 1).._at];
        var flags = ++_at;
        while (_at < source.Length && IsWordPart(source[_at]))
        {
            _at++;
        }

        return new Token(TokenKind.Regex, pattern, start, _at, false) { Flags = source[flags.._at] };
    }

    internal static bool IsLineEnd(char character) => character is '\n' or '\r' or '\u2028' or '\u2029';

    internal static bool IsBlank(char character) => character is ' ' or '\t' or '\v' or '\f' or '\u00A0' or '\uFEFF'
        || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.SpaceSeparator;

    private static bool IsWordStart(char character) => char.IsLetter(character) || character is '$' or '_' or '\\'
        || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.LetterNumber || char.IsSurrogate(character);

    private static bool IsWordPart(char character) => IsWordStart(character) || char.IsDigit(character)
        || character is '\u200C' or '\u200D'
        || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation;

    private char Peek(int ahead) => _at + ahead < source.Length ? source[_at + ahead] : '\0';

    private bool SkipBlanks()
    {
        var newline = _at == 0;
        while (_at < source.Length)
        {
            var character = source[_at];
            if (IsLineEnd(character))
            {
                newline = true;
                _at++;
            }
            else if (IsBlank(character))
            {
                _at++;
            }
            else if (character == '/' && Peek(1) == '/')
            {
                while (_at < source.Length && !IsLineEnd(source[_at]))
                {
                    _at++;
                }
            }
            else if (character == '/' && Peek(1) == '*')
            {
                newline |= SkipComment();
            }
            else
            {
                break;
            }
        }

        return newline;
    }

    private bool SkipComment()
    {
        var end = source.IndexOf("*/", _at + 2, StringComparison.Ordinal);
        if (end < 0)
        {
            throw new ScriptRefusedException(_at, "This comment never ends. Close it with */.");
        }

        var newline = source.AsSpan(_at, end - _at).ContainsAny("\n\r\u2028\u2029");
        _at = end + 2;
        return newline;
    }

    private Token Text(char quote, bool newline)
    {
        var start = _at++;
        var meaning = new System.Text.StringBuilder();
        while (true)
        {
            if (_at >= source.Length || source[_at] is '\n' or '\r')
            {
                throw new ScriptRefusedException(start, $"This text never ends. Close it with {quote} on the same line.");
            }

            if (source[_at] == quote)
            {
                _at++;
                return new Token(TokenKind.Text, meaning.ToString(), start, _at, newline);
            }

            if (source[_at] == '\\')
            {
                new Escapes(source).Read(ref _at, meaning);
            }
            else
            {
                meaning.Append(source[_at++]);
            }
        }
    }

    private Token Word(bool newline)
    {
        var start = _at;
        var word = new System.Text.StringBuilder();
        var escaped = false;
        while (_at < source.Length && IsWordPart(source[_at]))
        {
            if (source[_at] == '\\')
            {
                escaped = true;
                new Escapes(source).ReadUnicode(ref _at, word);
            }
            else
            {
                word.Append(source[_at++]);
            }
        }

        var text = word.ToString();
        var kind = !escaped && Keywords.Contains(text) ? TokenKind.Keyword : TokenKind.Name;
        return new Token(kind, text, start, _at, newline) { HasEscape = escaped };
    }

    private Token PrivateName(bool newline)
    {
        var start = _at++;
        if (!IsWordStart(Peek(0)))
        {
            throw new ScriptRefusedException(start, "The character # cannot stand here. Remove it.");
        }

        return Word(newline) with { Kind = TokenKind.Private, At = start };
    }

    private Token Mark(char first, bool newline)
    {
        foreach (var mark in MarksByFirst.GetValueOrDefault(first) ?? [])
        {
            // "a?.5:b" is a condition and a number, not an optional chain.
            if (string.CompareOrdinal(source, _at, mark, 0, mark.Length) == 0
                && !(mark == "?." && char.IsAsciiDigit(Peek(2))))
            {
                _at += mark.Length;
                return new Token(TokenKind.Mark, mark, _at - mark.Length, _at, newline);
            }
        }

        throw new ScriptRefusedException(_at, $"The character {first} cannot stand here. Remove it.");
    }

    private Token Number(bool newline)
    {
        var start = _at;
        var value = new Numerals(source).Read(ref _at);
        if (_at < source.Length && IsWordPart(source[_at]))
        {
            throw new ScriptRefusedException(start, source[_at] == 'n'
                ? "Big integers such as 10n cannot be used here. Write the number without n."
                : $"{source[start..(_at + 1)]} is no number. Put a space or an operator after the digits.");
        }

        return new Token(TokenKind.Number, source[start.._at], start, _at, newline) { Number = value };
    }
}
