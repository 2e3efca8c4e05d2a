using Planning.Flows.Expressions;
using Planning.Flows.JavaScript.Lowering;
using Planning.Flows.JavaScript.Reading;
using Planning.Flows.JavaScript.Running;

namespace Planning.Flows.JavaScript;

/// <summary>
/// JavaScript as people write it in workflows: expressions and scripts, with the functions that Elsa offers. Our own front
/// end reads the language of today and gives Jint what it knows.
/// </summary>
public sealed class JavaScriptLanguage : IExpressionLanguage
{
    private readonly RealmPool _realms = new();

    public string Type => "JavaScript";

    public ExpressionCompilation Compile(string text, ExpressionScope scope)
    {
        var (program, mistakes) = CompileScript(text, scope, choosesOutcomes: false);
        return program is null
            ? new ExpressionCompilation.Refused(mistakes)
            : new ExpressionCompilation.Compiled(context => program.Run(context).Value);
    }

    /// <param name="choosesOutcomes">True where setOutcome means something.</param>
    /// <returns>A program, or mistakes; never both.</returns>
    public (JavaScriptProgram? Program, IReadOnlyList<ExpressionMistake> Mistakes) CompileScript(
        string text, ExpressionScope scope, bool choosesOutcomes)
    {
        try
        {
            var lowering = new ScriptLowering(text, Parsing.Parse(text), new ScriptNames(scope, choosesOutcomes));
            var template = lowering.Lower();
            return lowering.Mistakes.Count > 0
                ? (null, lowering.Mistakes)
                : (new JavaScriptProgram(template, _realms, scope.Target), []);
        }
        catch (ScriptRefusedException refused)
        {
            var (line, column) = new ScriptPlaces(text).Of(Math.Min(refused.At, text.Length));
            return (null, [new ExpressionMistake(refused.Message, line, column)]);
        }
    }
}
