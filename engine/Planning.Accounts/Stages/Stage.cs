namespace Planning.Accounts.Stages;

/// <summary>A stage that a process is in, as the workflow definition describes it.</summary>
/// <param name="Code">METHOD §3's code: <c>A1</c>.</param>
/// <param name="Title">Insight.</param>
/// <param name="Owner">The role that does the work.</param>
/// <param name="Approver">The role that lets it pass.</param>
/// <param name="Due">Last working day of the stage.</param>
public sealed record Stage(string Code, string Title, string Owner, string Approver, DateOnly EnteredOn, DateOnly Due)
{
    public bool OverdueNoted { get; init; }
}
