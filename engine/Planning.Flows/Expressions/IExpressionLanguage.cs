using Planning.Flows.Definitions;

namespace Planning.Flows.Expressions;

/// <summary>A language that authors write inputs in, such as <c>CSharp</c>. The host says which ones there are.</summary>
/// <remarks>Literal, Object, Variable, Input and Output are the definition's own and need no language.</remarks>
public interface IExpressionLanguage
{
    /// <summary>The word in the definition's <c>expression.type</c>.</summary>
    string Type { get; }

    /// <summary>Reads the text once. Never throws for what an author may write: mistakes are values.</summary>
    ExpressionCompilation Compile(string text, ExpressionScope scope);
}

/// <summary>Evaluates one compiled expression. Pure: what it may read and change is the context.</summary>
/// <returns>Any JSON-able value; it is converted to the type of the input it is written for.</returns>
/// <remarks>An exception becomes the fault of the activity that the expression belongs to.</remarks>
public delegate object? CompiledExpression(ExpressionContext context);

public abstract record ExpressionCompilation
{
    private ExpressionCompilation() { }

    public sealed record Compiled(CompiledExpression Expression) : ExpressionCompilation;

    public sealed record Refused(IReadOnlyList<ExpressionMistake> Mistakes) : ExpressionCompilation;
}

/// <param name="Message">What is wrong and what to write instead, in a full sentence.</param>
/// <param name="Line">1-based; null when the whole text is meant.</param>
/// <param name="Column">1-based; null when the whole line is meant.</param>
public sealed record ExpressionMistake(string Message, int? Line = null, int? Column = null)
{
    /// <summary>The message and the place.</summary>
    public string Sentence => this switch
    {
        { Line: { } line, Column: { } column } => $"{Message} (line {line}, column {column})",
        { Line: { } line } => $"{Message} (line {line})",
        _ => Message,
    };
}

/// <summary>What an expression may name where it stands.</summary>
/// <param name="Variables">Innermost scope first; a name that occurs twice means the first.</param>
/// <param name="Inputs">The inputs that the workflow declares.</param>
/// <param name="Target">The type the result is converted to.</param>
public sealed record ExpressionScope(
    IReadOnlyList<VariableDeclaration> Variables, IReadOnlyList<InputDeclaration> Inputs, DataType Target);
