using Planning.Accounts.Plans;
using static Planning.Accounts.Tests.Support.Words;

namespace Planning.Accounts.Tests.Support;

/// <summary>Sound pieces of work for Helvia's plan.</summary>
internal static class Work
{
    public static ProfileSection Macro { get; } = new(
        ProfileTopic.Macro,
        "The franc is strong.",
        Day("2026-04-01"),
        [new InsightSource(SourceClass.AnnualReport, "Annual report 2025", Public: true)]);

    public static VendorShare Ours { get; } = new("Lanternfish", 0.4m, "Core", "Price");

    public static VendorShare Theirs { get; } = new("Northwind Systems", 0.55m, null, null);

    // Anna finds 0.30·90 + 0.25·80 + 0.20·70 + 0.15·60 + 0.10·50 = 75.
    public static MatchAssessment ByAnna { get; } = new(
        Helvia.Anna, Day("2026-04-20"), 5, new MatchFactors(90, 80, 70, 60, 50), ["a", "b", "c", "d", "e"]);

    // Bruno finds the same 60 everywhere.
    public static MatchAssessment ByBruno { get; } = new(
        Helvia.Bruno, Day("2026-04-30"), 3, new MatchFactors(60, 60, 60, 60, 60), ["a", "b", "c", "d", "e"]);

    public static MatchMeeting Agreed { get; } = new(Day("2026-05-02"), 68.5m, "Direction weighs more.");
}
