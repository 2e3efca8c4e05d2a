using System.Text;

namespace Planning.Benchmarks.Fuzzing;

/// <summary>Bytes, letters and pieces of the language in no order at all.</summary>
internal static class RandomText
{
    private static readonly string[] Pieces =
    [
        "(", ")", "[", "]", "{", "}", "<", ">", "=", "==", "!", "!=", "?", "??", "?.", ":", ",", ".", "..", "+",
        "-", "*",
        "/", "%", "&", "&&", "|", "||", "^", "~", "=>", "<<", "\"", "\\", "'", "@", "$", "$\"", "#", "//", "/*",
        "*/", ";",
        "\n", "\r", "\t", " ", "\0", "\u2028", "é", "值", "\ud83d", "\udc00", "0", "1", "1.5", "1e9", "0x", "0b1",
        "2147483648",
        "99999999999999999999", "1m", "a", "a.", "x", "it", "null", "true", "not ", "in ", "and ", "or ", "new ",
        "new(",
        "is ", "as ", "int", "string", "np(", "iif(", "await ", "throw ", "ref ", "from ", "switch ", "with ",
        "stackalloc ",
        "delegate", "checked(", "typeof(", "default", "nameof(", "WorkflowName", "Rules", "Expression", "RuleName",
        "#if ",
    ];

    public static (string Text, bool IsFile) Make(Chance chance) => chance.Below(4) switch
    {
        0 => (Bytes(chance), true),
        1 => (Bytes(chance), false),
        2 => ($$"""{ "WorkflowName": "w", "Rules": [ {{Words(chance)}} ] }""", true),
        _ => (Words(chance), false),
    };

    private static string Bytes(Chance chance)
    {
        var bytes = new byte[chance.Below(120)];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(chance.OneIn(3) ? chance.Below(256) : 32 + chance.Below(95));
        }

        return Encoding.UTF8.GetString(bytes);
    }

    private static string Words(Chance chance)
    {
        var text = new StringBuilder();
        var count = chance.Below(40);
        for (var i = 0; i < count; i++)
        {
            text.Insert(text.Length, chance.Of(Pieces), chance.OneIn(200) ? 1 + chance.Below(2_000) : 1);
        }

        return text.ToString();
    }
}
