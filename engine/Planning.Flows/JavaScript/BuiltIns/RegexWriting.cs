using System.Text;

namespace Planning.Flows.JavaScript.BuiltIns;

/// <summary>A pattern while it is rewritten: where the reader stands, and what is written so far.</summary>
internal sealed class RegexWriting
{
    public RegexWriting(string pattern, string flags)
    {
        Pattern = pattern;
        Flags = flags;
        Groups = CountGroups();
    }

    public string Pattern { get; }

    public string Flags { get; }

    /// <summary>How many groups the pattern has.</summary>
    public int Groups { get; }

    public int At { get; set; }

    public bool IsAtEnd => At >= Pattern.Length;

    public char Current => Pattern[At];

    public StringBuilder Written { get; } = new();

    /// <summary>The named groups that were opened so far, and their numbers.</summary>
    public List<KeyValuePair<string, int>> Names { get; } = [];

    /// <summary>True when only the engine that tries again and again can run it.</summary>
    public bool Backtracks { get; set; }

    public bool Has(char flag) => Flags.Contains(flag, StringComparison.Ordinal);

    public char Take() => Pattern[At++];

    private int CountGroups()
    {
        var count = 0;
        var inClass = false;
        for (var index = 0; index < Pattern.Length; index++)
        {
            switch (Pattern[index])
            {
                case '\\':
                    index++;
                    break;
                case '[':
                    inClass = true;
                    break;
                case ']':
                    inClass = false;
                    break;
                case '(' when !inClass:
                    var isPlain = index + 1 >= Pattern.Length || Pattern[index + 1] != '?';
                    var isNamed = index + 3 < Pattern.Length && Pattern[index + 2] == '<' && Pattern[index + 3] is not ('=' or '!');
                    count += isPlain || isNamed ? 1 : 0;
                    break;
                default:
                    break;
            }
        }

        return count;
    }
}
