using System.ComponentModel;

namespace Planning.Rules.Tests.Support;

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
    Hold,
    Harvest,
}

/// <summary>A customer as tiering sees it; what is null is not known.</summary>
public sealed record Customer
{
    public string? Name { get; init; }

    public Tier? Tier { get; init; }

    public Posture? Posture { get; init; }

    public double? RevenueTtm { get; init; }

    public double? ContributionPct { get; init; }

    [DisplayName("per-head")]
    public double? PcIndex { get; init; }

    public double? Match { get; init; }

    public double? Quality { get; init; }

    public bool? OnTargetList { get; init; }

    public int Stakeholders { get; init; }

    public decimal Budget { get; init; }

    public decimal? Discount { get; init; }

    public DateTime? ContractEnd { get; init; }

    public DateOnly Since { get; init; }

    public Site? HeadOffice { get; init; }

    public IReadOnlyList<Site> Sites { get; init; } = [];

    public IReadOnlyList<string> Missing { get; init; } = [];
}

public sealed record Site(string? City, double? Score, bool Active);
