using Planning.Accounts.Customers;
using Planning.Accounts.Plans;
using Planning.Accounts.Stages;
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
    /// <param name="Members">What the bookmark must say, in text; nothing for what it must not mention.</param>
    public sealed record Resume(string Name, params IReadOnlyList<(string Name, string? Value)> Members) : Stimulus
    {
        public bool Wakes(Bookmark bookmark) => bookmark.Name == Name && Members.All(member =>
            bookmark.Data.TryGetProperty(member.Name, out var value)
                ? value.GetString() == member.Value
                : member.Value is null);
    }

    public static Stimulus? Of(CustomerEvent happened) => happened switch
    {
        PlanOpened opened => new Start(
            PlanWorkflow,
            opened.PlanId,
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["Tier"] = opened.Form.ToString() }),
        StagePassed passed => new Resume(
            PlanStageActivity.TypeName, ("stage", passed.Code), ("process", passed.Process)),
        _ => null,
    };
}
