using System.Collections.Immutable;
using Planning.Accounts.Calendars;

namespace Planning.Accounts.Certification;

/// <summary>How the customer sees our work in a quarter (METHOD §3.2 B12).</summary>
/// <param name="By">Who wrote it down.</param>
/// <param name="Indicators">One or more.</param>
public sealed record Scorecard(Quarter Period, string By, DateOnly On, ImmutableArray<ScoredIndicator> Indicators)
{
    public bool Equals(Scorecard? other) => other is not null
        && (Period, By, On) == (other.Period, other.By, other.On)
        && Indicators.AsSpan().SequenceEqual(other.Indicators.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Period, Indicators.Length);
}

/// <param name="Name">With its unit, as <c>delivery on time, %</c>.</param>
/// <param name="Met">Whether the customer finds it good enough; the direction is the customer's matter.</param>
public sealed record ScoredIndicator(string Name, decimal Target, decimal Actual, bool Met);
