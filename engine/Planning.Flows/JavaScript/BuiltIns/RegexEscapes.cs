using System.Globalization;

namespace Planning.Flows.JavaScript.BuiltIns;

/// <summary>Rewrites what a backslash means in a regular expression.</summary>
internal sealed class RegexEscapes(RegexWriting writing)
{
    private const string Blanks = @"\t\n\v\f\r \u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF";
    private const string NotBlanks = @"\0-\x08\x0E-\x1F!-\x9F\u00A1-\u167F\u1681-\u1FFF\u200B-\u2027\u202A-\u202E\u2030-\u205E\u2060-\u2FFF\u3001-\uFEFE\uFF00-\uFFFF";

    /// <summary>Rewrites the escape at whose backslash the reader stands.</summary>
    public void Write(bool inClass)
    {
        writing.At++;
        if (writing.IsAtEnd)
        {
            throw new FormatException("This regular expression ends in a backslash. Write two of them (\\\\) or remove it.");
        }

        var character = writing.Take();
        var named = character switch
        {
            'd' => "0-9",
            'D' => @"\0-/:-\uFFFF",
            'w' => "a-zA-Z0-9_",
            'W' => @"\0-/:-@\[-^`{-\uFFFF",
            's' => Blanks,
            'S' => NotBlanks,
            _ => null,
        };
        if (named is not null)
        {
            writing.Written.Append(inClass ? named : $"[{named}]");
            return;
        }

        WriteOther(character, inClass);
    }

    private void WriteOther(char character, bool inClass)
    {
        switch (character)
        {
            case 'b' or 'B' when !inClass:
                writing.Written.Append('\\').Append(character);
                break;
            case 'b':
                writing.Written.Append(@"\x08");
                break;
            case 'k' when !inClass && writing.Pattern.Contains("(?<", StringComparison.Ordinal):
                WriteNamedReference();
                break;
            case >= '1' and <= '9' when !inClass:
                WriteReference(character);
                break;
            case '0':
                writing.Written.Append(@"\x00");
                break;
            case 'n' or 'r' or 't' or 'v' or 'f':
                writing.Written.Append('\\').Append(character);
                break;
            case 'c' when !writing.IsAtEnd && char.IsAsciiLetter(writing.Current):
                Append((char)(writing.Take() % 32));
                break;
            case 'x' or 'u':
                WriteCode(character);
                break;
            case 'p' or 'P' when writing.Has('u'):
                WriteCategory(character);
                break;
            default:
                Append(character);
                break;
        }
    }

    private void Append(char character)
    {
        if (char.IsAsciiLetterOrDigit(character) || character > 127)
        {
            writing.Written.Append(character);
        }
        else
        {
            writing.Written.Append(CultureInfo.InvariantCulture, $"\\x{(int)character:X2}");
        }
    }

    private void WriteReference(char first)
    {
        var number = first - '0';
        while (!writing.IsAtEnd && char.IsAsciiDigit(writing.Current) && (number * 10) + (writing.Current - '0') <= writing.Groups)
        {
            number = (number * 10) + (writing.Take() - '0');
        }

        if (number > writing.Groups)
        {
            throw new FormatException($"This regular expression refers to group {number}, and there are {writing.Groups}. Count them again.");
        }

        Reference(number);
    }

    private void WriteNamedReference()
    {
        var end = writing.Pattern.IndexOf('>', writing.At);
        var name = !writing.IsAtEnd && writing.Current == '<' && end > 0 ? writing.Pattern[(writing.At + 1)..end] : "";
        var known = writing.Names.FindIndex(group => group.Key == name);
        if (known < 0)
        {
            throw new FormatException($"This regular expression refers to a group \"{name}\" that does not stand before it.");
        }

        writing.At = end + 1;
        Reference(writing.Names[known].Value);
    }

    // A group that took no part matches nothing at all in JavaScript, and fails in .NET.
    private void Reference(int number)
    {
        writing.Backtracks = true;
        writing.Written.Append(CultureInfo.InvariantCulture, $@"(?({number})\{number}|)");
    }

    private void WriteCode(char kind)
    {
        if (kind == 'u' && writing.Has('u') && !writing.IsAtEnd && writing.Current == '{')
        {
            var end = writing.Pattern.IndexOf('}', writing.At);
            var isCode = int.TryParse(
                writing.Pattern.AsSpan(writing.At + 1, Math.Max(end - writing.At - 1, 0)), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var point);
            if (!isCode || point > 0xFFFF)
            {
                throw new FormatException("Characters beyond \\uFFFF cannot be named in a regular expression. Write them as they are.");
            }

            writing.At = end + 1;
            writing.Written.Append(CultureInfo.InvariantCulture, $"\\u{point:X4}");
            return;
        }

        var digits = kind == 'x' ? 2 : 4;
        if (writing.At + digits <= writing.Pattern.Length && writing.Pattern.Substring(writing.At, digits).All(char.IsAsciiHexDigit))
        {
            writing.Written.Append('\\').Append(kind).Append(writing.Pattern, writing.At, digits);
            writing.At += digits;
            return;
        }

        Append(kind);
    }

    private void WriteCategory(char kind)
    {
        var end = writing.Pattern.IndexOf('}', writing.At);
        var name = !writing.IsAtEnd && writing.Current == '{' && end > 0 ? writing.Pattern[(writing.At + 1)..end] : "";
        var category = name switch
        {
            "Letter" => "L",
            "Lowercase_Letter" or "Lowercase" => "Ll",
            "Uppercase_Letter" or "Uppercase" => "Lu",
            "Number" => "N",
            "Punctuation" => "P",
            { Length: 1 or 2 } => name,
            _ => throw new FormatException($"\\p{{{name}}} is unknown here. Use \\p{{L}}, \\p{{N}} or another general category."),
        };
        writing.At = end + 1;
        writing.Written.Append('\\').Append(kind).Append('{').Append(category).Append('}');
    }
}
