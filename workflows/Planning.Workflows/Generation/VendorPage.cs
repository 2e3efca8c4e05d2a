using System.Globalization;
using System.Text;

namespace Planning.Workflows.Generation;

/// <summary>The generated vendor itself: its figures and its people.</summary>
internal static class VendorPage
{
    public const string Currency = "EUR";
    public const double Contribution = 0.19;

    private static readonly string[] Skills =
        ["RAN", "core", "fixed", "cloud", "services", "energy", "security", "transport", "billing", "spectrum"];

    private static readonly string[] Industries = ["telecom", "energy", "public", "transport", "finance"];

    /// <summary>What our people count together, some of them working part of the week.</summary>
    public static double FrontlineFte(Roster roster) => Math.Round(roster.Members.Count * 0.96, 1);

    public static string Figures(PortfolioPlan plan, Roster roster)
    {
        var lines = Enumerable.Range(0, PortfolioPlan.Quarters).Reverse().Select(age => string.Create(
            CultureInfo.InvariantCulture,
            $$"""
                {"period": "{{plan.Newest.Add(-age)}}", "revenueTtm": {{plan.TotalRevenue * PortfolioPlan.Market(age):0.###}}, "contributionPct": {{Contribution}}, "frontlineFte": {{FrontlineFte(roster)}}}
            """));
        return $$"""
            {
              "name": "Lanternfish Networks",
              "reportingCurrency": "{{Currency}}",
              "figures": [
            {{string.Join(",\n", lines)}}
              ]
            }

            """;
    }

    // METHOD §8.1: skills by Zipf, 1 to 3 languages, 1 to 4 conflict cities of the region's 25.
    public static void Employee(StringBuilder text, PortfolioPlan plan, Member member)
    {
        var chance = plan.Chance("employee", member.Number);
        var place = Place.All[member.Region];
        var languages = chance.Shuffled(Enumerable.Range(0, place.Languages.Length))
            .Take(chance.Among(1, 3))
            .Select(index => place.Languages[index]);
        var conflicts = chance.Shuffled(Enumerable.Range(0, place.Cities.Length))
            .Select(index => place.Cities[index])
            .Where(city => !member.Served.Contains(city) && !member.Found.Contains(city))
            .Take(Math.Max(0, chance.Among(1, 4) - member.Found.Count))
            .Concat(member.Found)
            .Order(StringComparer.Ordinal);
        var full = member.Served.Count + member.Found.Count > 0 || chance.Happens(0.8);
        text.Row(
            plan.Employee(member.Number),
            $"{chance.Of(place.FirstNames)} {chance.Of(place.LastNames)}",
            place.Region,
            $"{place.Region} account department",
            member.JobRole,
            member.Level,
            string.Join(';', languages),
            Industries[chance.Zipf(Industries.Length)],
            full ? 1.0 : 0.8,
            string.Join(';', conflicts),
            Skills[chance.Zipf(Skills.Length)],
            member.Manager is { } manager ? plan.Employee(manager) : null);
    }
}
