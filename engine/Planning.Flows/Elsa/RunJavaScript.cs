using Planning.Flows.Activities;
using Planning.Flows.Definitions;
using Planning.Flows.Expressions;
using Planning.Flows.JavaScript;

namespace Planning.Flows.Elsa;

/// <summary>Runs a script; the script may choose by which outcomes the workflow goes on.</summary>
internal sealed class RunJavaScript : IStructuredActivity
{
    private const string Script = "Script";

    public ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.RunJavaScript",
        DisplayName = "Run JavaScript",
        Category = "Scripting",
        Description = "Runs a script and keeps its result.",
        Inputs =
        [
            new InputDescriptor(Script, "String") { UiHint = "code-editor" },
            new InputDescriptor("PossibleOutcomes", "String[]")
            {
                DisplayName = "Possible outcomes",
                UiHint = "dynamic-outcomes",
                DefaultSyntax = "Object",
            },
        ],
        Outputs = [new OutputDescriptor("Result")],
        Ports = [new PortDescriptor("Done")],
    };

    public object ReadStructure(StructureReading reading)
    {
        if (reading.Languages.OfType<JavaScriptLanguage>().FirstOrDefault() is not { } language)
        {
            reading.Report(Codes.UnknownExpressionType, $"{reading.Path}.type",
                "JavaScript cannot be run here. Use other activities instead.");
            return this; // Reported; such a definition never runs.
        }

        if (reading.Node.Input(Script)?.Expression is not Expression.Constant { Value: string text } || string.IsNullOrWhiteSpace(text))
        {
            return new Prepared(language, null);
        }

        var (program, mistakes) = language.CompileScript(text, reading.ScopeFor(DataType.Any), choosesOutcomes: true);
        foreach (var mistake in mistakes)
        {
            reading.Report(Codes.BadExpression, $"{reading.Path}.script.expression.value", mistake.Sentence);
        }

        return new Prepared(language, program);
    }

    public void Execute(ActivityContext context)
    {
        if (Program(context) is not { } program)
        {
            context.Complete();
            return;
        }

        var answer = program.Run(new ExpressionContext(context));
        if (answer.Value is not null)
        {
            context.SetOutput("Result", answer.Value); // Nothing as a result leaves what is there (contract §25.5).
        }

        context.Complete(answer.Outcomes ?? []);
    }

    public void Resume(ActivityContext context, Resumption resumption) { }

    // A script that another expression puts together is compiled when it is known.
    private static JavaScriptProgram? Program(ActivityContext context)
    {
        var prepared = (Prepared)context.Node.Structure!;
        if (prepared.Program is not null || context.Input<string>(Script) is not { } text || string.IsNullOrWhiteSpace(text))
        {
            return prepared.Program;
        }

        var (program, mistakes) = prepared.Language.CompileScript(
            text, new ExpressionScope([], [], DataType.Any), choosesOutcomes: true);
        return program ?? throw new ScriptFailedException(string.Join(' ', mistakes.Select(mistake => mistake.Sentence)));
    }

    /// <param name="Program">Null when the script is empty, or not known before it runs.</param>
    private sealed record Prepared(JavaScriptLanguage Language, JavaScriptProgram? Program);
}
