using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Planning.Grains.Versions;
using Planning.Workflows.Versions;

namespace Planning.Host.Api;

/// <summary>The versions of the rule sets over HTTP.</summary>
internal static class RuleSetEndpoints
{
    public static void MapRuleSets(this RouteGroupBuilder api)
    {
        var sets = api.MapGroup("/rule-sets").WithTags("Rules");
        sets.MapGet("/", List).WithSummary("The rule sets with every version: stage, in force from and to, who did what");
        sets.MapPost("/versions", Draft).Accepts<JsonElement>("application/json")
            .WithSummary("Take in a new version; it judges nobody yet");
        var one = sets.MapGroup("/{name}/versions/{version}");
        one.MapGet("/", Text).WithSummary("The text of a version, as it was drafted");
        one.MapGet("/findings", Remarks).WithSummary("What the author of a version, and whoever approves it, should look at");
        one.MapPost("/shadow", Shadow).WithSummary("Let a version judge beside the live one, without effect");
        one.MapGet("/shadow-report", Report).WithSummary("Who would move by a version in shadow");
        one.MapPost("/approve", Approve).WithSummary("Bring a version into force; its author cannot");
        one.MapPost("/retire", Retire).WithSummary("Give up a version that is not in force");
    }

    private static async Task<Ok<ListView<RuleSetView>>> List(
        RuleSets ruleSets, TimeProvider clock, CancellationToken cancellationToken)
    {
        var known = await ruleSets.ReadAsync(cancellationToken);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return TypedResults.Ok(new ListView<RuleSetView>([.. known.Sets.Values.Select(set => RuleSetView.Of(set, today))], null));
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> Text(
        string name, string version, RuleSets ruleSets, CancellationToken cancellationToken)
    {
        var known = await ruleSets.ReadAsync(cancellationToken);
        return known.Of(name).Find(version) is { } wanted && known.TextOf(wanted) is { } text
            ? TypedResults.Text(text.Body, "application/json")
            : Unknown(name, version);
    }

    private static async Task<Results<Ok<RuleRemarks>, ProblemHttpResult>> Remarks(
        string name, string version, RuleSets ruleSets, CancellationToken cancellationToken) =>
        await ruleSets.RemarksAsync(name, version, cancellationToken) is { } remarks
            ? TypedResults.Ok(remarks)
            : Unknown(name, version);

    // The text to the last byte: its version stands for no other.
    private static async Task<Results<Ok<StepsView>, ProblemHttpResult>> Draft(
        HttpRequest request, Caller caller, RuleSets ruleSets, CancellationToken cancellationToken, string? why = null)
    {
        using var body = new StreamReader(request.Body);
        return await ToldAsync(
            await ruleSets.DraftAsync(
                "the draft", await body.ReadToEndAsync(cancellationToken), caller.Actor, why, cancellationToken),
            ruleSets,
            cancellationToken);
    }

    private static async Task<Results<Ok<StepsView>, ProblemHttpResult>> Shadow(
        string name, string version, Caller caller, RuleSets ruleSets, CancellationToken cancellationToken, string? why = null) =>
        await ToldAsync(
            await ruleSets.ShadowAsync(name, version, caller.Actor, why, cancellationToken), ruleSets, cancellationToken);

    private static async Task<Ok<ShadowReport>> Report(
        string name, string version, RuleSets ruleSets, CancellationToken cancellationToken) =>
        TypedResults.Ok(await ruleSets.ShadowReportAsync(name, version, cancellationToken));

    private static async Task<Results<Ok<StepsView>, ProblemHttpResult>> Approve(
        string name, string version, ApprovalBody body, Caller caller, RuleSets ruleSets, CancellationToken cancellationToken) =>
        await ToldAsync(
            await ruleSets.ApproveAsync(
                name, version, body.From, body.WithoutShadow, caller.Actor, body.Why, cancellationToken),
            ruleSets,
            cancellationToken);

    private static async Task<Results<Ok<StepsView>, ProblemHttpResult>> Retire(
        string name, string version, Caller caller, RuleSets ruleSets, CancellationToken cancellationToken, string? why = null) =>
        await ToldAsync(
            await ruleSets.RetireAsync(name, version, caller.Actor, why, cancellationToken), ruleSets, cancellationToken);

    private static async Task<Results<Ok<StepsView>, ProblemHttpResult>> ToldAsync(
        VersionDecision decision, RuleSets ruleSets, CancellationToken cancellationToken) =>
        decision switch
        {
            VersionDecision.Recorded recorded => TypedResults.Ok(
                StepsView.Of(recorded.Steps, await ruleSets.RemarksAsync(recorded.Steps, cancellationToken))),
            VersionDecision.Refused refused => Refused(refused),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static ProblemHttpResult Unknown(string name, string version) =>
        Refused(new VersionDecision.Refused("version-unknown", $"There is no version {version} of {name}.", []));

    public static ProblemHttpResult Refused(VersionDecision.Refused refused) => TypedResults.Problem(
        title: refused.Sentence,
        type: $"/problems/{refused.Code}",
        statusCode: refused.Code.EndsWith("-unknown", StringComparison.Ordinal)
            ? StatusCodes.Status404NotFound
            : StatusCodes.Status409Conflict,
        extensions: refused.Missing is [] ? null : new Dictionary<string, object?> { ["missing"] = refused.Missing });
}

/// <param name="From">The first day, today or later.</param>
/// <param name="WithoutShadow">Why the version need not review a quarter in shadow first.</param>
/// <param name="Why">What to say about it.</param>
internal sealed record ApprovalBody(DateOnly From, string? WithoutShadow = null, string? Why = null);

/// <param name="Happened">A sentence for each step; empty when all was so already.</param>
/// <param name="Remarks">What to look at in the version that it happened to; it is done all the same.</param>
internal sealed record StepsView(IReadOnlyList<string> Happened, RuleRemarks Remarks)
{
    public static StepsView Of(IEnumerable<VersionStep> steps, RuleRemarks remarks) =>
        new([.. steps.Select(step => $"{step.RuleSet} {step.Version}: {step.Sentence}")], remarks);
}

internal sealed record RuleSetView(string Name, IReadOnlyList<RuleVersionView> Versions)
{
    public static RuleSetView Of(RuleSetVersions set, DateOnly today) =>
        new(set.Name, [.. set.All.Select(version => RuleVersionView.Of(set, version, today))]);
}

/// <param name="InForce">Every time in which it was, is or will be; none for a draft.</param>
/// <param name="Hash">SHA-256 of the text in UTF-8, lower-case hexadecimal.</param>
internal sealed record RuleVersionView(
    string Version, VersionStage Stage, IReadOnlyList<InForce> InForce, string Author, string Hash, IReadOnlyList<StepView> Steps)
{
    public static RuleVersionView Of(RuleSetVersions set, RuleSetVersion version, DateOnly today) => new(
        version.Version,
        set.StageOf(version, today),
        [.. set.Periods.Where(period => period.Version == version.Version)],
        version.Author,
        version.Hash,
        [.. version.Steps.Select(step => new StepView(step.At, step.Actor, step.Sentence))]);
}

/// <param name="At">UTC.</param>
internal sealed record StepView(DateTimeOffset At, string Actor, string Happened);
