using System.Text.Json;
using Planning.Flows.Expressions;
using Planning.Flows.JavaScript;

namespace Planning.Flows.Tests.Support;

/// <summary>Compiles and runs scripts that need no workflow around them.</summary>
public static class Script
{
    private static readonly JavaScriptLanguage Language = new();

    public static ExpressionScope Scope { get; } = new([], [], DataType.Any);

    public static IReadOnlyList<ExpressionMistake> MistakesOf(string text) =>
        Language.CompileScript(text, Scope, choosesOutcomes: false).Mistakes;

    /// <summary>What the script answers, as JSON.</summary>
    public static string Run(string text) => JsonSerializer.Serialize(ValueOf(text));

    public static object? ValueOf(string text)
    {
        var (program, mistakes) = Language.CompileScript(text, Scope, choosesOutcomes: false);
        return program is null
            ? throw new InvalidOperationException(string.Join('\n', mistakes.Select(mistake => mistake.Sentence)))
            : program.Run(default).Value;
    }
}
