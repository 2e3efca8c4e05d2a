namespace Planning.Flows.Expressions;

/// <summary>What stands in an input, once read. Nothing past the reader sees a string of code.</summary>
public abstract record Expression
{
    private Expression() { }

    /// <param name="Value">Already converted to the input's type.</param>
    public sealed record Constant(object? Value) : Expression;

    public sealed record Variable(string Id, string Name) : Expression;

    public sealed record WorkflowInput(string Name) : Expression;

    /// <param name="Writers">The outputs that are put in one place; what was set last counts.</param>
    internal sealed record Output(IReadOnlyList<OutputReference> Writers) : Expression;

    public sealed record Code(string Language, CompiledExpression Compiled) : Expression;

    internal object? Evaluate(ExpressionContext context, DataType target) => this switch
    {
        Constant constant => constant.Value,
        Variable variable => Converted(context.VariableById(variable.Id), target),
        WorkflowInput input => Converted(context.Input(input.Name), target),
        Output output => Converted(context.LastOf(output.Writers), target),
        Code code => Converted(Values.Canonical(code.Compiled(context)), target),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static object? Converted(object? value, DataType target) => Conversion.To(value, target).Value;
}

/// <param name="Activity">The activity's id in the file that the expression stands in.</param>
internal sealed record OutputReference(string Activity, string Output);
