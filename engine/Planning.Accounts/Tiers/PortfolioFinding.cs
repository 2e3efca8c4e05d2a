namespace Planning.Accounts.Tiers;

/// <summary>Something that the portfolio as a whole shows, and who is told of it (METHOD §4.3 caps, §4.6 G5).</summary>
/// <param name="Rule">The rule of METHOD that it belongs to, as <c>ESC-21</c>.</param>
/// <param name="Told">The role that is told.</param>
/// <param name="Asks">What is asked of it; concentration asks for a plan against dependency, never for another tier (INV-32).</param>
public sealed record PortfolioFinding(string Rule, Concentration Level, string Sentence, string Told, string Asks)
{
    private const string Board = "STRATEGIC_CUSTOMER_BOARD";

    /// <summary>All that a review of the portfolio shows, the gravest first.</summary>
    internal static IEnumerable<PortfolioFinding> Of(PortfolioReview review) => new[]
    {
        Weighs(review.LargestOneLevel, FormattableString.Invariant($"the largest customer brings {review.LargestOne:0.0 %} of our revenue")),
        Weighs(review.LargestFiveLevel, FormattableString.Invariant($"the five largest bring {review.LargestFive:0.0 %} of our revenue")),
        Weighs(review.IndexLevel, FormattableString.Invariant($"the concentration index is {review.Index:0.000}")),
        Exceeds("tier S has", review.Strategic, review.MostStrategic),
        Exceeds("tiers S and A have", review.Key, review.MostKey),
    }.OfType<PortfolioFinding>().OrderByDescending(finding => finding.Level);

    private static PortfolioFinding? Weighs(Concentration level, string sentence) => level switch
    {
        Concentration.None => null,
        Concentration.Warn => new PortfolioFinding("ESC-21", level, sentence, "REGION_HEAD", "keep an eye on it"),
        _ => new PortfolioFinding("ESC-21", level, sentence, Board, "a plan against dependency within 30 days"),
    };

    private static PortfolioFinding? Exceeds(string what, int held, int most) => held > most
        ? new PortfolioFinding(
            "CAP", Concentration.Limit, FormattableString.Invariant($"{what} {held} customers and {most} places"), Board, "decide who waits or leaves")
        : null;
}
