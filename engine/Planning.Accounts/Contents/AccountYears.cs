namespace Planning.Accounts.Contents;

/// <summary>The years of a plan: the base year Y0, and the plan years Y1 to Y5 (METHOD §3.1 A4).</summary>
public readonly record struct AccountYears(int From, int To)
{
    /// <summary>Y0.</summary>
    public int Base => From - 1;

    public IEnumerable<int> Targeted => Enumerable.Range(From, To - From + 1);

    public IEnumerable<int> All => Enumerable.Range(Base, To - Base + 1);

    public bool Includes(int year) => year >= Base && year <= To;
}
