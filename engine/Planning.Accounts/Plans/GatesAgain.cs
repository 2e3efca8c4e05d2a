using Planning.Accounts.Contents;

namespace Planning.Accounts.Plans;

/// <summary>Which gates a version has to pass once more before it is handed in (METHOD A8, A10, A11).</summary>
internal static class GatesAgain
{
    private static readonly string[] All = ["A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8"];

    /// <returns>Nothing while the plan is drafted for the first time, stage by stage.</returns>
    public static IReadOnlyList<string>? Of(AccountPlan plan, PlanGround now) => plan switch
    {
        { IsLight: true } => plan.Amending is not null || plan.Rolling ? ["L1"] : null,
        { Amending: not null, InForce: { } inForce } =>
        [
            .. PlanChange.Between(inForce.Content, plan.Draft)
                .SelectMany(change => Gates(change.Entry))
                .Concat(inForce.Ground?.Gates(now) ?? [])
                .Append("A8")
                .Distinct()
                .Order(StringComparer.Ordinal),
        ],
        { Rolling: true } => All,
        _ when plan.Track.Find("A8") is not null => [.. All.SkipLast(1)],
        _ => null,
    };

    /// <summary>The gates that an entry came through, by its key.</summary>
    public static string[] Gates(string key) => key.Split(':')[0] switch
    {
        "ambition" => ["A3"],
        "year" => ["A4", "A6"],
        "objective" or "analysis" or "whitespace" or "action" => ["A4"],
        "resources" => ["A6"],
        _ => ["A5"],
    };
}
