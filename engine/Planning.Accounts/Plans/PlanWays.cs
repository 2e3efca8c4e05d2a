namespace Planning.Accounts.Plans;

/// <summary>The ways out of a plan's stages that people and times ask for; the workflow says which stage has which.</summary>
public static class PlanWays
{
    public const string Amend = "Amend";
    public const string Rollover = "Rollover";
    public const string Close = "Close";
    public const string Withdraw = "Withdraw";
}
