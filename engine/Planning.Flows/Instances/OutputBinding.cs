using Planning.Flows.Activities;

namespace Planning.Flows.Instances;

/// <summary>Takes an activity's output to where the author wants it.</summary>
internal static class OutputBinding
{
    public static void Write(ActivityContext context, string name, object? value)
    {
        context.Run.Outputs.Set(context.Node, name, value);
        foreach (var bound in context.Node.Outputs)
        {
            if (bound.Name != name)
            {
                continue;
            }

            if (bound.WorkflowOutput is { } output)
            {
                context.SetWorkflowOutput(output, value);
            }

            if (bound.VariableId is { } id && Memory.FindById(context, id) is { } variable)
            {
                variable.Value = value;
            }
        }
    }
}
