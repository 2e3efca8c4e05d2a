namespace Planning.Benchmarks.Rules;

public enum Segment
{
    Small,
    Middle,
    Enterprise,
    Public,
}

public enum Tier
{
    C,
    B,
    A,
    S,
}

public enum Posture
{
    Build,
    HoldSteady,
    Harvest,
}

/// <summary>The typed record of the reference workload: 17 fields of the kinds that account rules ask for.</summary>
public sealed record Account
{
    public required string Name { get; init; }

    public required string Country { get; init; }

    public required string Region { get; init; }

    public string? Owner { get; init; }

    public Segment Segment { get; init; }

    public Tier Tier { get; init; }

    public Posture Posture { get; init; }

    public decimal Revenue { get; init; }

    public decimal Budget { get; init; }

    public int Seats { get; init; }

    public int OpenTickets { get; init; }

    public double? Match { get; init; }

    public double? Quality { get; init; }

    public double? Growth { get; init; }

    public bool OnTargetList { get; init; }

    public DateTime ContractEnd { get; init; }

    public DateOnly Since { get; init; }
}
