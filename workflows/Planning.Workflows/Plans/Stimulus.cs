using Planning.Accounts.Customers;
using Planning.Accounts.Plans;
using Planning.Flows.Instances;

namespace Planning.Workflows.Plans;

/// <summary>What an event of a customer means to workflows that wait.</summary>
public abstract record Stimulus
{
    /// <summary>The workflow that leads a plan through its stages.</summary>
    public const string PlanWorkflow = "strategic-account-plan";

    private Stimulus()
    {
    }

    /// <summary>A new instance begins.</summary>
    public sealed record Start(string DefinitionId, string InstanceId, IReadOnlyDictionary<string, object?> Input) : Stimulus;

    /// <summary>A waiting activity goes on.</summary>
    public sealed record Resume(string Name, string Member, string Value) : Stimulus
    {
        public bool Wakes(Bookmark bookmark) => bookmark.Name == Name
            && bookmark.Data.TryGetProperty(Member, out var value)
            && value.GetString() == Value;
    }

    public static Stimulus? Of(CustomerEvent happened) => happened switch
    {
        PlanOpened opened => new Start(
            PlanWorkflow,
            opened.PlanId,
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["Tier"] = opened.Form.ToString() }),
        StagePassed passed => new Resume(PlanStageActivity.TypeName, "stage", passed.Code),
        _ => null,
    };
}
