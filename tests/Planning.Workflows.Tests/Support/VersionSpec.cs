using System.Globalization;
using Planning.Workflows.Versions;

namespace Planning.Workflows.Tests.Support;

/// <summary>Given what was done to the tier rules, when somebody asks for something, then …</summary>
public abstract class VersionSpec
{
    private protected RuleSetVersions Versions { get; private set; } = RuleSetVersions.None(RuleText.Tiering);

    private protected VersionDecision Last { get; private set; } = VersionDecision.Record();

    private protected static RuleText Text(string version, string more = "") =>
        new(RuleText.Tiering, version, $$"""{ "WorkflowName": "tiering", "Version": "{{version}}", "Rules": []{{more}} }""");

    /// <summary>The program came with 2026.1, which has been in force since the first start.</summary>
    private protected void GivenTheShippedRules(string on = "2026-01-05") => Ship("2026.1", on);

    private protected void Ship(string version, string on) =>
        Take(new VersionDecision.Recorded(Versions.Ship(Text(version), By(Deed.Shipped, on))));

    private protected void Draft(string version, string by, string on, string more = "") =>
        Take(Versions.Draft(Text(version, more), By(by, on)));

    private protected void Shadow(string version, string by, string on) => Take(Versions.Shadow(version, By(by, on)));

    private protected void Approve(
        string version, string by, string on, string from, string? withoutShadow = null, params string[] reviewed) => Take(
        Versions.Approve(version, Words.Day(from), withoutShadow, [.. reviewed.Select(Words.Q)], By(by, on)));

    private protected void Retire(string version, string by, string on) => Take(Versions.Retire(version, By(by, on)));

    private protected void ThenItIsDone() => Assert.NotEmpty(Assert.IsType<VersionDecision.Recorded>(Last).Steps);

    private protected void ThenItWasSoAlready() => Assert.Empty(Assert.IsType<VersionDecision.Recorded>(Last).Steps);

    private protected void ThenItIsRefused(string code, string sentence)
    {
        var refused = Assert.IsType<VersionDecision.Refused>(Last);
        Assert.Equal((code, sentence), (refused.Code, refused.Sentence));
    }

    /// <summary>As “2026.1 live, 2026.2 draft”.</summary>
    private protected string StagesOn(string day) => string.Join(", ", Versions.All.Select(version =>
        $"{version.Version} {Versions.StageOf(version, Words.Day(day)).ToString().ToLowerInvariant()}"));

    /// <summary>As “2026.1 2026-01-05 to 2026-12-31, 2026.2 2027-01-01 on”.</summary>
    private protected string Periods => string.Join(", ", Versions.Periods.Select(period => FormattableString.Invariant(
        $"{period.Version} {(period.From == DateOnly.MinValue ? "from the beginning" : period.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))} {(period.To is { } to ? FormattableString.Invariant($"to {to:yyyy-MM-dd}") : "on")}")));

    private void Take(VersionDecision decision)
    {
        Last = decision;
        Versions = decision is VersionDecision.Recorded { Steps: var steps }
            ? steps.Aggregate(Versions, (versions, step) => versions.Apply(step))
            : Versions;
    }

    private static Deed By(string actor, string on) => new(actor, new DateTimeOffset(Words.Day(on), new TimeOnly(9, 0), TimeSpan.Zero));
}
