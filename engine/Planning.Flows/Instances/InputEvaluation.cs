using Planning.Flows.Activities;
using Planning.Flows.Definitions;
using Planning.Flows.Expressions;

namespace Planning.Flows.Instances;

/// <summary>Evaluates what an author filled in, in the order of the descriptor.</summary>
internal static class InputEvaluation
{
    public static void EvaluateAll(ActivityContext context)
    {
        var inputs = context.Node.Inputs;
        for (var i = 0; i < inputs.Count; i++)
        {
            if (inputs[i].Descriptor.AutoEvaluate)
            {
                Evaluate(context, inputs[i]);
            }
        }
    }

    public static void Evaluate(ActivityContext context, BoundInput input)
    {
        if (input.Expression is null)
        {
            return;
        }

        try
        {
            context.Inputs[input.Descriptor.Name] = context.Run.Weigh(
                input.Descriptor.DisplayName, input.Expression.Evaluate(new ExpressionContext(context), input.Type));
        }
        catch (Exception exception) when (exception is not InputFailedException)
        {
            throw new InputFailedException(input.Descriptor.Name, exception);
        }
    }
}

/// <summary>An expression failed while the workflow ran. The author mends the expression, or its data.</summary>
public sealed class InputFailedException(string input, Exception cause)
    : Exception($"Failed to evaluate activity input '{input}': {cause.Message}", cause)
{
    public string Input => input;
}
