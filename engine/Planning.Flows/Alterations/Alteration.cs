using Planning.Flows.Definitions;

namespace Planning.Flows.Alterations;

/// <summary>Something an administrator does to an instance that the workflow itself did not ask for.</summary>
public abstract record Alteration
{
    private Alteration() { }

    /// <summary>Takes the instance to another version of its workflow. It comes before everything else that is asked
    /// with it.</summary>
    public sealed record Migrate(WorkflowDefinition Target) : Alteration;

    /// <summary>Gives a variable of the workflow, or of a container that is running, another value.</summary>
    /// <param name="VariableId">Its id; or its name, where no variable has that id.</param>
    /// <param name="Value">Any JSON-able value; converted to the variable's type.</param>
    public sealed record ModifyVariable(string VariableId, object? Value) : Alteration;

    /// <summary>Ends every execution of an activity. What contains it goes on behind it, unless something else is
    /// scheduled there.</summary>
    public sealed record CancelActivity(string ActivityId) : Alteration;

    /// <summary>Goes on at an activity of a flowchart or sequence that is running.</summary>
    public sealed record ScheduleActivity(string ActivityId) : Alteration;
}
