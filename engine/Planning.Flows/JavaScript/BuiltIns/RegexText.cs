using System.Text.RegularExpressions;
using Planning.Flows.JavaScript.Reading;

namespace Planning.Flows.JavaScript.BuiltIns;

/// <summary>A JavaScript regular expression in .NET's words.</summary>
/// <param name="Names">Named groups and their numbers, in their order.</param>
/// <param name="LongestInput">Longer texts are not matched, since the search might never end.</param>
internal sealed record CompiledRegex(Regex Regex, IReadOnlyList<KeyValuePair<string, int>> Names, int LongestInput)
{
    /// <summary>For texts whose lines end otherwise than by \n alone; null when that makes no difference.</summary>
    public CompiledRegex? ForOtherLineEnds { get; init; }
}

/// <summary>Reads a JavaScript pattern and writes the .NET pattern that means the same.</summary>
/// <remarks>
/// Patterns run in .NET's engine that never backtracks, so that none can hang. What that engine cannot do (looking around,
/// references to groups) runs in the other: there a repetition inside a repetition is refused, and texts must be the
/// shorter the more repetitions follow one another.
/// </remarks>
internal sealed class RegexText
{
    private const int LongestPattern = 2_000;

    // Stand in the rewritten pattern for ^ and $ with the flag m, until it is known which engine runs it.
    private const char LineBegin = '\uE000';
    private const char LineEnd = '\uE001';
    private const string LineEnds = @"\n\r\u2028\u2029";

    private readonly RegexWriting _writing;
    private readonly RegexEscapes _escapes;
    private readonly Stack<Group> _groups = new([new Group()]);
    private int _opened;
    private int _aside;
    private bool _nests;

    private RegexText(string pattern, string flags)
    {
        _writing = new RegexWriting(pattern, flags);
        _escapes = new RegexEscapes(_writing);
    }

    /// <exception cref="ScriptRefusedException">The pattern is wrong, or cannot be used here.</exception>
    public static CompiledRegex Check(string pattern, string flags, int at)
    {
        try
        {
            return Compile(pattern, flags);
        }
        catch (FormatException exception)
        {
            throw new ScriptRefusedException(at, exception.Message);
        }
    }

    /// <exception cref="FormatException">The pattern is wrong, or cannot be used here; says why in a sentence.</exception>
    public static CompiledRegex Compile(string pattern, string flags)
    {
        if (flags.Distinct().Count() != flags.Length || flags.Except("gimsuy").Any())
        {
            throw new FormatException($"The flags {flags} of this regular expression are unknown here. Use some of g, i, m, s, u, y.");
        }

        if (pattern.Length > LongestPattern)
        {
            throw new FormatException($"The regular expression is longer than {LongestPattern} characters. Split it.");
        }

        return new RegexText(pattern, flags).Compile();
    }

    private CompiledRegex Compile()
    {
        while (!_writing.IsAtEnd)
        {
            Write(_writing.Current);
        }

        var options = RegexOptions.CultureInvariant
            | (_writing.Has('i') ? RegexOptions.IgnoreCase : RegexOptions.None);
        try
        {
            if (_writing.Backtracks)
            {
                return Backtracking(options);
            }

            var pattern = _writing.Written.ToString();
            var safe = pattern.Replace($"{LineBegin}", "(?m:^)", StringComparison.Ordinal)
                .Replace($"{LineEnd}", "(?m:$)", StringComparison.Ordinal);
            return new CompiledRegex(new Regex(safe, options | RegexOptions.NonBacktracking), _writing.Names, int.MaxValue)
            {
                ForOtherLineEnds = safe == pattern || _nests ? null : Backtracking(options),
            };
        }
        catch (NotSupportedException)
        {
            return Backtracking(options); // The pattern is too large for the safe engine.
        }
        catch (ArgumentException exception)
        {
            throw new FormatException($"This regular expression is malformed: {exception.Message}", exception);
        }
    }

    private CompiledRegex Backtracking(RegexOptions options)
    {
        if (_nests)
        {
            throw new FormatException("This regular expression repeats a repetition or a choice and also looks around or refers back, "
                + "so it might search for ever. Write it without one of them.");
        }

        var pattern = _writing.Written.ToString()
            .Replace($"{LineBegin}", $"(?<![^{LineEnds}])", StringComparison.Ordinal)
            .Replace($"{LineEnd}", $"(?![^{LineEnds}])", StringComparison.Ordinal);
        return new CompiledRegex(new Regex(pattern, options), _writing.Names, Math.Max(_aside, _groups.Peek().Repetitions) switch
        {
            0 or 1 => 20_000,
            2 => 2_000,
            3 => 300,
            4 => 120,
            _ => 60,
        });
    }

    private void Write(char character)
    {
        switch (character)
        {
            case '\\':
                _escapes.Write(inClass: false);
                break;
            case '[':
                WriteClass();
                break;
            case '(':
                OpenGroup();
                break;
            case ')':
                CloseGroup();
                break;
            case '.':
                _writing.At++;
                _writing.Written.Append(_writing.Has('s') ? @"[\s\S]" : $"[^{LineEnds}]");
                break;
            case '^' or '$':
                _writing.At++;
                WriteAnchor(character);
                break;
            case '*' or '+' or '{':
                _groups.Peek().Repetitions += IsRepetition() ? 1 : 0;
                _writing.At++;
                _writing.Written.Append(character == '{' && !IsRepetition(_writing.At - 1) ? "\\{" : character.ToString());
                break;
            case '|':
                _groups.Peek().Chooses = true;
                _writing.At++;
                _writing.Written.Append('|');
                break;
            default:
                _writing.At++;
                _writing.Written.Append(character is '#' or ' ' ? "\\" : "").Append(character);
                break;
        }
    }

    private bool IsRepetition(int? at = null) => _writing.Pattern[at ?? _writing.At] != '{' || Count(at ?? _writing.At);

    // {2}, {2,} and {2,3} repeat; any other brace is itself.
    private bool Count(int at)
    {
        var end = _writing.Pattern.IndexOf('}', at);
        var parts = end < 0 ? [] : _writing.Pattern[(at + 1)..end].Split(',');
        return parts.Length is 1 or 2 && parts[0].Length is > 0 and < 6 && parts.All(part =>
            part.All(char.IsAsciiDigit));
    }

    private void WriteAnchor(char character)
    {
        if (!_writing.Has('m'))
        {
            _writing.Written.Append(character == '^' ? @"\A" : @"\z");
            return;
        }

        _writing.Written.Append(character == '^' ? LineBegin : LineEnd);
    }

    private void OpenGroup()
    {
        foreach (var kind in new[] { "(?:", "(?=", "(?!", "(?<=", "(?<!" })
        {
            if (string.CompareOrdinal(_writing.Pattern, _writing.At, kind, 0, kind.Length) == 0)
            {
                _writing.Backtracks |= kind != "(?:";
                _writing.At += kind.Length;
                _writing.Written.Append(kind);
                _groups.Push(new Group { IsAside = kind != "(?:" });
                return;
            }
        }

        _opened++;
        var end = _writing.Pattern.IndexOf('>', _writing.At);
        if (string.CompareOrdinal(_writing.Pattern, _writing.At, "(?<", 0, 3) == 0 && end > _writing.At + 3)
        {
            _writing.Names.Add(new(_writing.Pattern[(_writing.At + 3)..end], _opened));
            _writing.At = end;
        }
        else if (_writing.At + 1 < _writing.Pattern.Length && _writing.Pattern[_writing.At + 1] == '?')
        {
            throw new FormatException("This kind of group cannot be used in a regular expression. Write (?:…) or (…).");
        }

        _writing.At++;
        _writing.Written.Append('(');
        _groups.Push(new Group());
    }

    private void CloseGroup()
    {
        if (_groups.Count < 2)
        {
            throw new FormatException("This regular expression closes a group that was never opened. Remove the ) or write \\).");
        }

        var closed = _groups.Pop();
        _writing.At++;
        _writing.Written.Append(')');
        var isRepeated = !_writing.IsAtEnd && (_writing.Current is '*' or '+' || (_writing.Current == '{' && Count(_writing.At)));
        _nests |= isRepeated && (closed.Repetitions > 0 || closed.Chooses);
        if (closed.IsAside)
        {
            _aside = Math.Max(_aside, closed.Repetitions); // What was looked for there is not looked for again.
        }
        else
        {
            _groups.Peek().Repetitions += closed.Repetitions;
        }
    }

    private void WriteClass()
    {
        _writing.At++;
        var isNegated = !_writing.IsAtEnd && _writing.Current == '^';
        _writing.At += isNegated ? 1 : 0;
        if (!_writing.IsAtEnd && _writing.Current == ']')
        {
            _writing.At++;
            _writing.Written.Append(isNegated ? @"[\s\S]" : @"[^\s\S]");
            return;
        }

        _writing.Written.Append(isNegated ? "[^" : "[");
        while (!_writing.IsAtEnd && _writing.Current != ']')
        {
            if (_writing.Current == '\\')
            {
                _escapes.Write(inClass: true);
            }
            else
            {
                _writing.Written.Append(_writing.Current == '[' ? "\\[" : _writing.Current.ToString());
                _writing.At++;
            }
        }

        if (_writing.At++ >= _writing.Pattern.Length)
        {
            throw new FormatException("This regular expression never closes its [. Write ] or \\[.");
        }

        _writing.Written.Append(']');
    }


    /// <summary>What is known of a group while it is open.</summary>
    private sealed class Group
    {
        public int Repetitions { get; set; }

        public bool Chooses { get; set; }

        /// <summary>It looks around.</summary>
        public bool IsAside { get; init; }
    }
}
