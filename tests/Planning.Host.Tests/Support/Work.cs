namespace Planning.Host.Tests.Support;

/// <summary>What an account team hands in for a plan, as it is sent.</summary>
internal static class Work
{
    public const string Vendors = """
        [
          {"vendor": "Lanternfish Networks", "share": 0.35, "strengths": "Radio", "weaknesses": null},
          {"vendor": "Kestrel Systems", "share": 0.57, "strengths": null, "weaknesses": "Slow delivery"}
        ]
        """;

    public static readonly string[] Topics = ["macro", "industry", "competition", "strategy", "pains"];

    public static string Section(string text, string datedOn = "2026-09-01") => $$"""
        {
          "text": "{{text}}",
          "datedOn": "{{datedOn}}",
          "sources": [
            {"class": "annual_report", "title": "Annual report 2025", "public": true},
            {"class": "press", "title": "Press review, August", "public": true},
            {"class": "meeting", "title": "Talk with the planning institute", "public": false}
          ]
        }
        """;

    /// <param name="score">Of every factor, 0 to 100.</param>
    public static string Match(int score, string on = "2026-10-06") => $$"""
        {
          "on": "{{on}}",
          "years": 5,
          "factors": {"direction": {{score}}, "position": {{score}}, "technology": {{score}}, "businessModel": {{score}}, "values": {{score}}},
          "evidence": ["Investment plan", "Channel study", "Road map talk", "Partner policy", "Governance report"]
        }
        """;

    public static string Interaction(string id, string on = "2026-10-02") => $$"""
        {
          "id": "{{id}}", "on": "{{on}}", "means": "meeting", "theyStarted": true, "twoWay": true,
          "people": ["p-helvia-frey"], "employees": ["e-cee-08"], "topic": "Hotline hours", "outcome": null, "nextStep": null
        }
        """;
}
