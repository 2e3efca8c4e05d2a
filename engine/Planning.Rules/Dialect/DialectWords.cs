using System.Collections.Frozen;

namespace Planning.Rules.Dialect;

/// <summary>The words of RulesEngine's dialect that C# spells with signs. Any case.</summary>
internal static class DialectWords
{
    /// <summary>Stands for <c>in</c>: a sign of the right precedence that the dialect itself does not have.</summary>
    public const string In = "^";

    /// <summary>Words that join two operands.</summary>
    public static readonly FrozenDictionary<string, string> Between = new Dictionary<string, string>
    {
        ["and"] = "&&",
        ["andalso"] = "&&",
        ["or"] = "||",
        ["orelse"] = "||",
        ["eq"] = "==",
        ["equal"] = "==",
        ["ne"] = "!=",
        ["neq"] = "!=",
        ["notequal"] = "!=",
        ["lt"] = "<",
        ["lessthan"] = "<",
        ["le"] = "<=",
        ["lessthanequal"] = "<=",
        ["gt"] = ">",
        ["greaterthan"] = ">",
        ["ge"] = ">=",
        ["greaterthanequal"] = ">=",
        ["mod"] = "%",
        ["in"] = In,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words that are values.</summary>
    public static readonly FrozenDictionary<string, string> Values = new Dictionary<string, string>
    {
        ["true"] = "true",
        ["false"] = "false",
        ["null"] = "null",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static bool IsNot(string word) => string.Equals(word, "not", StringComparison.OrdinalIgnoreCase);
}
